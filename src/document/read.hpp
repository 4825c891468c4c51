// The readers' front door: which format a file is in, and the document in it.
#pragma once

#include <string_view>

#include <tallybook/document.hpp>
#include <tallybook/result.hpp>

namespace tallybook::document {

/// Tells the format by content first (ZIP with word/document.xml, markup), then by extension.
/// Error: unsupported_format, whose detail says what the file is.
[[nodiscard]] Result<Format> detect_format(std::string_view bytes, std::string_view name);

/// Reads any supported format. Every error names the file and, where there is one, the offset; for a
/// part of a DOCX the detail names the part and the offset in it.
/// Errors: unsupported_format, binary_content, undecodable_text, damaged_file, limit_exceeded,
/// file_too_large.
[[nodiscard]] Result<Document> read(std::string_view bytes, std::string_view name);

}  // namespace tallybook::document

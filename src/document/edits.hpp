// Changing a file where its text says so, and nowhere else.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include <tallybook/document.hpp>
#include <tallybook/finding.hpp>
#include <tallybook/result.hpp>

namespace tallybook::document {

/// Whether the edits can be made in the file: its format is rewritten, and each edited character stands
/// in it as such.
[[nodiscard]] bool can_edit(const Document& document, std::span<const Edit> edits);

/// The file's bytes with the edits made; every byte that stands for no edited character stays as it is.
/// `edits` are spans of the document's text, ascending and not overlapping.
/// Errors: unsupported_format (DOCX), invalid_argument (a replacement that the file's encoding cannot
/// write, or an edit of text that the reader generated).
[[nodiscard]] Result<std::string> apply_edits(const Document& document, std::string_view bytes,
                                              std::span<const Edit> edits);

}  // namespace tallybook::document

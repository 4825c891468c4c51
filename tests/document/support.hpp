// What the readers' tests share: a compact dump, invariants, and DOCX files made on the spot.
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <string_view>

#include <tallybook/document.hpp>
#include <tallybook/result.hpp>

namespace tallybook::document {

/// One line a block: `p|text`, `h2|text` with levels, `c|text` for cells.
std::string dump(const Document& document);

/// Spans in bounds, on code points, ascending and disjoint; valid UTF-8; segments ascending.
void expect_invariants(const Document& document);

/// Reads and checks the invariants; a failed read fails the test and gives an empty document.
Document read_or_fail(std::string_view bytes, std::string_view name);

Error read_error(std::string_view bytes, std::string_view name);

/// A ZIP archive with these members.
std::string zip_of(const std::map<std::string, std::string>& members);

/// A DOCX whose body is `body`; other parts by name ("word/numbering.xml") and content, without
/// their root elements' namespace declarations.
std::string docx_of(const std::string& body, const std::map<std::string, std::string>& parts = {});

/// `<w:p><w:r><w:t>text</w:t></w:r></w:p>` with paragraph properties.
std::string paragraph(const std::string& text, const std::string& properties = "");

}  // namespace tallybook::document

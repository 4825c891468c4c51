// One reader a format. Each takes the whole file and yields the whole document.
#pragma once

#include <string_view>

#include <tallybook/document.hpp>
#include <tallybook/result.hpp>

namespace tallybook::document {

[[nodiscard]] Result<Document> read_text(std::string_view bytes, std::string_view name);
[[nodiscard]] Result<Document> read_markdown(std::string_view bytes, std::string_view name);
[[nodiscard]] Result<Document> read_html(std::string_view bytes, std::string_view name);
[[nodiscard]] Result<Document> read_docx(std::string_view bytes, std::string_view name);

}  // namespace tallybook::document

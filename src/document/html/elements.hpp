// What kinds of element there are for a reader of text.
#pragma once

#include <cstdint>

#include "document/html/tree.hpp"

namespace tallybook::document::html {

enum class ElementKind : std::uint8_t {
  inline_text,
  block,
  heading,
  list_item,
  list,
  table,
  preformatted,
  line_break,
  unread,  ///< scripts, styles, form controls, media: no text of the page
};

[[nodiscard]] ElementKind kind_of(const GumboNode& element);

/// 1 to 6 of h1 to h6.
[[nodiscard]] std::uint8_t heading_level(const GumboNode& heading);

/// Whether the page itself keeps the element from its readers.
[[nodiscard]] bool is_hidden(const GumboNode& element);

/// Whether the table only arranges its content on the page: its cells hold tables or whole passages
/// of text, or there is but one.
[[nodiscard]] bool is_layout_table(const GumboNode& table);

}  // namespace tallybook::document::html

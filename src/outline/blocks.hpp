// Small questions about blocks that several parts of the outline ask.
#pragma once

#include <string_view>

#include <tallybook/document.hpp>

#include "text/characters.hpp"

namespace tallybook::outline {

/// Tables, notes, headers and footers stand outside the tree of sections.
[[nodiscard]] constexpr bool can_head(const Block& block) {
  return block.kind == BlockKind::paragraph || block.kind == BlockKind::heading ||
         block.kind == BlockKind::list_item;
}

/// `span` without the spaces at its ends.
[[nodiscard]] constexpr Span trimmed(std::string_view text, Span span) {
  while (!span.empty()) {
    const text::CodePoint first = text::code_point_at(text, span.begin);
    if (!text::is_space(first.value)) break;
    span.begin += first.size;
  }
  while (!span.empty()) {
    const text::CodePoint last = text::code_point_before(text, span.end);
    if (!text::is_space(last.value)) break;
    span.end -= last.size;
  }
  return span;
}

}  // namespace tallybook::outline

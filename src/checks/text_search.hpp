// Small questions about the characters around a place in a text.
#pragma once

#include <cstdint>
#include <string_view>

#include <tallybook/span.hpp>

#include "text/characters.hpp"

namespace tallybook::checks {

/// Calls `fn(offset)` for every occurrence of `needle` in `text` within `span`, overlaps left out.
template <typename Fn>
void for_each_occurrence(std::string_view text, Span span, std::string_view needle, Fn fn) {
  const std::string_view part = text.substr(0, span.end);
  for (std::size_t at = part.find(needle, span.begin); at != std::string_view::npos;
       at = part.find(needle, at + needle.size())) {
    fn(static_cast<std::uint32_t>(at));
  }
}

/// The character before `offset` within `span`; 0 where there is none.
[[nodiscard]] inline char32_t char_before(std::string_view text, Span span, std::uint32_t offset) {
  return offset <= span.begin ? U'\0' : text::code_point_before(text, offset).value;
}

/// The character at `offset` within `span`; 0 where there is none.
[[nodiscard]] inline char32_t char_at(std::string_view text, Span span, std::uint32_t offset) {
  return offset >= span.end ? U'\0' : text::code_point_at(text, offset).value;
}

/// The part of `span` without spaces of any width at its ends.
[[nodiscard]] inline Span trimmed(std::string_view text, Span span) {
  const std::string_view inner = text::trim(slice(text, span));
  if (inner.empty()) return {span.begin, span.begin};
  const auto begin = static_cast<std::uint32_t>(inner.data() - text.data());
  return {begin, begin + static_cast<std::uint32_t>(inner.size())};
}

/// A character at which a clause ends, or no character at all.
[[nodiscard]] constexpr bool ends_clause(char32_t c) {
  switch (c) {
    case U'\0':
    case U'。':
    case U'；':
    case U'，':
    case U'：':
    case U'！':
    case U'？':
    case U';':
    case U',':
    case U':':
    case U'!':
    case U'?':
      return true;
    default:
      return text::is_space(c);
  }
}

}  // namespace tallybook::checks

// Small questions about the characters around a place in a text.
#pragma once

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <span>
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

[[nodiscard]] inline bool contains_any(std::string_view text, std::span<const std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [text](std::string_view word) { return text.find(word) != std::string_view::npos; });
}
[[nodiscard]] inline bool contains_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return contains_any(text, std::span(words.begin(), words.size()));
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

/// Where the spaces and line breaks before `offset` begin.
[[nodiscard]] inline std::uint32_t before_spaces(std::string_view text, std::uint32_t offset) {
  while (offset > 0) {
    const text::CodePoint c = text::code_point_before(text, offset);
    if (!text::is_space(c.value)) break;
    offset -= c.size;
  }
  return offset;
}

/// Whether nothing but spaces stands before `offset` in its line.
[[nodiscard]] inline bool opens_line(std::string_view text, std::uint32_t offset) {
  const std::uint32_t end = before_spaces(text, offset);
  return end == 0 || slice(text, {end, offset}).find('\n') != std::string_view::npos;
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

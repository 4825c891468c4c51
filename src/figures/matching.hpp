// Words at a place of a text.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "text/characters.hpp"

namespace tallybook::figures {

/// The bytes of the first of `words` that stands at `at`; 0 where none does.
template <std::size_t N>
std::uint32_t match_any(std::string_view text, std::size_t at, const std::array<std::string_view, N>& words) {
  for (const std::string_view word : words) {
    if (text::stands_at(text, at, word)) return static_cast<std::uint32_t>(word.size());
  }
  return 0;
}

/// Between a number and what belongs to it: 429.4 亿元, 约 100 人 左右, and scans set every character apart.
inline constexpr int kMostBlanks = 3;

inline std::uint32_t past_blanks(std::string_view text, std::uint32_t at) {
  for (int i = 0; i < kMostBlanks; ++i) {
    const auto c = text::code_point_at(text, at);
    if (c.value != U' ' && c.value != 0x00A0) break;
    at += c.size;
  }
  return at;
}

inline std::string_view without_blanks_behind(std::string_view text) {
  for (int i = 0; i < kMostBlanks && text.ends_with(' '); ++i) text.remove_suffix(1);
  return text;
}

inline bool starts_with(std::string_view text, std::size_t at, std::string_view word) {
  return text::stands_at(text, at, word);
}

}  // namespace tallybook::figures

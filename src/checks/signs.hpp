// Punctuation and spaces of every width: which characters they are, and their right forms.
#pragma once

#include <cstdint>

#include <tallybook/span.hpp>

#include "text/characters.hpp"

namespace tallybook::checks {

struct Sign {
  std::uint32_t begin = 0;
  char32_t value = 0;

  [[nodiscard]] constexpr Span span() const {
    return {begin, begin + (value < 0x80 ? 1U : value < 0x800 ? 2U : 3U)};
  }
};

/// Every character of these ranges that is no letter, digit or Han character.
[[nodiscard]] constexpr bool is_sign(char32_t c) {
  if (c < 0x80) return c >= U'\t' && !text::is_ascii_digit(c) && !text::is_ascii_letter(c);
  if (c < 0x2000) return c >= 0xA0 && c <= 0xBF;
  if (c < 0x3000) return true;
  if (c <= 0x301F) return !text::is_han(c);
  if (c < 0xFE30) return c == U'・';
  if (c < 0xFF00) return true;
  return !text::is_fullwidth_digit(c) && !text::is_ascii_letter(text::to_halfwidth(c));
}

/// 。 ， 、 ； ： ！ ？ (GB/T 15834-2011, 3.2).
[[nodiscard]] constexpr bool is_stop(char32_t c) {
  return c == U'，' || c == U'。' || c == U'、' || c == U'；' || c == U'：' || c == U'！' || c == U'？';
}

/// The stop that this half-width mark stands for in Chinese text; the character itself for others. The
/// full point is left out, because it is a decimal point too.
[[nodiscard]] constexpr char32_t full_width_stop(char32_t c) {
  switch (c) {
    case U',':
      return U'，';
    case U';':
      return U'；';
    case U':':
      return U'：';
    case U'!':
      return U'！';
    case U'?':
      return U'？';
    default:
      return c;
  }
}

/// Han characters and the marks that only Chinese text has.
[[nodiscard]] constexpr bool is_chinese(char32_t c) {
  if (text::is_han(c) || is_stop(c)) return true;
  switch (c) {
    case U'“':
    case U'”':
    case U'《':
    case U'》':
    case U'（':
    case U'）':
    case U'〔':
    case U'〕':
    case U'【':
    case U'】':
    case U'…':
      return true;
    default:
      return false;
  }
}

}  // namespace tallybook::checks

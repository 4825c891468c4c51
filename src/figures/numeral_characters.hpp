// The characters of which Chinese numerals are made.
#pragma once

#include <array>
#include <cstdint>

namespace tallybook::figures {

inline constexpr int kNoDigit = -1;

[[nodiscard]] constexpr int chinese_digit(char32_t c) {
  constexpr std::array<const char32_t*, 10> kDigits = {
      U"〇零○", U"一壹", U"二两贰兩貳", U"三叁叄", U"四肆", U"五伍", U"六陆陸", U"七柒", U"八捌", U"九玖"};
  for (std::size_t digit = 0; digit < kDigits.size(); ++digit) {
    for (const char32_t* form = kDigits[digit]; *form != 0; ++form) {
      if (*form == c) return static_cast<int>(digit);
    }
  }
  return kNoDigit;
}

/// The power of ten of a scale word; 0 for any other character. 廿 and 卅 are two and three tens.
[[nodiscard]] constexpr int scale_of(char32_t c) {
  switch (c) {
    case U'十':
    case U'拾':
      return 1;
    case U'百':
    case U'佰':
      return 2;
    case U'千':
    case U'仟':
      return 3;
    case U'万':
    case U'萬':
      return 4;
    case U'亿':
    case U'億':
      return 8;
    case U'兆':
      return 12;
    default:
      return 0;
  }
}

/// 廿 and 卅: digit and scale word in one; 0 for any other character.
[[nodiscard]] constexpr int tens_of(char32_t c) {
  return c == U'廿' ? 2 : c == U'卅' ? 3 : 0;
}

/// 多 in 20多人: the number is a little larger.
[[nodiscard]] constexpr bool is_more(char32_t c) {
  return c == U'多' || c == U'余' || c == U'馀' || c == U'餘' || c == U'几' || c == U'幾';
}

/// Formal numerals that are also common characters (陆续, 队伍, 收拾, 放肆): alone they are words.
[[nodiscard]] constexpr bool is_word_alone(char32_t c) {
  return c == U'陆' || c == U'陸' || c == U'伍' || c == U'拾' || c == U'肆';
}

}  // namespace tallybook::figures

// The characters of which Chinese numerals are made.
#pragma once

#include <array>
#include <cstdint>

namespace tallybook::figures {

inline constexpr int kNoDigit = -1;

/// What a character does in a numeral; every other character does nothing.
enum class NumeralPart : std::uint8_t {
  none = 0,
  digit = 0x10,  ///< with the digit in the lower half
  scale = 0x20,  ///< 百: with its power of ten
  tens = 0x30,   ///< 廿 and 卅, digit and scale word in one: with how many tens
  more = 0x40,   ///< 多 in 20多人: the number is a little larger
};

/// The part and its number for each character of the Basic Multilingual Plane.
extern const std::array<std::uint8_t, 0x10000> kNumeralParts;

/// The number of the character as that part of a numeral; `otherwise` where it is another.
[[nodiscard]] inline int number_as(NumeralPart part, char32_t c, int otherwise) {
  const std::uint8_t found = c < kNumeralParts.size() ? kNumeralParts[c] : std::uint8_t{0};
  return (found & 0xF0u) == static_cast<std::uint8_t>(part) ? static_cast<int>(found & 0x0Fu) : otherwise;
}

[[nodiscard]] inline int chinese_digit(char32_t c) {
  return number_as(NumeralPart::digit, c, kNoDigit);
}

/// The power of ten of a scale word; 0 for any other character.
[[nodiscard]] inline int scale_of(char32_t c) {
  return number_as(NumeralPart::scale, c, 0);
}

/// 2 for 廿, 3 for 卅; 0 for any other character.
[[nodiscard]] inline int tens_of(char32_t c) {
  return number_as(NumeralPart::tens, c, 0);
}

[[nodiscard]] inline bool is_more(char32_t c) {
  return number_as(NumeralPart::more, c, -1) == 0;
}

/// Formal numerals that are also common characters (陆续, 队伍, 收拾, 放肆): alone they are words.
[[nodiscard]] constexpr bool is_word_alone(char32_t c) {
  return c == U'陆' || c == U'陸' || c == U'伍' || c == U'拾' || c == U'肆';
}

}  // namespace tallybook::figures

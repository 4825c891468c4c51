// The numbers in list marks: 一 … 九十九, 1 … 999, and Unicode's ready-made ①, ⑴, ⒈, ㈠.
#pragma once

#include <cstdint>
#include <string_view>

namespace tallybook::outline {

struct Numeral {
  std::uint32_t value = 0;
  std::uint32_t size = 0;  ///< bytes; 0 where no numeral stands
};

/// The longest Chinese numeral below one hundred at the start of `text`.
[[nodiscard]] Numeral read_chinese_numeral(std::string_view text);

/// One to three digits, ASCII or full-width, that no further digit follows.
[[nodiscard]] Numeral read_arabic_numeral(std::string_view text);

/// The digits, ASCII or full-width, at the start of `text`: how many bytes and how many digits.
struct DigitRun {
  std::uint32_t size = 0;
  std::uint32_t digits = 0;
};
[[nodiscard]] DigitRun read_digits(std::string_view text);

}  // namespace tallybook::outline

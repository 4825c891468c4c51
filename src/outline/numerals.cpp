#include "outline/numerals.hpp"

#include <array>

#include "text/characters.hpp"

namespace tallybook::outline {
namespace {

constexpr std::uint32_t kTen = 10;

constexpr std::array<std::string_view, 10> kChineseDigits = {"一", "二", "三", "四", "五",
                                                             "六", "七", "八", "九", "十"};
constexpr std::uint32_t kHanSize = 3;

/// 1 … 10 for 一 … 十, else 0.
std::uint32_t chinese_digit(std::string_view text) {
  const auto lead = text.empty() ? 0u : static_cast<unsigned char>(text.front());
  if (lead != 0xE4 && lead != 0xE5) return 0;
  for (std::uint32_t i = 0; i < kChineseDigits.size(); ++i) {
    if (text.starts_with(kChineseDigits[i])) return i + 1;
  }
  return 0;
}

}  // namespace

Numeral read_chinese_numeral(std::string_view text) {
  const std::uint32_t first = chinese_digit(text);
  if (first == 0) return {};
  const std::uint32_t second = chinese_digit(text.substr(kHanSize));
  if (first == kTen) {
    const bool teen = second != 0 && second != kTen;
    return teen ? Numeral{kTen + second, 2 * kHanSize} : Numeral{kTen, kHanSize};
  }
  if (second != kTen) return {first, kHanSize};
  const std::uint32_t third = chinese_digit(text.substr(std::size_t{2} * kHanSize));
  const bool ones = third != 0 && third != kTen;
  return ones ? Numeral{first * kTen + third, 3 * kHanSize} : Numeral{first * kTen, 2 * kHanSize};
}

DigitRun read_digits(std::string_view text) {
  DigitRun run;
  for (auto c = text::code_point_at(text, 0); text::is_digit(c.value);
       c = text::code_point_at(text, run.size)) {
    run.size += c.size;
    ++run.digits;
  }
  return run;
}

Numeral read_arabic_numeral(std::string_view text) {
  Numeral numeral;
  for (int digits = 0;; ++digits) {
    const auto c = text::code_point_at(text, numeral.size);
    if (!text::is_digit(c.value)) return numeral;
    if (digits == 3) return {};
    numeral.value = numeral.value * kTen + (text::to_halfwidth(c.value) - U'0');
    numeral.size += c.size;
  }
}

}  // namespace tallybook::outline

#include "document/number_format.hpp"

#include <array>
#include <utility>

#include "text/characters.hpp"

namespace tallybook::document {
namespace {

using namespace std::string_view_literals;

constexpr std::pair<std::string_view, NumberFormat> kFormats[] = {
    {"decimal", NumberFormat::decimal},
    {"decimalHalfWidth", NumberFormat::decimal},
    {"decimalZero", NumberFormat::decimal_zero},
    {"decimalFullWidth", NumberFormat::decimal_full_width},
    {"decimalFullWidth2", NumberFormat::decimal_full_width},
    {"decimalEnclosedCircle", NumberFormat::decimal_circled},
    {"decimalEnclosedCircleChinese", NumberFormat::decimal_circled},
    {"decimalEnclosedParen", NumberFormat::decimal_bracketed},
    {"decimalEnclosedFullstop", NumberFormat::decimal_full_stop},
    {"chineseCounting", NumberFormat::chinese_counting},
    {"chineseCountingThousand", NumberFormat::chinese_counting},
    {"japaneseCounting", NumberFormat::chinese_counting},
    {"taiwaneseCounting", NumberFormat::chinese_counting},
    {"taiwaneseCountingThousand", NumberFormat::chinese_counting},
    {"koreanCounting", NumberFormat::chinese_counting},
    {"ideographDigital", NumberFormat::chinese_digits},
    {"taiwaneseDigital", NumberFormat::chinese_digits},
    {"japaneseDigitalTenThousand", NumberFormat::chinese_digits},
    {"chineseLegalSimplified", NumberFormat::chinese_legal},
    {"ideographLegalTraditional", NumberFormat::chinese_legal},
    {"ideographTraditional", NumberFormat::heavenly_stems},
    {"ideographZodiac", NumberFormat::earthly_branches},
    {"ideographEnclosedCircle", NumberFormat::han_circled},
    {"lowerLetter", NumberFormat::lower_letter},
    {"upperLetter", NumberFormat::upper_letter},
    {"lowerRoman", NumberFormat::lower_roman},
    {"upperRoman", NumberFormat::upper_roman},
    {"bullet", NumberFormat::bullet},
    {"none", NumberFormat::none},
};

using Digits = std::array<std::string_view, 10>;
constexpr Digits kHan = {"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
constexpr Digits kFullWidth = {"０", "１", "２", "３", "４", "５", "６", "７", "８", "９"};
constexpr Digits kLegal = {"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"};
constexpr std::array<std::string_view, 4> kHanUnits = {"", "十", "百", "千"};
constexpr std::array<std::string_view, 4> kLegalUnits = {"", "拾", "佰", "仟"};

std::string with_digits(std::uint32_t number, const Digits& digits) {
  std::string text;
  for (const char c : std::to_string(number)) text += digits[static_cast<std::size_t>(c - '0')];
  return text;
}

/// 一百零五; 十 to 十九 without a leading 一 (`short_ten`).
std::string with_units(std::uint32_t number, const Digits& digits,
                       const std::array<std::string_view, 4>& units, bool short_ten) {
  if (number == 0 || number > 9999) return with_digits(number, digits);
  std::string text;
  bool gap = false;
  std::uint32_t scale = 1000;
  for (std::size_t unit = 4; unit-- > 0; scale /= 10) {
    const std::uint32_t digit = number / scale % 10;
    if (digit == 0) {
      gap = !text.empty();
      continue;
    }
    if (std::exchange(gap, false)) text += "零";
    if (!(short_ten && unit == 1 && digit == 1 && text.empty())) text += digits[digit];
    text += units[unit];
  }
  return text;
}

/// The character `number - 1` places after `first`.
std::string in_row(std::uint32_t number, char32_t first) {
  std::string text;
  text::append_utf8(text, first + number - 1);
  return text;
}

std::string circled(std::uint32_t number) {
  if (number == 0 || number > 50) return std::to_string(number);
  if (number <= 20) return in_row(number, U'①');
  return number <= 35 ? in_row(number - 20, U'㉑') : in_row(number - 35, U'㊱');
}

std::string row_or_decimal(std::uint32_t number, char32_t first, std::uint32_t last) {
  return number == 0 || number > last ? std::to_string(number) : in_row(number, first);
}

/// One of a string of three-byte characters.
std::string one_of(std::uint32_t number, std::string_view characters) {
  if (number == 0 || number > characters.size() / 3) return std::to_string(number);
  return std::string(characters.substr((std::size_t{number} - 1) * 3, 3));
}

/// a … z aa bb, as Word counts.
std::string letters(std::uint32_t number, char first) {
  constexpr std::uint32_t kLetters = 26;
  constexpr std::uint32_t kMostRepeats = 30;
  if (number == 0 || number > kLetters * kMostRepeats) return std::to_string(number);
  const std::uint32_t index = number - 1;
  return std::string(index / kLetters + 1, static_cast<char>(first + static_cast<char>(index % kLetters)));
}

std::string roman(std::uint32_t number, bool upper) {
  constexpr std::pair<std::uint32_t, std::string_view> kNumerals[] = {
      {1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"},
      {40, "xl"},  {10, "x"},   {9, "ix"},  {5, "v"},    {4, "iv"},  {1, "i"}};
  if (number == 0 || number > 3999) return std::to_string(number);
  std::string text;
  for (const auto& [value, numeral] : kNumerals) {
    for (; number >= value; number -= value) text += numeral;
  }
  if (upper) {
    for (char& c : text) c = static_cast<char>(c - 'a' + 'A');
  }
  return text;
}

}  // namespace

NumberFormat number_format(std::string_view name) {
  for (const auto& [known, format] : kFormats) {
    if (known == name) return format;
  }
  return NumberFormat::decimal;
}

std::string format_number(std::uint32_t number, NumberFormat format) {
  switch (format) {
    case NumberFormat::decimal:
      return std::to_string(number);
    case NumberFormat::decimal_zero:
      return (number < 10 ? "0" : "") + std::to_string(number);
    case NumberFormat::decimal_full_width:
      return with_digits(number, kFullWidth);
    case NumberFormat::decimal_circled:
      return circled(number);
    case NumberFormat::decimal_bracketed:
      return row_or_decimal(number, U'⑴', 20);
    case NumberFormat::decimal_full_stop:
      return row_or_decimal(number, U'⒈', 20);
    case NumberFormat::chinese_counting:
      return with_units(number, kHan, kHanUnits, true);
    case NumberFormat::chinese_digits:
      return with_digits(number, kHan);
    case NumberFormat::chinese_legal:
      return with_units(number, kLegal, kLegalUnits, false);
    case NumberFormat::heavenly_stems:
      return one_of(number, "甲乙丙丁戊己庚辛壬癸");
    case NumberFormat::earthly_branches:
      return one_of(number, "子丑寅卯辰巳午未申酉戌亥");
    case NumberFormat::han_circled:
      return row_or_decimal(number, U'㊀', 10);
    case NumberFormat::lower_letter:
      return letters(number, 'a');
    case NumberFormat::upper_letter:
      return letters(number, 'A');
    case NumberFormat::lower_roman:
      return roman(number, false);
    case NumberFormat::upper_roman:
      return roman(number, true);
    case NumberFormat::bullet:
    case NumberFormat::none:
      break;
  }
  return {};
}

}  // namespace tallybook::document

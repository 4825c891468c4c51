#include "figures/moment_numbers.hpp"

#include <algorithm>

#include "figures/numeral.hpp"
#include "figures/numeral_characters.hpp"

namespace tallybook::figures {
namespace {

/// Bytes: no number of the calendar is longer, and a look at it must not cost more.
constexpr std::size_t kLongest = 36;
constexpr int kMostDigits = 4;

int arabic_digit(char32_t c) {
  return text::is_digit(c) ? static_cast<int>(text::to_halfwidth(c) - U'0') : kNoDigit;
}

/// 〇 and its look-alikes, then 一 … 九; not the forms of contracts and not 两.
int chinese_calendar_digit(char32_t c) {
  constexpr std::u32string_view kForms = U"〇零○一二三四五六七八九";
  const int digit = chinese_digit(c);
  return digit != kNoDigit && kForms.find(c) != std::u32string_view::npos ? digit : kNoDigit;
}

std::optional<CalendarNumber> read_digits(Cursor& cursor) {
  CalendarNumber number;
  number.arabic = text::is_digit(cursor.peek());
  std::uint32_t at = cursor.at;
  while (true) {
    const auto c = text::code_point_at(cursor.text, at);
    const int digit = number.arabic ? arabic_digit(c.value) : chinese_calendar_digit(c.value);
    if (digit == kNoDigit) break;
    if (++number.digits > kMostDigits) return {};
    number.value = number.value * 10 + digit;
    at += c.size;
  }
  if (number.digits == 0) return {};
  cursor.at = at;
  return number;
}

/// A number that is no single value of the calendar: 十几, 三四十, 百分之三.
bool is_plain(const Numeral& numeral) {
  return !numeral.high && !numeral.more && !numeral.percent && !numeral.permille && !numeral.fraction &&
         numeral.value.scale() == 0;
}

std::optional<Numeral> read_numeral_at(const Cursor& cursor) {
  const std::size_t end = std::min(cursor.text.size(), cursor.at + kLongest);
  return read_numeral(cursor.text, cursor.at, static_cast<std::uint32_t>(end), WordSet{});
}

bool is_scale(char32_t c) {
  return c == U'十' || c == U'百' || c == U'千' || c == U'廿' || c == U'卅';
}

/// 廿三 and 卅, as lunar days are written.
std::optional<CalendarNumber> read_old_tens(Cursor& cursor) {
  CalendarNumber number;
  if (cursor.take("廿")) number.value = 20;
  if (number.value == 0 && cursor.take("卅")) number.value = 30;
  if (number.value == 0) return {};
  const int ones = chinese_calendar_digit(cursor.peek());
  if (ones > 0) {
    number.value += ones;
    cursor.at += text::code_point_at(cursor.text, cursor.at).size;
  }
  return number;
}

}  // namespace

std::optional<CalendarNumber> take_calendar_number(Cursor& cursor) {
  const char32_t first = cursor.peek();
  if (!starts_numeral(first)) return {};
  if (tens_of(first) != 0) return read_old_tens(cursor);
  const std::uint32_t begin = cursor.at;
  const auto digits = read_digits(cursor);
  if (digits && (digits->arabic || !is_scale(cursor.peek()))) return digits;
  cursor.at = begin;
  if (text::is_digit(cursor.peek())) return {};
  const auto numeral = read_numeral_at(cursor);
  if (!numeral || !is_plain(*numeral) || numeral->value > Decimal{9999}) return {};
  cursor.at = numeral->span.end;
  return CalendarNumber{static_cast<int>(numeral->value.coefficient()), 0, false};
}

std::optional<Decimal> take_length_number(Cursor& cursor) {
  const auto numeral = starts_numeral(cursor.peek()) ? read_numeral_at(cursor) : std::nullopt;
  if (!numeral || numeral->percent || numeral->permille || numeral->fraction || numeral->bare_scale)
    return {};
  cursor.at = numeral->span.end;
  return numeral->value;
}

}  // namespace tallybook::figures

// 1,100.76  11 503  3.5亿  2万5千  20多万
#include "figures/numeral_readers.hpp"

namespace tallybook::figures {
namespace {

constexpr int kMostDigits = 18;  // what a Decimal holds

/// A run of digits as written.
struct Digits {
  Decimal value;
  int count = 0;
};

/// The digits from `cursor` on, counted up to four.
int digit_run(NumeralCursor cursor) {
  int run = 0;
  for (; run < 4 && cursor.arabic_digit() != kNoDigit; ++run) cursor.advance();
  return run;
}

/// Whether a thousands mark may stand here, behind a group of so many digits: 1,100 and 11 503 go on
/// with just three.
bool is_thousands_mark(NumeralCursor cursor, int group, bool separated) {
  const char32_t mark = text::to_halfwidth(cursor.value());
  const bool group_ends = separated ? group == 3 : group >= 1 && group <= 3;
  if (!group_ends || (mark != U',' && cursor.value() != U' ')) return false;
  cursor.advance();
  return digit_run(cursor) == 3;
}

bool is_decimal_point(NumeralCursor cursor) {
  if (text::to_halfwidth(cursor.value()) != U'.') return false;
  cursor.advance();
  return cursor.arabic_digit() != kNoDigit;
}

bool read_digits(NumeralCursor& cursor, Digits& digits) {
  std::int64_t coefficient = 0;
  int group = 0;  // digits since the last mark
  std::uint8_t scale = 0;
  bool point = false;
  bool separated = false;
  while (true) {
    if (const int digit = cursor.arabic_digit(); digit != kNoDigit) {
      if (++digits.count > kMostDigits) return false;
      coefficient = coefficient * 10 + digit;
      if (point) ++scale;
      ++group;
    } else if (!point && is_decimal_point(cursor)) {
      point = true;
    } else if (!point && is_thousands_mark(cursor, group, separated)) {
      separated = true;
      group = 0;
    } else {
      break;
    }
    cursor.advance();
  }
  digits.value = Decimal{coefficient, scale};
  return digits.count > 0;
}

/// 5000 in 2万5000 and 1 in 1千零1 are the last places of the number; 2024 in 5万2024年 is not.
bool completes(const NumeralCursor& behind, const Digits& rest, bool zero, int power) {
  if (rest.value.scale() != 0) return false;
  return zero || (rest.count == power && power <= 4 && behind.value() != U'年');
}

/// 2万5千, 1亿9228万, 2千零30万: moves past one more number that belongs to the first and adds it.
/// `power` is the scale of the last one.
bool read_addend(NumeralCursor& cursor, Numeral& numeral, int& power) {
  NumeralCursor next = cursor;
  const bool zero = next.accept(U'零');
  Digits rest;
  if (next.arabic_digit() == kNoDigit || !read_digits(next, rest)) return false;
  constexpr int kHundred = 2;
  const int rest_power = read_scale_words(next, kHundred);
  const bool multiplies = rest_power > power && power <= 3 && zero;
  if (rest_power >= power && !multiplies) return false;
  if (rest_power == 0 && !completes(next, rest, zero, power)) return false;
  const auto addend = rest.value.shifted(multiplies ? 0 : rest_power);
  const auto place = rest.value.last_place().shifted(multiplies ? 0 : rest_power);
  const auto sum = addend ? numeral.value.plus(*addend) : std::nullopt;
  if (!sum || !place) return false;
  numeral.value = *sum;
  numeral.precision = *place;
  if (multiplies && !scale_by(numeral, rest_power)) return false;
  power = rest_power;
  cursor = next;
  return true;
}

}  // namespace

bool read_arabic_numeral(NumeralCursor& cursor, Numeral& numeral) {
  Digits digits;
  if (!read_digits(cursor, digits)) return false;
  numeral.arabic = true;
  numeral.value = digits.value;
  numeral.precision = digits.value.last_place();
  numeral.power = read_scale_words(cursor);
  if (!scale_by(numeral, numeral.power)) return false;
  for (int power = numeral.power; power > 0;) {
    if (!read_addend(cursor, numeral, power)) break;
  }
  numeral.scaled = numeral.power >= 2;
  return true;
}

}  // namespace tallybook::figures

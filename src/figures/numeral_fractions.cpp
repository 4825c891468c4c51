// 百分之三  三分之一  三又四分之一  2/3  1 3/5
#include <utility>

#include "figures/numeral_readers.hpp"

namespace tallybook::figures {
namespace {

/// Nothing is said in fractions below this.
constexpr std::int64_t kLargestDenominator = 1'000'000'000;
/// 1/3 and 1/100 are fractions; 3/12 is more often a date and 5/2000 a file number, unless a share is spoken
/// of.
constexpr std::int64_t kLargestSlashDenominator = 10;
constexpr std::int64_t kHundredth = 100;
constexpr std::int64_t kThousandth = 1000;

bool accept_spaced(NumeralCursor& cursor, char32_t first, char32_t second) {
  NumeralCursor next = cursor.past_blanks();
  if (!next.accept(first)) return false;
  next = next.past_blanks();
  if (!next.accept(second)) return false;
  cursor = next.past_blanks();
  return true;
}

bool is_whole(const Numeral& numeral) {
  return !numeral.high && !numeral.more && numeral.value.scale() == 0;
}

/// Sets the value to numerator ÷ denominator: exact below powers of ten, else to four decimals (1/3 is
/// 0.3333), which tell apart all fractions that are said.
bool divide(Numeral& numeral, const Numeral& numerator, std::int64_t denominator) {
  int power = 0;
  std::int64_t rest = denominator;
  for (; rest > 1 && rest % 10 == 0; rest /= 10) ++power;
  std::optional<Decimal> quotient;
  if (rest == 1) {
    quotient = numerator.value.shifted(-power);
  } else if (const auto scaled = numerator.value.shifted(5); scaled && scaled->scale() == 0) {
    quotient = Decimal{(scaled->coefficient() / denominator + 5) / 10, 4};
  }
  if (!quotient) return false;
  numeral.value = *quotient;
  numeral.precision = quotient->last_place();
  return true;
}

void negate(Numeral& numeral) {
  numeral.value = numeral.value.negated();
  if (numeral.high) numeral.high = std::exchange(numeral.value, numeral.high->negated());
}

/// 百分之三十, 千分之五, 三分之一, 百分之负三: `numeral` is what stands before 分之.
bool read_named_fraction(NumeralCursor& cursor, Numeral& numeral) {
  NumeralCursor next = cursor;
  if (!is_whole(numeral) || !accept_spaced(next, U'分', U'之')) return false;
  const bool negative = next.accept(U'负') || next.accept(U'負');
  Numeral numerator;
  if (!read_plain_numeral(next, numerator)) return false;
  const std::int64_t denominator = numeral.value.coefficient();
  const bool whole_word = numeral.bare_scale && (denominator == 100 || denominator == 1000);
  if (whole_word) {
    const bool percent = denominator == 100;
    numeral = numerator;
    numeral.bare_scale = false;  // 百分之百
    (percent ? numeral.percent : numeral.permille) = true;
  } else {
    if (denominator < 2 || denominator > kLargestDenominator) return false;
    if (numerator.high || !divide(numeral, numerator, denominator)) return false;
    numeral.arabic = numeral.bare_scale = numeral.scaled = false;
    numeral.fraction = true;
  }
  if (negative) negate(numeral);
  cursor = next;
  return true;
}

/// The whole in `numeral` together with its fraction, which ends at `end`.
bool add_fraction(NumeralCursor& cursor, const NumeralCursor& end, Numeral& whole, const Numeral& part) {
  const auto sum = whole.value.plus(part.value);
  if (!sum) return false;
  whole = part;
  whole.value = *sum;
  whole.fraction = true;
  cursor = end;
  return true;
}

/// 5 of 3/5 behind its slash.
std::optional<std::int64_t> read_denominator(NumeralCursor& cursor) {
  if (!cursor.accept(U'/') && !cursor.accept(U'／')) return {};
  Numeral below;
  if (cursor.arabic_digit() == kNoDigit || !read_arabic_numeral(cursor, below) || below.scaled) return {};
  const char32_t behind = text::to_halfwidth(cursor.value());
  constexpr std::u32string_view kDate = U"/:-年月日号.";
  if (kDate.find(behind) != kDate.npos || text::is_ascii_letter(behind)) return {};
  if (!is_whole(below) || below.value.is_zero()) return {};
  const std::int64_t value = below.value.coefficient();
  const bool likely = value <= kLargestSlashDenominator || value == kHundredth || value == kThousandth;
  const bool shared = behind == U'的' && value <= kThousandth;
  if (!likely && !shared) return {};
  return value;
}

bool is_plain_arabic(const Numeral& numeral) {
  return numeral.arabic && !numeral.scaled && is_whole(numeral) && !numeral.value.is_zero();
}

/// 1/3, 2/3; not 12/5, 3/8/2026, 5/10万, 1/2:30.
bool read_slash_fraction(NumeralCursor& cursor, Numeral& numeral) {
  NumeralCursor next = cursor;
  if (!is_plain_arabic(numeral)) return false;
  const auto below = read_denominator(next);
  const Numeral numerator = numeral;
  if (!below || Decimal{*below} <= numerator.value || !divide(numeral, numerator, *below)) return false;
  numeral.fraction = true;
  cursor = next;
  return true;
}

/// 三又四分之一, 3又1/2
bool read_mixed_fraction(NumeralCursor& cursor, Numeral& numeral) {
  NumeralCursor next = cursor.past_blanks();
  if (!is_whole(numeral) || !next.accept(U'又')) return false;
  next = next.past_blanks();
  Numeral part;
  if (!read_plain_numeral(next, part)) return false;
  if (!read_named_fraction(next, part) && !read_slash_fraction(next, part)) return false;
  if (!part.fraction) return false;
  return add_fraction(cursor, next, numeral, part);
}

/// 1 3/5: a blank parts the whole from the fraction.
bool read_mixed_slash_fraction(NumeralCursor& cursor, Numeral& numeral) {
  NumeralCursor next = cursor;
  if (!is_plain_arabic(numeral) || !NumeralCursor::is_blank(next.value())) return false;
  next.advance();
  Numeral part;
  if (next.arabic_digit() == kNoDigit || !read_arabic_numeral(next, part) || !is_plain_arabic(part))
    return false;
  const auto below = read_denominator(next);
  const Numeral numerator = part;
  if (!below || !divide(part, numerator, *below)) return false;
  return add_fraction(cursor, next, numeral, part);
}

}  // namespace

bool read_fraction(NumeralCursor& cursor, Numeral& numeral) {
  return read_named_fraction(cursor, numeral) || read_mixed_fraction(cursor, numeral) ||
         read_slash_fraction(cursor, numeral) || read_mixed_slash_fraction(cursor, numeral);
}

}  // namespace tallybook::figures

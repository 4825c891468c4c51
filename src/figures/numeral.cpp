#include "figures/numeral.hpp"

#include <algorithm>
#include <array>

#include "figures/numeral_readers.hpp"
#include "text/character_set.hpp"

namespace tallybook::figures {
namespace {

/// Nothing is said in fractions below this.
constexpr std::int64_t kLargestDenominator = 1'000'000'000;
/// 1/3 is a fraction; 3/12 is more often a date and 5/2000 a file number.
constexpr std::int64_t kLargestSlashDenominator = 10;

/// 20多万, 三十万多亿, 十几个: moves past them.
bool read_more(NumeralCursor& cursor, Numeral& numeral) {
  while (true) {
    NumeralCursor next = cursor.past_blanks();
    const char32_t c = next.value();
    // 5几 is no numeral, nor is 三多; 5多 and 5余 are.
    const bool few = c == U'几' || c == U'幾';
    const bool small = !numeral.bare_scale && numeral.value < Decimal{10};
    if (!is_more(c) || (small && (few || !numeral.arabic))) return true;
    next.advance();
    numeral.more = true;
    cursor = next;
    const int power = read_scale_words(cursor);
    if (power == 0) return true;
    if (!scale_by(numeral, power)) return false;
    numeral.scaled |= numeral.arabic ? power >= 2 : power >= 4;
    numeral.power += power;
  }
}

bool read_half(NumeralCursor& cursor, Numeral& numeral) {
  if (!cursor.accept(U'半')) return false;
  numeral.value = numeral.precision = Decimal{5, 1};
  numeral.half = true;
  return true;
}

/// A numeral of one script, without fractions.
bool read_plain(NumeralCursor& cursor, Numeral& numeral) {
  const bool ok = cursor.arabic_digit() != kNoDigit ? read_arabic_numeral(cursor, numeral)
                                                    : read_chinese_numeral(cursor, numeral);
  return ok && read_more(cursor, numeral);
}

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

/// 百分之三十, 千分之五, 三分之一: `numeral` is what stands before 分之.
bool read_named_fraction(NumeralCursor& cursor, Numeral& numeral) {
  NumeralCursor next = cursor;
  if (!is_whole(numeral) || !accept_spaced(next, U'分', U'之')) return false;
  Numeral numerator;
  if (!read_plain(next, numerator)) return false;
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
  cursor = next;
  return true;
}

/// 三又四分之一
bool read_mixed_fraction(NumeralCursor& cursor, Numeral& numeral) {
  NumeralCursor next = cursor.past_blanks();
  if (!is_whole(numeral) || !next.accept(U'又')) return false;
  next = next.past_blanks();
  Numeral part;
  if (!read_plain(next, part) || !read_named_fraction(next, part) || !part.fraction) return false;
  const auto sum = numeral.value.plus(part.value);
  if (!sum) return false;
  numeral = part;
  numeral.value = *sum;
  cursor = next;
  return true;
}

/// 1/3, 2/3; not 12/5, 3/8/2026, 5/10万, 1/2:30.
bool read_slash_fraction(NumeralCursor& cursor, Numeral& numeral) {
  if (!numeral.arabic || numeral.scaled || !is_whole(numeral) || numeral.value.is_zero()) return false;
  NumeralCursor next = cursor;
  if (!next.accept(U'/') && !next.accept(U'／')) return false;
  Numeral below;
  if (next.arabic_digit() == kNoDigit || !read_arabic_numeral(next, below) || below.scaled) return false;
  if (!is_whole(below) || below.value.coefficient() > kLargestSlashDenominator) return false;
  if (below.value <= numeral.value) return false;
  const char32_t behind = text::to_halfwidth(next.value());
  constexpr std::u32string_view kDate = U"/:-年月日号.";
  if (kDate.find(behind) != kDate.npos || text::is_ascii_letter(behind)) return false;
  const Numeral numerator = numeral;
  if (!divide(numeral, numerator, below.value.coefficient())) return false;
  numeral.fraction = true;
  cursor = next;
  return true;
}

constexpr text::CharacterSet kStarts = {
    U"〇零○一壹二两贰兩貳三叁叄四肆五伍六陆陸七柒八捌九玖十拾百佰千仟万萬亿億廿卅半"
    U"0123456789０１２３４５６７８９"};

}  // namespace

int read_scale_words(NumeralCursor& cursor) {
  int power = 0;
  while (true) {
    const NumeralCursor next = cursor.past_blanks();
    const int scale = scale_of(next.value());
    const bool apart = next.at() != cursor.at();
    const bool reads_on = scale >= (apart ? 4 : 2) && scale <= 8 && !next.at_unit();
    // 百 and 千 only at once after the digits.
    if (!reads_on || (power > 0 && scale <= 3)) return power;
    power += scale;
    cursor = next;
    cursor.advance();
  }
}

bool scale_by(Numeral& numeral, int power) {
  const auto value = numeral.value.shifted(power);
  const auto place = numeral.precision.shifted(power);
  const auto high = numeral.high ? numeral.high->shifted(power) : std::nullopt;
  if (!value || !place || numeral.high.has_value() != high.has_value()) return false;
  numeral.value = *value;
  numeral.precision = *place;
  numeral.high = high;
  return true;
}

std::optional<Numeral> read_numeral(std::string_view text, std::uint32_t at, std::uint32_t end,
                                    const WordSet& unit_words) {
  NumeralCursor cursor(text.substr(0, end), at, unit_words);
  Numeral numeral;
  if (!read_half(cursor, numeral)) {
    if (!read_plain(cursor, numeral)) return std::nullopt;
    const bool fraction = read_named_fraction(cursor, numeral) || read_mixed_fraction(cursor, numeral) ||
                          read_slash_fraction(cursor, numeral);
    static_cast<void>(fraction);
  }
  numeral.span = {at, cursor.at()};
  return numeral;
}

bool starts_numeral(char32_t c) {
  return c != U'半' && kStarts.contains(c);
}

std::uint32_t find_numeral_start(std::string_view text, std::uint32_t from, std::uint32_t end) {
  for (std::uint32_t at = from; at < end;) {
    const std::uint32_t step = text::size_at(text, at);
    const bool may_start = kStarts.may_contain(text::tag_before(text, at + step));
    if (may_start && kStarts.contains(text::code_point_at(text, at).value)) return at;
    at += step;
  }
  return end;
}

}  // namespace tallybook::figures

#include "figures/numeral.hpp"

#include "figures/numeral_readers.hpp"
#include "text/character_set.hpp"
#include "text/skim.hpp"

namespace tallybook::figures {
namespace {

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

/// What may begin a numeral, a point that stands for 0. and 对折.
constexpr std::u32string_view kStartCharacters =
    U"〇零○一壹二两贰兩貳三叁叄四肆五伍六陆陸七柒八捌九玖十拾百佰千仟万萬亿億廿卅半对對"
    U"0123456789０１２３４５６７８９.．";
constexpr text::CharacterSet kStarts = {kStartCharacters};
constexpr text::Sieve kMayStart = {kStartCharacters};

/// .5 without its zero; not the points of 3.5, v.5, (1).5 and ...9.
bool is_leading_point(std::string_view text, std::size_t at) {
  if (!text::is_digit(text::code_point_at(text, at + text::size_at(text, at)).value)) return false;
  const char32_t before = text::to_halfwidth(text::code_point_before(text, at).value);
  return before != U'.' && before != U')' && !text::is_ascii_letter(before) && !text::is_ascii_digit(before);
}

}  // namespace

bool read_plain_numeral(NumeralCursor& cursor, Numeral& numeral) {
  const bool arabic = cursor.arabic_digit() != kNoDigit || text::to_halfwidth(cursor.value()) == U'.';
  const bool ok = arabic ? read_arabic_numeral(cursor, numeral) : read_chinese_numeral(cursor, numeral);
  return ok && read_more(cursor, numeral);
}

int read_scale_words(NumeralCursor& cursor, int least_apart) {
  int power = 0;
  while (true) {
    const NumeralCursor next = cursor.past_blanks();
    const int scale = scale_of(next.value());
    const bool apart = next.at() != cursor.at();
    const bool reads_on = scale >= (apart ? least_apart : 2) && scale <= 8 && !next.at_unit();
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
    if (!read_plain_numeral(cursor, numeral)) return std::nullopt;
    read_fraction(cursor, numeral);
  }
  numeral.span = {at, cursor.at()};
  return numeral;
}

bool starts_numeral(char32_t c) {
  constexpr std::u32string_view kOthers = U"半对對.．";
  return kStarts.contains(c) && kOthers.find(c) == kOthers.npos;
}

std::uint32_t find_sign(std::string_view text, std::uint32_t begin, std::uint32_t at, bool arabic) {
  constexpr std::string_view kBelowZero = "零下";
  if (text.substr(begin, at - begin).ends_with(kBelowZero))
    return at - static_cast<std::uint32_t>(kBelowZero.size());
  const auto sign = text::code_point_before(text, at);
  if (sign.size == 0 || at < begin + sign.size) return at;
  const std::uint32_t place = at - sign.size;
  const char32_t before = text::code_point_before(text, place).value;
  if (sign.value == U'负' || sign.value == U'負') {
    // 税负5亿, 抱负 and 肩负 end in the same character; a verb may stand before the sign.
    constexpr std::u32string_view kVerbs = U"为是到至达了于比从在";
    return text::is_han(before) && kVerbs.find(before) == kVerbs.npos ? at : place;
  }
  const bool minus = sign.value == U'-' || sign.value == U'−' || sign.value == U'－';
  const char32_t joined = text::to_halfwidth(before);
  const bool joins = text::is_ascii_digit(joined) || text::is_ascii_letter(joined) || joined == U'-' ||
                     joined == U')' || joined == U'%';
  return minus && arabic && !joins ? place : at;
}

std::uint32_t find_numeral_start(std::string_view text, std::uint32_t from, std::uint32_t end) {
  for (std::uint32_t at = from;;) {
    at = kMayStart.find(text, at, end);
    if (at >= end) return end;
    const auto c = text::code_point_at(text, at);
    const bool point = c.value == U'.' || c.value == U'．';
    if (kStarts.contains(c.value) && (!point || is_leading_point(text, at))) return at;
    at += c.size;
  }
}

}  // namespace tallybook::figures

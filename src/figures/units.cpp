#include "figures/units.hpp"

#include <algorithm>
#include <array>

#include "figures/matching.hpp"
#include "figures/numeral_characters.hpp"
#include "text/characters.hpp"

namespace tallybook::figures {
namespace {

using text::code_point_at;

constexpr std::string_view kHalf = "半";

/// 五个多月, 三个半月
UnitMatch match_interrupted(std::string_view text, std::uint32_t at, const Lexicon::Tables& tables) {
  static constexpr std::string_view kClassifier = "个";
  if (!starts_with(text, at, kClassifier)) return {};
  const std::uint32_t inner = at + static_cast<std::uint32_t>(kClassifier.size());
  const bool more = starts_with(text, inner, "多");
  const bool half = starts_with(text, inner, kHalf);
  if (!more && !half) return {};
  // The unit as it would stand without the word inside: 个月, 个小时.
  constexpr std::size_t kLongest = 12;
  const std::size_t rest = inner + kHalf.size();
  std::string unit(kClassifier);
  unit += text::opening_of(text.substr(std::min(rest, text.size())), kLongest);
  const auto match = tables.unit_words.match_at(unit, 0);
  if (match.size <= kClassifier.size() || tables.units[match.value].kind != FigureKind::duration) return {};
  unit.resize(match.size);
  UnitMatch result;
  result.size = match.size + static_cast<std::uint32_t>(kHalf.size());
  result.text = std::move(unit);
  result.entry = &tables.units[match.value];
  result.kind = FigureKind::duration;
  result.more = more;
  result.half = half;
  return result;
}

/// 人(次), 张（条）: an alternative unit in brackets belongs to the unit as written.
std::uint32_t match_bracketed(std::string_view text, std::uint32_t at, const WordSet& units) {
  constexpr std::uint32_t kLongest = 6;
  const bool half = starts_with(text, at, "(");
  const bool full = starts_with(text, at, "（");
  if (!half && !full) return 0;
  const std::uint32_t bracket = half ? 1 : 3;
  const auto inner = units.match_at(text, at + bracket);
  if (!inner || inner.size > kLongest) return 0;
  const bool closed = starts_with(text, at + bracket + inner.size, half ? ")" : "）");
  return closed ? bracket + inner.size + bracket : 0;
}

/// 元/吨, 元/平方米·月, 公里/百平方公里, 人·次: one more unit behind a slash or a dot.
std::uint32_t match_factor(std::string_view text, std::uint32_t at, const WordSet& units) {
  static constexpr std::array<std::string_view, 4> kSigns = {"/", "／", "·", "•"};
  for (const std::string_view sign : kSigns) {
    if (!starts_with(text, at, sign)) continue;
    std::uint32_t next = at + static_cast<std::uint32_t>(sign.size());
    while (!units.match_at(text, next) && scale_of(code_point_at(text, next).value) >= 2) next += 3;
    const auto unit = units.match_at(text, next);
    if (unit) return next + unit.size - at;
    // 元/月, 辆/日: a slash divides by these, which elsewhere are no units but dates.
    for (const std::string_view period : {"月", "日", "季", "季度", "时"}) {
      if (starts_with(text, next, period)) return next + static_cast<std::uint32_t>(period.size()) - at;
    }
  }
  return 0;
}

void extend_compound(UnitMatch& unit, std::string_view text, std::uint32_t at,
                     const Lexicon::Tables& tables) {
  while (const std::uint32_t size = match_factor(text, at + unit.size, tables.unit_words)) {
    unit.size += size;
    unit.compound = true;
    unit.entry = nullptr;
    if (unit.kind != FigureKind::money) unit.kind = FigureKind::other;
  }
}

/// 三年半, 两米半: a half of the unit behind it; not 5年半决赛, where 半 opens the next word.
std::uint32_t match_half_behind(std::string_view text, std::uint32_t at, const UnitMatch& unit) {
  if (!can_be_halved(unit) || !starts_with(text, at, kHalf)) return 0;
  static constexpr std::u32string_view kMayFollow = U"以的时来多左内后前就";
  const char32_t next = code_point_at(text, at + kHalf.size()).value;
  const bool ends = !text::is_han(next) || kMayFollow.find(next) != kMayFollow.npos;
  return ends ? static_cast<std::uint32_t>(kHalf.size()) : 0;
}

/// The unit's own text: without the classifier of 个百分点, without 人民币.
std::string own_text(std::string_view written, FigureKind kind) {
  static constexpr std::string_view kCurrency = "人民币";
  if (kind == FigureKind::points && (written.starts_with("个") || written.starts_with("個")))
    written.remove_prefix(3);
  if (written == kCurrency) return "元";
  if (written.ends_with(kCurrency)) written.remove_suffix(kCurrency.size());
  if (written.starts_with(kCurrency)) written.remove_prefix(kCurrency.size());
  return std::string(written);
}

/// Whether no word goes on at `at`: 5.5亿手，, 325基以上; not 手机, 基地.
bool ends_word(std::string_view text, std::size_t at) {
  static constexpr std::u32string_view kMayFollow = U"以左上的和及与或多余等";
  const char32_t next = code_point_at(text, at).value;
  return !text::is_han(next) || kMayFollow.find(next) != kMayFollow.npos;
}

/// No clock shows 849.8 or 3205.
bool tells_no_hour(const Numeral& numeral) {
  constexpr std::int64_t kHours = 24;
  return numeral.value.scale() > 0 || numeral.value > Decimal{kHours};
}

/// 十分, 两度, 百里: words, where 一千二百头 is none.
bool may_be_word(const Numeral& numeral) {
  constexpr std::int64_t kLongNumeral = 100;
  return !numeral.arabic && !numeral.scaled && (numeral.bare_scale || numeral.value <= Decimal{kLongNumeral});
}

/// Whether the unit of `match` is meant, behind this numeral and before these words.
bool is_meant(std::string_view text, std::uint32_t at, const WordSet::Match& match, const Numeral& numeral,
              const Lexicon::Tables& tables) {
  if (const auto other = tables.not_unit.match_at(text, at); other.size >= match.size) return false;
  const Unit& unit = tables.units[match.value];
  if (unit.arabic_only && may_be_word(numeral)) return false;
  if (unit.hour_word && !tells_no_hour(numeral)) return false;
  if (unit.final_only && !ends_word(text, at + match.size)) return false;
  // A Latin unit ends where its word ends: 5m, not 5machines.
  const char32_t last = text::code_point_before(text, at + match.size).value;
  return !text::is_ascii_letter(last) || !text::is_ascii_letter(code_point_at(text, at + match.size).value);
}

/// The longest unit at `at` that is meant; a longer one that is none leaves a shorter one: 3人日前.
WordSet::Match longest_unit(std::string_view text, std::uint32_t at, const Numeral& numeral,
                            const Lexicon::Tables& tables) {
  auto match = tables.unit_words.match_at(text, at);
  while (match && !is_meant(text, at, match, numeral, tables)) {
    const std::size_t shorter = match.size - text::code_point_before(text, at + match.size).size;
    match = shorter == 0 ? WordSet::Match{} : tables.unit_words.match_at(text.substr(0, at + shorter), at);
  }
  return match;
}

/// A digit in the script of the numeral; kNoDigit for anything else.
int digit_like(char32_t c, const Numeral& numeral) {
  if (!numeral.arabic) return chinese_digit(c);
  return text::is_digit(c) ? static_cast<int>(text::to_halfwidth(c) - U'0') : kNoDigit;
}

/// 2 of 7 2 折.
int spaced_digit(char32_t c, const Numeral& numeral) {
  return numeral.value < Decimal{10} && numeral.value.scale() == 0 ? digit_like(c, numeral) : kNoDigit;
}

/// 个 百 分 点, set apart. Only points, for 3 名 次 may be 3名 of something.
WordSet::Match match_spaced_points(std::string_view text, std::uint32_t at, const Lexicon::Tables& tables) {
  constexpr int kMostCharacters = 4;
  constexpr std::size_t kReach = 12;
  if (at >= text.size() || !tables.point_words.may_begin(text::tag_at(text, at))) return {};
  if (text.substr(at, kReach).find(' ') == std::string_view::npos) return {};
  std::string compact;
  std::uint32_t end = at;
  for (int i = 0; i < kMostCharacters; ++i) {
    const auto c = code_point_at(text, end);
    if (!text::is_han(c.value)) break;
    compact += text.substr(end, c.size);
    end += c.size;
    const auto match = tables.point_words.match_at(compact, 0);
    if (match.size == compact.size()) return {end - at, match.value};
    end = past_blanks(text, end);
  }
  return {};
}

/// 十个月大, 90天大: a duration with 大 is an age.
std::uint32_t match_age(std::string_view text, std::uint32_t at, FigureKind kind) {
  static constexpr std::string_view kOld = "大";
  if (kind != FigureKind::duration || !starts_with(text, at, kOld)) return 0;
  const char32_t next = code_point_at(text, at + kOld.size()).value;
  return !text::is_han(next) || next == U'的' ? static_cast<std::uint32_t>(kOld.size()) : 0;
}

}  // namespace

bool can_be_halved(const UnitMatch& unit) {
  switch (unit.kind) {
    case FigureKind::duration:
    case FigureKind::length:
    case FigureKind::area:
    case FigureKind::mass:
    case FigureKind::volume:
    case FigureKind::age:
      return !unit.compound;
    default:
      return false;
  }
}

UnitMatch match_unit(std::string_view text, std::uint32_t at, const Numeral& numeral,
                     const Lexicon::Tables& tables) {
  if (UnitMatch interrupted = match_interrupted(text, at, tables); interrupted.size != 0) return interrupted;
  auto match = longest_unit(text, at, numeral, tables);
  const auto spaced = match_spaced_points(text, at, tables);
  const bool set_apart = spaced.size > match.size;
  if (set_apart) match = spaced;
  if (!match) return {};
  const Unit& unit = tables.units[match.value];
  UnitMatch result;
  result.size = match.size;
  result.entry = &unit;
  result.kind = unit.kind;
  result.compound = unit.compound;
  result.size += match_bracketed(text, at + result.size, tables.unit_words);
  extend_compound(result, text, at, tables);
  result.text = own_text(set_apart ? unit.text : text.substr(at, result.size), result.kind);
  if (const std::uint32_t age = match_age(text, at + result.size, result.kind)) {
    result.size += age;
    result.kind = FigureKind::age;
  }
  if (const std::uint32_t half = match_half_behind(text, at + result.size, result)) {
    result.size += half;
    result.half = true;
  }
  return result;
}

std::optional<MeasureUnit> find_measure_unit(std::string_view text, const Lexicon::Tables& tables) {
  const auto match = tables.unit_words.match_at(text, 0);
  if (!match || match.size != text.size()) return std::nullopt;
  const Unit& unit = tables.units[match.value];
  const UnitFamily& family = tables.unit_families[unit.family];
  return MeasureUnit{unit.text, unit.kind, family.dimension, family.base, unit.factor, unit.compound};
}

bool ends_tenths(std::string_view text, std::uint32_t at) {
  static constexpr std::u32string_view kMayFollow = U"左以多的上下优销出起购计";
  const char32_t next = code_point_at(text, at).value;
  return !text::is_digit(next) && (!text::is_han(next) || kMayFollow.find(next) != kMayFollow.npos);
}

Tenths match_tenths(std::string_view text, std::uint32_t at, const Numeral& numeral) {
  if (numeral.scaled || numeral.bare_scale || numeral.value.is_zero()) return {};
  Tenths tenths;
  const std::uint32_t place = past_blanks(text, at);
  const auto sign = code_point_at(text, place);
  std::uint32_t end = place + sign.size;
  if (sign.value == U'成') {
    if (Decimal{10} < numeral.value) return {};
    tenths.power = 1;
    const std::uint32_t behind = past_blanks(text, end);
    const auto digit = code_point_at(text, behind);
    if (const int value = digit_like(digit.value, numeral); value > 0) {
      tenths.hundredths = value;
      end = behind + digit.size;
    }
  } else if (sign.value == U'折') {
    // 十折 takes nothing off, and 八五折 is 85%.
    if (numeral.value == Decimal{10} || Decimal{100} <= numeral.value) return {};
    tenths.power = numeral.value < Decimal{10} ? 1 : 2;
  } else if (const int digit = spaced_digit(sign.value, numeral); digit > 0 && place != at) {
    end = past_blanks(text, end);
    if (!starts_with(text, end, "折")) return {};
    tenths.power = 1;
    tenths.hundredths = digit;
    end += 3;
  }
  if (tenths.power == 0 || !ends_tenths(text, end)) return {};
  tenths.size = end - at;
  return tenths;
}

}  // namespace tallybook::figures

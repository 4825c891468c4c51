// 3—5个  63%～68%  13万元～17万元  10与20之间
#include "figures/quantity_reader.hpp"
#include "text/skim.hpp"

namespace tallybook::figures {
namespace {

/// What joins the ends of a range, with the blanks around it.
struct RangeMark {
  std::uint32_t size = 0;
  bool needs_between = false;  ///< 与 in 100与200之间: without 之间 it joins two quantities
};

/// A doubled dash is punctuation, not a range.
RangeMark match_range_mark(std::string_view text, std::uint32_t at) {
  static constexpr std::array<std::string_view, 10> kMarks = {"-", "—",  "–",  "－", "～",
                                                              "~", "〜", "至", "到", "―"};
  static constexpr std::array<std::string_view, 5> kAnd = {"与", "與", "和", "及", "跟"};
  static constexpr text::Sieve kFirst = {U"-—–－～~〜至到―与與和及跟"};
  const std::uint32_t mark = past_blanks(text, at);
  if (mark >= text.size() || kFirst.sights_of(text::tag_at(text, mark)) == 0) return {};
  if (starts_with(text, mark, "——")) return {};
  if (const std::uint32_t size = match_any(text, mark, kMarks))
    return {past_blanks(text, mark + size) - at, false};
  if (const std::uint32_t size = match_any(text, mark, kAnd))
    return {past_blanks(text, mark + size) - at, true};
  return {};
}

bool between_follows(std::string_view text, std::uint32_t at) {
  static constexpr std::array<std::string_view, 4> kBetween = {"之间", "之間", "间", "間"};
  return match_any(text, at, kBetween) != 0;
}

}  // namespace

/// The upper end of a range, read with its unit, if it has one.
struct QuantityReader::RangeEnd {
  Numeral numeral;
  Quantity quantity;
  Span span;
  bool has_unit = false;
};

/// What stands behind the mark at `cursor`; empty where that joins no two ends.
std::optional<QuantityReader::RangeEnd> QuantityReader::read_range_end(const Quantity& first,
                                                                       const Numeral& numeral,
                                                                       std::uint32_t cursor) const {
  const RangeMark mark = match_range_mark(text_, cursor);
  if (mark.size == 0 || first.high) return {};
  std::uint32_t begin = cursor + mark.size;
  if (first.ordinal && starts_with(text_, begin, kOrdinal))
    begin += static_cast<std::uint32_t>(kOrdinal.size());
  const auto right = read_numeral(text_, begin, end_, tables_.unit_words);
  if (!right || right->high || right->arabic != numeral.arabic) return {};
  RangeEnd end{*right, {}, {begin, right->span.end}, false};
  set_value(end.quantity, *right);
  end.has_unit = apply_unit(end.quantity, *right, end.span.end);
  if (mark.needs_between && !between_follows(text_, end.span.end)) return {};
  return end;
}

/// Whether the two numbers may be the ends of one range: of one unit, or rising.
bool QuantityReader::makes_range(const Quantity& first, const Numeral& numeral, const RangeEnd& end) const {
  // 由12%提高到15%, 从3个到5个: two ends, two figures.
  static constexpr std::array<std::string_view, 3> kFrom = {"从", "由", "自"};
  const std::string_view before = text_.substr(begin_, first.numeral.begin - begin_);
  if (before.size() >= 3 && match_any(before, before.size() - 3, kFrom) != 0) return false;
  const bool first_has_unit = !first.unit.empty();
  if (end.has_unit) return !first_has_unit || end.quantity.unit == first.unit;
  const bool shares_percent = numeral.percent || numeral.permille;  // 百分之二十至三十
  if (first_has_unit && !shares_percent) return false;
  // 增加13.5万至110.6万: by so much, to a level far above.
  constexpr std::int64_t kFar = 3;
  const auto far = first.value.times(Decimal{kFar});
  const bool new_level = numeral.scaled && far && *far < end.quantity.value &&
                         tables_.change_verbs.match_before(before, before.size());
  return first.value < end.quantity.value && !new_level;
}

/// 2-3万元, 三至四成: scale word and unit of the upper end hold for both.
void QuantityReader::share_unit(Quantity& first, const Numeral& numeral, const RangeEnd& end) {
  if (end.numeral.scaled && !numeral.scaled) {
    first.value = first.value.shifted(end.numeral.power).value_or(first.value);
    first.precision = first.precision.shifted(end.numeral.power).value_or(first.precision);
  }
  if (end.quantity.kind == FigureKind::fraction && first.kind != FigureKind::fraction) {
    first.value = first.value.shifted(-1).value_or(first.value);
    first.precision = end.quantity.precision;
  }
  first.kind = end.quantity.kind;
  first.unit = end.quantity.unit;
  first.unit_entry = end.quantity.unit_entry;
  first.compound_unit = end.quantity.compound_unit;
}

/// 3—5个, 63%～68%, 13万元～17万元. `cursor` stands behind the first number and its unit.
std::uint32_t QuantityReader::read_range(Quantity& quantity, const Numeral& numeral,
                                         std::uint32_t cursor) const {
  const auto end = read_range_end(quantity, numeral, cursor);
  if (!end || !makes_range(quantity, numeral, *end)) return cursor;
  if (quantity.unit.empty()) share_unit(quantity, numeral, *end);
  quantity.high = end->quantity.value;
  quantity.scaled |= end->numeral.scaled;
  quantity.numeral.end = end->numeral.span.end;
  quantity.second = end->span;
  return end->span.end;
}

}  // namespace tallybook::figures

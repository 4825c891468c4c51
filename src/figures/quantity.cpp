#include "figures/quantity.hpp"

#include <array>

#include "text/characters.hpp"

namespace tallybook::figures {
namespace {

using text::code_point_at;

/// A unit as it stands in the text.
struct UnitMatch {
  std::uint32_t size = 0;        ///< bytes
  std::uint32_t inner_more = 0;  ///< bytes of a 多 or 半 inside: 五个多月
  bool half = false;
  const Unit* entry = nullptr;
  bool compound = false;
  FigureKind kind = FigureKind::count;
};

/// The connectors of a range; a doubled dash is punctuation, not a range.
std::uint32_t match_range_mark(std::string_view text, std::uint32_t at) {
  static constexpr std::array<std::string_view, 11> kMarks = {"——", "-",  "—",  "–",  "－", "～",
                                                              "~",  "〜", "至", "到", "―"};
  for (const auto mark : kMarks) {
    if (text.compare(at, mark.size(), mark) == 0)
      return mark == "——" ? 0 : static_cast<std::uint32_t>(mark.size());
  }
  return 0;
}

std::uint32_t match_colon(std::string_view text, std::uint32_t at) {
  static constexpr std::array<std::string_view, 3> kColons = {"∶", "：", ":"};
  for (const auto mark : kColons) {
    if (text.compare(at, mark.size(), mark) == 0) return static_cast<std::uint32_t>(mark.size());
  }
  return 0;
}

class QuantityReader {
 public:
  QuantityReader(std::string_view text, std::uint32_t begin, std::uint32_t end, const Lexicon::Tables& tables)
      : text_(text.substr(0, end)), begin_(begin), end_(end), tables_(tables) {}

  std::optional<Quantity> read(std::uint32_t at) {
    auto numeral = read_numeral(text_, at, end_, tables_.unit_words);
    if (!numeral) return std::nullopt;
    Quantity quantity;
    quantity.arabic = numeral->arabic;
    quantity.scaled = numeral->scaled;
    quantity.bare_scale = numeral->bare_scale;
    quantity.numeral = numeral->span;
    set_value(quantity, *numeral);
    std::uint32_t cursor = numeral->span.end;
    if (read_ratio(quantity, *numeral, cursor)) {
      quantity.span = {at, cursor};
      return quantity;
    }
    read_product(quantity, cursor);
    UnitMatch unit = apply_unit(quantity, *numeral, cursor);
    cursor = read_range(quantity, *numeral, unit, cursor);
    if (quantity.numeral.end != numeral->span.end) quantity.numeral.end = cursor;
    cursor = read_approximator_after(quantity, cursor);
    if (quantity.bound == Bound::exact && numeral->more) quantity.bound = Bound::over;
    quantity.span = {read_sign(quantity, read_approximator_before(quantity, at)), cursor};
    return quantity;
  }

 private:
  static void set_value(Quantity& quantity, const Numeral& numeral) {
    quantity.value = numeral.value;
    quantity.high = numeral.high;
    quantity.precision = numeral.precision;
    if (numeral.percent) {
      quantity.kind = FigureKind::percent;
      quantity.unit = "%";
    } else if (numeral.permille) {
      quantity.kind = FigureKind::permille;
      quantity.unit = "‰";
    } else if (numeral.fraction) {
      quantity.kind = FigureKind::fraction;
    }
  }

  std::uint32_t gap_before_unit(std::uint32_t at, const Numeral& numeral) const;
  UnitMatch match_unit(std::uint32_t at, const Numeral& numeral) const;
  void extend_compound(UnitMatch& unit, std::uint32_t at) const;
  UnitMatch match_tenths(const Numeral& numeral, std::uint32_t at) const;
  UnitMatch apply_unit(Quantity& quantity, const Numeral& numeral, std::uint32_t& cursor) const;
  bool read_ratio(Quantity& quantity, const Numeral& numeral, std::uint32_t& cursor) const;
  void read_product(Quantity& quantity, std::uint32_t& cursor) const;
  std::uint32_t read_range(Quantity& quantity, const Numeral& numeral, const UnitMatch& unit,
                           std::uint32_t cursor) const;
  std::uint32_t read_approximator_after(Quantity& quantity, std::uint32_t cursor) const;
  std::uint32_t read_approximator_before(Quantity& quantity, std::uint32_t at) const;
  std::uint32_t read_sign(Quantity& quantity, std::uint32_t at) const;

  std::string_view text_;
  std::uint32_t begin_;
  std::uint32_t end_;
  const Lexicon::Tables& tables_;
};

/// 人(次), 张（条）: an alternative unit in brackets belongs to the unit as written.
std::uint32_t match_bracketed(std::string_view text, std::uint32_t at, const WordSet& units) {
  const bool half = text.compare(at, 1, "(") == 0;
  const bool full = text.compare(at, 3, "（") == 0;
  if (!half && !full) return 0;
  const std::uint32_t open = half ? 1 : 3;
  const auto inner = units.match_at(text, at + open);
  const std::uint32_t close_at = at + open + inner.size;
  if (!inner || inner.size > 6) return 0;
  if (half && text.compare(close_at, 1, ")") == 0) return open + inner.size + 1;
  if (full && text.compare(close_at, 3, "）") == 0) return open + inner.size + 3;
  return 0;
}

UnitMatch QuantityReader::match_unit(std::uint32_t at, const Numeral& numeral) const {
  UnitMatch result;
  // 五个多月, 三个半月, 两年半
  for (const std::string_view inner : {"个多", "个半"}) {
    if (text_.compare(at, inner.size(), inner) != 0) continue;
    const std::string joined = "个" + std::string(text_.substr(at + inner.size(), 3));
    const auto match = tables_.unit_words.match_at(joined, 0);
    if (match.size == joined.size() && tables_.units[match.value].kind == FigureKind::duration) {
      result = {static_cast<std::uint32_t>(inner.size() + 3),
                3,
                inner == "个半",
                &tables_.units[match.value],
                false,
                FigureKind::duration};
      return result;
    }
  }
  const auto match = tables_.unit_words.match_at(text_, at);
  if (!match) return result;
  if (const auto other = tables_.not_unit.match_at(text_, at); other.size >= match.size) return result;
  const Unit& unit = tables_.units[match.value];
  if (unit.arabic_only && !numeral.arabic && !numeral.scaled) return result;
  // A Latin unit ends where its word ends: 5m, not 5machines.
  const char32_t last = text::code_point_before(text_, at + match.size).value;
  if (text::is_ascii_letter(last) && text::is_ascii_letter(code_point_at(text_, at + match.size).value))
    return result;
  result.size = match.size;
  result.entry = &unit;
  result.kind = unit.kind;
  result.size += match_bracketed(text_, at + result.size, tables_.unit_words);
  extend_compound(result, at);
  return result;
}

/// 元/吨, 人/平方公里, 公里/百平方公里, 毫克/立方米.
void QuantityReader::extend_compound(UnitMatch& unit, std::uint32_t at) const {
  while (true) {
    const std::uint32_t slash = at + unit.size;
    const std::uint32_t size = text_.compare(slash, 1, "/") == 0    ? 1
                               : text_.compare(slash, 3, "／") == 0 ? 3
                                                                    : 0;
    if (size == 0) return;
    std::uint32_t next = slash + size;
    for (const std::string_view scale : {"百", "千", "万"}) {
      if (text_.compare(next, 3, scale) == 0 && !tables_.unit_words.match_at(text_, next)) next += 3;
    }
    const auto below = tables_.unit_words.match_at(text_, next);
    if (!below) return;
    unit.size = next + below.size - at;
    unit.compound = true;
    if (unit.kind != FigureKind::money) unit.kind = FigureKind::other;
  }
}

/// 三成, 三成五, 八成以上: tenths, where 成 is no verb (成立, 成为).
UnitMatch QuantityReader::match_tenths(const Numeral& numeral, std::uint32_t at) const {
  UnitMatch result;
  if (numeral.arabic || numeral.scaled || text_.compare(at, 3, "成") != 0) return result;
  if (numeral.value < Decimal{1} || numeral.value > Decimal{10}) return result;
  const char32_t next = code_point_at(text_, at + 3).value;
  static constexpr std::u32string_view kAllowed = U"，。；、）)左以多的以上下";
  if (next == 0 || !text::is_han(next) || kAllowed.find(next) != std::u32string_view::npos) {
    result.size = 3;
    result.kind = FigureKind::fraction;
  }
  return result;
}

/// 815 个: a space that a typist set between number and unit.
std::uint32_t QuantityReader::gap_before_unit(std::uint32_t at, const Numeral& numeral) const {
  if (!numeral.arabic) return 0;
  const auto gap = code_point_at(text_, at);
  return gap.value == U' ' || gap.value == 0xA0 ? gap.size : 0;
}

UnitMatch QuantityReader::apply_unit(Quantity& quantity, const Numeral& numeral,
                                     std::uint32_t& cursor) const {
  if (numeral.percent || numeral.permille || numeral.fraction) return {};
  if (const UnitMatch tenths = match_tenths(numeral, cursor); tenths.size != 0) {
    quantity.kind = FigureKind::fraction;
    quantity.value = quantity.value.shifted(-1).value_or(quantity.value);
    if (quantity.high) quantity.high = quantity.high->shifted(-1);
    quantity.precision = Decimal{1, 1};
    cursor += tenths.size;
    return tenths;
  }
  const std::uint32_t gap = gap_before_unit(cursor, numeral);
  const UnitMatch unit = match_unit(cursor + gap, numeral);
  if (unit.size == 0) return unit;
  cursor += gap;
  quantity.kind = unit.kind;
  quantity.unit_entry = unit.compound ? nullptr : unit.entry;
  quantity.compound_unit = unit.compound;
  quantity.unit = unit.inner_more != 0 ? unit.entry->text : std::string(text_.substr(cursor, unit.size));
  if (quantity.kind == FigureKind::points && quantity.unit.starts_with("个")) quantity.unit.erase(0, 3);
  if (quantity.unit.ends_with("人民币")) quantity.unit.erase(quantity.unit.size() - 9);
  if (unit.half) {
    quantity.value = quantity.value.plus(Decimal{5, 1}).value_or(quantity.value);
  } else if (unit.inner_more != 0) {
    quantity.bound = Bound::over;
  }
  cursor += unit.size;
  return unit;
}

/// 0.9∶1 is a ratio; 8:30 is a time of day and 13.7：58.3：28 three shares, which the caller reads
/// one by one.
bool QuantityReader::read_ratio(Quantity& quantity, const Numeral& numeral, std::uint32_t& cursor) const {
  if (!numeral.arabic || numeral.more) return false;
  const std::uint32_t colon = match_colon(text_, cursor);
  if (colon == 0) return false;
  const auto right = read_numeral(text_, cursor + colon, end_, tables_.unit_words);
  if (!right || !right->arabic || right->value != Decimal{1}) return false;
  if (match_colon(text_, right->span.end) != 0) return false;
  quantity.kind = FigureKind::fraction;
  quantity.ratio = true;
  cursor = right->span.end;
  return true;
}

/// 2×35万千瓦: one quantity.
void QuantityReader::read_product(Quantity& quantity, std::uint32_t& cursor) const {
  const bool cross = text_.compare(cursor, 2, "×") == 0;
  if (!cross || !quantity.arabic) return;
  const auto right = read_numeral(text_, cursor + 2, end_, tables_.unit_words);
  if (!right || !right->arabic) return;
  const auto product = quantity.value.times(right->value);
  if (!product) return;
  quantity.value = *product;
  quantity.precision = right->precision;
  quantity.scaled = right->scaled;
  cursor = right->span.end;
  quantity.numeral.end = cursor;
}

/// 3—5个, 63%～68%, 13万元～17万元. `cursor` stands behind the first number and its unit.
std::uint32_t QuantityReader::read_range(Quantity& quantity, const Numeral& numeral, const UnitMatch& unit,
                                         std::uint32_t cursor) const {
  const std::uint32_t mark = match_range_mark(text_, cursor);
  if (mark == 0 || quantity.high) return cursor;
  const auto right = read_numeral(text_, cursor + mark, end_, tables_.unit_words);
  if (!right || right->high || right->arabic != numeral.arabic) return cursor;
  // 由12%提高到15%, 从3个到5个: two ends, two figures.
  const std::string_view before = text_.substr(begin_, quantity.numeral.begin - begin_);
  if (before.ends_with("从") || before.ends_with("由") || before.ends_with("自")) return cursor;
  Quantity end;
  set_value(end, *right);
  std::uint32_t end_cursor = right->span.end;
  const UnitMatch end_unit = apply_unit(end, *right, end_cursor);
  const bool first_has_unit = unit.size != 0 || numeral.percent;
  if (first_has_unit && end.unit != quantity.unit) return cursor;
  if (!first_has_unit && end_unit.size == 0 && !right->percent) return cursor;
  Decimal low = quantity.value;
  Decimal precision = quantity.precision;
  if (!first_has_unit) {
    // 2-3万元: the scale word of the upper end holds for both.
    if (right->scaled && !numeral.scaled) {
      low = low.shifted(right->power).value_or(low);
      precision = precision.shifted(right->power).value_or(precision);
    }
    quantity.kind = end.kind;
    quantity.unit = end.unit;
    quantity.unit_entry = end.unit_entry;
    quantity.compound_unit = end.compound_unit;
  }
  quantity.value = low;
  quantity.high = end.value;
  quantity.precision = precision;
  quantity.scaled |= right->scaled;
  quantity.numeral.end = right->span.end;
  return end_cursor;
}

std::uint32_t QuantityReader::read_approximator_after(Quantity& quantity, std::uint32_t cursor) const {
  const auto match = tables_.approximators_after.match_at(text_, cursor);
  if (!match) return cursor;
  const std::string_view word = text_.substr(cursor, match.size);
  // 3年多, 50人以上; but 多 and 余 may open the next word: 5个多功能厅, 3名余姓村民.
  if (word == "多" || word == "余") {
    const char32_t next = code_point_at(text_, cursor + match.size).value;
    if (quantity.kind != FigureKind::duration && text::is_han(next) && next != U'的') return cursor;
  }
  if (word == "许" && text::is_han(code_point_at(text_, cursor + match.size).value)) return cursor;
  quantity.bound = static_cast<Bound>(match.value);
  return cursor + match.size;
}

std::uint32_t QuantityReader::read_approximator_before(Quantity& quantity, std::uint32_t at) const {
  const std::string_view before = text_.substr(begin_, at - begin_);
  auto match = tables_.approximators_before.match_before(before, before.size());
  if (!match && quantity.bare_scale) {
    match = tables_.approximators_before_scale.match_before(before, before.size());
  }
  if (!match) return at;
  const std::string_view word = before.substr(before.size() - match.size);
  // 节约, 附近 and 接近 end in the same characters and are other words.
  static constexpr std::array<std::string_view, 12> kOtherWords = {
      "节约", "合约", "预约", "签约", "条约", "附近", "最近", "邻近", "靠近", "接近", "违约", "履约"};
  for (const auto other : kOtherWords) {
    if (before.ends_with(other) && other.ends_with(word)) return at;
  }
  if (quantity.bound == Bound::exact) quantity.bound = static_cast<Bound>(match.value);
  return at - match.size;
}

/// −5%, -766,026.49元: a minus that joins nothing before it.
std::uint32_t QuantityReader::read_sign(Quantity& quantity, std::uint32_t at) const {
  const auto sign = text::code_point_before(text_, at);
  const bool minus = sign.value == U'-' || sign.value == U'−' || sign.value == U'－';
  if (!minus || !quantity.arabic || at - sign.size < begin_ || at != quantity.numeral.begin) return at;
  const char32_t before = text::to_halfwidth(text::code_point_before(text_, at - sign.size).value);
  if (text::is_ascii_digit(before) || text::is_ascii_letter(before) || before == U'-' || before == U')' ||
      before == U'%' || quantity.high) {
    return at;
  }
  quantity.value = quantity.value.negated();
  return at - sign.size;
}

}  // namespace

std::optional<Quantity> read_quantity(std::string_view text, std::uint32_t begin, std::uint32_t at,
                                      std::uint32_t end, const Lexicon::Tables& tables) {
  return QuantityReader(text, begin, end, tables).read(at);
}

}  // namespace tallybook::figures

#include "figures/quantity.hpp"

#include <algorithm>
#include <array>

#include "figures/units.hpp"
#include "text/characters.hpp"

namespace tallybook::figures {
namespace {

using text::code_point_at;

/// The bytes of the first of `words` that stands at `at`; 0 where none does.
template <std::size_t N>
std::uint32_t match_any(std::string_view text, std::size_t at, const std::array<std::string_view, N>& words) {
  for (const std::string_view word : words) {
    if (text.compare(at, word.size(), word) == 0) return static_cast<std::uint32_t>(word.size());
  }
  return 0;
}

/// The connectors of a range; a doubled dash is punctuation, not a range.
std::uint32_t match_range_mark(std::string_view text, std::uint32_t at) {
  static constexpr std::array<std::string_view, 10> kMarks = {"-", "—",  "–",  "－", "～",
                                                              "~", "〜", "至", "到", "―"};
  if (text.compare(at, 6, "——") == 0) return 0;
  return match_any(text, at, kMarks);
}

std::uint32_t match_colon(std::string_view text, std::uint32_t at) {
  static constexpr std::array<std::string_view, 3> kColons = {"∶", "：", ":"};
  return match_any(text, at, kColons);
}

/// Behind at most two blanks: 429.4 亿元 as machines set it.
std::uint32_t past_blanks(std::string_view text, std::uint32_t at) {
  for (int i = 0; i < 2; ++i) {
    const auto c = code_point_at(text, at);
    if (c.value != U' ' && c.value != 0x00A0) break;
    at += c.size;
  }
  return at;
}

/// 不得超过3% is at most that, 不应低于3% at least.
Bound denied(Bound bound, std::string_view before) {
  static constexpr std::array<std::string_view, 12> kDenials = {
      "不得", "不能", "不应", "不可", "不许", "不准", "不宜", "不允许", "严禁", "未", "没有", "不会"};
  const bool is_denied =
      std::any_of(kDenials.begin(), kDenials.end(), [&](auto word) { return before.ends_with(word); });
  if (!is_denied) return bound;
  return bound == Bound::over ? Bound::at_most : bound == Bound::under ? Bound::at_least : bound;
}

class QuantityReader {
 public:
  QuantityReader(std::string_view text, std::uint32_t begin, std::uint32_t end, const Lexicon::Tables& tables)
      : text_(text.substr(0, end)), begin_(begin), end_(end), tables_(tables) {}

  std::optional<Quantity> read(std::uint32_t at) {
    const auto numeral = read_numeral(text_, at, end_, tables_.unit_words);
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
    if (!read_one_half(quantity, cursor) && !apply_unit(quantity, *numeral, cursor) && numeral->half &&
        !read_half_of_whole(quantity, cursor))
      return std::nullopt;
    cursor = read_range(quantity, *numeral, cursor);
    if (quantity.numeral.end != numeral->span.end) quantity.numeral.end = cursor;
    cursor = read_approximator_after(quantity, cursor);
    if (quantity.bound == Bound::exact && numeral->more) quantity.bound = Bound::over;
    const std::uint32_t first = read_currency_sign(quantity, at);
    quantity.span = {read_sign(quantity, read_approximator_before(quantity, first)), cursor};
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

  bool apply_tenths(Quantity& quantity, const Numeral& numeral, std::uint32_t& cursor) const;
  bool apply_unit(Quantity& quantity, const Numeral& numeral, std::uint32_t& cursor) const;
  bool read_one_half(Quantity& quantity, std::uint32_t& cursor) const;
  bool read_half_of_whole(Quantity& quantity, std::uint32_t& cursor) const;
  bool read_ratio(Quantity& quantity, const Numeral& numeral, std::uint32_t& cursor) const;
  void read_product(Quantity& quantity, std::uint32_t& cursor) const;
  std::uint32_t read_range(Quantity& quantity, const Numeral& numeral, std::uint32_t cursor) const;
  std::uint32_t read_approximator_after(Quantity& quantity, std::uint32_t cursor) const;
  std::uint32_t read_approximator_before(Quantity& quantity, std::uint32_t at) const;
  std::uint32_t read_currency_sign(Quantity& quantity, std::uint32_t at) const;
  std::uint32_t read_sign(Quantity& quantity, std::uint32_t at) const;

  std::string_view text_;
  std::uint32_t begin_;
  std::uint32_t end_;
  const Lexicon::Tables& tables_;
};

bool QuantityReader::apply_tenths(Quantity& quantity, const Numeral& numeral, std::uint32_t& cursor) const {
  const Tenths tenths = match_tenths(text_, cursor, numeral);
  if (tenths.size == 0) return false;
  const auto value = quantity.value.shifted(-1);
  const auto more = value ? value->plus(Decimal{tenths.hundredths, 2}) : std::nullopt;
  if (!more) return false;
  quantity.kind = FigureKind::fraction;
  quantity.value = *more;
  if (quantity.high) quantity.high = quantity.high->shifted(-1);
  quantity.precision = Decimal{1, static_cast<std::uint8_t>(tenths.hundredths == 0 ? 1 : 2)};
  cursor += tenths.size;
  return true;
}

/// Whether the quantity has a unit now, be it 成 or the % of 百分之.
bool QuantityReader::apply_unit(Quantity& quantity, const Numeral& numeral, std::uint32_t& cursor) const {
  if (numeral.percent || numeral.permille) return true;
  if (numeral.fraction) return false;
  if (apply_tenths(quantity, numeral, cursor)) return true;
  const std::uint32_t at = numeral.arabic ? past_blanks(text_, cursor) : cursor;
  UnitMatch unit = match_unit(text_, at, numeral, tables_);
  if (unit.size == 0 || (numeral.half && unit.kind != FigureKind::duration)) return false;
  quantity.kind = unit.kind;
  quantity.unit_entry = unit.entry;
  quantity.compound_unit = unit.compound;
  quantity.unit = std::move(unit.text);
  if (unit.half) quantity.value = quantity.value.plus(Decimal{5, 1}).value_or(quantity.value);
  if (unit.more) quantity.bound = Bound::over;
  cursor = at + unit.size;
  return true;
}

/// 一半
bool QuantityReader::read_one_half(Quantity& quantity, std::uint32_t& cursor) const {
  static constexpr std::string_view kHalf = "半";
  static constexpr std::u32string_view kMayFollow = U"以的多左是";
  if (slice(text_, quantity.numeral) != "一" || text_.compare(cursor, kHalf.size(), kHalf) != 0) return false;
  const char32_t next = code_point_at(text_, cursor + kHalf.size()).value;
  if (text::is_han(next) && kMayFollow.find(next) == kMayFollow.npos) return false;
  quantity.kind = FigureKind::fraction;
  quantity.value = quantity.precision = Decimal{5, 1};
  cursor += static_cast<std::uint32_t>(kHalf.size());
  return true;
}

/// 半数: a fraction. 半 before any other word is no number.
bool QuantityReader::read_half_of_whole(Quantity& quantity, std::uint32_t& cursor) const {
  static constexpr std::string_view kNumber = "数";
  if (text_.compare(cursor, kNumber.size(), kNumber) != 0) return false;
  quantity.kind = FigureKind::fraction;
  cursor += static_cast<std::uint32_t>(kNumber.size());
  return true;
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
  static constexpr std::string_view kCross = "×";
  if (!quantity.arabic || text_.compare(cursor, kCross.size(), kCross) != 0) return;
  const auto right = read_numeral(text_, cursor + kCross.size(), end_, tables_.unit_words);
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
std::uint32_t QuantityReader::read_range(Quantity& quantity, const Numeral& numeral,
                                         std::uint32_t cursor) const {
  const std::uint32_t mark = match_range_mark(text_, cursor);
  if (mark == 0 || quantity.high) return cursor;
  const auto right = read_numeral(text_, cursor + mark, end_, tables_.unit_words);
  if (!right || right->high || right->arabic != numeral.arabic) return cursor;
  // 由12%提高到15%, 从3个到5个: two ends, two figures.
  static constexpr std::array<std::string_view, 3> kFrom = {"从", "由", "自"};
  const std::string_view before = text_.substr(begin_, quantity.numeral.begin - begin_);
  if (before.size() >= 3 && match_any(before, before.size() - 3, kFrom) != 0) return cursor;
  Quantity end;
  set_value(end, *right);
  std::uint32_t end_cursor = right->span.end;
  const bool end_has_unit = apply_unit(end, *right, end_cursor);
  const bool first_has_unit = !quantity.unit.empty();
  if (first_has_unit ? end.unit != quantity.unit : !end_has_unit) return cursor;
  Decimal low = quantity.value;
  Decimal precision = quantity.precision;
  if (!first_has_unit) {
    // 2-3万元: the scale word of the upper end holds for both.
    if (right->scaled && !numeral.scaled) {
      low = low.shifted(right->power).value_or(low);
      precision = precision.shifted(right->power).value_or(precision);
    }
    if (end.kind == FigureKind::fraction && quantity.kind != end.kind) {
      low = low.shifted(-1).value_or(low);  // 三至四成
      precision = end.precision;
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
  const char32_t next = code_point_at(text_, cursor + match.size).value;
  // 3年多, 50人以上; but 多 and 余 may open the next word: 5个多功能厅, 3名余姓村民.
  if (word == "多" || word == "余") {
    if (quantity.kind != FigureKind::duration && text::is_han(next) && next != U'的') return cursor;
  }
  if (word == "许" && text::is_han(next)) return cursor;
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
  if (quantity.bound == Bound::exact) {
    quantity.bound = denied(static_cast<Bound>(match.value), before.substr(0, before.size() - match.size));
  }
  return at - match.size;
}

/// ￥300, $20: the sign is the unit.
std::uint32_t QuantityReader::read_currency_sign(Quantity& quantity, std::uint32_t at) const {
  if (!quantity.arabic || !quantity.unit.empty() || at <= begin_) return at;
  const auto sign = text::code_point_before(text_, at);
  const std::uint32_t begin = at - sign.size;
  const std::string_view written = text_.substr(begin, sign.size);
  const auto match = tables_.currency_signs.match_at(written, 0);
  if (begin < begin_ || match.size != sign.size) return at;
  quantity.kind = FigureKind::money;
  quantity.unit = written;
  return begin;
}

/// −5%, -766,026.49元, 负3.9%: a minus that joins nothing before it.
std::uint32_t QuantityReader::read_sign(Quantity& quantity, std::uint32_t at) const {
  const auto sign = text::code_point_before(text_, at);
  if (at != quantity.numeral.begin || at - sign.size < begin_ || quantity.high) return at;
  const auto before = text::code_point_before(text_, at - sign.size);
  if (sign.value == U'负') {
    // 税负5亿, 抱负 and 肩负 end in the same character; a verb may stand before the sign.
    static constexpr std::u32string_view kVerbs = U"为是到至达了";
    if (text::is_han(before.value) && kVerbs.find(before.value) == kVerbs.npos) return at;
    quantity.value = quantity.value.negated();
    return at - sign.size;
  }
  const bool minus = sign.value == U'-' || sign.value == U'−' || sign.value == U'－';
  const char32_t joined = text::to_halfwidth(before.value);
  const bool joins = text::is_ascii_digit(joined) || text::is_ascii_letter(joined) || joined == U'-' ||
                     joined == U')' || joined == U'%';
  if (!minus || !quantity.arabic || joins) return at;
  quantity.value = quantity.value.negated();
  return at - sign.size;
}

}  // namespace

std::optional<Quantity> read_quantity(std::string_view text, std::uint32_t begin, std::uint32_t at,
                                      std::uint32_t end, const Lexicon::Tables& tables) {
  return QuantityReader(text, begin, end, tables).read(at);
}

}  // namespace tallybook::figures

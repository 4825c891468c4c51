#include "figures/quantity.hpp"

#include "figures/quantity_reader.hpp"
#include "figures/units.hpp"

namespace tallybook::figures {
namespace {

std::uint32_t match_colon(std::string_view text, std::uint32_t at) {
  static constexpr std::array<std::string_view, 3> kColons = {"∶", "：", ":"};
  return match_any(text, at, kColons);
}

}  // namespace

std::optional<Quantity> QuantityReader::read(std::uint32_t at) const {
  const auto numeral = read_amount(at);
  if (!numeral) return read_half_price(at);
  Quantity quantity;
  quantity.arabic = numeral->arabic;
  quantity.scaled = numeral->scaled;
  quantity.bare_scale = numeral->bare_scale;
  quantity.numeral = numeral->span;
  quantity.ordinal = without_blanks_behind(text_.substr(begin_, at - begin_)).ends_with(kOrdinal);
  set_value(quantity, *numeral);
  std::uint32_t cursor = numeral->span.end;
  if (read_ratio(quantity, *numeral, cursor)) {
    quantity.span = quantity.measure = {at, cursor};
    return quantity;
  }
  read_product(quantity, cursor);
  if (!read_one_half(quantity, cursor) && !apply_unit(quantity, *numeral, cursor) && numeral->half &&
      !read_half_of_whole(quantity, cursor))
    return std::nullopt;
  cursor = read_range(quantity, *numeral, cursor);
  read_parts(quantity, cursor);
  const std::uint32_t first = read_currency_sign(quantity, read_sign(quantity, at));
  quantity.measure = {first, cursor};
  cursor = read_approximator_after(quantity, cursor);
  if (quantity.bound == Bound::exact && numeral->more) quantity.bound = Bound::over;
  quantity.span = {read_approximator_before(quantity, first), cursor};
  read_comparison(quantity);
  return quantity;
}

void QuantityReader::set_value(Quantity& quantity, const Numeral& numeral) {
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

/// The numeral at `at`. In $20，300美元 the comma parts two amounts, for one has either a sign or a unit.
std::optional<Numeral> QuantityReader::read_amount(std::uint32_t at) const {
  const auto numeral = read_numeral(text_, at, end_, tables_.unit_words);
  const std::size_t comma = numeral ? slice(text_, numeral->span).find("，") : std::string_view::npos;
  if (comma == std::string_view::npos || !tables_.currency_signs.match_before(text_, at)) return numeral;
  const UnitMatch unit = match_unit(text_, past_blanks(text_, numeral->span.end), *numeral, tables_);
  if (unit.size == 0 || unit.kind != FigureKind::money) return numeral;
  return read_numeral(text_, at, at + static_cast<std::uint32_t>(comma), tables_.unit_words);
}

bool QuantityReader::apply_tenths(Quantity& quantity, const Numeral& numeral, std::uint32_t& cursor) const {
  const Tenths tenths = match_tenths(text_, cursor, numeral);
  if (tenths.size == 0) return false;
  const auto value = quantity.value.shifted(-tenths.power);
  const auto more = value ? value->plus(Decimal{tenths.hundredths, 2}) : std::nullopt;
  if (!more) return false;
  quantity.kind = FigureKind::fraction;
  quantity.value = *more;
  if (quantity.high) quantity.high = quantity.high->shifted(-tenths.power);
  quantity.precision = tenths.hundredths == 0 ? value->last_place() : Decimal{1, 2};
  cursor += tenths.size;
  return true;
}

/// Whether the quantity has a unit now, be it 成 or the % of 百分之.
bool QuantityReader::apply_unit(Quantity& quantity, const Numeral& numeral, std::uint32_t& cursor) const {
  if (numeral.percent || numeral.permille) return true;
  if (numeral.fraction) return false;
  if (apply_tenths(quantity, numeral, cursor)) return true;
  // 三十 一所: small numerals may end before a list's mark, larger ones count what follows.
  const bool apart = numeral.arabic || Decimal{10} <= numeral.value ||
                     slice(text_, numeral.span).find(' ') != std::string_view::npos;
  const std::uint32_t at = apart ? past_blanks(text_, cursor) : cursor;
  UnitMatch unit = match_unit(text_, at, numeral, tables_);
  if (unit.size == 0 || (numeral.half && !can_be_halved(unit))) return false;
  quantity.kind = unit.kind;
  quantity.unit_entry = unit.entry;
  quantity.compound_unit = unit.compound;
  quantity.unit = std::move(unit.text);
  if (unit.half) quantity.value = quantity.value.plus(Decimal{5, 1}).value_or(quantity.value);
  if (unit.more) quantity.bound = Bound::over;
  cursor = at + unit.size;
  return true;
}

/// 对折 is 五折.
std::optional<Quantity> QuantityReader::read_half_price(std::uint32_t at) const {
  static constexpr std::array<std::string_view, 2> kWords = {"对折", "對折"};
  const std::uint32_t end = at + match_any(text_, at, kWords);
  if (end == at || !ends_tenths(text_, end)) return std::nullopt;
  Quantity quantity;
  quantity.kind = FigureKind::fraction;
  quantity.value = Decimal{5, 1};
  quantity.precision = quantity.value.last_place();
  quantity.span = quantity.measure = quantity.numeral = {at, end};
  return quantity;
}

/// 一半
bool QuantityReader::read_one_half(Quantity& quantity, std::uint32_t& cursor) const {
  static constexpr std::string_view kHalf = "半";
  static constexpr std::u32string_view kMayFollow = U"以的多左是";
  if (slice(text_, quantity.numeral) != "一" || !starts_with(text_, cursor, kHalf)) return false;
  const char32_t next = text::code_point_at(text_, cursor + kHalf.size()).value;
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

/// ￥300, $20: the sign is the unit.
std::uint32_t QuantityReader::read_currency_sign(Quantity& quantity, std::uint32_t at) const {
  if (!quantity.arabic || !quantity.unit.empty()) return at;
  std::string_view before = text_.substr(begin_, at - begin_);
  before = without_blanks_behind(before);
  const auto match = tables_.currency_signs.match_before(before, before.size());
  if (!match) return at;
  const std::uint32_t begin = begin_ + static_cast<std::uint32_t>(before.size() - match.size);
  const std::string_view written = text_.substr(begin, match.size);
  // HK$ and RMB begin where their word does.
  const bool in_word = text::is_ascii_letter(text::code_point_at(written, 0).value) &&
                       text::is_ascii_letter(text::code_point_before(text_, begin).value);
  if (in_word) return at;
  quantity.kind = FigureKind::money;
  quantity.unit = written;
  return begin;
}

/// −5%, -766,026.49元, 负3.9%: a minus that joins nothing before it.
std::uint32_t QuantityReader::read_sign(Quantity& quantity, std::uint32_t at) const {
  const bool one_numeral = quantity.high && quantity.second.empty();  // 三四十
  const std::uint32_t sign = one_numeral ? at : find_sign(text_, begin_, at, quantity.arabic);
  if (sign != at) quantity.value = quantity.value.negated();
  return sign;
}

/// 角 and 分 of any money, 分 of 角, and smaller units of its own: 美分 behind 美元.
QuantityReader::Coin QuantityReader::match_coin(std::uint32_t at, const Unit& money) const {
  static constexpr std::array<std::string_view, 4> kTenths = {"角钱", "毛钱", "角", "毛"};
  static constexpr std::array<std::string_view, 2> kHundredths = {"分钱", "分"};
  if (money.factor == Decimal{1}) {
    if (const std::uint32_t size = match_any(text_, at, kTenths)) return {size, {1, 1}};
    if (const std::uint32_t size = match_any(text_, at, kHundredths)) return {size, {1, 2}};
  } else if (money.factor == Decimal{1, 1}) {
    if (const std::uint32_t size = match_any(text_, at, kHundredths)) return {size, {1, 1}};
  }
  const auto match = tables_.unit_words.match_at(text_, at);
  if (!match) return {};
  const Unit& unit = tables_.units[match.value];
  const bool smaller =
      unit.dimension == money.dimension && money.factor == Decimal{1} && unit.factor < money.factor;
  return smaller ? Coin{match.size, unit.factor} : Coin{};
}

/// 50元6角3分, 两美元又三美分: smaller coins behind the unit of money belong to the amount.
void QuantityReader::read_parts(Quantity& quantity, std::uint32_t& cursor) const {
  const bool whole = quantity.kind == FigureKind::money && !quantity.compound_unit && !quantity.high;
  if (!whole || quantity.unit_entry == nullptr) return;
  static constexpr std::array<std::string_view, 2> kAnd = {"又", "零"};
  while (true) {
    const std::uint32_t at = cursor + match_any(text_, cursor, kAnd);
    const auto numeral = read_numeral(text_, at, end_, tables_.unit_words);
    if (!numeral || numeral->high || numeral->more || numeral->scaled) return;
    const Coin coin = match_coin(numeral->span.end, *quantity.unit_entry);
    const auto part = coin.size != 0 ? numeral->value.times(coin.factor) : std::nullopt;
    const auto sum = part ? quantity.value.plus(*part) : std::nullopt;
    if (!sum) return;
    quantity.value = *sum;
    quantity.precision = sum->last_place();
    cursor = numeral->span.end + coin.size;
  }
}

std::optional<Quantity> read_quantity(std::string_view text, std::uint32_t begin, std::uint32_t at,
                                      std::uint32_t end, const Lexicon::Tables& tables) {
  return QuantityReader(text, begin, end, tables).read(at);
}

}  // namespace tallybook::figures

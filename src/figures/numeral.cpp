#include "figures/numeral.hpp"

#include <algorithm>
#include <array>

#include "text/characters.hpp"

namespace tallybook::figures {
namespace {

using text::code_point_at;
using text::CodePoint;

constexpr int kNoDigit = -1;

constexpr int chinese_digit(char32_t c) {
  switch (c) {
    case U'〇':
    case U'零':
      return 0;
    case U'一':
    case U'壹':
      return 1;
    case U'二':
    case U'两':
    case U'贰':
      return 2;
    case U'三':
    case U'叁':
      return 3;
    case U'四':
    case U'肆':
      return 4;
    case U'五':
    case U'伍':
      return 5;
    case U'六':
    case U'陆':
      return 6;
    case U'七':
    case U'柒':
      return 7;
    case U'八':
    case U'捌':
      return 8;
    case U'九':
    case U'玖':
      return 9;
    default:
      return kNoDigit;
  }
}

/// The power of ten of a scale word; 0 for any other character.
constexpr int scale_of(char32_t c) {
  switch (c) {
    case U'十':
    case U'拾':
      return 1;
    case U'百':
    case U'佰':
      return 2;
    case U'千':
    case U'仟':
      return 3;
    case U'万':
    case U'萬':
      return 4;
    case U'亿':
    case U'億':
      return 8;
    default:
      return 0;
  }
}

constexpr bool is_more(char32_t c) {
  return c == U'多' || c == U'余' || c == U'馀' || c == U'几';
}

constexpr std::array<std::int64_t, 19> kPowers = [] {
  std::array<std::int64_t, 19> powers{};
  std::int64_t power = 1;
  for (std::size_t i = 0; i < powers.size(); ++i, power *= i + 1 < powers.size() ? 10 : 1) powers[i] = power;
  return powers;
}();

class Reader {
 public:
  Reader(std::string_view text, std::uint32_t at, std::uint32_t end, const WordSet& units)
      : text_(text.substr(0, end)), at_(at), begin_(at), units_(units) {}

  std::optional<Numeral> read() {
    const char32_t first = peek().value;
    if (auto fraction_of = read_named_fraction()) return fraction_of;
    at_ = begin_;
    numeral_ = {};
    const bool ok = text::is_digit(first) ? read_arabic() : read_chinese();
    if (!ok) return std::nullopt;
    numeral_.span = {begin_, at_};
    return numeral_;
  }

 private:
  [[nodiscard]] CodePoint peek(std::uint32_t ahead = 0) const { return code_point_at(text_, at_ + ahead); }
  bool accept(std::string_view word) {
    if (text_.compare(at_, word.size(), word) != 0) return false;
    at_ += static_cast<std::uint32_t>(word.size());
    return true;
  }
  [[nodiscard]] int digit_at(std::uint32_t offset) const {
    const char32_t c = text::to_halfwidth(code_point_at(text_, offset).value);
    return text::is_ascii_digit(c) ? static_cast<int>(c - U'0') : kNoDigit;
  }
  /// A scale word begins a unit of its own in 5千米, 3百分点.
  [[nodiscard]] bool unit_begins_here() const { return bool{units_.match_at(text_, at_)}; }

  std::optional<Numeral> read_named_fraction();
  bool read_arabic();
  bool read_arabic_digits(Decimal& value);
  [[nodiscard]] int digit_run(std::uint32_t offset) const;
  /// Whether a thousands mark may stand after `group` digits.
  static bool group_ends(std::uint32_t group, bool separated) {
    return separated ? group == 3 : group >= 1 && group <= 3;
  }
  bool read_arabic_scales(Decimal digits);
  void skip_gap_before_scale();
  int read_scale_words();
  bool read_chinese();
  bool read_positional(int digits);
  bool read_chinese_value();
  bool append_chinese_decimals();
  [[nodiscard]] int count_chinese_digits() const;

  std::string_view text_;
  std::uint32_t at_;
  std::uint32_t begin_;
  const WordSet& units_;
  Numeral numeral_;
};

/// 百分之三十, 千分之五, 三分之一.
std::optional<Numeral> Reader::read_named_fraction() {
  const auto tail = [&]() -> std::optional<Numeral> {
    Reader inner(text_, at_, static_cast<std::uint32_t>(text_.size()), units_);
    if (!starts_numeral(inner.peek().value)) return std::nullopt;
    const char32_t c = inner.peek().value;
    inner.begin_ = at_;
    const bool ok = text::is_digit(c) ? inner.read_arabic() : inner.read_chinese();
    if (!ok) return std::nullopt;
    inner.numeral_.span = {begin_, inner.at_};
    return inner.numeral_;
  };
  if (accept("百分之")) {
    auto found = tail();
    if (found) found->percent = true;
    return found;
  }
  if (accept("千分之")) {
    auto found = tail();
    if (found) found->permille = true;
    return found;
  }
  const int denominator = chinese_digit(peek().value);
  const std::uint32_t size = denominator == kNoDigit ? scale_of(peek().value) == 1 ? 3u : 0u : 3u;
  if (size == 0) return std::nullopt;
  at_ += size;
  if (!accept("分之")) return std::nullopt;
  auto found = tail();
  const int below = denominator == kNoDigit ? 10 : denominator;
  if (!found || below == 0 || found->value.scale() != 0 || found->value.coefficient() > 1'000'000)
    return std::nullopt;
  // Four decimals, as the field's labels have them: 1/3 is 0.3333.
  const std::int64_t ten_thousandths = (found->value.coefficient() * 100000 / below + 5) / 10;
  found->value = Decimal{ten_thousandths, 4};
  found->precision = Decimal{1, 4};
  found->high.reset();
  found->fraction = true;
  return found;
}

/// The digits from `offset` on, counted up to four.
int Reader::digit_run(std::uint32_t offset) const {
  int run = 0;
  while (run < 4 && digit_at(offset) != kNoDigit) {
    offset += code_point_at(text_, offset).size;
    ++run;
  }
  return run;
}

bool Reader::read_arabic_digits(Decimal& value) {
  std::int64_t coefficient = 0;
  std::uint32_t digits = 0;
  std::uint32_t group = 0;  // digits since the last separator
  std::uint8_t scale = 0;
  bool point = false;
  bool separated = false;
  while (true) {
    const CodePoint c = peek();
    const char32_t half = text::to_halfwidth(c.value);
    if (text::is_ascii_digit(half)) {
      if (++digits > 18) return false;
      coefficient = coefficient * 10 + static_cast<std::int64_t>(half - U'0');
      if (point) ++scale;
      ++group;
    } else if (half == U'.' && !point && digits > 0 && digit_at(at_ + c.size) != kNoDigit) {
      point = true;
    } else if ((half == U',' || c.value == U' ') && !point && group_ends(group, separated) &&
               digit_run(at_ + c.size) == 3) {
      separated = true;  // 1,100 and 11 503: just three digits follow
      group = 0;
    } else {
      break;
    }
    at_ += c.size;
  }
  if (digits == 0) return false;
  value = Decimal{coefficient, scale};
  return true;
}

/// 万, 千万, 万亿 …: the sum of their powers; 0 where none follows.
int Reader::read_scale_words() {
  int power = 0;
  while (true) {
    const CodePoint c = peek();
    const int scale = scale_of(c.value);
    if (scale == 0 || scale == 1 || unit_begins_here()) return power;
    // 百 and 千 only directly before a larger word or at once after the digits.
    if (power > 0 && scale <= 3) return power;
    power += scale;
    at_ += c.size;
  }
}

/// 465.3 亿元: some typists set a space between number and scale word.
void Reader::skip_gap_before_scale() {
  const CodePoint gap = peek();
  if ((gap.value == U' ' || gap.value == 0xA0) && scale_of(peek(gap.size).value) >= 4) at_ += gap.size;
}

bool Reader::read_arabic_scales(Decimal digits) {
  const CodePoint after = peek();
  if (is_more(after.value)) {
    const std::uint32_t mark = at_;
    at_ += after.size;
    numeral_.more = true;
    if (scale_of(peek().value) < 2 || unit_begins_here()) at_ = mark + after.size;
  }
  skip_gap_before_scale();
  const int power = read_scale_words();
  const auto scaled = digits.shifted(power);
  const auto place = digits.last_place().shifted(power);
  if (!scaled || !place) return false;
  numeral_.value = *scaled;
  numeral_.precision = *place;
  numeral_.scaled = power >= 2;
  numeral_.power = power;
  if (power >= 4 && !numeral_.more && digit_at(at_) != kNoDigit) {
    // 1亿9228万: a second number of a smaller scale.
    const std::uint32_t mark = at_;
    Decimal rest;
    if (read_arabic_digits(rest)) {
      const int rest_power = read_scale_words();
      const auto addend = rest.shifted(rest_power);
      if (rest_power > 0 && rest_power < power && addend) {
        const auto sum = numeral_.value.plus(*addend);
        const auto rest_place = rest.last_place().shifted(rest_power);
        if (sum && rest_place) {
          numeral_.value = *sum;
          numeral_.precision = *rest_place;
          return true;
        }
      }
    }
    at_ = mark;
  }
  return true;
}

bool Reader::read_arabic() {
  Decimal digits;
  if (!read_arabic_digits(digits)) return false;
  numeral_.arabic = true;
  if (!read_arabic_scales(digits)) return false;
  if (!numeral_.more && is_more(peek().value) && peek().value != U'几') {
    at_ += peek().size;
    numeral_.more = true;
  }
  return true;
}

int Reader::count_chinese_digits() const {
  int digits = 0;
  for (std::uint32_t offset = at_; chinese_digit(code_point_at(text_, offset).value) != kNoDigit;
       offset += 3) {
    ++digits;
  }
  return digits;
}

/// 二〇一〇: digits in their places, as in years and codes.
bool Reader::read_positional(int digits) {
  if (digits > 18) return false;
  std::int64_t value = 0;
  for (int i = 0; i < digits; ++i, at_ += 3) value = value * 10 + chinese_digit(peek().value);
  numeral_.value = Decimal{value};
  return true;
}

/// 一百二十三, 三千五, 二十三四, 两亿三千万.
bool Reader::read_chinese_value() {
  std::int64_t total = 0;    // closed by 亿
  std::int64_t section = 0;  // closed by 万
  std::int64_t part = 0;     // below 万
  std::int64_t digit = kNoDigit;
  std::int64_t second = kNoDigit;  // 三四 → 4
  std::int64_t last_scale = 0;
  bool any = false;
  while (true) {
    const CodePoint c = peek();
    if (const int d = chinese_digit(c.value); d != kNoDigit) {
      if (digit != kNoDigit && digit != 0) {
        // Two digits side by side say a range: 三四十, 十五六. Any third is no numeral.
        const bool ascending = d == digit + 1 || (digit == 3 && d == 5);
        if (second != kNoDigit || !ascending) return false;
        second = d;
      } else {
        digit = d;
      }
      any = true;
    } else if (const int scale = scale_of(c.value); scale != 0) {
      if (any && scale >= 2 && unit_begins_here()) break;
      const std::int64_t factor = kPowers[static_cast<std::size_t>(scale)];
      if (second != kNoDigit) {  // 三四十, 七八百
        if (part != 0 || section != 0 || total != 0) return false;
        numeral_.value = Decimal{digit * factor};
        numeral_.high = Decimal{second * factor};
        numeral_.precision = Decimal{factor};
        numeral_.scaled = scale >= 4;
        at_ += c.size;
        return true;
      }
      if (scale == 8) {
        total += (section + part + (digit == kNoDigit ? 0 : digit)) * factor;
        if (total == 0) total = factor;
        section = part = 0;
      } else if (scale == 4) {
        section = (part + (digit == kNoDigit ? 0 : digit)) * factor;
        if (section == 0) section = factor;
        part = 0;
      } else {
        part += (digit == kNoDigit || (digit == 0 && part == 0) ? 1 : digit) * factor;
      }
      if (section > 1'000'000'000'000 || total > 1'000'000'000'000'000) return false;
      numeral_.bare_scale |= !any && scale >= 2;
      numeral_.scaled |= scale >= 4;
      last_scale = factor;
      digit = kNoDigit;
      any = true;
    } else {
      break;
    }
    at_ += c.size;
  }
  const std::int64_t base = total + section + part;
  const bool short_tail = digit > 0 && last_scale >= 100 && text_.compare(at_ - 6, 3, "零") != 0;
  // 三千五 is 3500 and 一百零五 is 105.
  const std::int64_t unit = short_tail ? last_scale / 10 : 1;
  numeral_.value = Decimal{base + (digit == kNoDigit ? 0 : digit * unit)};
  if (second != kNoDigit) numeral_.high = Decimal{base + second};
  numeral_.precision = Decimal{digit == kNoDigit && last_scale >= 10000 ? last_scale : unit};
  return any;
}

bool Reader::append_chinese_decimals() {
  std::uint32_t offset = at_ + 3;  // 点
  std::int64_t coefficient = numeral_.value.coefficient();
  std::uint8_t scale = 0;
  for (int d = chinese_digit(code_point_at(text_, offset).value); d != kNoDigit && scale < 9;
       d = chinese_digit(code_point_at(text_, offset).value)) {
    coefficient = coefficient * 10 + d;
    ++scale;
    offset += 3;
  }
  if (scale == 0 || numeral_.value.coefficient() > 1'000'000) return false;
  numeral_.value = Decimal{coefficient, scale};
  numeral_.precision = numeral_.value.last_place();
  at_ = offset;
  return true;
}

bool Reader::read_chinese() {
  const int digits = count_chinese_digits();
  const int scale_after = scale_of(code_point_at(text_, at_ + static_cast<std::uint32_t>(digits) * 3).value);
  if (digits >= 3 && scale_after == 0) {
    if (!read_positional(digits)) return false;
  } else if (!read_chinese_value()) {
    return false;
  }
  if (peek().value == U'点' && !numeral_.high && append_chinese_decimals()) {
    const int power = read_scale_words();
    const auto value = numeral_.value.shifted(power);
    const auto place = numeral_.precision.shifted(power);
    if (!value || !place) return false;
    numeral_.value = *value;
    numeral_.precision = *place;
    numeral_.scaled = power >= 4;
    return true;
  }
  // 十几个, 二十多万, 上百余家
  if (is_more(peek().value) && (numeral_.bare_scale || numeral_.value >= Decimal{10})) {
    at_ += peek().size;
    numeral_.more = true;
    const int power = read_scale_words();
    const auto value = numeral_.value.shifted(power);
    if (!value) return false;
    numeral_.value = *value;
    numeral_.scaled |= power >= 4;
    if (power > 0) numeral_.precision = Decimal{kPowers[static_cast<std::size_t>(std::min(power, 18))]};
  }
  return true;
}

}  // namespace

bool starts_numeral(char32_t c) {
  return text::is_digit(c) || chinese_digit(c) != kNoDigit || scale_of(c) != 0;
}

std::optional<Numeral> read_numeral(std::string_view text, std::uint32_t at, std::uint32_t end,
                                    const WordSet& unit_words) {
  return Reader(text, at, end, unit_words).read();
}

}  // namespace tallybook::figures

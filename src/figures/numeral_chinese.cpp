// 一百二十三  三千五  两亿三千万  二十三四  十五点七  二〇一〇  壹佰零伍
#include <array>

#include "figures/numeral_readers.hpp"

namespace tallybook::figures {
namespace {

constexpr std::int64_t kLargestSection = 900'000'000'000'000;    // before 亿
constexpr std::int64_t kLargestTotal = 900'000'000'000'000'000;  // all in all
constexpr int kMostPositionalDigits = 18;

constexpr std::int64_t power_of_ten(int power) {
  std::int64_t value = 1;
  for (int i = 0; i < power; ++i) value *= 10;
  return value;
}

/// Sums up digits and scale words from left to right.
class Accumulator {
 public:
  /// Two digits side by side say a range (三四十, 十五六, 三五个); any third is no numeral.
  bool add_digit(int d) {
    if (digit_ != kNoDigit && digit_ != 0) {
      const bool range = d == digit_ + 1 || (digit_ == 3 && d == 5);
      if (second_ != kNoDigit || !range) return false;
      second_ = d;
    } else {
      after_zero_ = digit_ == 0 && any_;
      digit_ = d;
    }
    any_ = true;
    power_ = 0;
    return true;
  }

  bool add_scale(int power) {
    bare_scale_ |= !any_ && power >= 2;
    const std::int64_t factor = power_of_ten(power);
    if (second_ != kNoDigit) {
      if (power >= 4 || high_ != 0) return false;
      part_ += digit_ * factor;
      high_ = (second_ - digit_) * factor;
      digit_ = second_ = kNoDigit;
    } else if (power >= 8) {
      if (!close_total(factor)) return false;
    } else if (power == 4) {
      if (!close_section()) return false;
    } else {
      // 十 alone and in 零十 is ten.
      part_ += (digit_ > 0 ? digit_ : 1) * factor;
      digit_ = kNoDigit;
    }
    scaled_ |= power >= 4;
    power_ = power >= 4 ? power_ + power : 0;
    last_scale_ = factor;
    any_ = true;
    return true;
  }

  [[nodiscard]] bool any() const { return any_; }
  /// 十, 百 and 千 fall from left to right; 五十千 is no numeral, and 五十 ends before it.
  [[nodiscard]] bool takes_scale(int power) const {
    constexpr int kTenThousand = 4;
    return power >= kTenThousand || part_ == 0 || digit_ != kNoDigit || power_of_ten(power) < last_scale_;
  }
  [[nodiscard]] bool ends_in_scale() const { return any_ && digit_ == kNoDigit; }

  void store(Numeral& numeral) const {
    const std::int64_t base = total_ + section_ + part_;
    // 三千五 is 3500 and 一百零五 is 105.
    const bool short_tail = digit_ > 0 && second_ == kNoDigit && last_scale_ >= 100 && !after_zero_;
    const std::int64_t unit = short_tail ? last_scale_ / 10 : 1;
    numeral.value = Decimal{base + (digit_ > 0 ? digit_ * unit : 0)};
    if (high_ != 0) numeral.high = Decimal{base + high_};
    if (second_ != kNoDigit) numeral.high = Decimal{base + second_};
    numeral.precision = Decimal{digit_ == kNoDigit && last_scale_ >= 10000 ? last_scale_ : unit};
    if (high_ != 0) numeral.precision = Decimal{last_scale_};
    numeral.scaled |= scaled_;
    numeral.power = power_;
    numeral.bare_scale |= bare_scale_;
  }

 private:
  /// 万 closes what stands before it; 万万 is 亿.
  bool close_section() {
    const std::int64_t below = part_ + (digit_ > 0 ? digit_ : 0);
    const bool doubled = below == 0 && section_ != 0;
    section_ = doubled ? section_ * 10000 : (below == 0 ? 1 : below) * 10000;
    high_ *= 10000;
    part_ = 0;
    digit_ = kNoDigit;
    return section_ <= kLargestSection;
  }

  /// 亿 and 兆 close all that stands before them.
  bool close_total(std::int64_t factor) {
    const std::int64_t below = section_ + part_ + (digit_ > 0 ? digit_ : 0);
    if (below > kLargestTotal / factor || (below == 0 && total_ != 0)) return false;
    total_ += (below == 0 ? 1 : below) * factor;
    high_ *= factor;
    section_ = part_ = 0;
    digit_ = kNoDigit;
    return total_ <= kLargestTotal;
  }

  std::int64_t total_ = 0;    // closed by 亿
  std::int64_t section_ = 0;  // closed by 万
  std::int64_t part_ = 0;     // below 万
  std::int64_t digit_ = kNoDigit;
  std::int64_t second_ = kNoDigit;  // 4 in 三四
  std::int64_t high_ = 0;           // 10 in 三四十: how far the range goes
  std::int64_t last_scale_ = 0;
  int power_ = 0;            // of the 万 and 亿 at the end: 4 in 三十万, 12 in 三万亿
  bool after_zero_ = false;  // the digit follows 零
  bool any_ = false;
  bool scaled_ = false;
  bool bare_scale_ = false;
};

/// 兆 is a scale word only inside a numeral: 五兆六十二亿. Else it is the unit of data.
bool is_scale(NumeralCursor cursor) {
  const char32_t c = cursor.value();
  if (c != U'兆') return scale_of(c) != 0;
  cursor.advance();
  return chinese_digit(cursor.value()) != kNoDigit;
}

/// Whether a scale word here begins a unit instead: 三千 in 三千米, but 五兆六十二亿.
bool is_unit(const NumeralCursor& cursor) {
  return scale_of(cursor.value()) >= 2 && cursor.value() != U'兆' && cursor.at_unit();
}

constexpr bool is_pair(char32_t c) {
  return c == U'两' || c == U'兩';
}

/// 两 stands first or multiplies: 两千两百. At the end it is the unit of weight: 三千两.
bool ends_before_pair(NumeralCursor cursor) {
  if (!is_pair(cursor.value())) return false;
  cursor.advance();
  return scale_of(cursor.value()) < 2 || is_unit(cursor);
}

/// Behind blanks the numeral goes on with a scale word, or with a digit that a scale word or the end of
/// the word follows: 三千 八百, 两千 四 百 五; not 三十 一所.
bool goes_on_after_blanks(NumeralCursor next, bool after_scale) {
  if (is_scale(next)) return !next.at_unit();
  if (!after_scale || chinese_digit(next.value()) == kNoDigit) return false;
  next.advance();
  const char32_t behind = next.past_blanks().value();
  return scale_of(behind) != 0 || behind == U'点' || behind == U'點' || behind == U'又' ||
         !text::is_han(behind);
}

bool read_places(NumeralCursor& cursor, Numeral& numeral) {
  Accumulator sum;
  while (true) {
    if (NumeralCursor::is_blank(cursor.value())) {
      const NumeralCursor next = cursor.past_blanks();
      if (!sum.any() || !goes_on_after_blanks(next, sum.ends_in_scale())) break;
      cursor = next;
    }
    const char32_t c = cursor.value();
    if (sum.ends_in_scale() && ends_before_pair(cursor)) break;
    if (const int digit = chinese_digit(c); digit != kNoDigit) {
      if (!sum.add_digit(digit)) return false;
    } else if (const int tens = tens_of(c); tens != 0) {
      if (!sum.add_digit(tens) || !sum.add_scale(1)) return false;
    } else if (is_scale(cursor)) {
      if (sum.any() && is_unit(cursor)) break;
      if (!sum.takes_scale(scale_of(c))) break;
      if (!sum.add_scale(scale_of(c))) return false;
    } else {
      break;
    }
    cursor.advance();
  }
  sum.store(numeral);
  return sum.any();
}

/// Moves past the digits here, one more than a number holds at most, and counts them.
int count_digits(NumeralCursor& cursor) {
  int digits = 0;
  for (; digits <= kMostPositionalDigits && chinese_digit(cursor.value()) != kNoDigit; ++digits) {
    cursor.advance();
  }
  return digits;
}

/// 三四, 十五六: a digit and the next.
bool says_range(NumeralCursor cursor) {
  const int first = chinese_digit(cursor.value());
  cursor.advance();
  return chinese_digit(cursor.value()) == first + 1;
}

/// 二〇一〇: digits in their places, as in years and codes.
void read_positional(NumeralCursor& cursor, int digits, Numeral& numeral) {
  std::int64_t value = 0;
  for (int i = 0; i < digits; ++i, cursor.advance()) value = value * 10 + chinese_digit(cursor.value());
  numeral.value = Decimal{value};
}

/// The digit here where it may stand behind a decimal point: 两 is a number of things, no digit.
int decimal_digit(const NumeralCursor& cursor) {
  return is_pair(cursor.value()) ? kNoDigit : chinese_digit(cursor.value());
}

/// 十五点七, 二点五万; not 讲三点一是, where 一 opens a list.
bool read_decimals(NumeralCursor& cursor, Numeral& numeral) {
  NumeralCursor next = cursor.past_blanks();
  if (numeral.high || (!next.accept(U'点') && !next.accept(U'點'))) return false;
  next = next.past_blanks();
  Decimal value = numeral.value;
  for (; decimal_digit(next) != kNoDigit; next.advance()) {
    const auto tenfold = Decimal{value.coefficient()}.times(Decimal{10});
    const auto longer = tenfold ? tenfold->plus(Decimal{decimal_digit(next)}) : std::nullopt;
    if (!longer) return false;
    value = Decimal{longer->coefficient(), static_cast<std::uint8_t>(value.scale() + 1)};
  }
  if (value.scale() == 0 || next.value() == U'是' || next.value() == U'、') return false;
  numeral.value = value;
  numeral.precision = value.last_place();
  cursor = next;
  const int power = read_scale_words(cursor);
  numeral.scaled |= power >= 4;
  numeral.power = power;
  return scale_by(numeral, power);
}

/// 拾多万, 拾 余 万: a scale word behind 多; not 伍多.
bool is_scaled_behind(NumeralCursor more) {
  more.advance();
  return scale_of(more.past_blanks().value()) != 0;
}

/// Whether 陆 or 伍 here is part of a word, by what stands around it: 陆续, 队伍; not 陆万, 伍拾, 伍元. 零下
/// is no number either, but the sign of one.
bool is_word(NumeralCursor cursor) {
  if (cursor.value() == U'零' && cursor.next_value() == U'下') return true;
  if (!is_word_alone(cursor.value())) return false;
  const char32_t before = cursor.previous().value;
  cursor.advance();
  const NumeralCursor behind = cursor.past_blanks();
  const char32_t next = behind.value();
  if (scale_of(next) != 0 || chinese_digit(next) != kNoDigit || next == U'点' || next == U'點') return false;
  // Where no word ends in it, it may be a number alone or one that counts.
  constexpr std::u32string_view kVerbs = U"是为為到至之";
  constexpr std::u32string_view kEndsWord = U"队隊入退行落收";
  constexpr std::u32string_view kCounted = U"分角个個成折岁歲双雙";
  const bool money = next == U'元' || next == U'圆' || next == U'圓';
  if (before == U'第' || (money && kEndsWord.find(before) == kEndsWord.npos)) return false;
  if (text::is_han(before) && kVerbs.find(before) == kVerbs.npos) return true;
  if (is_more(next)) return !is_scaled_behind(behind);
  return text::is_han(next) && kCounted.find(next) == kCounted.npos;
}

/// 几十, 数百: tens or hundreds, nobody says how many. 户数百余 counts its 户.
bool is_vague(const NumeralCursor& cursor) {
  if (scale_of(cursor.value()) == 0) return false;
  const char32_t before = cursor.previous().value;
  if (before == U'几' || before == U'幾') return true;
  constexpr std::u32string_view kCounted = U"人户次总个件分倍指基场车班课";
  return (before == U'数' || before == U'數') && kCounted.find(cursor.before_previous()) == kCounted.npos;
}

/// 两两, 三三两两: one by one, no number.
bool is_doubled(const NumeralCursor& cursor) {
  return is_pair(cursor.value()) && (is_pair(cursor.next_value()) || is_pair(cursor.previous().value));
}

}  // namespace

bool read_chinese_numeral(NumeralCursor& cursor, Numeral& numeral) {
  if (is_word(cursor) || is_doubled(cursor) || is_vague(cursor)) return false;
  NumeralCursor behind = cursor;
  const int digits = count_digits(behind);
  if (digits > kMostPositionalDigits) return false;
  // 八五折 takes 15% off; 七八折 is a range.
  const bool price = digits == 2 && behind.value() == U'折' && !says_range(cursor);
  if (price || (digits >= 3 && scale_of(behind.value()) == 0)) {
    read_positional(cursor, digits, numeral);
  } else if (!read_places(cursor, numeral)) {
    return false;
  }
  const Numeral whole = numeral;
  if (!read_decimals(cursor, numeral)) numeral = whole;
  return true;
}

}  // namespace tallybook::figures

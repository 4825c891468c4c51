#include "outline/dates.hpp"

#include <array>

#include "outline/numerals.hpp"
#include "text/characters.hpp"

namespace tallybook::outline {
namespace {

/// 〇 and its look-alikes, then 一 … 九: the value is the place.
constexpr std::u32string_view kChineseDigits = U"〇一二三四五六七八九";

int digit_of(char32_t c) {
  if (text::is_digit(c)) return static_cast<int>(text::to_halfwidth(c) - U'0');
  if (c == U'○' || c == U'零') return 0;
  const std::size_t at = kChineseDigits.find(c);
  return at == std::u32string_view::npos ? -1 : static_cast<int>(at);
}

struct Reader {
  std::string_view rest;

  bool take(std::string_view word) {
    if (!rest.starts_with(word)) return false;
    rest.remove_prefix(word.size());
    return true;
  }
  bool take_any(std::initializer_list<std::string_view> words) {
    for (const auto word : words) {
      if (take(word)) return true;
    }
    return false;
  }
  void skip_spaces() {
    for (auto c = text::code_point_at(rest, 0); text::is_space(c.value); c = text::code_point_at(rest, 0)) {
      rest.remove_prefix(c.size);
    }
  }
  /// Four digits, of 19xx to 20xx.
  std::optional<std::int16_t> take_year() {
    int year = 0;
    std::string_view left = rest;
    for (int i = 0; i < 4; ++i) {
      const text::CodePoint c = text::code_point_at(left, 0);
      const int digit = digit_of(c.value);
      if (c.size == 0 || digit < 0) return {};
      year = year * 10 + digit;
      left.remove_prefix(c.size);
    }
    if (year < 1900 || year > 2099 || digit_of(text::code_point_at(left, 0).value) >= 0) return {};
    rest = left;
    return static_cast<std::int16_t>(year);
  }
  std::optional<std::int8_t> take_number(std::uint32_t highest) {
    Numeral number = read_arabic_numeral(rest);
    if (number.size == 0) number = read_chinese_numeral(rest);
    if (number.size == 0 || number.value == 0 || number.value > highest) return {};
    rest.remove_prefix(number.size);
    return static_cast<std::int8_t>(number.value);
  }
};

int days_in(int year, int month) {
  constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

Period months(std::int16_t year, std::int8_t first, std::int8_t last) {
  return {{year, first, 1}, {year, last, static_cast<std::int8_t>(days_in(year, last))}};
}

struct NamedPeriod {
  std::string_view word;
  std::int8_t first;
  std::int8_t last;
};
constexpr NamedPeriod kNamedPeriods[] = {
    {"上半年", 1, 6}, {"下半年", 7, 12}, {"前三季度", 1, 9}, {"一季度", 1, 3}, {"第1季度", 1, 3},
    {"二季度", 4, 6}, {"三季度", 7, 9},  {"四季度", 10, 12}, {"年度", 1, 12},  {"全年", 1, 12},
};

/// 1—6月, 1至6月份.
std::optional<Period> find_month_range(std::string_view text, std::int16_t year) {
  for (std::size_t at = 0; at < text.size(); at += text::code_point_at(text, at).size) {
    if (at > 0 && text::is_digit(text::code_point_before(text, at).value)) continue;
    Reader reader{text.substr(at)};
    const auto first = reader.take_number(12);
    if (!first) continue;
    reader.take("月");
    if (!reader.take_any({"—", "－", "-", "至", "到", "～", "~"})) continue;
    const auto last = reader.take_number(12);
    if (last && *first < *last && reader.take("月")) return months(year, *first, *last);
  }
  return {};
}

}  // namespace

std::optional<Date> read_date_line(std::string_view line) {
  Reader reader{text::trim(line)};
  reader.take_any({"（", "("});
  const auto year = reader.take_year();
  if (!year) return {};
  reader.skip_spaces();
  if (!reader.take_any({"年", "-", "/", "."})) return {};
  reader.skip_spaces();
  const auto month = reader.take_number(12);
  reader.skip_spaces();
  if (!month || !reader.take_any({"月", "-", "/", "."})) return {};
  reader.skip_spaces();
  const auto day = reader.take_number(31);
  if (!day || *day > days_in(*year, *month)) return {};
  reader.skip_spaces();
  reader.take("日");
  reader.take_any({"）", ")"});
  if (!reader.rest.empty()) return {};
  return Date{*year, *month, *day};
}

std::optional<std::int16_t> find_year(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); at += text::code_point_at(text, at).size) {
    if (at > 0 && digit_of(text::code_point_before(text, at).value) >= 0) continue;
    Reader reader{text.substr(at)};
    const auto year = reader.take_year();
    if (year && reader.take("年")) return year;
  }
  return {};
}

std::optional<Period> find_period(std::string_view text, std::int16_t year) {
  for (const NamedPeriod& period : kNamedPeriods) {
    if (text.find(period.word) != std::string_view::npos) return months(year, period.first, period.last);
  }
  return find_month_range(text, year);
}

}  // namespace tallybook::outline

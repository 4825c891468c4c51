#include "output/xlsx/cells.hpp"

#include <algorithm>
#include <charconv>

#include "output/display.hpp"
#include "text/characters.hpp"

namespace tallybook::output::xlsx {
namespace {

/// DBL_DIG: every decimal of so many digits has a double of its own.
constexpr std::ptrdiff_t kExactDigits = 15;

/// Longer formats do not fit the field of the library that writes them.
constexpr std::size_t kLongestFormat = 120;

/// A cell holds 32,767 UTF-16 units. `_x0041_` takes thirteen instead of seven.
constexpr std::size_t kMostUnits = 16'000;

std::size_t units_of(char32_t c) {
  return c > 0xFFFF ? 2 : 1;
}

std::ptrdiff_t significant_digits(std::string_view number) {
  const std::size_t first = number.find_first_of("123456789");
  if (first == std::string_view::npos) return 0;
  const std::size_t last = number.find_last_of("123456789");
  const std::string_view digits = number.substr(first, last + 1 - first);
  return static_cast<std::ptrdiff_t>(digits.size()) - std::count(digits.begin(), digits.end(), '.');
}

/// ISO/IEC 29500-1, 22.9.2.19: in a cell `_xHHHH_` stands for one code point.
bool is_escape(std::string_view text, std::size_t at) {
  constexpr std::size_t kSize = 7;
  const std::string_view word = text.substr(at, kSize);
  return word.size() == kSize && word[0] == '_' && word[1] == 'x' && word[kSize - 1] == '_' &&
         word.substr(2, 4).find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
}

}  // namespace

std::optional<double> exact_number(Decimal value) {
  const std::string digits = value.to_string();
  if (significant_digits(digits) > kExactDigits) return std::nullopt;
  double number = 0;
  const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (problem != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  return number;
}

std::string number_format(Decimal value, std::string_view unit) {
  const std::string digits = value.to_string();
  const std::size_t point = digits.find('.');
  std::string format = "#,##0";
  if (point != std::string::npos) format.append(".").append(digits.size() - point - 1, '0');
  const std::string words = on_one_line(unit);
  const bool fits = format.size() + words.size() + 3 <= kLongestFormat;
  if (words.empty() || !fits || words.find_first_of("\"\\") != std::string::npos) return format;
  return format + (words == "%" ? "\"" : "\" ") + words + '"';
}

std::string_view first_units(std::string_view text, std::size_t units) {
  std::size_t end = 0;
  while (end < text.size()) {
    const text::CodePoint c = text::code_point_at(text, end);
    if (units_of(c.value) > units) break;
    units -= units_of(c.value);
    end += c.size;
  }
  return text.substr(0, end);
}

std::string_view last_units(std::string_view text, std::size_t units) {
  std::size_t begin = text.size();
  while (begin > 0) {
    const text::CodePoint c = text::code_point_before(text, begin);
    if (units_of(c.value) > units) break;
    units -= units_of(c.value);
    begin -= c.size;
  }
  return text.substr(begin);
}

std::string cell_text(std::string_view text) {
  const std::string shown = as_shown(text);
  const std::string_view line = first_units(shown, kMostUnits);
  std::string cell;
  for (std::size_t at = 0; at < line.size();) {
    const text::CodePoint c = text::code_point_at(line, at);
    // U+FFFE and U+FFFF are no characters of XML.
    if (c.value == 0xFFFE || c.value == 0xFFFF) {
      cell += "\uFFFD";
    } else {
      if (is_escape(line, at)) cell += "_x005F";
      cell.append(line, at, c.size);
    }
    at += c.size;
  }
  return cell;
}

}  // namespace tallybook::output::xlsx

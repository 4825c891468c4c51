#include "checks/moments.hpp"

#include <algorithm>

#include "text/characters.hpp"

namespace tallybook::checks {
namespace {

/// Four digits and a mark: 2026-06-30, 2026/6/30, 2026.6.30 tell all three parts.
bool is_numeric_date(std::string_view words) {
  constexpr int kYearDigits = 4;
  std::size_t at = 0;
  for (int i = 0; i < kYearDigits; ++i) {
    const text::CodePoint c = text::code_point_at(words, at);
    if (!text::is_digit(c.value)) return false;
    at += c.size;
  }
  const char32_t mark = text::code_point_at(words, at).value;
  return (mark == U'-' || mark == U'/' || mark == U'.') &&
         std::count(words.begin(), words.end(), static_cast<char>(mark)) >= 2;
}

bool is_year_digit(char32_t c) {
  constexpr std::u32string_view kChinese = U"〇○零一二三四五六七八九";
  return text::is_digit(c) || kChinese.find(c) != std::u32string_view::npos;
}

bool tells_year(std::string_view words) {
  constexpr std::string_view kYear = "年";
  for (std::size_t at = words.find(kYear); at != std::string_view::npos; at = words.find(kYear, at + 1)) {
    std::size_t end = at;
    while (end > 0 && text::is_space(text::code_point_before(words, end).value)) {
      end -= text::code_point_before(words, end).size;
    }
    if (is_year_digit(text::code_point_before(words, end).value)) return true;
  }
  return false;
}

}  // namespace

ToldParts told_parts(std::string_view words) {
  if (is_numeric_date(words)) return {true, true, true};
  constexpr auto kNone = std::string_view::npos;
  return {tells_year(words), words.find("月") != kNone,
          words.find("日") != kNone || words.find("号") != kNone};
}

std::optional<RangeWords> split_range(std::string_view words) {
  if (is_numeric_date(words)) return {};
  for (const std::string_view joiner : {"——", "—", "－", "–", "―", "-", "～", "~", "至", "到"}) {
    const std::size_t at = words.find(joiner);
    if (at == std::string_view::npos || at == 0) continue;
    return RangeWords{words.substr(0, at), words.substr(at + joiner.size())};
  }
  return {};
}

bool is_quoted_alone(std::string_view text, Span span) {
  const char32_t before = text::code_point_before(text, span.begin).value;
  const char32_t after = text::code_point_at(text, span.end).value;
  constexpr std::u32string_view kOpening = U"“‘「『\"＂";
  constexpr std::u32string_view kClosing = U"”’」』\"＂";
  return kOpening.find(before) != std::u32string_view::npos &&
         kClosing.find(after) != std::u32string_view::npos;
}

}  // namespace tallybook::checks

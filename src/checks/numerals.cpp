#include "checks/numerals.hpp"

#include <array>

#include "text/characters.hpp"

namespace tallybook::checks {
namespace {

constexpr std::array<std::string_view, 10> kDigits = {"零", "一", "二", "三", "四",
                                                      "五", "六", "七", "八", "九"};
constexpr std::array<std::string_view, 4> kPlaces = {"", "十", "百", "千"};
constexpr std::uint32_t kFirstArabic = 10000;

bool is_chinese_numeral(char32_t c) {
  switch (c) {
    case U'〇':
    case U'零':
    case U'一':
    case U'二':
    case U'三':
    case U'四':
    case U'五':
    case U'六':
    case U'七':
    case U'八':
    case U'九':
    case U'十':
    case U'百':
      return true;
    default:
      return false;
  }
}

/// A Unicode block of numbers drawn as one character each: ① ⑴ ⒈ ㈠ Ⅰ.
struct DrawnNumbers {
  char32_t first;
  char32_t last;
};
constexpr DrawnNumbers kDrawn[] = {{U'①', U'⑳'}, {U'⑴', U'⒇'}, {U'⒈', U'⒛'}, {U'㈠', U'㈩'}, {U'Ⅰ', U'Ⅻ'}};

bool is_drawn_number(char32_t c) {
  for (const DrawnNumbers& drawn : kDrawn) {
    if (drawn.first <= c && c <= drawn.last) return true;
  }
  return false;
}

void append_utf8(std::string& out, char32_t c) {  // every drawn number takes three bytes
  out += static_cast<char>(0xE0u | (c >> 12));
  out += static_cast<char>(0x80u | ((c >> 6) & 0x3Fu));
  out += static_cast<char>(0x80u | (c & 0x3Fu));
}

std::string renumbered_drawn(char32_t written, std::uint32_t number) {
  for (const DrawnNumbers& drawn : kDrawn) {
    if (written < drawn.first || written > drawn.last || number == 0) continue;
    if (number > drawn.last - drawn.first + 1) break;
    std::string out;
    append_utf8(out, drawn.first + number - 1);
    return out;
  }
  return {};
}

}  // namespace

std::string chinese_numeral(std::uint32_t number) {
  if (number == 0 || number >= kFirstArabic) return number == 0 ? "零" : std::to_string(number);
  std::string out;
  bool skipped = false;
  std::uint32_t divisor = 1000;
  for (std::size_t place = 4; place-- > 0; divisor /= 10) {
    const std::uint32_t digit = number / divisor % 10;
    if (digit == 0) {
      skipped = !out.empty();
      continue;
    }
    if (skipped) out += kDigits[0];
    skipped = false;
    const bool leading_ten = out.empty() && place == 1 && digit == 1;  // 十二, not 一十二
    if (!leading_ten) out += kDigits[digit];
    out += kPlaces[place];
  }
  return out;
}

bool numbers_items(char32_t c) {
  return text::is_digit(c) || text::is_ascii_letter(c) || is_chinese_numeral(c) || is_drawn_number(c);
}

std::string renumbered(std::string_view mark, std::uint32_t number) {
  std::size_t begin = 0;
  for (text::CodePoint c; (c = text::code_point_at(mark, begin)).size != 0; begin += c.size) {
    if (std::string drawn = renumbered_drawn(c.value, number); !drawn.empty()) {
      return std::string(mark.substr(0, begin)) + drawn + std::string(mark.substr(begin + c.size));
    }
    if (text::is_digit(c.value) || is_chinese_numeral(c.value)) break;
  }
  bool arabic = false;
  std::size_t end = begin;
  for (text::CodePoint c; (c = text::code_point_at(mark, end)).size != 0; end += c.size) {
    if (!text::is_digit(c.value) && !is_chinese_numeral(c.value)) break;
    arabic = text::is_digit(c.value);
  }
  return std::string(mark.substr(0, begin)) + (arabic ? std::to_string(number) : chinese_numeral(number)) +
         std::string(mark.substr(end));
}

}  // namespace tallybook::checks

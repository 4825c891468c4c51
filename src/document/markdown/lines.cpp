#include "document/markdown/lines.hpp"

#include <algorithm>

#include "document/prose.hpp"
#include "text/characters.hpp"

namespace tallybook::document::markdown {
namespace {

/// Editors wrap at 72 columns and more; a shorter line is short by its writer's will.
constexpr std::size_t kShortestWrap = 60;
constexpr std::size_t kLongestWrap = 200;
/// A wrapped line falls short of the longest by at most a long word, or a mark that may not begin a
/// line.
constexpr std::size_t kRaggedness = 12;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

char32_t last_character(const Line& line) {
  for (auto piece = line.pieces.rbegin(); piece != line.pieces.rend(); ++piece) {
    if (!piece->text.empty()) return text::code_point_before(piece->text, piece->text.size()).value;
  }
  return 0;
}

char32_t first_character(const Line& line) {
  for (const Piece& piece : line.pieces) {
    if (!piece.text.empty()) return text::code_point_at(piece.text, 0).value;
  }
  return 0;
}

}  // namespace

std::size_t width(const Line& line) {
  std::size_t columns = 0;
  for (const Piece& piece : line.pieces) {
    for (const char byte : piece.text) {
      // All characters that take two columns begin with E2 and up, and few others do.
      if (text::is_code_point_start(byte)) columns += static_cast<unsigned char>(byte) >= 0xE2 ? 2 : 1;
    }
  }
  return columns;
}

bool is_wrapped(const Line& line, std::size_t widest) {
  if (!line.ends_softly || widest > kLongestWrap) return false;
  const std::size_t columns = width(line);
  return columns >= kShortestWrap && columns + kRaggedness >= widest;
}

bool joins_without_space(const Line& line, const Line& next) {
  return document::joins_without_space(last_character(line), first_character(next));
}

std::string_view find_list_number(std::string_view source, std::size_t text_offset) {
  std::size_t begin = text_offset;
  while (begin > 0 && source[begin - 1] != '\n' && source[begin - 1] != '\r') --begin;
  const std::string_view before = source.substr(begin, text_offset - begin);
  const std::size_t delimiter = before.find_last_of(".)");
  if (delimiter == std::string_view::npos || delimiter == 0 || delimiter + 1 == before.size()) return {};
  std::size_t digits = delimiter;
  while (digits > 0 && is_digit(before[digits - 1])) --digits;
  const bool blank_after = before[delimiter + 1] == ' ';
  if (digits == delimiter || !blank_after) return {};
  return before.substr(digits, delimiter + 2 - digits);
}

}  // namespace tallybook::document::markdown

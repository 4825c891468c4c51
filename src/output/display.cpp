#include "output/display.hpp"

#include <unicode/uchar.h>
#include <algorithm>
#include <array>

#include "text/characters.hpp"
#include "text/decode.hpp"

namespace tallybook::output {
namespace {

constexpr std::string_view kTab = "    ";
constexpr std::string_view kReplacement = "\uFFFD";
constexpr std::string_view kEllipsis = "…";

constexpr std::array<std::string_view, 32> kControlPictures = {
    "␀", "␁", "␂", "␃", "␄", "␅", "␆", "␇", "␈", "␉", "␊", "␋", "␌", "␍", "␎", "␏",
    "␐", "␑", "␒", "␓", "␔", "␕", "␖", "␗", "␘", "␙", "␚", "␛", "␜", "␝", "␞", "␟"};

bool turns_reading_direction(char32_t c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F ||
         c == 0x061C;
}

/// East Asian Width (UAX #11). Ambiguous characters (“ ” · ① ×) count as one column, as terminals
/// have them unless told otherwise.
int columns_of(char32_t c) {
  if (c >= 0x20 && c < 0x7F) return 1;
  const auto code = static_cast<UChar32>(c);
  switch (u_charType(code)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
      return 0;
    default:
      break;
  }
  const int width = u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

}  // namespace

Glyph glyph_at(std::string_view text, std::size_t offset) {
  const text::CodePoint point = text::code_point_at(text, offset);
  const char32_t c = point.value;
  if (point.size == 0) return {};
  if (c == U'\t') return {kTab, point.size, static_cast<int>(kTab.size())};
  if (c < 0x20) return {kControlPictures[c], point.size, 1};
  if (c == 0x7F) return {"␡", point.size, 1};
  if ((c >= 0x80 && c < 0xA0) || turns_reading_direction(c)) return {kReplacement, point.size, 1};
  if (c == 0x2028 || c == 0x2029) return {" ", point.size, 1};
  return {text.substr(offset, point.size), point.size, columns_of(c)};
}

Glyph glyph_before(std::string_view text, std::size_t offset) {
  const text::CodePoint point = text::code_point_before(text, offset);
  return point.size == 0 ? Glyph{} : glyph_at(text, offset - point.size);
}

int display_columns(std::string_view text) {
  int columns = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Glyph glyph = glyph_at(text, at);
    columns += glyph.columns;
    at += glyph.size;
  }
  return columns;
}

std::string as_shown(std::string_view text) {
  std::string shown;
  while (!text.empty()) {
    const std::string_view valid = text.substr(0, text::find_invalid_utf8(text));
    for (std::size_t at = 0; at < valid.size();) {
      const Glyph glyph = glyph_at(valid, at);
      shown += glyph.shown;
      at += glyph.size;
    }
    text.remove_prefix(valid.size());
    if (text.empty()) break;
    shown += kReplacement;
    text.remove_prefix(1);
  }
  return shown;
}

std::string on_one_line(std::string_view text) {
  std::string line;
  bool space = false;
  for (std::size_t at = 0; at < text.size();) {
    const Glyph glyph = glyph_at(text, at);
    if (text::is_space(text::code_point_at(text, at).value)) {
      space = !line.empty();
    } else {
      if (space) line += ' ';
      space = false;
      line += glyph.shown;
    }
    at += glyph.size;
  }
  return line;
}

std::string cut_to(std::string_view text, int columns) {
  std::string shown;
  int used = 0;
  std::size_t fits_with_ellipsis = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Glyph glyph = glyph_at(text, at);
    if (used + glyph.columns > columns) {
      shown.resize(fits_with_ellipsis);
      return shown.append(kEllipsis);
    }
    shown += glyph.shown;
    used += glyph.columns;
    if (used < columns) fits_with_ellipsis = shown.size();
    at += glyph.size;
  }
  return shown;
}

std::string left_aligned(std::string_view text, int columns) {
  std::string cell = cut_to(text, columns);
  cell.append(static_cast<std::size_t>(std::max(0, columns - display_columns(cell))), ' ');
  return cell;
}

std::string right_aligned(std::string_view text, int columns) {
  std::string cell = cut_to(text, columns);
  cell.insert(0, static_cast<std::size_t>(std::max(0, columns - display_columns(cell))), ' ');
  return cell;
}

}  // namespace tallybook::output

#include "document/prose.hpp"

#include "text/characters.hpp"

namespace tallybook::document {
namespace {

bool is_chinese(char32_t c) {
  const bool quote_or_dash = c == U'—' || c == U'‘' || c == U'’' || c == U'“' || c == U'”' || c == U'…';
  return text::is_han(c) || (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFFEF) || quote_or_dash;
}

}  // namespace

bool joins_without_space(char32_t before, char32_t after) {
  return is_chinese(before) && is_chinese(after);
}

}  // namespace tallybook::document

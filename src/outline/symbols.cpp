#include "outline/symbols.hpp"

#include <array>

#include "text/skim.hpp"

namespace tallybook::outline {
namespace {

using Byte = unsigned char;

constexpr std::array<Symbol, 128> make_ascii_table() {
  std::array<Symbol, 128> table{};
  for (std::size_t c = '0'; c <= '9'; ++c) table[c] = Symbol::digit;
  for (const char c : {' ', '\t', '\n', '\r', '\v', '\f'}) table[static_cast<Byte>(c)] = Symbol::space;
  table['!'] = table['?'] = Symbol::stop;
  table[';'] = Symbol::semicolon;
  table[':'] = Symbol::colon;
  table[','] = Symbol::comma;
  table['.'] = Symbol::full_point;
  table['('] = table['['] = Symbol::bracket_open;
  table[')'] = table[']'] = Symbol::bracket_close;
  table['"'] = Symbol::straight_quote;
  return table;
}
constexpr auto kAscii = make_ascii_table();

/// U+3000 … U+303F, by the last byte of E3 80 xx.
constexpr std::array<Symbol, 64> make_cjk_punctuation_table() {
  std::array<Symbol, 64> table{};
  table[0x00] = Symbol::space;
  table[0x01] = Symbol::list_comma;
  table[0x02] = Symbol::stop;
  table[0x08] = table[0x0A] = Symbol::title_open;
  table[0x09] = table[0x0B] = Symbol::title_close;
  table[0x0C] = table[0x0E] = Symbol::quote_open;
  table[0x0D] = table[0x0F] = Symbol::quote_close;
  table[0x10] = table[0x14] = Symbol::bracket_open;
  table[0x11] = table[0x15] = Symbol::bracket_close;
  return table;
}
constexpr auto kCjkPunctuation = make_cjk_punctuation_table();

/// U+FF00 … U+FF3F, by the last byte of EF BC xx.
constexpr std::array<Symbol, 64> make_fullwidth_table() {
  std::array<Symbol, 64> table{};
  for (std::size_t c = 0x10; c <= 0x19; ++c) table[c] = Symbol::digit;
  table[0x01] = table[0x1F] = Symbol::stop;
  table[0x08] = Symbol::bracket_open;
  table[0x09] = Symbol::bracket_close;
  table[0x0C] = Symbol::comma;
  table[0x0E] = Symbol::full_point;
  table[0x1A] = Symbol::colon;
  table[0x1B] = Symbol::semicolon;
  return table;
}
constexpr auto kFullwidth = make_fullwidth_table();

Symbol general_punctuation(Byte second, Byte third) {
  if (second == 0x80 && (third == 0x9C || third == 0x98)) return Symbol::quote_open;
  if (second == 0x80 && (third == 0x9D || third == 0x99)) return Symbol::quote_close;
  if (second == 0x80 && third == 0xA6) return Symbol::ellipsis;
  if (second == 0x80 && third >= 0x80 && third <= 0x8B) return Symbol::space;
  if (second == 0x91 || second == 0x92) return Symbol::enclosed;
  return Symbol::other;
}

Symbol three_byte_symbol(Byte lead, Byte second, Byte third) {
  switch (lead) {
    case 0xE2:
      return general_punctuation(second, third);
    case 0xE3:
      if (second == 0x88) return Symbol::enclosed;
      return second == 0x80 ? kCjkPunctuation[third & 0x3Fu] : Symbol::other;
    case 0xE4:
      return second == 0xB8 && third == 0x80 ? Symbol::one : Symbol::other;
    case 0xEF:
      return second == 0xBC ? kFullwidth[third & 0x3Fu] : Symbol::other;
    default:
      return Symbol::other;
  }
}

}  // namespace

Token token_at(std::string_view text, std::uint32_t offset) {
  const auto byte = [&](std::uint32_t i) { return static_cast<Byte>(text[offset + i]); };
  const Byte lead = byte(0);
  if (lead < 0x80) return {kAscii[lead], 1};
  if (lead < 0xE0) return {lead == 0xC2 && byte(1) == 0xA0 ? Symbol::space : Symbol::other, 2};
  if (lead < 0xF0) return {three_byte_symbol(lead, byte(1), byte(2)), 3};
  return {Symbol::other, 4};
}

std::uint32_t skip_plain_han(std::string_view text, std::uint32_t offset, std::uint32_t end) {
  constexpr std::uint8_t kLastOfOne = 0x80;  // of 一, E4 B8 80
  while (offset < end) {
    offset = text::skip_han(text, offset, end, kLastOfOne);
    if (offset >= end) break;
    const auto lead = static_cast<Byte>(text[offset]);
    const bool plain = (lead >= 0xE5 && lead <= 0xE9) ||
                       (lead == 0xE4 && (text[offset + 1] != '\xB8' || text[offset + 2] != '\x80'));
    if (!plain) return offset;
    offset += 3;
  }
  return offset;
}

}  // namespace tallybook::outline

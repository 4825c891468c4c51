// Walking UTF-8 by code point, and the classes of character that Chinese prose needs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tallybook::text {

struct CodePoint {
  char32_t value = 0;
  std::uint32_t size = 0;  ///< bytes; 0 at the end of the text
};

/// Whether this byte starts a code point, in valid UTF-8.
[[nodiscard]] constexpr bool is_code_point_start(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0u) != 0x80u;
}

/// The code point that starts at `offset`. `text` must be valid UTF-8 and `offset` on a boundary;
/// at or past the end the size is 0.
[[nodiscard]] constexpr CodePoint code_point_at(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return {};
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[offset + i]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  if (lead < 0xE0) return {(lead & 0x1Fu) << 6 | (byte(1) & 0x3Fu), 2};
  if (lead < 0xF0) return {(lead & 0x0Fu) << 12 | (byte(1) & 0x3Fu) << 6 | (byte(2) & 0x3Fu), 3};
  return {(lead & 0x07u) << 18 | (byte(1) & 0x3Fu) << 12 | (byte(2) & 0x3Fu) << 6 | (byte(3) & 0x3Fu), 4};
}

/// The code point that ends at `offset`; size 0 at the start of the text.
[[nodiscard]] constexpr CodePoint code_point_before(std::string_view text, std::size_t offset) {
  if (offset == 0 || offset > text.size()) return {};
  std::size_t begin = offset - 1;
  while (begin > 0 && !is_code_point_start(text[begin])) --begin;
  return code_point_at(text, begin);
}

/// The bytes of the code point that starts at `offset`, which must lie before the end.
[[nodiscard]] constexpr std::uint32_t size_at(std::string_view text, std::size_t offset) {
  const auto lead = static_cast<unsigned char>(text[offset]);
  return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

/// Behind the character at `offset`, which must lie before the end. A branch, which Chinese text takes the
/// same way nearly always: what follows then waits for nothing.
[[nodiscard]] constexpr std::size_t behind_character(std::string_view text, std::size_t offset) {
  if ((static_cast<unsigned char>(text[offset]) & 0xF0u) == 0xE0u) return offset + 3;
  return offset + size_at(text, offset);
}

/// Whether so many bytes are the same. Words are short, and a call costs more than a few bytes do.
[[nodiscard]] constexpr bool same_bytes(const char* a, const char* b, std::size_t size) {
  while (size > 0 && *a == *b) {
    ++a;
    ++b;
    --size;
  }
  return size == 0;
}

/// Whether `word`, which must not be empty, stands at `offset`. Its last byte is looked at first: it is the
/// one in which Chinese characters differ most.
[[nodiscard]] constexpr bool stands_at(std::string_view text, std::size_t offset, std::string_view word) {
  return offset + word.size() <= text.size() && text[offset + word.size() - 1] == word.back() &&
         same_bytes(text.data() + offset, word.data(), word.size() - 1);
}

/// The low twelve bits of a code point. UTF-8 has them in a character's last two bytes, so they are read
/// without a look at the others, and they tell common Chinese characters apart almost as well as the whole
/// does: a table by tag, which stays in the nearest cache, says where a closer look is worth it.
using Tag = std::uint32_t;
inline constexpr std::size_t kTags = 4096;

[[nodiscard]] constexpr Tag tag_of(char32_t c) {
  return c % kTags;
}
/// The tag of the character that ends at `offset`, which must lie behind the start.
[[nodiscard]] constexpr Tag tag_before(std::string_view text, std::size_t offset) {
  const auto last = static_cast<unsigned char>(text[offset - 1]);
  if (last < 0x80) return last;
  return (static_cast<unsigned char>(text[offset - 2]) & 0x3Fu) << 6 | (last & 0x3Fu);
}
/// The tag of the character that starts at `offset`, which must lie before the end.
[[nodiscard]] constexpr Tag tag_at(std::string_view text, std::size_t offset) {
  return tag_before(text, offset + size_at(text, offset));
}

/// The first bytes of `text`, at most `limit`, without half a code point at the end.
[[nodiscard]] constexpr std::string_view opening_of(std::string_view text, std::size_t limit) {
  if (text.size() <= limit) return text;
  while (limit > 0 && (static_cast<unsigned char>(text[limit]) & 0xC0u) == 0x80u) --limit;
  return text.substr(0, limit);
}

[[nodiscard]] constexpr bool is_han(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x20000 && c <= 0x323AF) ||
         c == U'〇' || c == U'々';
}
[[nodiscard]] constexpr bool is_ascii_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}
[[nodiscard]] constexpr bool is_fullwidth_digit(char32_t c) {
  return c >= U'０' && c <= U'９';
}
[[nodiscard]] constexpr bool is_digit(char32_t c) {
  return is_ascii_digit(c) || is_fullwidth_digit(c);
}
[[nodiscard]] constexpr bool is_ascii_letter(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}
/// Spaces of every width, tabs and line breaks.
inline constexpr std::u32string_view kSpaces =
    U" \t\n\v\f\r\u00A0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u200B"
    U"\u2028\u2029\u202F\u3000\uFEFF";
[[nodiscard]] constexpr bool is_space(char32_t c) {
  return c == U' ' || (c >= U'\t' && c <= U'\r') || c == 0x00A0 || c == 0x3000 ||
         (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0xFEFF;
}
/// Full-width ASCII forms to their ASCII twins; every other character to itself.
[[nodiscard]] constexpr char32_t to_halfwidth(char32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E) return c - 0xFEE0;
  return c == 0x3000 ? U' ' : c;
}

/// Appends a code point, which must be a Unicode scalar value.
void append_utf8(std::string& text, char32_t c);

/// `text` without leading and trailing spaces of every width.
[[nodiscard]] std::string_view trim(std::string_view text);

/// Code points in valid UTF-8.
[[nodiscard]] std::size_t count_code_points(std::string_view text);

}  // namespace tallybook::text

#include <unicode/utf8.h>

#include <array>
#include <bit>
#include <cstring>

#include "text/decode.hpp"
#include "text/search.hpp"

namespace tallybook::text {
namespace {

/// Where the run of ASCII that starts at `offset` ends, to eight bytes: the caller looks at the rest.
std::size_t skip_ascii(std::string_view bytes, std::size_t offset) {
  while (offset + EightBytes::kSize <= bytes.size() && EightBytes(bytes.data() + offset).all_ascii()) {
    offset += EightBytes::kSize;
  }
  return offset;
}

constexpr std::uint64_t as_number(std::array<std::uint8_t, 8> bytes) {
  return std::bit_cast<std::uint64_t>(bytes);
}
/// The bits by which two characters of three bytes are known, and how they are set.
constexpr std::uint64_t kFixedBits = as_number({0xF0, 0xC0, 0xC0, 0xF0, 0xC0, 0xC0, 0, 0});
constexpr std::uint64_t kTwoCharacters = as_number({0xE0, 0x80, 0x80, 0xE0, 0x80, 0x80, 0, 0});

/// With these first bytes, three bytes may also be an overlong form or a surrogate.
constexpr bool needs_care(char lead) {
  return lead == '\xE0' || lead == '\xED';
}

/// Where a run of three-byte characters, which is what Chinese is, ends, to two of them.
std::size_t skip_three_byte_pairs(std::string_view bytes, std::size_t offset) {
  constexpr std::size_t kThree = 3;
  for (; offset + sizeof(std::uint64_t) <= bytes.size(); offset += 2 * kThree) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, bytes.data() + offset, sizeof eight);
    if ((eight & kFixedBits) != kTwoCharacters) break;
    if (needs_care(bytes[offset]) || needs_care(bytes[offset + kThree])) break;
  }
  return offset;
}

}  // namespace

std::size_t find_invalid_utf8(std::string_view bytes) {
  // ICU's macro decodes one character strictly: no overlong forms, no surrogates.
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const std::size_t size = bytes.size();
  std::size_t at = 0;
  while (at < size) {
    if (data[at] < 0x80) {
      at = skip_ascii(bytes, at + 1);
      continue;
    }
    const std::size_t begin = at;
    at = skip_three_byte_pairs(bytes, at);
    if (at != begin) continue;
    UChar32 character = 0;
    U8_NEXT(data, at, size, character);
    if (character < 0) return begin;
  }
  return std::string_view::npos;
}

}  // namespace tallybook::text

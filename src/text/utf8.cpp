#include <unicode/utf8.h>

#include <cstring>

#include "text/decode.hpp"

namespace tallybook::text {
namespace {

/// Where the run of ASCII that starts at `offset` ends, to eight bytes: the caller looks at the rest.
std::size_t skip_ascii(std::string_view bytes, std::size_t offset) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080u;
  while (offset + sizeof(std::uint64_t) <= bytes.size()) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + offset, sizeof word);
    if ((word & kHighBits) != 0) break;
    offset += sizeof word;
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
    UChar32 character = 0;
    U8_NEXT(data, at, size, character);
    if (character < 0) return begin;
  }
  return std::string_view::npos;
}

}  // namespace tallybook::text

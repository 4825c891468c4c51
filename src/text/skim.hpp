// Passing over running text to the characters that may matter. Nearly all of a Chinese text is characters
// of three bytes, so they are looked at in twos and fours; what is found is then looked at closely.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <string_view>

#include "text/characters.hpp"

namespace tallybook::text {

inline constexpr std::uint32_t kThreeBytes = 3;

/// Eight bytes as a number, as they stand in a text.
[[nodiscard]] constexpr std::uint64_t as_number(std::array<std::uint8_t, 8> bytes) {
  return std::bit_cast<std::uint64_t>(bytes);
}
[[nodiscard]] inline std::uint64_t eight_bytes_at(std::string_view text, std::size_t offset) {
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, text.data() + offset, sizeof bytes);
  return bytes;
}

/// Whether the first six of eight bytes of valid UTF-8, which begin with a character, are two characters
/// of three bytes.
[[nodiscard]] constexpr bool are_two_of_three(std::uint64_t eight) {
  constexpr std::uint64_t kLeadBits = as_number({0xF0, 0, 0, 0xF0, 0, 0, 0, 0});
  constexpr std::uint64_t kLeads = as_number({0xE0, 0, 0, 0xE0, 0, 0, 0, 0});
  return (eight & kLeadBits) == kLeads;
}

/// Whether two characters, of which are_two_of_three() holds, lie in U+4000 … U+9FFF, which Han characters
/// fill, and neither ends in the byte `last`.
[[nodiscard]] constexpr bool are_two_han_not_ending_in(std::uint64_t eight, std::uint8_t last) {
  // Leads E4 … E9: the lower halves are 4 at least, and less than 10.
  const std::uint64_t halves = eight & as_number({0x0F, 0, 0, 0x0F, 0, 0, 0, 0});
  constexpr std::uint64_t kCarry = as_number({0x10, 0, 0, 0x10, 0, 0, 0, 0});
  const std::uint64_t at_least = halves + as_number({0x10 - 4, 0, 0, 0x10 - 4, 0, 0, 0, 0});
  const std::uint64_t beyond = halves + as_number({0x10 - 10, 0, 0, 0x10 - 10, 0, 0, 0, 0});
  // A difference of zero is the only one that adding 7F does not carry into the byte's upper bit.
  const std::uint64_t differences =
      (eight ^ as_number({0, 0, last, 0, 0, last, 0, 0})) & as_number({0, 0, 0x7F, 0, 0, 0x7F, 0, 0});
  const std::uint64_t unlike = differences + as_number({0, 0, 0x7F, 0, 0, 0x7F, 0, 0});
  constexpr std::uint64_t kUpper = as_number({0, 0, 0x80, 0, 0, 0x80, 0, 0});
  return (((at_least & ~beyond) & kCarry) | (unlike & kUpper)) == (kCarry | kUpper);
}

/// Behind the characters of U+4000 … U+9FFF from `offset` on, at most `end`; the first that ends in the
/// byte `last` is not passed, and one or two before a stop may not be.
[[nodiscard]] inline std::uint32_t skip_han(std::string_view text, std::uint32_t offset, std::uint32_t end,
                                            std::uint8_t last) {
  for (; offset + sizeof(std::uint64_t) <= end; offset += 2 * kThreeBytes) {
    const std::uint64_t eight = eight_bytes_at(text, offset);
    if (!are_two_of_three(eight) || !are_two_han_not_ending_in(eight, last)) break;
  }
  return offset;
}

/// What characters may do for a scan, as bits, by tag: never wrong where it says that one does nothing.
class Sieve {
 public:
  using Sights = std::uint8_t;

  constexpr Sieve() = default;
  /// With bit 1 for all of the characters.
  constexpr Sieve(std::initializer_list<std::u32string_view> lists) {
    for (const auto characters : lists) add(characters, 1);
  }
  constexpr void add(std::u32string_view characters, Sights sights) {
    for (const char32_t c : characters) add(tag_of(c), sights);
  }
  constexpr void add(Tag tag, Sights sights) { rows_[row_of(tag)] |= sights; }

  [[nodiscard]] constexpr Sights sights_of(Tag tag) const { return rows_[row_of(tag)]; }

  /// The first place from `from` on whose character may have one of the sights; `end` where none has.
  [[nodiscard]] std::uint32_t find(std::string_view text, std::uint32_t from, std::uint32_t end,
                                   Sights sights = 0xFF) const {
    for (std::uint32_t at = from; at < end;) {
      if (at + kFour <= end && are_four_of_three(text, at)) {
        const Sights first = of_three(text, at) & sights;
        const Sights second = of_three(text, at + kThreeBytes) & sights;
        const Sights third = of_three(text, at + 2 * kThreeBytes) & sights;
        const Sights fourth = of_three(text, at + 3 * kThreeBytes) & sights;
        if ((first | second | third | fourth) == 0) {
          at += kFour;
          continue;
        }
        const std::uint32_t passed = first != 0 ? 0 : second != 0 ? 1 : third != 0 ? 2 : 3;
        return at + passed * kThreeBytes;
      }
      const std::uint32_t behind = at + size_at(text, at);
      if ((sights_of(tag_before(text, behind)) & sights) != 0) return at;
      at = behind;
    }
    return end;
  }

 private:
  static constexpr std::uint32_t kFour = 4 * kThreeBytes;

  /// The lower six bits of a character's last byte, and behind eight bits those of the byte before: the
  /// two bytes as one number, less their upper bits.
  static constexpr std::size_t row_of(Tag tag) { return (tag & 0x3Fu) << 8 | tag >> 6; }

  static bool are_four_of_three(std::string_view text, std::uint32_t at) {
    constexpr std::uint64_t kLeadBits = as_number({0xF0, 0, 0, 0xF0, 0, 0, 0xF0, 0});
    constexpr std::uint64_t kLeads = as_number({0xE0, 0, 0, 0xE0, 0, 0, 0xE0, 0});
    return (eight_bytes_at(text, at) & kLeadBits) == kLeads &&
           (static_cast<unsigned char>(text[at + 3 * kThreeBytes]) & 0xF0u) == 0xE0u;
  }
  [[nodiscard]] Sights of_three(std::string_view text, std::uint32_t at) const {
    const auto byte = [&](std::uint32_t i) { return static_cast<unsigned char>(text[at + i]); };
    return rows_[(byte(1) | std::size_t{byte(2)} << 8) - 0x8080u];
  }

  std::array<Sights, 0x4000> rows_{};
};

}  // namespace tallybook::text

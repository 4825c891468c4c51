// Sets of characters that are looked for in running text.
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string_view>

#include "text/characters.hpp"

namespace tallybook::text {

/// A set of characters of the Basic Multilingual Plane.
class CharacterSet {
 public:
  constexpr CharacterSet(std::initializer_list<std::u32string_view> lists) {
    for (const auto characters : lists) {
      for (const char32_t c : characters) {
        bits_[c / kBits] |= std::uint64_t{1} << c % kBits;
        tags_[tag_of(c)] = true;
      }
    }
  }
  [[nodiscard]] constexpr bool contains(char32_t c) const {
    return c < kPlane && (bits_[c / kBits] >> c % kBits & 1u) != 0;
  }
  /// Whether the set holds a character of this tag.
  [[nodiscard]] constexpr bool may_contain(Tag tag) const { return tags_[tag]; }

 private:
  static constexpr char32_t kPlane = 0x10000;
  static constexpr char32_t kBits = 64;
  std::array<std::uint64_t, kPlane / kBits> bits_{};
  std::array<bool, kTags> tags_{};
};

}  // namespace tallybook::text

// How the hash tables of the spelling lexicon place their keys: what fills them and what asks them agree.
#pragma once

#include <cstddef>
#include <cstdint>

#include "checks/spelling_lexicon.hpp"

namespace tallybook::checks {

/// The upper `bits` bits of a product with an odd constant: 2^64 divided by the golden ratio.
[[nodiscard]] constexpr std::uint64_t spread(std::uint64_t key, unsigned bits) {
  return (key * 0x9E3779B97F4A7C15U) >> (64U - bits);
}

/// Where a key's search begins in an open table of `size` slots, a power of two.
[[nodiscard]] constexpr std::size_t slot_of(std::uint64_t key, std::size_t size) {
  return static_cast<std::size_t>(spread(key, 32)) & (size - 1);
}

/// The three characters beside the gap, with its place.
[[nodiscard]] constexpr std::uint64_t gap_key(const Idiom& idiom, std::uint32_t gap) {
  std::uint64_t key = gap;
  for (std::uint32_t i = 0; i < idiom.size(); ++i) {
    if (i != gap) key = key << 16U | idiom[i];
  }
  return key;
}

}  // namespace tallybook::checks

// The few places in which two nearly equal texts differ.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace tallybook::checks {

/// Characters [a_begin, a_end) of the first text stand where [b_begin, b_end) of the second stand.
struct Hunk {
  std::uint32_t a_begin = 0;
  std::uint32_t a_end = 0;
  std::uint32_t b_begin = 0;
  std::uint32_t b_end = 0;
};

/// The shortest edit script (Myers, An O(ND) Difference Algorithm, 1986) as hunks in order, those
/// one character apart joined; empty for equal texts, nothing where more than `most_edits` characters are
/// inserted and deleted. Time (|a| + |b|) × most_edits, memory most_edits² at most.
[[nodiscard]] std::optional<std::vector<Hunk>> difference(std::u32string_view a, std::u32string_view b,
                                                          std::uint32_t most_edits);

}  // namespace tallybook::checks

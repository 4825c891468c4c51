// Runs of numbered parts and where their numbers slip.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <tallybook/outline.hpp>

namespace tallybook::checks {

/// Marks of one form in the order of the text: sibling sections, or the items of one enumeration.
using MarkRun = std::vector<Mark>;

/// The runs of a report that count: no dashes; no 首先…最后, which may leave out what they like; and
/// no marks side by side, which cite items (填写①②⑤) instead of opening them.
[[nodiscard]] std::vector<MarkRun> mark_runs(const Outline& outline);

enum class SlipKind : std::uint8_t { gap, duplicate };

struct Slip {
  SlipKind kind = SlipKind::gap;
  std::uint32_t index = 0;          ///< the mark at which it shows
  std::uint32_t other = 0;          ///< gap: the mark before it; duplicate: the first of the two
  std::uint32_t first_missing = 0;  ///< gap only
  std::uint32_t last_missing = 0;   ///< gap only
};

/// Gaps and duplicates, each defect once: in 1 2 2 4 the second 2 is the slip and 3 is not missed too.
/// A list that begins again at 1, or goes on after a list nested in it, is no slip. Linear time.
[[nodiscard]] std::vector<Slip> find_slips(std::span<const Mark> marks);

/// Marks from `first` to `last` of a run that hold the numbers of their places in another order
/// (1 3 2 4), or one that holds a number far ahead of its place (1 2 7 4).
struct Disorder {
  std::uint32_t first = 0;
  std::uint32_t last = 0;      ///< included
  std::uint32_t expected = 0;  ///< the number that belongs to the first place
};

/// Each disorder once. A list that begins again, or one nested in it, is none. Linear time.
[[nodiscard]] std::vector<Disorder> find_disorders(std::span<const Mark> marks);

}  // namespace tallybook::checks

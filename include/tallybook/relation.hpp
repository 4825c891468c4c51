// What the text says of its figures together, and whether it holds.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <tallybook/span.hpp>

namespace tallybook {

enum class RelationKind : std::uint8_t {
  sum_of,     ///< figures: total, then parts
  part_of,    ///< figures: part, whole
  flow,       ///< figures: opening, in…, out…, closing (see FlowTerm)
  change_of,  ///< figures: change, level; or level, opening, where only the direction is told
  share_of,   ///< figures: share, part, whole
  same_as,    ///< figures: a, b
  count_of,   ///< figures: claim, or the values that 分别 tells; items: the listed things. A claim that
              ///< is no figure (“四个理念”) is the first evidence instead
};

enum class Verdict : std::uint8_t { pass, fail, not_checkable };

/// Why a relation cannot be decided. A count_of may also pass with open_list: 甲、乙等五个 names no more
/// than it claims.
enum class Reason : std::uint8_t {
  none,
  open_list,        ///< 等, 其中, 主要: the list need not be complete
  approximate,      ///< a term is bounded on one side only
  different_units,  ///< the terms cannot be brought to one unit
  missing_base,     ///< last period's figure is not in the text
  different_basis,  ///< constant prices, other coverage
  not_comparable,   ///< the two may count different things
  overflow,
};

enum class TermRole : std::uint8_t {
  total,
  part,
  opening,
  in,
  out,
  closing,
  change,
  level,
  share,
  whole,
  claim,
  same
};

struct Term {
  std::uint32_t figure = 0;  ///< index into the report's figures
  TermRole role = TermRole::part;
};

struct Relation {
  RelationKind kind = RelationKind::sum_of;
  std::vector<Term> terms;
  std::vector<Span> items;     ///< count_of: the things listed
  std::vector<Span> evidence;  ///< the words that say so: 其中, 共, 分别为
  Verdict verdict = Verdict::not_checkable;
  Reason reason = Reason::none;
  std::string arithmetic;  ///< one line: `79 + 11 = 90 ≠ 89`
};

[[nodiscard]] std::string_view name_of(RelationKind value);
[[nodiscard]] std::string_view name_of(TermRole value);
[[nodiscard]] std::string_view name_of(Verdict value);
[[nodiscard]] std::string_view name_of(Reason value);

}  // namespace tallybook

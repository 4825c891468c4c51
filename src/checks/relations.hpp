// From a relation that does not hold to a finding with its arithmetic and every term it rests on.
#pragma once

#include <vector>

#include "checks/view.hpp"

namespace tallybook::checks {

/// Calls `fn(relation)` for every relation of the kind that was decided against the text. What could
/// not be decided is no finding.
template <typename Fn>
void for_each_failed(const ReportView& report, RelationKind kind, Fn fn) {
  for (const Relation& relation : report.relations) {
    if (relation.kind == kind && relation.verdict == Verdict::fail && !relation.terms.empty()) fn(relation);
  }
}

/// Whether a change is held against those of the parts of its total, not against two levels.
[[nodiscard]] bool is_weighted(const Relation& relation);
/// Whether the levels of those parts add up to that of the total.
[[nodiscard]] bool is_of_complete_sum(const Relation& relation);

/// The first term of a role, or the relation's first term where none has it.
[[nodiscard]] const Term& term_of(const Relation& relation, TermRole role);

/// Every figure of the relation but `reported`, each with the part it plays.
[[nodiscard]] std::vector<Related> other_terms(const ReportView& report, const Relation& relation,
                                               const Term& reported);

}  // namespace tallybook::checks

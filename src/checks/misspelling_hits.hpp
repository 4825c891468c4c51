// The wrong forms of the spelling lexicon that stand in a report.
#pragma once

#include "checks/view.hpp"

namespace tallybook::checks {

/// Whether the wrong form only comes about where two words meet: 点缀|学校, 出现|像样.
[[nodiscard]] bool is_made_by_neighbours(const ReportView& report, Span wrong, const Misspelling& row);

/// Calls `fn(span, row)` for every wrong form that is one, in order; of those that overlap the first. A row
/// whose forms are equal is right, and keeps what is wrong elsewhere from being found within it.
template <typename Fn>
void for_each_misspelling(const ReportView& report, Fn fn) {
  std::uint32_t reported = 0;  // the end of the last one
  for (const WordHit& hit : report.words) {
    if (hit.list != WordList::misspelling || hit.span.begin < reported) continue;
    const Misspelling& row = report.vocabulary.spelling.misspellings()[hit.row];
    if (is_made_by_neighbours(report, hit.span, row)) continue;
    reported = hit.span.end;
    if (row.wrong != row.right) fn(hit.span, row);
  }
}

}  // namespace tallybook::checks

#include "engine/fix.hpp"

#include <algorithm>
#include <tallybook/engine.hpp>
#include <utility>

#include "document/edits.hpp"

namespace tallybook {
namespace engine {
namespace {

/// Whether none of the fix's edits touches one that is already taken.
bool fits(const Fix& fix, const std::vector<Edit>& taken) {
  return std::all_of(fix.edits.begin(), fix.edits.end(), [&](const Edit& edit) {
    return std::none_of(taken.begin(), taken.end(), [&](const Edit& other) {
      return edit.span.begin <= other.span.end && other.span.begin <= edit.span.end;
    });
  });
}

}  // namespace

FixRound fixes_of(const Analysis& analysis) {
  FixRound round;
  for (const ReportAnalysis& report : analysis.reports) {
    std::vector<Edit> taken;  // of this report: those of others lie elsewhere
    for (const Finding& finding : report.findings) {
      if (!finding.fix || finding.fix->edits.empty()) continue;
      if (!document::can_edit(analysis.document, finding.fix->edits)) {
        ++round.open;
        continue;
      }
      if (!fits(*finding.fix, taken)) continue;
      taken.insert(taken.end(), finding.fix->edits.begin(), finding.fix->edits.end());
      ++round.fixes;
    }
    round.edits.insert(round.edits.end(), taken.begin(), taken.end());
  }
  std::sort(round.edits.begin(), round.edits.end(),
            [](const Edit& a, const Edit& b) { return a.span < b.span; });
  return round;
}

}  // namespace engine

Result<Fixed> Engine::fix(std::string_view bytes, std::string_view name, const RulePlan& plan) const {
  // Each round removes what it fixed; a fix that makes way for another needs one more.
  constexpr int kMostRounds = 10;
  Fixed fixed;
  fixed.bytes = bytes;
  for (int round = 0; round < kMostRounds; ++round) {
    auto analysis = analyse(fixed.bytes, name, plan);
    if (!analysis) return tl::unexpected(std::move(analysis.error()));
    if (round == 0) fixed.before = analysis->document.text;
    fixed.after = analysis->document.text;
    const engine::FixRound fixes = engine::fixes_of(*analysis);
    fixed.open = fixes.open;
    if (fixes.edits.empty()) break;
    auto changed = document::apply_edits(analysis->document, fixed.bytes, fixes.edits);
    if (!changed) break;
    fixed.bytes = *std::move(changed);
    fixed.fixes += fixes.fixes;
  }
  return fixed;
}

}  // namespace tallybook

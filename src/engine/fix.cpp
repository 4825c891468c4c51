#include "engine/fix.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <tallybook/engine.hpp>
#include <utility>
#include <vector>

#include "document/edits.hpp"

namespace tallybook {
namespace engine {
namespace {

/// The edits taken so far, none of which touches another fix's. A fix may reach beyond its own report.
class TakenEdits {
 public:
  [[nodiscard]] bool fits(const Fix& fix) const {
    return std::none_of(fix.edits.begin(), fix.edits.end(),
                        [this](const Edit& edit) { return touches_any(edit.span); });
  }

  void take(const Fix& fix) {
    for (const Edit& edit : fix.edits) spans_.insert(edit.span);
    edits_.insert(edits_.end(), fix.edits.begin(), fix.edits.end());
  }

  [[nodiscard]] std::vector<Edit> in_order() && {
    std::sort(edits_.begin(), edits_.end(), [](const Edit& a, const Edit& b) { return a.span < b.span; });
    return std::move(edits_);
  }

 private:
  [[nodiscard]] bool touches_any(Span span) const {
    const auto next = spans_.lower_bound(Span{span.begin, 0});
    if (next != spans_.end() && next->begin <= span.end) return true;
    return next != spans_.begin() && std::prev(next)->end >= span.begin;
  }

  std::set<Span> spans_;
  std::vector<Edit> edits_;
};

}  // namespace

FixRound fixes_of(const Analysis& analysis) {
  FixRound round;
  TakenEdits taken;
  for (const ReportAnalysis& report : analysis.reports) {
    for (const Finding& finding : report.findings) {
      if (!finding.fix || finding.fix->edits.empty()) continue;
      if (!document::can_edit(analysis.document, finding.fix->edits)) {
        ++round.open;
        continue;
      }
      if (!taken.fits(*finding.fix)) continue;
      taken.take(*finding.fix);
      ++round.fixes;
    }
  }
  round.edits = std::move(taken).in_order();
  return round;
}

}  // namespace engine

Result<Fixed> Engine::fix(std::string_view bytes, std::string_view name, const RulePlan& plan,
                          const RuleSet& own, const Acceptances& accepted) const {
  // Each round removes what it fixed; a fix that makes way for another needs one more.
  constexpr int kMostRounds = 10;
  Fixed fixed;
  fixed.bytes = bytes;
  for (int round = 0; round < kMostRounds; ++round) {
    auto analysis = analyse(fixed.bytes, name, plan, own);
    if (!analysis) return tl::unexpected(std::move(analysis.error()));
    static_cast<void>(accept(*analysis, plan, accepted));
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

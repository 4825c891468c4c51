#include "checks/run.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace tallybook {

void FindingSink::add(Span span, Message message, std::vector<Related> related, std::optional<Fix> fix) {
  if (count_ == kMost) return;
  ++count_;
  out_.push_back({.rule = rule_.code,
                  .name = rule_.name,
                  .severity = severity_,
                  .report = report_.index,
                  .span = span,
                  .message = std::move(message),
                  .related = std::move(related),
                  .fix = std::move(fix)});
}

namespace checks {
namespace {

auto place_and_rule(const Finding& finding) {
  return std::tie(finding.span, finding.rule);
}

std::vector<WordHit> find_words(const Vocabulary& vocabulary, const ReportInput& input) {
  std::vector<WordHit> hits;
  for (const Block& block :
       std::span(input.document.blocks).subspan(input.report.first_block, input.report.block_count)) {
    vocabulary.finder.find(input.document.text, block.span, hits);
  }
  return hits;
}

void add_time(RuleClock& clock, std::size_t rule, std::uint64_t nanoseconds) {
  if (clock.spent.size() <= rule) clock.spent.resize(rule + 1, 0);
  clock.spent[rule] += nanoseconds;
}

}  // namespace

std::vector<Finding> run(const ReportInput& input, const Vocabulary& vocabulary, const RulePlan& plan,
                         RuleClock* clock) {
  const TextMarks marks(input.document, input.report);
  const std::vector<WordHit> words = find_words(vocabulary, input);
  const SpellingScan spelling = scan_spelling(input.document, input.report, vocabulary.spelling);
  const ReportView report{input, marks, vocabulary, words, spelling};
  std::vector<Finding> findings;
  const auto rules = registry();
  for (std::size_t i = 0; i < rules.size() && i < plan.size(); ++i) {
    if (!plan[i].enabled) continue;
    FindingSink sink(*rules[i], plan[i].severity, report.report, findings);
    const std::uint64_t begin = clock == nullptr ? 0 : clock->now();
    rules[i]->check(report, sink);
    if (clock != nullptr) add_time(*clock, i, clock->now() - begin);
  }
  // Stable, so that of two findings of one rule at one place the one found first stays.
  std::stable_sort(findings.begin(), findings.end(),
                   [](const Finding& a, const Finding& b) { return place_and_rule(a) < place_and_rule(b); });
  findings.erase(
      std::unique(findings.begin(), findings.end(),
                  [](const Finding& a, const Finding& b) { return place_and_rule(a) == place_and_rule(b); }),
      findings.end());
  return findings;
}

}  // namespace checks
}  // namespace tallybook

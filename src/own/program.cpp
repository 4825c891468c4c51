#include "own/program.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "own/findings.hpp"

namespace tallybook::own {
namespace {

/// As many hits a rule as no prose comes near; fewer where there are very many rules, so that a text made of
/// nothing but their words does not take a thousand times its own size.
std::size_t most_hits(std::size_t rules) {
  constexpr std::size_t kMostOfAll = 200'000;
  constexpr std::size_t kMost = 10'000;
  constexpr std::size_t kLeast = 100;
  return std::clamp(kMostOfAll / std::max<std::size_t>(rules, 1), kLeast, kMost);
}

Finding finding_of(const Rule& rule, const RuleChoice& choice, const Report& report, Remark&& remark) {
  return {.rule = rule.code,
          .name = rule.name,
          .severity = choice.severity,
          .report = report.index,
          .span = remark.span,
          .message = std::move(remark.message),
          .related = std::move(remark.related),
          .fix = std::move(remark.fix)};
}

auto place_and_rule(const Finding& finding) {
  return std::tie(finding.span, finding.rule);
}

void put_in_order(std::vector<Finding>& findings) {
  std::stable_sort(findings.begin(), findings.end(),
                   [](const Finding& a, const Finding& b) { return place_and_rule(a) < place_and_rule(b); });
  // An item within an item, or one place that breaks two limits: told once.
  findings.erase(
      std::unique(findings.begin(), findings.end(),
                  [](const Finding& a, const Finding& b) { return place_and_rule(a) == place_and_rule(b); }),
      findings.end());
}

}  // namespace

const Pattern* CompiledRule::pattern_of(std::uint32_t term) const {
  const std::vector<Term>& terms = rule.steps.front().terms;
  if (!terms[term].pattern) return nullptr;
  const auto before =
      std::count_if(terms.begin(), terms.begin() + term, [](const Term& t) { return t.pattern; });
  return &patterns[static_cast<std::size_t>(before)];
}

Program::Program(std::vector<std::unique_ptr<CompiledRule>> rules) : rules_(std::move(rules)) {
  for (std::uint32_t number = 0; number < rules_.size(); ++number) {
    const CompiledRule& rule = *rules_[number];
    entries_.push_back(&rule.entry);
    matchers_[static_cast<std::size_t>(rule.rule.scope)].add(number, rule.rule, rule.patterns);
  }
  for (Matcher& matcher : matchers_) matcher.compile();
}

std::vector<Finding> Program::run(const ReportParts& parts, std::span<const RuleChoice> plan) const {
  std::vector<Finding> findings;
  std::vector<bool> wanted(rules_.size());
  for (std::size_t i = 0; i < wanted.size(); ++i) wanted[i] = i < plan.size() && plan[i].enabled;
  for (std::size_t scope = 0; scope < kScopes; ++scope) {
    if (matchers_[scope].empty()) continue;
    const ScopeText text = text_of(static_cast<Scope>(scope), parts);
    const std::vector<Hit> hits =
        matchers_[scope].find(parts.document.text, text, wanted, most_hits(rules_.size()));
    for (std::uint32_t number = 0; number < rules_.size(); ++number) {
      const CompiledRule& rule = *rules_[number];
      if (static_cast<std::size_t>(rule.rule.scope) != scope || !wanted[number]) continue;
      const auto [first, last] = std::equal_range(hits.begin(), hits.end(), Hit{.rule = number},
                                                  [](const Hit& a, const Hit& b) { return a.rule < b.rule; });
      for (Remark& remark : remarks_of({rule, parts.document.text, text, {first, last}})) {
        findings.push_back(finding_of(rule.entry, plan[number], parts.report, std::move(remark)));
      }
    }
  }
  put_in_order(findings);
  return findings;
}

}  // namespace tallybook::own

#include "output/totals.hpp"

#include <numeric>
#include <utility>

namespace tallybook::output {
namespace {

template <std::size_t N>
void add_up(std::array<std::size_t, N>& sums, const std::array<std::size_t, N>& terms) {
  for (std::size_t i = 0; i < N; ++i) sums[i] += terms[i];
}

template <std::size_t N>
std::size_t sum_from(const std::array<std::size_t, N>& terms, std::size_t first) {
  return std::accumulate(terms.begin() + static_cast<std::ptrdiff_t>(first), terms.end(), std::size_t{0});
}

}  // namespace

void CheckTotals::add(const Analysis& analysis) {
  ++files;
  reports += analysis.reports.size();
  for (const ReportAnalysis& report : analysis.reports) {
    coverage += report.coverage;
    for (const Relation& relation : report.relations) {
      if (relation.verdict != Verdict::not_checkable) continue;
      ++unchecked_by_reason.at(static_cast<std::size_t>(relation.reason));
    }
    for (const AcceptedFinding& finding : report.accepted)
      ++accepted.at(static_cast<std::size_t>(finding.by));
    for (const Finding& finding : report.findings) {
      ++by_severity.at(static_cast<std::size_t>(finding.severity));
      auto rule = by_rule.find(finding.rule);
      if (rule == by_rule.end()) {
        RuleCount count{std::string(finding.name), finding.severity};
        rule = by_rule.emplace(std::string(finding.rule), std::move(count)).first;
      }
      ++rule->second.findings;
    }
  }
}

CheckTotals& CheckTotals::operator+=(const CheckTotals& other) {
  files += other.files;
  reports += other.reports;
  add_up(by_severity, other.by_severity);
  add_up(unchecked_by_reason, other.unchecked_by_reason);
  add_up(accepted, other.accepted);
  coverage += other.coverage;
  for (const auto& [code, count] : other.by_rule) {
    RuleCount& rule = by_rule.try_emplace(code, RuleCount{count.name, count.severity}).first->second;
    rule.findings += count.findings;
  }
  return *this;
}

std::size_t CheckTotals::findings() const {
  return sum_from(by_severity, 0);
}

std::size_t CheckTotals::unchecked() const {
  return sum_from(unchecked_by_reason, 0);
}

std::size_t CheckTotals::all_accepted() const {
  return sum_from(accepted, 0);
}

std::size_t CheckTotals::at_least(Severity threshold) const {
  return sum_from(by_severity, static_cast<std::size_t>(threshold));
}

CheckTotals totals_of(const Analysis& analysis) {
  CheckTotals totals;
  totals.add(analysis);
  return totals;
}

}  // namespace tallybook::output

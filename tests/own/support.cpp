#include "support.hpp"

#include <algorithm>

namespace tallybook::own_tests {
namespace {

const Engine& engine() {
  static const Engine instance = Engine::create().value();
  return instance;
}

SettingResult<RuleSet> loaded(std::string_view toml) {
  const RuleFile file{"rules.toml", std::string(toml)};
  return load_rules({&file, 1});
}

RulePlan own_only(const RuleSet& own) {
  RulePlan plan(rules().size(), {.enabled = false});
  for (const Rule* rule : own.rules()) plan.push_back({true, rule->severity});
  return plan;
}

}  // namespace

std::string rule_of(std::string_view body, std::string_view code) {
  std::string name(code);
  std::transform(name.begin(), name.end(), name.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  std::string rule = "[[rule]]\ncode = '" + std::string(code) + "'\nname = 'rule-" + name + "'\n";
  if (body.find("message") == std::string_view::npos) rule += "message = '不用。'\n";
  return rule.append(body) + "\n";
}

RuleSet load(std::string_view toml) {
  return loaded(toml).value();
}

std::string problem_of(std::string_view toml) {
  const auto own = loaded(toml);
  if (own) return "";
  return own.error().file + ":" + std::to_string(own.error().line) + ": " + own.error().message.zh;
}

Analysis analyse(const RuleSet& own, std::string_view text) {
  return engine().analyse(text, "a.txt", own_only(own), own).value();
}

std::string marked(const RuleSet& own, std::string_view text) {
  std::string marked(text);
  const Analysis analysis = analyse(own, text);
  for (auto report = analysis.reports.rbegin(); report != analysis.reports.rend(); ++report) {
    for (auto finding = report->findings.rbegin(); finding != report->findings.rend(); ++finding) {
      marked.insert(finding->span.end, "⟧").insert(finding->span.begin, "⟦");
    }
  }
  return marked;
}

std::string marked(std::string_view body, std::string_view text) {
  return marked(load(rule_of(body)), text);
}

std::string messages(std::string_view body, std::string_view text) {
  std::string messages;
  for (const ReportAnalysis& report : analyse(load(rule_of(body)), text).reports) {
    for (const Finding& finding : report.findings) messages += finding.message.zh + "\n";
  }
  return messages;
}

std::string fixed(std::string_view body, std::string_view text) {
  const RuleSet own = load(rule_of(body));
  return engine().fix(text, "a.txt", own_only(own), own).value().after;
}

}  // namespace tallybook::own_tests

// An office's own rules, run over the examples that stand in their files.
#include <string>
#include <string_view>
#include <tallybook/engine.hpp>
#include <vector>

#include "own/program.hpp"

namespace tallybook {
namespace {

constexpr std::string_view kOpen = "⟦";
constexpr std::string_view kClose = "⟧";
constexpr std::string_view kName = "example.txt";

std::string without_marks(std::string_view marked) {
  std::string text(marked);
  for (const std::string_view mark : {kOpen, kClose}) {
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at)) {
      text.erase(at, mark.size());
    }
  }
  return text;
}

/// The analysed text with every finding in marks. Findings ascend.
std::string with_marks(const Analysis& analysis) {
  std::string marked;
  std::uint32_t done = 0;
  const std::string_view text = analysis.document.text;
  for (const ReportAnalysis& report : analysis.reports) {
    for (const Finding& finding : report.findings) {
      if (finding.span.begin < done) continue;
      marked.append(text.substr(done, finding.span.begin - done)).append(kOpen);
      marked.append(slice(text, finding.span)).append(kClose);
      done = finding.span.end;
    }
  }
  return marked.append(text.substr(done));
}

/// One rule alone, and its examples one after another.
class Trial {
 public:
  Trial(const Engine& engine, const RuleSet& own, std::size_t number)
      : engine_(engine), own_(own), rule_(own.program()->rule(number)) {
    plan_.assign(rules().size() + own.rules().size(), {.enabled = false});
    plan_[rules().size() + number] = {.enabled = true, .severity = rule_.severity};
    result_ = {own.rules()[number], rule_.file, rule_.line, rule_.examples.size(), {}};
  }

  RuleTrial run() && {
    for (const own::OwnExample& example : rule_.examples) {
      const std::string bad = without_marks(example.bad);
      if (!bad.empty()) hold(example, Demand::reported, example.bad, marked(bad));
      if (!example.good.empty()) hold(example, Demand::silent, example.good, marked(example.good));
      if (bad.empty() || example.good.empty()) continue;
      const auto fixed = engine_.fix(bad, kName, plan_, own_);
      if (fixed && fixed->fixes > 0) hold(example, Demand::fixed, example.good, fixed->after);
    }
    return std::move(result_);
  }

 private:
  [[nodiscard]] std::string marked(const std::string& text) const {
    const auto analysis = engine_.analyse(text, kName, plan_, own_);
    return analysis ? with_marks(*analysis) : std::string();
  }

  void hold(const own::OwnExample& example, Demand demand, const std::string& expected, std::string actual) {
    if (actual != expected) result_.failures.push_back({example.line, demand, expected, std::move(actual)});
  }

  const Engine& engine_;
  const RuleSet& own_;
  const own::OwnRule& rule_;
  RulePlan plan_;
  RuleTrial result_;
};

}  // namespace

std::vector<RuleTrial> Engine::try_examples(const RuleSet& own) const {
  std::vector<RuleTrial> trials;
  for (std::size_t number = 0; number < own.rules().size(); ++number) {
    trials.push_back(Trial(*this, own, number).run());
  }
  return trials;
}

}  // namespace tallybook

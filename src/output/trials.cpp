#include "output/trials.hpp"

#include <fmt/format.h>
#include <string_view>

#include "output/display.hpp"
#include "output/paint.hpp"

namespace tallybook::output {
namespace {

struct Words {
  std::string_view no_examples, expected, actual, summary, none;
};

const Words& words_in(Language language) {
  static constexpr Words kZh = {
      "没有例子", "应为", "实为", "规则 {} 条，例子 {} 个：不符 {} 处，没有例子的规则 {} 条\n",
      "没有自编规则：在 tallybook.toml 里写 rules = [\"规则/*.toml\"]，或写出规则文件\n"};
  static constexpr Words kEn = {
      "has no examples", "expected", "actual  ",
      "{} rules, {} examples: {} failures, {} rules without examples\n",
      "no own rules: name rule files, or write rules = [\"rules/*.toml\"] in tallybook.toml\n"};
  return language == Language::zh ? kZh : kEn;
}

std::string_view demand_in(Demand demand, Language language) {
  const bool zh = language == Language::zh;
  switch (demand) {
    case Demand::reported:
      return zh ? "反例报告的不是所标的位置" : "the bad text is not reported as marked";
    case Demand::silent:
      return zh ? "正例不应报告" : "the good text is not silent";
    case Demand::fixed:
      return zh ? "反例改正后不是正例" : "the fixes do not make the good text";
  }
  return "";
}

std::string line_of(const RuleTrial& trial, std::uint32_t line, std::string_view what) {
  return fmt::format("{}:{}: {} {}: {}\n", as_shown(trial.file), line, trial.rule->code, trial.rule->name,
                     what);
}

/// A text of several paragraphs goes on below its first.
std::string text_lines(std::string_view label, std::string_view text) {
  std::string out = fmt::format("  {}  ", label);
  const std::string indent(static_cast<std::size_t>(display_columns(out)), ' ');
  for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n')) {
    out += as_shown(text.substr(0, end)) + '\n' + indent;
    text.remove_prefix(end + 1);
  }
  return out + as_shown(text) + '\n';
}

}  // namespace

std::string trials_text(std::span<const RuleTrial> trials, const TerminalStyle& style) {
  const Words& words = words_in(style.language);
  if (trials.empty()) return std::string(words.none);
  const Painter paint(style.color);
  std::string out;
  std::size_t examples = 0;
  std::size_t failures = 0;
  std::size_t without = 0;
  for (const RuleTrial& trial : trials) {
    examples += trial.examples;
    failures += trial.failures.size();
    if (trial.examples == 0) {
      ++without;
      out += line_of(trial, trial.line, words.no_examples);
    }
    for (const ExampleFailure& failure : trial.failures) {
      out += line_of(trial, failure.line, paint(Ink::bold, demand_in(failure.demand, style.language)));
      out += text_lines(words.expected, failure.expected) + text_lines(words.actual, failure.actual);
    }
  }
  return out + fmt::format(fmt::runtime(words.summary), trials.size(), examples, failures, without);
}

}  // namespace tallybook::output

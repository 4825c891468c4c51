#include "support.hpp"

#include <gtest/gtest.h>

#include <tallybook/engine.hpp>
#include <utility>

#include "checks/run.hpp"

namespace tallybook::testing {
namespace {

constexpr std::string_view kOpen = "⟦";
constexpr std::string_view kClose = "⟧";

const Engine& engine() {
  static const Engine instance = Engine::create().value();
  return instance;
}

RulePlan plan_with(std::string_view rule) {
  RulePlan plan = checks::default_plan();
  for (std::size_t i = 0; i < plan.size(); ++i) {
    if (rules()[i]->code == rule) plan[i].enabled = true;
  }
  return plan;
}

}  // namespace

MarkedText read_marked(std::string_view marked) {
  MarkedText out;
  while (!marked.empty()) {
    const auto here = static_cast<std::uint32_t>(out.text.size());
    if (marked.starts_with(kOpen)) {
      out.places.push_back({here, here});
      marked.remove_prefix(kOpen.size());
    } else if (marked.starts_with(kClose)) {
      out.places.back().end = here;
      marked.remove_prefix(kClose.size());
    } else {
      out.text += marked.front();
      marked.remove_prefix(1);
    }
  }
  return out;
}

Analysis analyse(std::string_view text, std::string_view rule) {
  return engine().analyse(text, "example.txt", plan_with(rule)).value();
}

std::vector<Finding> findings_of(const Analysis& analysis, std::string_view rule) {
  std::vector<Finding> out;
  for (const ReportAnalysis& report : analysis.reports) {
    for (const Finding& finding : report.findings) {
      if (finding.rule == rule) out.push_back(finding);
    }
  }
  return out;
}

std::string marked(const Analysis& analysis, std::string_view rule) {
  std::string out;
  std::uint32_t at = 0;
  const std::string_view text = analysis.document.text;
  for (const Finding& finding : findings_of(analysis, rule)) {
    if (finding.span.begin < at) continue;
    out += text.substr(at, finding.span.begin - at);
    out.append(kOpen).append(slice(text, finding.span)).append(kClose);
    at = finding.span.end;
  }
  return out + std::string(text.substr(at));
}

void expect_same(std::string_view found, std::string_view expected) {
  if (found != expected) ADD_FAILURE() << "expected " << expected << "\n   found " << found;
}

HandMade::HandMade(std::string_view text) {
  document_.text = text;
  const Span whole = {0, static_cast<std::uint32_t>(text.size())};
  document_.blocks.push_back({whole, BlockKind::paragraph, 0});
  report_.span = whole;
  report_.block_count = 1;
  outline_.sections.push_back({.span = whole, .mark = {}, .heading = {}, .body = whole});
}

Span HandMade::span(std::string_view part, int nth) const {
  std::size_t at = document_.text.find(part);
  while (--nth > 0) at = document_.text.find(part, at + 1);
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + part.size())};
}

std::uint32_t HandMade::add_figure(std::string_view part, int nth) {
  Figure figure;
  figure.span = span(part, nth);
  figures_.push_back(std::move(figure));
  return static_cast<std::uint32_t>(figures_.size() - 1);
}

std::vector<Finding> HandMade::run() const {
  static const checks::Vocabulary vocabulary = checks::Vocabulary::load().value();
  return checks::run({document_, report_, outline_, figures_, relations_, {}, facts_}, vocabulary,
                     checks::default_plan());
}

}  // namespace tallybook::testing

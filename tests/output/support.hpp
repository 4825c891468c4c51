// Analyses written by hand, so that output is tested without the layers that make them.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include <tallybook/analysis.hpp>

namespace tallybook::output::testing {

/// The n-th place (from 1) of `words` in the document's text.
inline Span place_of(const Analysis& analysis, std::string_view words, int nth = 1) {
  std::size_t at = std::string::npos;
  for (int i = 0; i < nth; ++i) {
    at = analysis.document.text.find(words, at + 1);
    if (at == std::string::npos) throw std::invalid_argument("no such words: " + std::string(words));
  }
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

/// One report over the whole text; every line is a block, every full stop ends a sentence.
inline Analysis analysis_of(std::string text, std::string name = "总结.txt") {
  constexpr std::string_view kStop = "。";
  Analysis analysis;
  analysis.document.name = std::move(name);
  analysis.document.text = std::move(text);
  const std::string_view all = analysis.document.text;
  ReportAnalysis report;
  report.report.span = {0, static_cast<std::uint32_t>(all.size())};
  report.outline.sections.emplace_back().span = report.report.span;
  for (std::size_t begin = 0; begin < all.size();) {
    const std::size_t line_end = std::min(all.find('\n', begin), all.size());
    const std::size_t stop = all.find(kStop, begin);
    const std::size_t end = stop < line_end ? stop + kStop.size() : line_end;
    Sentence sentence;
    sentence.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    report.outline.sentences.push_back(sentence);
    begin = end < all.size() && all[end] == '\n' ? end + 1 : end;
  }
  analysis.reports.push_back(std::move(report));
  return analysis;
}

inline Finding finding_at(Span span, Severity severity = Severity::error) {
  Finding finding;
  finding.rule = "FIG002";
  finding.name = "flow-mismatch";
  finding.severity = severity;
  finding.span = span;
  finding.message = {"期初、新增与期末对不上：79 + 11 = 90 ≠ 89",
                     "the flow does not add up: 79 + 11 = 90 ≠ 89"};
  return finding;
}

}  // namespace tallybook::output::testing

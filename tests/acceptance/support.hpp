// Documents with findings, put together without the rules that would find them.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include <tallybook/analysis.hpp>

namespace tallybook::acceptance::testing {

inline Span place_of(std::string_view text, std::string_view words) {
  const std::size_t at = text.find(words);
  if (at == std::string_view::npos) throw std::invalid_argument("no such words: " + std::string(words));
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

/// Cuts `span` behind each of the marks.
template <typename Add>
void cut(std::string_view text, Span span, std::u8string_view marks, Add add) {
  const std::string_view set(reinterpret_cast<const char*>(marks.data()), marks.size());
  std::uint32_t begin = span.begin;
  for (std::uint32_t at = begin; at < span.end; at += 3) {
    while (at < span.end && static_cast<unsigned char>(text[at]) < 0x80) ++at;
    if (at >= span.end || set.find(text.substr(at, 3)) == std::string_view::npos) continue;
    add(Span{begin, at + 3});
    begin = at + 3;
  }
  if (begin < span.end) add(Span{begin, span.end});
}

/// One report; a line is a block, 。 ends a sentence and ， or ； a clause. ASCII and Chinese only.
inline Analysis analysis_of(std::string text) {
  Analysis analysis;
  analysis.document.name = "总结.txt";
  analysis.document.text = std::move(text);
  const std::string& all = analysis.document.text;
  ReportAnalysis report;
  report.report.span = {0, static_cast<std::uint32_t>(all.size())};
  for (std::size_t begin = 0; begin < all.size();) {
    const std::size_t end = std::min(all.find('\n', begin), all.size());
    const Span block{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    analysis.document.blocks.push_back({block, BlockKind::paragraph, 0});
    cut(all, block, u8"。", [&](Span sentence) {
      report.outline.sentences.emplace_back().span = sentence;
      cut(all, sentence, u8"，；。", [&](Span clause) { report.outline.clauses.push_back(clause); });
    });
    begin = end + 1;
  }
  analysis.reports.push_back(std::move(report));
  return analysis;
}

inline Finding finding_of(std::string_view rule, Span span) {
  Finding finding;
  finding.rule = rule;
  finding.name = rule == "FIG002" ? "flow-mismatch" : "halfwidth-punctuation";
  finding.span = span;
  return finding;
}

}  // namespace tallybook::acceptance::testing

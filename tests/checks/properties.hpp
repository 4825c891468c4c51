// What holds for the findings on any text, whatever the rules are. Shared by the tests and the fuzzer.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>

#include <tallybook/engine.hpp>

namespace tallybook::testing {

inline std::string fixed_text(std::string text, const Fix& fix) {
  for (auto edit = fix.edits.rbegin(); edit != fix.edits.rend(); ++edit) {
    text.replace(edit->span.begin, edit->span.size(), edit->replacement);
  }
  return text;
}

inline bool is_boundary(std::string_view text, std::uint32_t offset) {
  return offset == text.size() ||
         (offset < text.size() && (static_cast<unsigned char>(text[offset]) & 0xC0U) != 0x80U);
}

inline bool lies_in(std::string_view text, Span span) {
  return span.begin <= span.end && is_boundary(text, span.begin) && is_boundary(text, span.end);
}

inline std::string broken_place(std::string_view text, const Finding& finding) {
  if (!lies_in(text, finding.span) || finding.span.empty()) return "the span is not in the text";
  for (const Related& related : finding.related) {
    if (!lies_in(text, related.span)) return "a related span is not in the text";
    if (related.note.zh.empty() || related.note.en.empty()) return "a related note is empty";
  }
  if (!finding.fix) return "";
  std::uint32_t end = 0;
  for (const Edit& edit : finding.fix->edits) {
    if (!lies_in(text, edit.span) || edit.span.begin < end) return "the edits are not in order in the text";
    end = edit.span.end;
  }
  return "";
}

inline std::size_t count_findings(const Analysis& analysis, std::string_view rule) {
  std::size_t count = 0;
  for (const ReportAnalysis& report : analysis.reports) {
    for (const Finding& finding : report.findings) count += finding.rule == rule ? 1U : 0U;
  }
  return count;
}

inline std::string broken_fix(const Engine& engine, const Analysis& analysis, const Finding& finding) {
  if (!finding.fix) return "";
  const auto fixed = engine.analyse(fixed_text(analysis.document.text, *finding.fix), "fixed.txt");
  if (!fixed) return "the fixed text cannot be read";
  return count_findings(*fixed, finding.rule) < count_findings(analysis, finding.rule)
             ? ""
             : "the fix does not remove its finding";
}

inline std::string broken_order(const ReportAnalysis& report) {
  for (std::size_t i = 1; i < report.findings.size(); ++i) {
    const Finding& before = report.findings[i - 1];
    const Finding& here = report.findings[i];
    if (std::tie(before.span, before.rule) >= std::tie(here.span, here.rule))
      return "the findings do not ascend";
  }
  return "";
}

/// The first law that the analysis breaks, as a sentence; empty where all hold: spans lie in the text
/// on code points, findings ascend without repeats and name a rule, both languages speak, and a fix
/// removes its finding and adds none of its rule (two paragraphs may well become alike by it).
[[nodiscard]] inline std::string broken_property(const Engine& engine, const Analysis& analysis) {
  const std::string_view text = analysis.document.text;
  for (const ReportAnalysis& report : analysis.reports) {
    if (std::string broken = broken_order(report); !broken.empty()) return broken;
    for (const Finding& finding : report.findings) {
      const std::string rule(finding.rule);
      if (find_rule(rule) == nullptr) return rule + " is no rule";
      if (finding.message.zh.empty() || finding.message.en.empty()) return rule + ": a message is empty";
      if (std::string broken = broken_place(text, finding); !broken.empty())
        return broken.insert(0, rule + ": ");
      if (std::string broken = broken_fix(engine, analysis, finding); !broken.empty())
        return broken.insert(0, rule + ": ");
    }
  }
  return "";
}

}  // namespace tallybook::testing

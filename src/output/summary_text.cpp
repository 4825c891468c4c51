#include <fmt/format.h>
#include <algorithm>
#include <utility>
#include <vector>

#include "output/display.hpp"
#include "output/labels.hpp"
#include "output/paint.hpp"
#include "output/summary_lines.hpp"
#include "output/terminal.hpp"
#include "output/totals.hpp"

namespace tallybook::output {
namespace {

/// Fewer findings are taken in at a glance.
constexpr std::size_t kTableFrom = 10;

/// "1 error", "2 errors": Chinese needs no such thing.
std::string counted(std::size_t number, std::string_view noun) {
  return fmt::format("{} {}{}", number, noun, number == 1 ? "" : "s");
}

Ink ink_of_worst(const CheckTotals& totals) {
  if (totals.findings() == 0) return Ink::bold;
  for (const Severity severity : {Severity::error, Severity::warning}) {
    if (totals.at_least(severity) > 0) return ink_of(severity);
  }
  return ink_of(Severity::note);
}

std::string reasons(const CheckTotals& totals, Language language) {
  std::string list;
  for (std::size_t i = 0; i < totals.unchecked_by_reason.size(); ++i) {
    if (totals.unchecked_by_reason[i] == 0) continue;
    if (!list.empty()) list += language == Language::zh ? "，" : ", ";
    list += fmt::format("{} {}", label(static_cast<Reason>(i), language), totals.unchecked_by_reason[i]);
  }
  return list;
}

void append_coverage(std::string& out, const CheckTotals& totals, const TerminalStyle& style) {
  const Painter paint(style.color);
  out += "  " + checked_line(totals.coverage, style.language) + '\n';
  const std::string unchecked = unchecked_line(totals, style.language);
  if (!unchecked.empty()) out += "  " + paint(Ink::dim, unchecked) + '\n';
  const std::string accepted = accepted_line(totals, style.language);
  if (!accepted.empty()) out += "  " + paint(Ink::dim, accepted) + '\n';
}

void append_rule_table(std::string& out, const CheckTotals& totals, const TerminalStyle& style) {
  const Painter paint(style.color);
  const std::vector<RuleRow> rows = rule_rows(totals);
  int code_columns = 0;
  int name_columns = 0;
  for (const auto& [code, rule] : rows) {
    code_columns = std::max(code_columns, display_columns(code));
    name_columns = std::max(name_columns, display_columns(rule.name));
  }
  for (const auto& [code, rule] : rows) {
    const std::string severity =
        left_aligned(label(rule.severity, style.language), severity_columns(style.language));
    out += fmt::format("  {}  {}  {}  {:>6}\n", left_aligned(code, code_columns),
                       paint(ink_of(rule.severity), severity), left_aligned(rule.name, name_columns),
                       rule.findings);
  }
}

}  // namespace

std::string findings_line(const CheckTotals& totals, Language language) {
  const auto [notes, warnings, errors] = totals.by_severity;
  if (totals.findings() == 0 && totals.all_accepted() > 0) {
    return language == Language::zh ? "没有新的问题" : "no new findings";
  }
  if (totals.findings() == 0) return language == Language::zh ? "没有发现问题" : "no findings";
  return language == Language::zh ? fmt::format("错误 {}，警告 {}，提示 {}", errors, warnings, notes)
                                  : fmt::format("{}, {}, {}", counted(errors, "error"),
                                                counted(warnings, "warning"), counted(notes, "note"));
}

std::string checked_line(const Coverage& c, Language language) {
  return language == Language::zh
             ? fmt::format("识别数字 {} 个，其中 {} 个有主语；可核对关系 {} 组，核对 {} 组：相符 {}，不符 {}",
                           c.figures, c.with_subject, c.checkable, c.checked, c.passed, c.failed)
             : fmt::format("{}, {} with a subject; {}, {} checked: {} hold, {} fail",
                           counted(c.figures, "figure"), c.with_subject,
                           counted(c.checkable, "checkable relation"), c.checked, c.passed, c.failed);
}

std::string unchecked_line(const CheckTotals& totals, Language language) {
  const std::size_t lone =
      totals.coverage.figures - std::min(totals.coverage.figures, totals.coverage.linked);
  const std::size_t relations = totals.unchecked();
  std::string line;
  if (relations > 0) {
    line = language == Language::zh
               ? fmt::format("{} 组关系（{}）", relations, reasons(totals, language))
               : fmt::format("{} ({})", counted(relations, "relation"), reasons(totals, language));
  }
  if (lone > 0) {
    if (!line.empty()) line += language == Language::zh ? "；" : "; ";
    line += language == Language::zh ? fmt::format("{} 个数字没有可对照的数字", lone)
                                     : counted(lone, "figure") + " with nothing to hold against";
  }
  if (line.empty()) return line;
  return (language == Language::zh ? "未能核对：" : "not checked: ") + line;
}

std::string accepted_line(const CheckTotals& totals, Language language) {
  const auto [comments, rows, baseline] = totals.accepted;
  if (totals.all_accepted() == 0) return {};
  std::string line;
  const auto add = [&](std::size_t number, std::string_view zh, std::string_view en) {
    if (number == 0) return;
    if (!line.empty()) line += language == Language::zh ? "，" : ", ";
    line += language == Language::zh ? fmt::format("{} {}", zh, number) : fmt::format("{} {}", number, en);
  };
  add(baseline, "基线", "by the baseline");
  add(rows, "设置", "by the settings");
  add(comments, "文内注释", "by comments");
  return language == Language::zh
             ? fmt::format("已接受、不再列出 {} 处：{}", totals.all_accepted(), line)
             : fmt::format("accepted and not shown: {} ({})", totals.all_accepted(), line);
}

std::vector<RuleRow> rule_rows(const CheckTotals& totals) {
  std::vector<RuleRow> rows(totals.by_rule.begin(), totals.by_rule.end());
  std::stable_sort(rows.begin(), rows.end(),
                   [](const RuleRow& a, const RuleRow& b) { return a.second.severity > b.second.severity; });
  return rows;
}

std::string coverage_text(const Analysis& analysis, const TerminalStyle& style) {
  const CheckTotals totals = totals_of(analysis);
  const Painter paint(style.color);
  std::string out = paint(Ink::bold, as_shown(analysis.document.name));
  out += style.language == Language::zh ? "：" : ": ";
  out += paint(ink_of_worst(totals), findings_line(totals, style.language));
  if (totals.reports != 1) {
    out += style.language == Language::zh ? fmt::format("（{} 篇报告）", totals.reports)
                                          : fmt::format(" ({})", counted(totals.reports, "report"));
  }
  out += '\n';
  append_coverage(out, totals, style);
  return out;
}

std::string summary_text(const CheckTotals& totals, const TerminalStyle& style) {
  const bool table = totals.findings() >= kTableFrom;
  const bool sum = totals.files > 1;
  std::string out;
  if (table) append_rule_table(out, totals, style);
  if (!sum) return out;
  const Painter paint(style.color);
  const std::string head =
      style.language == Language::zh
          ? fmt::format("合计 {} 个文件、{} 篇报告：", totals.files, totals.reports)
          : fmt::format("{}, {}: ", counted(totals.files, "file"), counted(totals.reports, "report"));
  out += paint(Ink::bold, head) + paint(ink_of_worst(totals), findings_line(totals, style.language)) + '\n';
  append_coverage(out, totals, style);
  return out;
}

}  // namespace tallybook::output

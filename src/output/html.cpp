#include "output/html.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>

#include "output/html_marks.hpp"
#include "output/labels.hpp"
#include "output/summary_lines.hpp"
#include "text/characters.hpp"
#include "text/line_index.hpp"

namespace tallybook::embedded {
extern const std::string_view report;
}  // namespace tallybook::embedded

namespace tallybook::output {
namespace {

constexpr std::array<Severity, 3> kWorstFirst = {Severity::error, Severity::warning, Severity::note};
constexpr std::size_t kRelatedShown = 8;

std::string_view either(Language language, std::string_view zh, std::string_view en) {
  return language == Language::zh ? zh : en;
}

/// The page of one file as it is written.
class FilePage {
 public:
  FilePage(const Analysis& analysis, Language language)
      : analysis_(analysis),
        document_(analysis.document),
        language_(language),
        marks_(document_.text, document_.name, findings_of(analysis)),
        lines_(document_.text) {
    for (const ReportAnalysis& report : analysis.reports) {
      for (const Section& section : report.outline.sections) {
        if (!section.heading.empty() && !section.run_on) headings_.push_back(section.heading.begin);
      }
    }
    std::sort(headings_.begin(), headings_.end());
  }

  std::string write() {
    const CheckTotals totals = totals_of(analysis_);
    out_ += fmt::format("<section class=\"file\" id=\"{}\">\n<h2>{}</h2>\n", html_id(document_.name, "f", 0),
                        html_escaped(document_.name));
    append_coverage(totals);
    std::size_t table = 0;
    for (std::uint32_t block = 0; block < document_.blocks.size();) {
      begin_report(block);
      while (table < document_.tables.size() && first_block(document_.tables[table]) < block) ++table;
      if (table < document_.tables.size() && first_block(document_.tables[table]) == block) {
        block = append_table(document_.tables[table], block);
      } else {
        append_block(block);
        ++block;
      }
    }
    out_ += "</section>\n";
    return std::move(out_);
  }

 private:
  static std::vector<const Finding*> findings_of(const Analysis& analysis) {
    std::vector<const Finding*> findings;
    for (const ReportAnalysis& report : analysis.reports) {
      for (const Finding& finding : report.findings) findings.push_back(&finding);
    }
    return findings;
  }

  void append_coverage(const CheckTotals& totals) {
    out_ +=
        fmt::format("<p class=\"coverage\"><b>{}</b><br>{}", html_escaped(findings_line(totals, language_)),
                    html_escaped(checked_line(totals.coverage, language_)));
    const std::string unchecked = unchecked_line(totals, language_);
    if (!unchecked.empty()) out_ += "<br>" + html_escaped(unchecked);
    const std::string accepted = accepted_line(totals, language_);
    if (!accepted.empty()) out_ += "<br>" + html_escaped(accepted);
    out_ += "</p>\n";
  }

  static std::uint32_t first_block(const Table& table) {
    std::uint32_t first = kNone;
    for (const TableCell& cell : table.cells) {
      if (cell.block_count > 0) first = std::min(first, cell.block);
    }
    return first;
  }

  void begin_report(std::uint32_t block) {
    if (analysis_.reports.size() < 2) return;
    for (const ReportAnalysis& report : analysis_.reports) {
      if (report.report.first_block != block) continue;
      out_ += fmt::format("<h3>{}</h3>\n", html_escaped(report_name(analysis_, report.report, language_)));
    }
  }

  [[nodiscard]] bool in_report(Span span) const {
    return std::any_of(analysis_.reports.begin(), analysis_.reports.end(),
                       [&](const ReportAnalysis& report) { return report.report.span.contains(span); });
  }

  [[nodiscard]] bool is_title(Span span) const {
    return std::any_of(analysis_.reports.begin(), analysis_.reports.end(), [&](const ReportAnalysis& report) {
      return report.report.title && span.contains(*report.report.title);
    });
  }

  [[nodiscard]] std::string_view class_of(const Block& block) const {
    if (!in_report(block.span)) return "aside";
    if (is_title(block.span)) return "title";
    const auto heading = std::lower_bound(headings_.begin(), headings_.end(), block.span.begin);
    const bool opens = heading != headings_.end() && *heading < block.span.end;
    return block.kind == BlockKind::heading || opens ? "heading" : "text";
  }

  void append_block(std::uint32_t index) {
    const Block& block = document_.blocks[index];
    out_ += fmt::format("<div class=\"row\"><i class=\"line\">{}</i><p class=\"{}\">{}</p>",
                        line_of(block.span), class_of(block), marks_.marked(block.span));
    append_notes(block.span);
    out_ += "</div>\n";
  }

  /// The cells in their places, with the notes of the whole table beside it.
  std::uint32_t append_table(const Table& table, std::uint32_t block) {
    out_ += fmt::format("<div class=\"row\"><i class=\"line\">{}</i><table>", line_of(table.span));
    std::optional<std::uint32_t> row;
    std::uint32_t next = block + 1;
    for (const TableCell& cell : table.cells) {
      if (row != cell.row) out_ += row ? "</tr><tr>" : "<tr>";
      row = cell.row;
      const std::string_view tag = cell.header ? "th" : "td";
      out_ += fmt::format("<{} rowspan=\"{}\" colspan=\"{}\">", tag, cell.row_span, cell.column_span);
      for (std::uint32_t i = 0; i < cell.block_count; ++i) {
        if (i > 0) out_ += "<br>";
        out_ += marks_.marked(document_.blocks[cell.block + i].span);
        next = std::max(next, cell.block + i + 1);
      }
      out_ += fmt::format("</{}>", tag);
    }
    out_ += row ? "</tr></table>" : "</table>";
    append_notes(table.span);
    out_ += "</div>\n";
    return next;
  }

  void append_notes(Span span) {
    const auto findings = marks_.findings_in(span);
    if (findings.empty()) return;
    out_ += "<div class=\"notes\">";
    for (const HtmlMarks::Numbered& note : findings) append_note(*note.finding, note.number);
    out_ += "</div>";
  }

  void append_note(const Finding& finding, std::size_t number) {
    out_ += fmt::format(R"(<div class="note {0}" id="{1}"><a class="ref {0}" href="#{2}">{3}</a>)",
                        name_of(finding.severity), html_id(document_.name, "n", number),
                        html_id(document_.name, "p", number), number);
    out_ += fmt::format(R"(<b>{} {}</b> {})", label(finding.severity, language_), finding.rule,
                        html_escaped(in_language(finding.message, language_)));
    const std::size_t shown = std::min(kRelatedShown, finding.related.size());
    for (std::size_t i = 0; i < shown; ++i) append_related(finding.related[i]);
    if (finding.fix) {
      out_ += fmt::format(R"(<span class="fix">{}{}</span>)", either(language_, "建议：", "Fix: "),
                          html_escaped(in_language(finding.fix->title, language_)));
    }
    out_ += "</div>";
  }

  void append_related(const Related& related) {
    constexpr std::uint32_t kLongest = 60;
    Span span = related.span;
    const bool cut = span.size() > kLongest;
    if (cut) {
      span.end = span.begin + kLongest;
      while (!text::is_code_point_start(document_.text[span.end])) --span.end;
    }
    out_ += fmt::format(R"(<span class="related">{} “{}{}” {}</span>)", place_of(related.span),
                        html_escaped(slice(document_.text, span)), cut ? "…" : "",
                        html_escaped(in_language(related.note, language_)));
  }

  [[nodiscard]] std::uint32_t line_of(Span span) const { return lines_.position(span.begin).line; }
  [[nodiscard]] std::string place_of(Span span) const {
    const text::Position at = lines_.position(span.begin);
    return fmt::format("{}:{}", at.line, at.column);
  }

  const Analysis& analysis_;
  const Document& document_;
  Language language_;
  HtmlMarks marks_;
  text::LineIndex lines_;
  std::vector<std::uint32_t> headings_;  ///< where they begin, ascending
  std::string out_;
};

std::string rule_table(const CheckTotals& totals, Language language) {
  std::string out = fmt::format("<table class=\"rules\"><tr><th colspan=\"3\">{}</th><th>{}</th></tr>\n",
                                either(language, "规则", "Rule"), either(language, "处", "Found"));
  for (const auto& [code, rule] : rule_rows(totals)) {
    out += fmt::format("<tr><td>{}</td><td class=\"{}\">{}</td><td>{}</td><td>{}</td></tr>\n", code,
                       name_of(rule.severity), label(rule.severity, language), rule.name, rule.findings);
  }
  return out + "</table>\n";
}

std::string file_table(std::span<const HtmlFile> files, Language language) {
  std::string out = fmt::format("<table class=\"files\"><tr><th>{}</th>", either(language, "文件", "File"));
  for (const Severity severity : kWorstFirst) out += fmt::format("<th>{}</th>", label(severity, language));
  out += "</tr>\n";
  for (const HtmlFile& file : files) {
    out += fmt::format("<tr><td><a href=\"#{}\">{}</a></td>", html_id(file.name, "f", 0),
                       html_escaped(file.name));
    for (const Severity severity : kWorstFirst) {
      const std::size_t count = file.by_severity[static_cast<std::size_t>(severity)];
      out += fmt::format("<td class=\"{}\">{}</td>", count > 0 ? name_of(severity) : "none", count);
    }
    out += "</tr>\n";
  }
  return out + "</table>\n";
}

}  // namespace

std::string html_head(Language language) {
  const std::string_view title = either(language, "检查报告", "Check report");
  std::string out = fmt::format(
      "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, "
      "initial-scale=1\">\n<title>{}</title>\n<style>\n",
      either(language, "zh-CN", "en"), title);
  out += embedded::report;
  out += fmt::format("</style>\n</head>\n<body>\n<h1>{}</h1>\n<div class=\"filters\">", title);
  for (const Severity severity : kWorstFirst) {
    out +=
        fmt::format("<input type=\"checkbox\" id=\"show-{0}\" checked><label for=\"show-{0}\">{1}</label>\n",
                    name_of(severity), label(severity, language));
  }
  return out + "</div>\n<main>\n";
}

std::string html_file(const Analysis& analysis, Language language) {
  return FilePage(analysis, language).write();
}

std::string html_tail(const CheckTotals& totals, std::span<const HtmlFile> files, Language language) {
  std::string out = fmt::format("<section class=\"summary\">\n<p><b>{}</b><br>{}",
                                html_escaped(findings_line(totals, language)),
                                html_escaped(checked_line(totals.coverage, language)));
  const std::string unchecked = unchecked_line(totals, language);
  if (!unchecked.empty()) out += "<br>" + html_escaped(unchecked);
  const std::string accepted = accepted_line(totals, language);
  if (!accepted.empty()) out += "<br>" + html_escaped(accepted);
  out += "</p>\n";
  if (files.size() > 1) out += file_table(files, language);
  if (totals.findings() > 0) out += rule_table(totals, language);
  out += "</section>\n</main>\n<footer>tallybook " TALLYBOOK_VERSION "</footer>\n</body>\n</html>\n";
  return out;
}

}  // namespace tallybook::output

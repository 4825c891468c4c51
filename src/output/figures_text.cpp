#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <vector>

#include "output/display.hpp"
#include "output/labels.hpp"
#include "output/paint.hpp"
#include "output/terminal.hpp"
#include "text/line_index.hpp"

namespace tallybook::output {
namespace {

constexpr std::size_t kColumns = 6;
using Row = std::array<std::string, kColumns>;

/// The widest that a column may become: line, figure, value and unit, kind, role, subject.
constexpr std::array<int, kColumns> kWidest = {8, 28, 28, 12, 32, 32};

/// The words that are there, with a space between.
std::string joined(std::initializer_list<std::string_view> words) {
  std::string line;
  for (const std::string_view word : words) {
    if (word.empty()) continue;
    if (!line.empty()) line += ' ';
    line += word;
  }
  return line;
}

std::string value_of(const Figure& figure, Language language) {
  std::string value = figure.value.to_string();
  if (figure.high) value += "～" + figure.high->to_string();
  return joined({label(figure.bound, language), value, figure.unit});
}

Row row_of(std::string_view text, const text::LineIndex& lines, const Figure& figure, Language language) {
  return {std::to_string(lines.position(figure.span.begin).line),
          on_one_line(slice(text, figure.span)),
          on_one_line(value_of(figure, language)),
          std::string(label(figure.kind, language)),
          joined({label(figure.status, language), label(figure.basis, language), label(figure.role, language),
                  label(figure.direction, language)}),
          figure.subject ? on_one_line(slice(text, *figure.subject)) : "—"};
}

Row header(Language language) {
  if (language == Language::zh) return {"行", "数字", "值", "类别", "作用", "主语"};
  return {"line", "figure", "value", "kind", "role", "subject"};
}

std::array<int, kColumns> widths_of(const std::vector<Row>& rows) {
  std::array<int, kColumns> widths{};
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < kColumns; ++i) {
      widths[i] = std::min(kWidest[i], std::max(widths[i], display_columns(row[i])));
    }
  }
  return widths;
}

std::string line_of(const Row& row, const std::array<int, kColumns>& widths) {
  std::string line = "  " + right_aligned(row[0], widths[0]);
  for (std::size_t i = 1; i + 1 < kColumns; ++i) line += "  " + left_aligned(row[i], widths[i]);
  return line + "  " + cut_to(row.back(), widths.back()) + '\n';
}

std::string heading(const Analysis& analysis, const ReportAnalysis& report, Language language) {
  const std::string name = report_name(analysis, report.report, language);
  const std::string file = as_shown(analysis.document.name);
  const std::size_t count = report.figures.size();
  const std::string where = name.empty() ? file : file + "  " + name;
  return language == Language::zh ? fmt::format("{}：{} 个数字", where, count)
                                  : fmt::format("{}: {} figure{}", where, count, count == 1 ? "" : "s");
}

}  // namespace

std::string figures_text(const Analysis& analysis, const TerminalStyle& style) {
  const Painter paint(style.color);
  const std::string_view text = analysis.document.text;
  const text::LineIndex lines(text);
  std::string out;
  for (const ReportAnalysis& report : analysis.reports) {
    if (!out.empty()) out += '\n';
    out += paint(Ink::bold, heading(analysis, report, style.language)) + '\n';
    if (report.figures.empty()) continue;
    std::vector<Row> rows = {header(style.language)};
    for (const Figure& figure : report.figures) rows.push_back(row_of(text, lines, figure, style.language));
    const auto widths = widths_of(rows);
    out += paint(Ink::dim, line_of(rows.front(), widths));
    for (std::size_t i = 1; i < rows.size(); ++i) out += line_of(rows[i], widths);
  }
  return out;
}

}  // namespace tallybook::output

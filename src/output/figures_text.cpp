#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <numeric>
#include <span>
#include <vector>

#include "output/display.hpp"
#include "output/page.hpp"

namespace tallybook::output {
namespace {

/// Place, figure, value and unit, kind, what it is, subject.
constexpr std::size_t kColumns = 6;
using Row = std::array<std::string, kColumns>;
using Widths = std::array<int, kColumns>;

constexpr int kIndent = 2;
constexpr int kGap = 2;
/// Columns give way to each other down to here; the place never does.
constexpr int kNarrowest = 6;

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

Row row_of(const Page& page, const Figure& figure) {
  const Language language = page.style.language;
  return {page.place_of(figure.span.begin),
          on_one_line(slice(page.text, figure.span)),
          on_one_line(value_of(figure, language)),
          std::string(label(figure.kind, language)),
          joined({label(figure.status, language), label(figure.basis, language), label(figure.role, language),
                  label(figure.direction, language)}),
          figure.subject ? on_one_line(slice(page.text, *figure.subject)) : "—"};
}

Row header(Language language) {
  if (language == Language::zh) return {"行:列", "数字", "值", "类别", "作用", "主语"};
  return {"place", "figure", "value", "kind", "role", "subject"};
}

/// As wide as the rows need; where a line would be too long, the widest column gives way.
Widths widths_of(const std::vector<Row>& rows, int columns) {
  Widths widths{};
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < kColumns; ++i) {
      widths.at(i) = std::max(widths.at(i), std::min(display_columns(row.at(i)), columns));
    }
  }
  const int gaps = kIndent + kGap * static_cast<int>(kColumns - 1);
  for (int total = std::accumulate(widths.begin(), widths.end(), gaps); total > columns; --total) {
    int& widest = *std::max_element(widths.begin() + 1, widths.end());
    if (widest <= kNarrowest) break;
    --widest;
  }
  return widths;
}

std::string line_of(const Row& row, const Widths& widths) {
  std::string line(kIndent, ' ');
  line += right_aligned(row[0], widths[0]);
  for (std::size_t i = 1; i + 1 < kColumns; ++i) {
    line.append(kGap, ' ').append(left_aligned(row.at(i), widths.at(i)));
  }
  return line.append(kGap, ' ').append(cut_to(row.back(), widths.back())) + '\n';
}

std::string heading(const Page& page, const ReportAnalysis& report) {
  const Language language = page.style.language;
  const std::string name = report_name(page.analysis, report.report, language);
  const std::string file = as_shown(page.analysis.document.name);
  const std::size_t count = report.figures.size();
  const std::string where = name.empty() ? file : file + "  " + name;
  return language == Language::zh ? fmt::format("{}：{} 个数字", where, count)
                                  : fmt::format("{}: {} figure{}", where, count, count == 1 ? "" : "s");
}

/// The listing of one report: each sentence with its figures marked, and below it a row for each.
class Listing {
 public:
  Listing(const Page& page, const ReportAnalysis& report)
      : page_(page),
        report_(report),
        figures_(report.figures),
        gutter_(page, page.line_of(figures_.back().span)) {
    rows_.push_back(header(page.style.language));
    for (const Figure& figure : figures_) rows_.push_back(row_of(page, figure));
    widths_ = widths_of(rows_, page.style.width);
  }

  void append_to(std::string& out) {
    out += page_.paint(Ink::dim, line_of(rows_.front(), widths_));
    for (std::size_t first = 0; first < figures_.size();) {
      const std::size_t last = append_sentence(out, first);
      for (; first < last; ++first) out += line_of(rows_[first + 1], widths_);
    }
  }

 private:
  /// Shows the sentence of a figure and returns the first figure behind it that is not marked in it.
  std::size_t append_sentence(std::string& out, std::size_t first) {
    const Span bounds = context_around(page_, report_, figures_[first].span);
    const int columns = page_.style.width - gutter_.columns();
    std::vector<Span> others;  // more than one a column are not seen
    for (std::size_t i = first + 1; i < figures_.size() && others.size() < static_cast<std::size_t>(columns);
         ++i) {
      if (!bounds.contains(figures_[i].span)) break;
      others.push_back(figures_[i].span);
    }
    Excerpt excerpt = cut_excerpt(page_.text, bounds, figures_[first].span, others, columns);
    std::replace(excerpt.marks.begin(), excerpt.marks.end(), '-', '^');
    if (first > 0) out += '\n';
    append_excerpt(out, page_, gutter_, excerpt, Ink::cyan);
    const auto shown = std::find_if_not(others.begin(), others.end(),
                                        [&](Span other) { return excerpt.window.contains(other); });
    return first + 1 + static_cast<std::size_t>(shown - others.begin());
  }

  const Page& page_;
  const ReportAnalysis& report_;
  std::span<const Figure> figures_;
  Gutter gutter_;
  std::vector<Row> rows_;  ///< behind that of the header
  Widths widths_{};
};

}  // namespace

std::string figures_text(const Analysis& analysis, const TerminalStyle& style) {
  const Page page(analysis, style);
  std::string out;
  for (const ReportAnalysis& report : analysis.reports) {
    if (!out.empty()) out += '\n';
    out += page.paint(Ink::bold, heading(page, report)) + '\n';
    if (!report.figures.empty()) Listing(page, report).append_to(out);
  }
  return out;
}

}  // namespace tallybook::output

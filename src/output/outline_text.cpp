#include <fmt/format.h>
#include <algorithm>
#include <numeric>
#include <vector>

#include "output/display.hpp"
#include "output/labels.hpp"
#include "output/paint.hpp"
#include "output/terminal.hpp"
#include "text/line_index.hpp"

namespace tallybook::output {
namespace {

constexpr int kIndent = 2;

/// The tree of one report, printed in reading order.
class Tree {
 public:
  Tree(const Analysis& analysis, const ReportAnalysis& report, const text::LineIndex& lines,
       const TerminalStyle& style)
      : text_(analysis.document.text),
        outline_(report.outline),
        lines_(lines),
        style_(style),
        paint_(style.color) {
    by_section_.resize(outline_.enumerations.size());
    std::iota(by_section_.begin(), by_section_.end(), std::size_t{0});
    std::stable_sort(by_section_.begin(), by_section_.end(),
                     [this](std::size_t a, std::size_t b) { return section_of(a) < section_of(b); });
  }

  void append_to(std::string& out) {
    auto next = by_section_.begin();
    for (std::uint32_t i = 0; i < outline_.sections.size(); ++i) {
      if (i > 0) append_section(out, outline_.sections[i]);
      for (; next != by_section_.end() && section_of(*next) == i; ++next) {
        append_enumeration(out, outline_.enumerations[*next], outline_.sections[i].level);
      }
    }
  }

 private:
  [[nodiscard]] std::uint32_t section_of(std::size_t enumeration) const {
    return outline_.enumerations[enumeration].section;
  }

  void append_line(std::string& out, std::uint32_t offset, int depth, const std::string& words, Ink ink) {
    const int indent = kIndent * depth;
    const std::string margin = fmt::format("{:>6}  {:{}}", lines_.position(offset).line, "", indent);
    out += paint_(Ink::blue, margin) + paint_(ink, cut_to(words, style_.width - 8 - indent)) + '\n';
  }

  void append_section(std::string& out, const Section& section) {
    const Span words = section.heading.empty() ? section.body : section.heading;
    const std::string title = on_one_line(slice(text_, section.mark.span)) + on_one_line(slice(text_, words));
    append_line(out, section.span.begin, std::max(0, section.level - 1), title, Ink::plain);
  }

  void append_enumeration(std::string& out, const Enumeration& enumeration, int depth) {
    if (enumeration.items.empty()) return;
    const std::string first = on_one_line(slice(text_, enumeration.items.front().mark.span));
    const std::string last = on_one_line(slice(text_, enumeration.items.back().mark.span));
    const std::size_t count = enumeration.items.size();
    const std::string items = style_.language == Language::zh
                                  ? fmt::format("{} 项", count)
                                  : fmt::format("{} item{}", count, count == 1 ? "" : "s");
    const std::string marks = first == last ? first : first + " … " + last;
    append_line(out, enumeration.span.begin, depth, fmt::format("[{}  {}]", marks, items), Ink::dim);
  }

  std::string_view text_;
  const Outline& outline_;
  const text::LineIndex& lines_;
  const TerminalStyle& style_;
  Painter paint_;
  std::vector<std::size_t> by_section_;  ///< enumerations, by the section that holds them
};

std::string heading(const Analysis& analysis, const ReportAnalysis& report, const text::LineIndex& lines,
                    Language language) {
  const Span span = report.report.span;
  const std::string name = report_name(analysis, report.report, language);
  const std::uint32_t first = lines.position(span.begin).line;
  const std::uint32_t last = lines.position(span.empty() ? span.begin : span.end - 1).line;
  const std::string where = as_shown(analysis.document.name) + (name.empty() ? "" : "  " + name);
  return language == Language::zh ? fmt::format("{}（第 {}—{} 行）", where, first, last)
                                  : fmt::format("{} (lines {}-{})", where, first, last);
}

}  // namespace

std::string outline_text(const Analysis& analysis, const TerminalStyle& style) {
  const text::LineIndex lines(analysis.document.text);
  const Painter paint(style.color);
  std::string out;
  for (const ReportAnalysis& report : analysis.reports) {
    if (!out.empty()) out += '\n';
    out += paint(Ink::bold, heading(analysis, report, lines, style.language)) + '\n';
    Tree(analysis, report, lines, style).append_to(out);
  }
  return out;
}

}  // namespace tallybook::output

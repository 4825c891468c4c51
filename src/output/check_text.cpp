#include <fmt/format.h>
#include <algorithm>
#include <iterator>

#include "output/display.hpp"
#include "output/excerpt.hpp"
#include "output/labels.hpp"
#include "output/paint.hpp"
#include "output/terminal.hpp"
#include "text/line_index.hpp"

namespace tallybook::output {
namespace {

/// More would bury the finding; the JSON output has all.
constexpr std::size_t kRelatedShown = 8;
constexpr int kQuoteColumns = 32;

/// What every part of the page needs.
struct Page {
  Page(const Analysis& analysed, const TerminalStyle& wanted)
      : analysis(analysed),
        text(analysed.document.text),
        lines(analysed.document.text),
        style(wanted),
        paint(wanted.color) {}

  const Analysis& analysis;
  std::string_view text;
  text::LineIndex lines;
  const TerminalStyle& style;
  Painter paint;

  [[nodiscard]] std::string_view say(const Message& message) const {
    return in_language(message, style.language);
  }
};

/// The left margin of one finding, as wide as its largest line number.
class Gutter {
 public:
  Gutter(const Page& page, const Finding& finding) : paint_(page.paint) {
    std::uint32_t last = page.lines.position(finding.span.begin).line;
    for (const Related& related : finding.related) {
      last = std::max(last, page.lines.position(related.span.begin).line);
    }
    width_ = static_cast<int>(fmt::formatted_size("{}", last));
  }

  [[nodiscard]] int columns() const { return width_ + 3; }
  [[nodiscard]] std::string numbered(std::uint32_t line) const {
    return paint_(Ink::blue, fmt::format("{:>{}} | ", line, width_));
  }
  [[nodiscard]] std::string empty() const { return paint_(Ink::blue, fmt::format("{:>{}} |", "", width_)); }
  [[nodiscard]] std::string sign(std::string_view sign) const {
    return paint_(Ink::blue, fmt::format("{:>{}} {}", "", width_, sign));
  }
  [[nodiscard]] std::string arrow() const { return paint_(Ink::blue, fmt::format("{:>{}}-->", "", width_)); }

 private:
  const Painter& paint_;
  int width_ = 1;
};

Span line_around(const Page& page, std::uint32_t offset) {
  const std::string_view line = page.lines.line_at(offset);
  const auto begin = static_cast<std::uint32_t>(line.data() - page.text.data());
  return {begin, begin + static_cast<std::uint32_t>(line.size())};
}

/// The sentence that holds the place, within its line; the line where no sentence does.
Span sentence_around(const Page& page, const ReportAnalysis& report, std::uint32_t offset) {
  const Span line = line_around(page, offset);
  const auto& sentences = report.outline.sentences;
  const auto after = std::upper_bound(sentences.begin(), sentences.end(), offset,
                                      [](std::uint32_t at, const Sentence& s) { return at < s.span.begin; });
  if (after == sentences.begin()) return line;
  const Span sentence = std::prev(after)->span;
  if (!sentence.contains(offset)) return line;
  return {std::max(line.begin, sentence.begin), std::min(line.end, sentence.end)};
}

std::string painted_marks(const Painter& paint, std::string_view marks, Ink ink) {
  std::string painted;
  while (!marks.empty()) {
    const std::string_view run = marks.substr(0, marks.find_first_not_of(marks.front()));
    painted += run.front() == ' ' ? std::string(run) : paint(run.front() == '^' ? ink : Ink::blue, run);
    marks.remove_prefix(run.size());
  }
  return painted;
}

void append_excerpt(std::string& out, const Page& page, const Gutter& gutter, const Excerpt& excerpt,
                    Ink ink) {
  const std::uint32_t line = page.lines.position(excerpt.window.begin).line;
  out += gutter.numbered(line) + excerpt.shown + '\n';
  out += gutter.empty() + ' ' + painted_marks(page.paint, excerpt.marks, ink) + '\n';
}

/// The sentence of the place, and those of its line up to the other places that are near enough to
/// be shown with it.
Span bounds_of(const Page& page, const ReportAnalysis& report, Span place, std::span<const Span> others) {
  const auto reach = static_cast<std::uint32_t>(page.style.width);
  const Span line = line_around(page, place.begin);
  Span bounds = sentence_around(page, report, place.begin);
  for (const Span other : others) {
    const bool near = other.begin < place.end + reach && place.begin < other.end + reach;
    if (!near || !line.contains(other)) continue;
    const Span sentence = sentence_around(page, report, other.begin);
    bounds = {std::min(bounds.begin, sentence.begin), std::max(bounds.end, sentence.end)};
  }
  return bounds;
}

Excerpt excerpt_of(const Page& page, const ReportAnalysis& report, const Gutter& gutter, Span place,
                   std::span<const Span> others) {
  return cut_excerpt(page.text, bounds_of(page, report, place, others), place, others,
                     page.style.width - gutter.columns());
}

std::string place_of(const Page& page, std::uint32_t offset) {
  const text::Position position = page.lines.position(offset);
  return fmt::format("{}:{}", position.line, position.column);
}

std::string quoted(const Page& page, Span span) {
  const std::string words = cut_to(on_one_line(slice(page.text, span)), kQuoteColumns);
  return page.style.language == Language::zh ? "“" + words + "”" : '"' + words + '"';
}

/// A related place that the finding's own excerpt already marks needs no excerpt of its own.
void append_related(std::string& out, const Page& page, const ReportAnalysis& report, const Gutter& gutter,
                    const Related& related, Span window) {
  const std::string_view note = page.say(related.note);
  const std::string place = place_of(page, related.span.begin);
  if (window.contains(related.span)) {
    const std::string_view colon = note.empty() ? "" : page.style.language == Language::zh ? "：" : ": ";
    out += fmt::format("{} {} {}{}{}\n", gutter.sign("="), place, quoted(page, related.span), colon, note);
    return;
  }
  out += fmt::format("{} {}{}{}\n", gutter.sign(":::"), place, note.empty() ? "" : " ", note);
  Excerpt excerpt = excerpt_of(page, report, gutter, related.span, {});
  std::replace(excerpt.marks.begin(), excerpt.marks.end(), '^', '-');
  append_excerpt(out, page, gutter, excerpt, Ink::blue);
}

void append_all_related(std::string& out, const Page& page, const ReportAnalysis& report,
                        const Gutter& gutter, const Finding& finding, Span window) {
  const std::size_t shown = std::min(kRelatedShown, finding.related.size());
  for (std::size_t i = 0; i < shown; ++i) {
    append_related(out, page, report, gutter, finding.related[i], window);
  }
  const std::size_t hidden = finding.related.size() - shown;
  if (hidden == 0) return;
  out += gutter.sign("=") + (page.style.language == Language::zh ? fmt::format(" 另有 {} 处相关\n", hidden)
                                                                 : fmt::format(" and {} more\n", hidden));
}

void append_headline(std::string& out, const Page& page, const Finding& finding) {
  const std::string head = fmt::format("{}[{}]", label(finding.severity, page.style.language), finding.rule);
  const std::string_view colon = page.style.language == Language::zh ? "：" : ": ";
  out += page.paint(ink_of(finding.severity), head);
  out += page.paint(Ink::bold, fmt::format("{}{}", colon, page.say(finding.message))) + '\n';
}

void append_location(std::string& out, const Page& page, const ReportAnalysis& report, const Gutter& gutter,
                     const Finding& finding) {
  const std::string name = report_name(page.analysis, report.report, page.style.language);
  out += fmt::format("{} {}:{}", gutter.arrow(), as_shown(page.analysis.document.name),
                     place_of(page, finding.span.begin));
  if (!name.empty()) out += page.paint(Ink::dim, "  " + name);
  out += '\n';
}

void append_finding(std::string& out, const Page& page, const ReportAnalysis& report,
                    const Finding& finding) {
  const Gutter gutter(page, finding);
  std::vector<Span> others;
  others.reserve(finding.related.size());
  for (const Related& related : finding.related) others.push_back(related.span);
  const Excerpt excerpt = excerpt_of(page, report, gutter, finding.span, others);

  append_headline(out, page, finding);
  append_location(out, page, report, gutter, finding);
  out += gutter.empty() + '\n';
  append_excerpt(out, page, gutter, excerpt, ink_of(finding.severity));
  append_all_related(out, page, report, gutter, finding, excerpt.window);
  if (finding.fix) {
    const std::string_view advice = page.style.language == Language::zh ? " 建议：" : " help: ";
    out += fmt::format("{}{}{}\n", gutter.sign("="), advice, page.say(finding.fix->title));
  }
  out += '\n';
}

}  // namespace

std::string findings_text(const Analysis& analysis, const TerminalStyle& style) {
  const Page page(analysis, style);
  std::string out;
  for (const ReportAnalysis& report : analysis.reports) {
    for (const Finding& finding : report.findings) append_finding(out, page, report, finding);
  }
  return out;
}

std::string check_text(const Analysis& analysis, const TerminalStyle& style) {
  return findings_text(analysis, style) + coverage_text(analysis, style);
}

}  // namespace tallybook::output

#include <fmt/format.h>
#include <algorithm>

#include "output/display.hpp"
#include "output/page.hpp"

namespace tallybook::output {
namespace {

/// More would bury the finding; the JSON output has all.
constexpr std::size_t kRelatedShown = 8;
std::uint32_t last_line_of(const Page& page, const Finding& finding) {
  std::uint32_t last = page.line_of(finding.span);
  for (const Related& related : finding.related) last = std::max(last, page.line_of(related.span));
  return last;
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

/// A related place that the finding's own excerpt already marks needs no excerpt of its own.
void append_related(std::string& out, const Page& page, const ReportAnalysis& report, const Gutter& gutter,
                    const Related& related, Span window) {
  const std::string note = as_shown(page.say(related.note));
  const std::string place = page.place_of(related.span.begin);
  if (window.contains(related.span)) {
    const std::string_view colon = note.empty() ? "" : page.style.language == Language::zh ? "：" : ": ";
    out += fmt::format("{} {} {}{}{}\n", gutter.sign("="), place, page.quoted(related.span), colon, note);
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
  out += page.paint(Ink::bold, fmt::format("{}{}", colon, as_shown(page.say(finding.message)))) + '\n';
}

void append_location(std::string& out, const Page& page, const ReportAnalysis& report, const Gutter& gutter,
                     const Finding& finding) {
  const std::string name = report_name(page.analysis, report.report, page.style.language);
  out += fmt::format("{} {}:{}", gutter.arrow(), as_shown(page.analysis.document.name),
                     page.place_of(finding.span.begin));
  if (!name.empty()) out += page.paint(Ink::dim, "  " + name);
  out += '\n';
}

void append_finding(std::string& out, const Page& page, const ReportAnalysis& report,
                    const Finding& finding) {
  const Gutter gutter(page, last_line_of(page, finding));
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
    out += fmt::format("{}{}{}\n", gutter.sign("="), advice, as_shown(page.say(finding.fix->title)));
  }
  if (page.style.keys) {
    const std::string_view head = page.style.language == Language::zh ? " 键：" : " key: ";
    out += fmt::format("{}{}{}\n", gutter.sign("="), head, key_text(finding.key));
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

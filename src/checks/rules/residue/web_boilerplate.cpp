#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "checks/text_search.hpp"
#include "checks/view.hpp"
#include "outline/boilerplate.hpp"

namespace tallybook::rules {
namespace {

using namespace checks;

constexpr Example kExamples[] = {
    {.bad = "上半年，全县新建水厂2座。\n⟦点击下载本文Word版，更多工作总结请收藏本站⟧",
     .good = "上半年，全县新建水厂2座。"},
    {.bad = "⟦[视频]⟧青澜县新建水厂2座", .good = "青澜县新建水厂2座"},
    {.bad = "⟦时间：2026-07-04 05:58:09⟧\n上半年，全县新建水厂2座。", .good = "上半年，全县新建水厂2座。"},
};

/// Bytes: a page's own line is short; a phrase within a paragraph of the report is quoted or meant.
constexpr std::uint32_t kLongestLine = 240;

void report_residue(Span span, FindingSink& findings) {
  findings.add(span, {"网页上的内容混进了材料，不是材料本身的话。",
                      "A web page's own text was left in; it is no part of the report."});
}

/// A line outside all reports is the next one's; at the document's end, the last one's.
Span stretch_of(const ReportView& report) {
  const std::span<const Report> reports = report.facts.reports;
  const std::uint32_t index = report.report.index;
  const std::uint32_t begin = index == 0 ? 0 : reports[index - 1].span.end;
  const bool last = index + 1 == reports.size();
  return {begin, last ? static_cast<std::uint32_t>(report.document.text.size()) : report.report.span.end};
}

/// On a page its furniture is in place.
bool is_out_of_place(const ReportView& report, const WordHit& hit) {
  if (hit.list != WordList::web_phrase) return false;
  return report.document.format != Format::html || static_cast<WebPhrase>(hit.row) == WebPhrase::residue;
}

/// A line that a page would not have of its own either: a sample site's introduction, 点击下载.
bool is_out_of_place(const ReportView& report, Span line) {
  if (report.document.format != Format::html || outline::is_introduction(report.text(line))) return true;
  std::vector<WordHit> hits;
  report.vocabulary.finder.find(report.document.text, line, hits);
  return std::any_of(hits.begin(), hits.end(),
                     [&](const WordHit& hit) { return is_out_of_place(report, hit); });
}

void check_boilerplate(const ReportView& report, FindingSink& findings) {
  if (report.facts.boilerplate.empty()) return;
  const Span stretch = stretch_of(report);
  const std::span<const Span> all = report.facts.boilerplate;
  const auto first = std::lower_bound(all.begin(), all.end(), Span{stretch.begin, 0});
  for (const Span line : std::span(first, all.end())) {
    if (line.begin >= stretch.end) break;
    if (is_out_of_place(report, line)) report_residue(line, findings);
  }
}

Span line_at(const ReportView& report, std::uint32_t offset) {
  const auto& blocks = report.document.blocks;
  const auto after =
      std::upper_bound(blocks.begin(), blocks.end(), offset,
                       [](std::uint32_t value, const Block& b) { return value < b.span.begin; });
  return trimmed(report.document.text, std::prev(after)->span);
}

/// [视频] and other tags of a page's media stand for themselves.
bool is_tag(std::string_view phrase) {
  return phrase.starts_with("[");
}

/// A phrase that ends a paragraph of the report, as editors' names do, is all there is of the page.
bool ends_paragraph(std::string_view before) {
  return before.find("。") != std::string_view::npos;
}

/// A phrase of a web page in a short line makes the line the page's.
void check_phrases(const ReportView& report, FindingSink& findings) {
  std::uint32_t reported = 0;
  for (const WordHit& hit : report.words) {
    if (hit.span.begin < reported || !is_out_of_place(report, hit)) continue;
    const Span line = line_at(report, hit.span.begin);
    const bool tag = is_tag(report.text(hit.span));
    if (!tag && line.size() > kLongestLine) continue;
    const bool inside = ends_paragraph(report.text({line.begin, hit.span.begin}));
    const Span place = tag || inside ? hit.span : line;
    reported = place.end;
    report_residue(place, findings);
  }
}

void check(const ReportView& report, FindingSink& findings) {
  check_boilerplate(report, findings);
  check_phrases(report, findings);
}

}  // namespace

extern constinit const Rule web_boilerplate{
    .code = "RES003",
    .name = "web-boilerplate",
    .severity = Severity::warning,
    .since = "0.1.0",
    .catches =
        {"网页上的内容留在了材料里：范文网的引语、来源、发布时间、“点击下载”。",
         "What a web page adds to a text: a sample site's introduction, source, time stamp, 点击下载."},
    .why = {"说明材料是从网上整段取下来的，也会被当成正文统计。",
            "It shows that the text was taken from the web, and it is counted as if it were the report's."},
    .source = "GB/T 9704-2012, 7",
    .examples = kExamples,
    .check = check,
};

}  // namespace tallybook::rules

#include <fmt/format.h>

#include <array>
#include <string>

#include "checks/text_search.hpp"
#include "checks/view.hpp"

namespace tallybook::rules {
namespace {

using namespace checks;

constexpr Example kExamples[] = {
    {.bad = "上半年⟦,⟧全县新建水厂2座，改造管网6公里。", .good = "上半年，全县新建水厂2座，改造管网6公里。"},
    {.bad = "新建水厂2座⟦(小河镇1座)⟧，改造管网6公里（石桥镇）。",
     .good = "新建水厂2座（小河镇1座），改造管网6公里（石桥镇）。"},
    {.bad = "⟦一、主要工作⟧\n上半年,新建水厂2座,改造管网6公里;建成站点4个(小河镇1个),受益群众1200人。",
     .good = "一、主要工作\n上半年，新建水厂2座，改造管网6公里；建成站点4个（小河镇1个），受益群众1200人。"},
};

/// So many marks make a habit; fewer are slips, each of its own.
constexpr std::uint32_t kHabit = 3;

/// The kinds that a document writes half-width throughout. Where commas are, a few marks of the other
/// kinds are part of the habit too.
std::array<bool, kWidthKinds> habits_of(const HalfwidthMarks& all) {
  std::array<bool, kWidthKinds> habits{};
  constexpr auto kComma = static_cast<std::size_t>(WidthKind::comma);
  const auto prevails = [&](std::size_t kind) { return all.half[kind] > all.full[kind]; };
  for (std::size_t kind = 0; kind < kWidthKinds; ++kind) {
    habits[kind] = prevails(kind) && (all.half[kind] >= kHabit || habits[kComma]);
  }
  return habits;
}

std::string full_width(std::string_view mark) {
  std::string out;
  text::append_utf8(out, full_width_stop(text::code_point_at(mark, 0).value));
  return out;
}

void add_edits(std::string_view text, const HalfwidthMark& mark, std::vector<Edit>& edits) {
  if (mark.kind != WidthKind::bracket) edits.push_back({mark.span, full_width(slice(text, mark.span))});
  if (mark.open) edits.push_back({*mark.open, "（"});
  if (mark.close) edits.push_back({*mark.close, "）"});
}

Fix fix_of(std::vector<Edit> edits) {
  std::sort(edits.begin(), edits.end(), [](const Edit& a, const Edit& b) { return a.span < b.span; });
  return {{"改为全角标点", "Use full-width marks"}, std::move(edits)};
}

void report_slip(const ReportView& report, const HalfwidthMark& mark, FindingSink& findings) {
  std::vector<Edit> edits;
  add_edits(report.document.text, mark, edits);
  const bool bracket = mark.kind == WidthKind::bracket;
  const std::string right = bracket ? "（）" : edits.front().replacement;
  // A pair far apart would mark half a paragraph.
  constexpr std::uint32_t kLongestPair = 90;  // bytes
  const Span place = mark.span.size() <= kLongestPair ? mark.span : edits.front().span;
  findings.add(place,
               {fmt::format("中文里标点用全角“{}”。", right),
                fmt::format("Chinese text takes the full-width “{}”.", right)},
               {}, fix_of(std::move(edits)));
}

/// One finding for all marks of the kinds in which the document is half-width throughout.
void report_habit(const ReportView& report, const std::array<bool, kWidthKinds>& habits, Span place,
                  FindingSink& findings) {
  std::vector<Edit> edits;
  std::size_t count = 0;
  for (const HalfwidthMark& mark : report.facts.halfwidth.marks) {
    if (!habits[static_cast<std::size_t>(mark.kind)]) continue;
    add_edits(report.document.text, mark, edits);
    ++count;
  }
  findings.add(
      place,
      {fmt::format("全文有{}处标点用了半角，应当用全角。", count),
       fmt::format("{} marks of the text are half-width; Chinese text takes full-width ones.", count)},
      {}, fix_of(std::move(edits)));
}

/// Where a finding on the whole document stands: its first line.
Span first_line(const ReportView& report) {
  const Span block = report.document.blocks[report.report.first_block].span;
  const Span line = trimmed(report.document.text, block);
  return line.empty() ? block : line;
}

void check(const ReportView& report, FindingSink& findings) {
  const HalfwidthMarks& all = report.facts.halfwidth;
  if (all.marks.empty()) return;
  const std::array<bool, kWidthKinds> habits = habits_of(all);
  const bool any = std::any_of(habits.begin(), habits.end(), [](bool habit) { return habit; });
  if (any && report.report.index == 0) report_habit(report, habits, first_line(report), findings);
  for (const HalfwidthMark& mark : all.within(report.report.span)) {
    if (!habits[static_cast<std::size_t>(mark.kind)]) report_slip(report, mark, findings);
  }
}

}  // namespace

extern constinit const Rule halfwidth_punctuation{
    .code = "PUN004",
    .name = "halfwidth-punctuation",
    .severity = Severity::note,
    .since = "0.1.0",
    .catches = {"中文里用了半角的逗号、冒号、分号、问号、叹号或括号。全文都用半角的，只报一次。",
                "A half-width comma, colon, semicolon, question or exclamation mark or bracket in Chinese "
                "text; a text that is half-width throughout is reported once."},
    .why = {"半角标点不占一个字的位置，排版参差；同一份材料里时全时半，一看就是拼的。",
            "Half-width marks break the grid of Chinese type, and a mixture shows where text was pasted in."},
    .source = "GB/T 15834-2011, 5.1.1, 5.1.3",
    .examples = kExamples,
    .check = check,
};

}  // namespace tallybook::rules

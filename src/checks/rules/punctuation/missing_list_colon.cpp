#include <fmt/format.h>

#include <algorithm>

#include "checks/text_search.hpp"
#include "checks/view.hpp"
#include "outline/marks.hpp"

namespace tallybook::rules {
namespace {

using namespace checks;

constexpr Example kExamples[] = {
    {.bad = "会议对防汛作了具体安排⟦一是⟧抓排查；二是抓演练。",
     .good = "会议对防汛作了具体安排：一是抓排查；二是抓演练。"},
};

/// 具体安排, 主要原因: words after which a list is expected. A subject (县局一是……二是……) takes no colon.
bool leads_into_list(const ReportView& report, Span before) {
  const std::vector<std::string>& leads = report.vocabulary.list_leads;
  const std::string_view text = report.text(before);
  return std::any_of(leads.begin(), leads.end(),
                     [&](const std::string& lead) { return text.ends_with(lead); });
}

/// The sentence so far, from the last stop on, or the last part of one that is very long.
Span sentence_before(const BlockMarks& block, std::uint32_t offset) {
  constexpr std::ptrdiff_t kFarthest = 40;  // signs
  const auto ends_sentence = [](char32_t c) {
    const char32_t stop = full_width_stop(c);
    return stop == U'。' || stop == U'；' || stop == U'：' || stop == U'！' || stop == U'？';
  };
  const auto end = std::lower_bound(block.signs.begin(), block.signs.end(), offset,
                                    [](const Sign& sign, std::uint32_t value) { return sign.begin < value; });
  for (auto sign = end; sign != block.signs.begin();) {
    --sign;
    if (ends_sentence(sign->value) || end - sign > kFarthest) return {sign->span().end, offset};
  }
  return {block.span.begin, offset};
}

/// （一）工作措施一是……: a heading whose line break was lost, no lead-in.
bool is_heading(std::string_view text, Span sentence) {
  const Span inside = trimmed(text, sentence);
  return outline::read_mark(text, inside.begin, inside.end, outline::Place::block_start).has_value();
}

const BlockMarks* block_of(const ReportView& report, std::uint32_t offset) {
  const std::span<const BlockMarks> blocks = report.marks.blocks();
  const auto after =
      std::upper_bound(blocks.begin(), blocks.end(), offset,
                       [](std::uint32_t value, const BlockMarks& block) { return value < block.span.begin; });
  return after == blocks.begin() ? nullptr : &*std::prev(after);
}

void check(const ReportView& report, FindingSink& findings) {
  for (const Enumeration& enumeration : report.outline.enumerations) {
    if (enumeration.form != MarkForm::item_is || enumeration.items.size() < 2) continue;
    const Mark& first = enumeration.items.front().mark;
    if (first.number != 1) continue;
    const BlockMarks* block = block_of(report, first.span.begin);
    if (block == nullptr || !leads_into_list(report, {block->span.begin, first.span.begin})) continue;
    if (is_heading(report.document.text, sentence_before(*block, first.span.begin))) continue;
    const Span here = {first.span.begin, first.span.begin};
    findings.add(first.span,
                 {fmt::format("“{}”前面缺冒号，引出列举的话与第一项连在了一起。", report.text(first.span)),
                  fmt::format("No colon stands before “{}”: the lead-in runs into the first item.",
                              report.text(first.span))},
                 {}, Fix{{"加冒号", "Add a colon"}, {{here, "："}}});
  }
}

}  // namespace

extern constinit const Rule missing_list_colon{
    .code = "PUN009",
    .name = "missing-list-colon",
    .severity = Severity::note,
    .since = "0.1.0",
    .catches = {"列举前面没有冒号：“作了具体安排一是……二是……”。",
                "No colon before a list: 作了具体安排一是…二是…."},
    .why = {"提示的话和第一项粘在一起，读者要回头断句。",
            "The lead-in runs into the first item, and readers must go back to part them."},
    .source = "GB/T 15834-2011, 4.7.3.1",
    .examples = kExamples,
    .check = check,
};

}  // namespace tallybook::rules

#include <fmt/format.h>

#include "checks/brackets.hpp"
#include "checks/fillers.hpp"
#include "checks/text_search.hpp"
#include "checks/view.hpp"

namespace tallybook::rules {
namespace {

using namespace checks;

constexpr Example kExamples[] = {
    {.bad = "办好⟦*市⟧一流教育。", .good = "办好全市一流教育。"},
    {.bad = "深入贯彻党的⟦*和⟧县委全会精神。", .good = "深入贯彻党的二十大和县委全会精神。"},
    {.bad = "印发了⟦《》⟧，并组织学习。", .good = "印发了《实施方案》，并组织学习。"},
    {.bad = "实施青澜县妇女发展规划（⟦—⟧2030年）。", .good = "实施青澜县妇女发展规划（2021—2030年）。"},
};

/// A word can only be missing where a word may stand: after a character, a comma or a bracket that
/// opens. A star after a colon or at the line's start marks a note or an item.
bool can_follow(char32_t before) {
  constexpr std::u32string_view kMarks = U"，。、；！？《“（(‘〈,;";
  return text::is_han(before) || (before != U'\0' && kMarks.find(before) != std::u32string_view::npos);
}

/// A note mark is explained somewhere: a paragraph of the report begins with the star.
bool uses_stars_as_notes(const ReportView& report) {
  for (const BlockMarks& block : report.marks.blocks()) {
    if (block.fillers.empty()) continue;
    const std::string_view line = text::trim(report.text(block.span));
    if (line.starts_with("*") || line.starts_with("＊") || line.starts_with("注：*")) return true;
  }
  return false;
}

/// `*重点*`: the closing star has no word glued to its right.
bool is_emphasis(std::string_view text, Span block, const FillerRun& run) {
  const std::string_view marks = slice(text, run.span);
  const std::string_view rest = slice(text, {run.span.end, block.end});
  const std::size_t close = rest.find(marks);
  if (close == std::string_view::npos || can_follow(char_before(text, block, run.span.begin))) return false;
  return !text::is_han(char_at(text, block, static_cast<std::uint32_t>(run.span.end + close + marks.size())));
}

void check_star(const ReportView& report, Span block, const FillerRun& run, FindingSink& findings) {
  const std::string_view text = report.document.text;
  if (run.filler != Filler::star || run.length != 1) return;
  const text::CodePoint after = text::code_point_at(text, run.span.end);
  if (run.span.end >= block.end || !text::is_han(after.value)) return;
  if (after.value == U'月' || after.value == U'日') return;  // *月*日 is a blank, no lost word
  if (!can_follow(char_before(text, block, run.span.begin)) || is_emphasis(text, block, run)) return;
  findings.add({run.span.begin, run.span.end + after.size},
               {"“*”处丢了字词，多半是被敏感词过滤掉的。",
                "A word is missing where the “*” stands, most likely removed by a filter."});
}

/// `（）`, `《》`, `“”`; but `main()` and other calls of Latin names are whole.
void check_empty_pair(const ReportView& report, Span block, const Bracket& opening, const Bracket& closing,
                      FindingSink& findings) {
  if (opening.span.end != closing.span.begin) return;
  if (char_before(report.document.text, block, opening.span.begin) < U'\x80') return;
  const Span span = {opening.span.begin, closing.span.end};
  findings.add(span, {fmt::format("“{}”里面没有内容。", report.text(span)),
                      fmt::format("Nothing stands inside “{}”.", report.text(span))});
}

/// `（—2030年）`: the first year of a range is gone. A dash proper is two characters long.
void check_range_without_start(const ReportView& report, Span block, const Bracket& opening,
                               FindingSink& findings) {
  const std::string_view text = report.document.text;
  constexpr std::string_view kDash = "—";
  const Span dash = {opening.span.end, opening.span.end + static_cast<std::uint32_t>(kDash.size())};
  if (dash.end > block.end || slice(text, dash) != kDash || !text::is_digit(char_at(text, block, dash.end)))
    return;
  findings.add(dash, {"起止年份缺了起始年份。", "The range has lost its first year."});
}

void check(const ReportView& report, FindingSink& findings) {
  const bool stars_are_notes = uses_stars_as_notes(report);
  for (const BlockMarks& block : report.marks.blocks()) {
    for (const FillerRun& run : block.fillers) {
      if (!stars_are_notes) check_star(report, block.span, run, findings);
    }
    for_each_innermost_pair(block.brackets, [&](const Bracket& opening, const Bracket& closing) {
      check_empty_pair(report, block.span, opening, closing, findings);
      check_range_without_start(report, block.span, opening, findings);
    });
  }
}

}  // namespace

extern constinit const Rule lost_word{
    .code = "RES002",
    .name = "lost-word",
    .severity = Severity::warning,
    .since = "0.1.0",
    .catches =
        {"字词丢失后的残留：“*市”“党的*和”，空的括号、引号、书名号，缺了起始年份的“（—2030年）”。",
         "What a lost word leaves behind: *市, 党的*和, empty brackets, quotation or title marks, a range "
         "without its first year."},
    .why = {"多半是网页的敏感词过滤或查找替换造成的，句子因此不通，名称不全。",
            "A web filter or a replace-all took the word; the sentence or the name is broken."},
    .source = "GB/T 9704-2012, 7.3",
    .examples = kExamples,
    .check = check,
};

}  // namespace tallybook::rules

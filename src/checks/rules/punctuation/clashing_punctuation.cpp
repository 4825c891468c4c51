#include <fmt/format.h>

#include <optional>
#include <string>

#include "checks/text_search.hpp"
#include "checks/view.hpp"

namespace tallybook::rules {
namespace {

using namespace checks;

constexpr Example kExamples[] = {
    {.bad = "全年工作圆满完成⟦。。⟧", .good = "全年工作圆满完成。"},
    {.bad = "检查单位36家⟦，。⟧", .good = "检查单位36家。"},
    {.bad = "一是抓排查⟦；；⟧二是抓整改。", .good = "一是抓排查；二是抓整改。"},
    {.bad = "我们还做了以下几项工作⟦。：⟧", .good = "我们还做了以下几项工作。"},
};

using Run = std::span<const Sign>;

constexpr bool is_strong(char32_t c) {
  return c == U'？' || c == U'！';
}

/// A full-width stop, or the half-width mark that stands for one.
constexpr bool reads_as_stop(char32_t c) {
  return is_stop(full_width_stop(c));
}

/// The run of touching stops that begins with `signs.front()`.
Run leading_run(Run signs) {
  std::size_t size = 1;
  while (size < signs.size() && signs[size].begin == signs[size - 1].span().end &&
         reads_as_stop(signs[size].value)) {
    ++size;
  }
  return signs.first(size);
}

bool all_of_run(Run run, bool (*holds)(char32_t)) {
  return std::all_of(run.begin(), run.end(),
                     [holds](const Sign& sign) { return holds(full_width_stop(sign.value)); });
}

/// ？！ and up to three of them may stand together (GB/T 15834-2011, 4.2.3.3, 4.3.3.2); three full stops
/// are an ellipsis badly drawn, which is PUN006.
bool is_in_order(Run run) {
  constexpr std::size_t kShortestEllipsis = 3;
  if (all_of_run(run, is_strong)) return true;
  return run.size() >= kShortestEllipsis && all_of_run(run, [](char32_t c) { return c == U'。'; });
}

/// `Yahoo!、`, `std::`: the mark belongs to a Latin name.
bool belongs_to_latin(char32_t before, Run run) {
  return text::is_ascii_letter(before) && run.front().value < U'\x80';
}

/// What should stand in the run's place, where there is but one answer: the mark that is doubled, or the
/// stop that ends the sentence where it comes last or nothing follows.
std::optional<char32_t> resolved(Run run, bool ends_block) {
  const char32_t first = full_width_stop(run.front().value);
  const char32_t last = full_width_stop(run.back().value);
  const bool same = std::all_of(run.begin(), run.end(),
                                [first](const Sign& sign) { return full_width_stop(sign.value) == first; });
  if (same) {
    const auto full = std::find_if(run.begin(), run.end(), [](const Sign& s) { return is_stop(s.value); });
    return full == run.end() ? run.front().value : full->value;
  }
  const auto ends_sentence = [](char32_t c) { return c == U'。' || is_strong(c); };
  if (ends_sentence(first) && ends_sentence(last)) return std::nullopt;
  if (ends_sentence(last)) return last;
  if (ends_sentence(first) && ends_block) return first;
  return std::nullopt;
}

void report_run(const ReportView& report, Span block, Run run, FindingSink& findings) {
  const Span span = {run.front().begin, run.back().span().end};
  const bool ends_block = text::trim(report.text({span.end, block.end})).empty();
  std::optional<Fix> fix;
  if (const auto right = resolved(run, ends_block)) {
    std::string mark;
    text::append_utf8(mark, *right);
    fix = Fix{{fmt::format("只留“{}”", mark), fmt::format("Keep “{}” only", mark)}, {{span, mark}}};
  }
  findings.add(span,
               {fmt::format("标点“{}”叠在一起，只能用一个。", report.text(span)),
                fmt::format("“{}”: stops stand together where one is right.", report.text(span))},
               {}, std::move(fix));
}

void check(const ReportView& report, FindingSink& findings) {
  for (const BlockMarks& block : report.marks.blocks()) {
    for (std::size_t i = 0; i < block.signs.size();) {
      if (!reads_as_stop(block.signs[i].value)) {
        ++i;
        continue;
      }
      const Run run = leading_run(block.signs.subspan(i));
      i += run.size();
      if (run.size() < 2 || is_in_order(run)) continue;
      const char32_t before = char_before(report.document.text, block.span, run.front().begin);
      const bool chinese = is_chinese(before) || std::any_of(run.begin(), run.end(), [](const Sign& sign) {
                             return is_stop(sign.value);
                           });
      if (chinese && !belongs_to_latin(before, run)) report_run(report, block.span, run, findings);
    }
  }
}

}  // namespace

extern constinit const Rule clashing_punctuation{
    .code = "PUN002",
    .name = "clashing-punctuation",
    .severity = Severity::warning,
    .since = "0.1.0",
    .catches = {"两个点号叠在一起：“。：”“，。”“；；”。叠用的问号、叹号不报。",
                "Two stops stand together: 。： ，。 ；；. Question and exclamation marks may."},
    .why = {"多半是删改之后留下的，读者不知道句子到没到头。",
            "Mostly a trace of editing; readers cannot tell whether the sentence has ended."},
    .source = "GB/T 15834-2011, 3.2, 5.1",
    .examples = kExamples,
    .check = check,
};

}  // namespace tallybook::rules

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "checks/numbering.hpp"
#include "checks/numerals.hpp"
#include "checks/text_search.hpp"
#include "checks/view.hpp"

namespace tallybook::rules {
namespace {

using namespace checks;

constexpr Example kExamples[] = {
    {.bad = "主要抓了三个环节：一是抓宣传发动；二是抓骨干培训；⟦四是⟧抓督促检查。",
     .good = "主要抓了三个环节：一是抓宣传发动；二是抓骨干培训；三是抓督促检查。"},
    {.bad = "一、加强领导\n年初召开了动员会。\n二、落实责任\n层层签订责任书。\n⟦四、⟧强化督查\n逐村检查。",
     .good = "一、加强领导\n年初召开了动员会。\n二、落实责任\n层层签订责任书。\n三、强化督查\n逐村检查。"},
};

constexpr std::u32string_view kAfterNumber = U"是要则来在、．.，,：:)） 　";

/// Marks of lists within the item before the gap that follow their own number before, by place:
/// （三） behind （二） does not stand for the missing 三、.
std::vector<std::uint32_t> settled_marks(const ReportView& report, Span between) {
  std::vector<std::uint32_t> settled;
  std::map<std::pair<std::uint32_t, MarkForm>, std::uint32_t> last;  // by parent and form
  const std::vector<Section>& sections = report.outline.sections;
  auto section = std::lower_bound(sections.begin(), sections.end(), between.begin,
                                  [](const Section& a, std::uint32_t at) { return a.span.begin < at; });
  for (; section != sections.end() && section->span.begin < between.end; ++section) {
    std::uint32_t& number = last[{section->parent, section->mark.form}];
    if (section->mark.number == number + 1) settled.push_back(section->mark.span.begin);
    number = section->mark.number;
  }
  const std::vector<Enumeration>& lists = report.outline.enumerations;
  auto list = std::lower_bound(lists.begin(), lists.end(), between.begin,
                               [](const Enumeration& a, std::uint32_t at) { return a.span.begin < at; });
  for (; list != lists.end() && list->span.begin < between.end; ++list) {
    for (std::size_t i = 1; i < list->items.size(); ++i) {
      const Mark& mark = list->items[i].mark;
      if (mark.number == list->items[i - 1].mark.number + 1) settled.push_back(mark.span.begin);
    }
  }
  std::sort(settled.begin(), settled.end());
  return settled;
}

/// Whether a clause between the two marks opens with the number after all, in another form or with
/// a slip of the pen that kept it from being read as a mark: `二则`, `（二)`, `2 、`.
bool opens_clause_with(const ReportView& report, Span between, const std::string& number) {
  const std::string_view text = report.document.text;
  std::vector<std::uint32_t> found;
  for_each_occurrence(text, between, number, [&](std::uint32_t at) {
    const char32_t before = char_before(text, between, at);
    const char32_t after = char_at(text, between, at + static_cast<std::uint32_t>(number.size()));
    const bool bracketed = before == U'（' || before == U'(';
    const bool opens = ends_clause(before) || bracketed || before == U'其';
    if (opens && kAfterNumber.find(after) != std::u32string_view::npos) {
      found.push_back(bracketed ? at - text::code_point_before(text, at).size : at);
    }
  });
  if (found.empty()) return false;
  const std::vector<std::uint32_t> settled = settled_marks(report, between);
  return !std::includes(settled.begin(), settled.end(), found.begin(), found.end());
}

/// A missing mark that stands there all the same was not read as one: a page number or a table was run
/// into its line. It may be in the style of either neighbour.
bool stands_there(const ReportView& report, Span before, Span here, const Slip& slip) {
  const std::string_view between = report.text({before.end, here.begin});
  for (std::uint32_t number = slip.first_missing; number <= slip.last_missing; ++number) {
    for (const Span style : {before, here}) {
      if (between.find(renumbered(report.text(style), number)) != std::string_view::npos) return true;
    }
  }
  return false;
}

bool written_otherwise(const ReportView& report, Span between, const Slip& slip) {
  for (std::uint32_t number = slip.first_missing; number <= slip.last_missing; ++number) {
    if (opens_clause_with(report, between, chinese_numeral(number)) ||
        opens_clause_with(report, between, std::to_string(number))) {
      return true;
    }
  }
  return false;
}

std::string missing_marks(std::string_view mark, const Slip& slip, std::string_view to) {
  std::string out = fmt::format("“{}”", renumbered(mark, slip.first_missing));
  if (slip.last_missing != slip.first_missing) {
    out += fmt::format("{}“{}”", to, renumbered(mark, slip.last_missing));
  }
  return out;
}

void report_gap(const ReportView& report, const MarkRun& run, const Slip& slip, FindingSink& findings) {
  const Span here = run[slip.index].span;
  const Span before = run[slip.other].span;
  if (stands_there(report, before, here, slip)) return;
  if (written_otherwise(report, {before.end, here.begin}, slip)) return;
  const std::string_view mark = report.text(here);
  findings.add(here,
               {fmt::format("“{}”之前缺{}：前一项是“{}”。", mark, missing_marks(mark, slip, "至"),
                            report.text(before)),
                fmt::format("{} is missing before “{}”: the item before it is “{}”.",
                            missing_marks(mark, slip, " to "), mark, report.text(before))},
               {{before, {"前一项", "the item before"}}});
}

void check(const ReportView& report, FindingSink& findings) {
  for (const MarkRun& run : mark_runs(report.outline)) {
    for (const Slip& slip : find_slips(run)) {
      if (slip.kind == SlipKind::gap) report_gap(report, run, slip, findings);
    }
  }
}

}  // namespace

extern constinit const Rule numbering_gap{
    .code = "NUM001",
    .name = "numbering-gap",
    .severity = Severity::warning,
    .since = "0.1.0",
    .catches = {"同级序号中间缺号：一是、二是之后直接是四是。",
                "A number is missing among parts of one level: 一是, 二是, then 四是."},
    .why = {"缺号说明有一项在删改时丢了，或者后面的序号没有跟着改；读者会去找那一项。",
            "Either an item was lost in editing or the numbers after it were not adjusted; readers look for "
            "it."},
    .source = "GB/T 9704-2012, 7.3.3",
    .examples = kExamples,
    .check = check,
};

}  // namespace tallybook::rules

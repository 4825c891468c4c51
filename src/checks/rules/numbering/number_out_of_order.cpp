#include <fmt/format.h>

#include "checks/numbering.hpp"
#include "checks/numerals.hpp"
#include "checks/text_search.hpp"
#include "checks/view.hpp"

namespace tallybook::rules {
namespace {

using namespace checks;

constexpr Example kExamples[] = {
    {.bad = "一、主要工作\n走访农户320户。\n⟦三、⟧下步打算\n办好培训班。\n二、存在问题\n技术力量不足。",
     .good = "一、主要工作\n走访农户320户。\n二、存在问题\n技术力量不足。\n三、下步打算\n办好培训班。"},
    {.bad = "做到：一是抓早；二是抓细；⟦五是⟧抓实；四是抓长。",
     .good = "做到：一是抓早；二是抓细；三是抓实；四是抓长。"},
};

std::vector<Related> others(const MarkRun& run, const Disorder& disorder) {
  std::vector<Related> related;
  for (std::uint32_t i = disorder.first + 1; i <= disorder.last; ++i) {
    related.push_back({run[i].span, {"也不在自己的位置上", "out of its place, too"}});
  }
  return related;
}

/// Of digits in running text, one list's last and another's first may meet: 2、项目情况 … 1、新建.
bool may_be_two_lists(const ReportView& report, const MarkRun& run, const Disorder& disorder) {
  return disorder.first == 0 && run.front().form == MarkForm::arabic &&
         !opens_line(report.document.text, run.front().span.begin);
}

void check(const ReportView& report, FindingSink& findings) {
  for (const MarkRun& run : mark_runs(report.outline)) {
    for (const Disorder& disorder : find_disorders(run)) {
      if (may_be_two_lists(report, run, disorder)) continue;
      const Span here = run[disorder.first].span;
      const std::string_view mark = report.text(here);
      const std::string expected = renumbered(mark, disorder.expected);
      findings.add(here,
                   {fmt::format("序号没有按顺序排：这里应是“{}”，却是“{}”。", expected, mark),
                    fmt::format("Out of order: “{}” belongs here, not “{}”.", expected, mark)},
                   others(run, disorder));
    }
  }
}

}  // namespace

extern constinit const Rule number_out_of_order{
    .code = "NUM003",
    .name = "number-out-of-order",
    .severity = Severity::warning,
    .since = "0.1.0",
    .catches = {"同级序号没有按顺序排：一、三、二、。", "Numbers of one level out of order: 一、 三、 二、."},
    .why = {"前后两段调换时序号没有跟着换，或者序号写错。",
            "Paragraphs were exchanged without their numbers, or a number is wrong."},
    .source = "GB/T 9704-2012, 7.3.3",
    .examples = kExamples,
    .check = check,
};

}  // namespace tallybook::rules

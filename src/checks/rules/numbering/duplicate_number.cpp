#include <fmt/format.h>

#include "checks/numbering.hpp"
#include "checks/numerals.hpp"
#include "checks/view.hpp"

namespace tallybook::rules {
namespace {

using namespace checks;

constexpr Example kExamples[] = {
    {.bad = "全年做到：一是抓早；二是抓细；⟦二是⟧抓实；三是抓长。",
     .good = "全年做到：一是抓早；二是抓细；三是抓实；四是抓长。"},
    {.bad = "一、主要工作\n（一）抓排查\n排查到户。\n（二）抓整改\n限期整改。\n⟦（二）⟧抓巩固\n定期回访。",
     .good = "一、主要工作\n（一）抓排查\n排查到户。\n（二）抓整改\n限期整改。\n（三）抓巩固\n定期回访。"},
};

/// A first item between the two that was not read as a mark (a page number was run into its line):
/// another list begins there, and the second number is its own.
bool list_begins_between(const ReportView& report, const Mark& first, const Mark& second) {
  if (second.number == 1) return false;
  const std::string_view between = report.text({first.span.end, second.span.begin});
  return between.find(renumbered(report.text(second.span), 1)) != std::string_view::npos;
}

void check(const ReportView& report, FindingSink& findings) {
  for (const MarkRun& run : mark_runs(report.outline)) {
    for (const Slip& slip : find_slips(run)) {
      if (slip.kind != SlipKind::duplicate) continue;
      if (list_begins_between(report, run[slip.other], run[slip.index])) continue;
      const std::string_view mark = report.text(run[slip.index].span);
      findings.add(run[slip.index].span,
                   {fmt::format("“{}”在同一级里出现两次。", mark),
                    fmt::format("“{}” stands twice on one level.", mark)},
                   {{run[slip.other].span, {"第一次出现", "the first one"}}});
    }
  }
}

}  // namespace

extern constinit const Rule duplicate_number{
    .code = "NUM002",
    .name = "duplicate-number",
    .severity = Severity::warning,
    .since = "0.1.0",
    .catches =
        {"同级序号重复：一组列举里有两个“三是”，一个标题下有两个（二）。",
         "A number stands twice on one level: two 三是 in one enumeration, two （二） under one heading."},
    .why = {"序号重复，引用“第三项”时就不知道指哪一项，项数也数不对。",
            "With a number given twice nobody can cite the item, and the count of items comes out wrong."},
    .source = "GB/T 9704-2012, 7.3.3",
    .examples = kExamples,
    .check = check,
};

}  // namespace tallybook::rules

#include <fmt/format.h>

#include "checks/text_search.hpp"
#include "checks/view.hpp"

namespace tallybook::rules {
namespace {

using namespace checks;

constexpr Example kExamples[] = {
    {.bad = "主要做法：⟦一是⟧加强领导，落实责任。", .good = "主要做法：一是加强领导；二是落实责任。"},
};

bool is_spoken(MarkForm form) {
  return form == MarkForm::item_is || form == MarkForm::item_must || form == MarkForm::ordinal;
}

/// Whether a second item follows in some other form, or one that was not read as an item.
bool goes_on(const ReportView& report, const Enumeration& enumeration) {
  const Span mark = enumeration.items.front().mark.span;
  const std::uint32_t end = report.outline.sections[enumeration.section].span.end;
  const std::string_view after = report.text({mark.end, end});
  return after.find(report.text(mark)) != std::string_view::npos ||
         contains_any(after,
                      {"二是", "二要", "二则",   "二、", "第二", "其二", "二来",   "二为", "另一", "一是",
                       "一要", "再是", "再就是", "此外", "另外", "同时", "（二）", "(二)", "其次", "还有"});
}

void check(const ReportView& report, FindingSink& findings) {
  for (const Enumeration& enumeration : report.outline.enumerations) {
    const Mark& mark = enumeration.items.front().mark;
    if (enumeration.items.size() != 1 || mark.number != 1 || !is_spoken(enumeration.form)) continue;
    if (goes_on(report, enumeration)) continue;
    findings.add(mark.span,
                 {fmt::format("只有“{}”一项，后面没有第二项。", report.text(mark.span)),
                  fmt::format("“{}” opens a list, and no second item follows.", report.text(mark.span))});
  }
}

}  // namespace

extern constinit const Rule single_item_enumeration{
    .code = "NUM008",
    .name = "single-item-enumeration",
    .severity = Severity::note,
    .since = "0.1.0",
    .catches = {"只有“一是”，没有“二是”。", "一是 and no 二是."},
    .why = {"不是后面各项丢了，就是不必列举。",
            "Either the other items were lost, or there is nothing to number."},
    .source = "an enumeration has two items or more",
    .examples = kExamples,
    .check = check,
};

}  // namespace tallybook::rules

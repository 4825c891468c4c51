#include <fmt/format.h>

#include "checks/misspelling_hits.hpp"
#include "checks/view.hpp"

namespace tallybook::rules {
namespace {

using namespace checks;

constexpr Example kExamples[] = {
    {.bad = "深入学习⟦党二十大⟧精神。", .good = "深入学习党的二十大精神。"},
    {.bad = "监测评估结果优良，监测评估报告印发各部门。县上召开了⟦监测评会议⟧。",
     .good = "监测评估结果优良，监测评估报告印发各部门。县上召开了监测评估会议。"},
};

Fix fix_for(Edit edit, std::string_view right) {
  return {{fmt::format("改为“{}”", right), fmt::format("Write “{}”", right)}, {std::move(edit)}};
}

void check(const ReportView& report, FindingSink& findings) {
  for_each_misspelling(report, [&](Span span, const Misspelling& row) {
    if (!row.dropped) return;
    const std::string_view written = report.text(span);
    findings.add(span,
                 {fmt::format("“{}”疑漏字，应为“{}”。", written, row.right),
                  fmt::format("“{}” seems to lack a character of “{}”.", written, row.right)},
                 {}, fix_for({span, row.right}, row.right));
  });
  for (const DroppedCharacter& dropped : report.spelling.dropped) {
    const std::string_view whole = report.text(dropped.evidence);
    findings.add(
        dropped.span,
        {fmt::format("“{}”疑漏“{}”字：文中另有“{}”。", report.text(dropped.span), dropped.character, whole),
         fmt::format("“{}” seems to lack “{}”: the report has “{}” elsewhere.", report.text(dropped.span),
                     dropped.character, whole)},
        {{dropped.evidence, {"另一处的写法", "as written elsewhere"}}},
        fix_for({{dropped.at, dropped.at}, dropped.character}, whole));
  }
}

}  // namespace

extern constinit const Rule dropped_character{
    .code = "TYP003",
    .name = "dropped-character",
    .severity = Severity::warning,
    .since = "0.1.0",
    .catches =
        {"固定词组漏了一个字：党二十大、社会义核心价值观；或者漏字处与文中别处的写法不一。",
         "A set phrase that lost a character: 党二十大 for 党的二十大; or one that the report writes in "
         "full elsewhere."},
    .why = {"漏字常见于反复改动之后，往往漏在最要紧的提法上。",
            "Characters get lost in rounds of editing, often in the very phrases that matter most."},
    .source = "data/spelling.toml; the report itself",
    .examples = kExamples,
    .check = check,
};

}  // namespace tallybook::rules

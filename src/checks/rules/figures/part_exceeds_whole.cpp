#include <fmt/format.h>

#include "checks/relations.hpp"
#include "checks/view.hpp"

namespace tallybook::rules {
namespace {

constexpr Example kExamples[] = {
    {.bad = "全年办理提案40件，其中⟦52件⟧已经办结。", .good = "全年办理提案52件，其中40件已经办结。"},
};

void check(const ReportView& report, FindingSink& findings) {
  checks::for_each_failed(report, RelationKind::part_of, [&](const Relation& relation) {
    const Term& part = checks::term_of(relation, TermRole::part);
    findings.add(report.figures[part.figure].span,
                 {fmt::format("其中数大于总数：{}。", relation.arithmetic),
                  fmt::format("A part is larger than its whole: {}.", relation.arithmetic)},
                 checks::other_terms(report, relation, part));
  });
}

}  // namespace

extern constinit const Rule part_exceeds_whole{
    .code = "FIG003",
    .name = "part-exceeds-whole",
    .severity = Severity::error,
    .since = "0.1.0",
    .catches = {"“其中”后面的数大于它所属的总数。",
                "A figure behind 其中 is larger than what it is part of."},
    .why = {"部分不可能大于整体，两个数必有一个是错的。",
            "No part exceeds its whole, so one of the two is wrong."},
    .source = "part ≤ whole, within the rounding of both",
    .examples = kExamples,
    .check = check,
};

}  // namespace tallybook::rules

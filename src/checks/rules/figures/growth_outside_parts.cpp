#include <fmt/format.h>

#include "checks/relations.hpp"
#include "checks/view.hpp"

namespace tallybook::rules {
namespace {

constexpr Example kExamples[] = {
    {.bad = "全县进出口总额增长⟦9%⟧，其中出口增长5%，进口增长6%。",
     .good = "全县进出口总额增长5.4%，其中出口增长5%，进口增长6%。"},
};

void check(const ReportView& report, FindingSink& findings) {
  checks::for_each_failed(report, RelationKind::change_of, [&](const Relation& relation) {
    if (!checks::is_weighted(relation) || checks::is_of_complete_sum(relation)) return;  // FIG005
    const Term& change = checks::term_of(relation, TermRole::change);
    findings.add(
        report.figures[change.figure].span,
        {fmt::format("总数的增幅不在各部分增幅之间：{}。", relation.arithmetic),
         fmt::format("The total grew by less, or by more, than every part of it: {}.", relation.arithmetic)},
        checks::other_terms(report, relation, change));
  });
}

}  // namespace

extern constinit const Rule growth_outside_parts{
    .code = "FIG016",
    .name = "growth-outside-parts",
    .severity = Severity::warning,
    .since = "0.1.0",
    .catches = {"总数的增幅比每个部分都低，或者比每个部分都高。",
                "A total that grew by less than every part of it, or by more."},
    .why = {"总数的增幅是各部分增幅的加权平均，不会落在它们之外；多半有一个幅度写错。",
            "A total grows by the weighted mean of its parts; one of the changes is most likely wrong."},
    .source = "min(parts) ≤ total ≤ max(parts), ± 1 unit of the last written digit; on one price base",
    .examples = kExamples,
    .check = check,
};

}  // namespace tallybook::rules

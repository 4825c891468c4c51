#include <fmt/format.h>

#include "checks/relations.hpp"
#include "checks/view.hpp"

namespace tallybook::rules {
namespace {

constexpr Example kExamples[] = {
    {.bad = "全县共有学校⟦48所⟧：小学30所、初中12所、高中4所。",
     .good = "全县共有学校46所：小学30所、初中12所、高中4所。"},
};

void check(const ReportView& report, FindingSink& findings) {
  checks::for_each_failed(report, RelationKind::sum_of, [&](const Relation& relation) {
    const Term& total = checks::term_of(relation, TermRole::total);
    findings.add(report.figures[total.figure].span,
                 {fmt::format("分项相加与总数不符：{}。", relation.arithmetic),
                  fmt::format("The parts do not add up to the total: {}.", relation.arithmetic)},
                 checks::other_terms(report, relation, total));
  });
}

}  // namespace

extern constinit const Rule sum_mismatch{
    .code = "FIG001",
    .name = "sum-mismatch",
    .severity = Severity::error,
    .since = "0.1.0",
    .catches = {"总数与列出的各分项之和不符，且超出四舍五入的误差。",
                "A total and its listed parts differ beyond rounding."},
    .why = {"总数和分项必有一个是错的；上级汇总时两个数都会被引用。",
            "Either the total or a part is wrong, and both will be quoted upwards."},
    .source = "total = Σ parts, ± 1 unit of the last written digit of each term",
    .examples = kExamples,
    .check = check,
};

}  // namespace tallybook::rules

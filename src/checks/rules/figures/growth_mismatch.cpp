#include <fmt/format.h>

#include "checks/relations.hpp"
#include "checks/view.hpp"

namespace tallybook::rules {
namespace {

constexpr Example kExamples[] = {
    {.bad = "志愿者由200人增加到260人，增长⟦20%⟧。", .good = "志愿者由200人增加到260人，增长30%。"},
};

void check(const ReportView& report, FindingSink& findings) {
  checks::for_each_failed(report, RelationKind::change_of, [&](const Relation& relation) {
    if (checks::is_weighted(relation)) return;  // FIG016
    const Term& change = checks::term_of(relation, TermRole::change);
    findings.add(report.figures[change.figure].span,
                 {fmt::format("增减幅度与前后两个数不符：{}。", relation.arithmetic),
                  fmt::format("The change does not follow from the two figures: {}.", relation.arithmetic)},
                 checks::other_terms(report, relation, change));
  });
}

}  // namespace

extern constinit const Rule growth_mismatch{
    .code = "FIG005",
    .name = "growth-mismatch",
    .severity = Severity::error,
    .since = "0.1.0",
    .catches = {"写出的增长或下降幅度与前后两个数算出的不符。",
                "A stated change differs from what the two figures give."},
    .why = {"幅度和两个数必有一个是错的；读者最先引用的就是幅度。",
            "One of the three is wrong, and the change is what readers quote first."},
    .source = "change = (to − from) ÷ from, ± 1 unit of its last written digit; nominal figures only",
    .examples = kExamples,
    .check = check,
};

}  // namespace tallybook::rules

#include <fmt/format.h>

#include "checks/relations.hpp"
#include "checks/view.hpp"

namespace tallybook::rules {
namespace {

constexpr Example kExamples[] = {
    {.bad = "全县24家门诊中，数字化门诊16家，占⟦76.7%⟧。",
     .good = "全县24家门诊中，数字化门诊16家，占66.7%。"},
};

void check(const ReportView& report, FindingSink& findings) {
  checks::for_each_failed(report, RelationKind::share_of, [&](const Relation& relation) {
    const Term& share = checks::term_of(relation, TermRole::share);
    findings.add(report.figures[share.figure].span,
                 {fmt::format("占比与部分、总体两个数不符：{}。", relation.arithmetic),
                  fmt::format("The share does not follow from its part and whole: {}.", relation.arithmetic)},
                 checks::other_terms(report, relation, share));
  });
}

}  // namespace

extern constinit const Rule share_mismatch{
    .code = "FIG004",
    .name = "share-mismatch",
    .severity = Severity::error,
    .since = "0.1.0",
    .catches = {"写出的占比与部分、总体两个数算出的不符。",
                "A stated share differs from what its part and whole give."},
    .why = {"占比常在数字更新之后忘记重算。", "Shares are often left unrevised after their numbers changed."},
    .source = "share = part ÷ whole, ± 1 unit of its last written digit",
    .examples = kExamples,
    .check = check,
};

}  // namespace tallybook::rules

#include <fmt/format.h>

#include "checks/relations.hpp"
#include "checks/view.hpp"

namespace tallybook::rules {
namespace {

constexpr Example kExamples[] = {
    {.bad = "去年有79名患者入组，今年又新增11名，现共有⟦89名⟧患者。",
     .good = "去年有79名患者入组，今年又新增11名，现共有90名患者。"},
};

void check(const ReportView& report, FindingSink& findings) {
  checks::for_each_failed(report, RelationKind::flow, [&](const Relation& relation) {
    const Term& closing = checks::term_of(relation, TermRole::closing);
    findings.add(report.figures[closing.figure].span,
                 {fmt::format("增减之后的数对不上：{}。", relation.arithmetic),
                  fmt::format("The closing figure does not follow from what was added and taken away: {}.",
                              relation.arithmetic)},
                 checks::other_terms(report, relation, closing));
  });
}

}  // namespace

extern constinit const Rule flow_mismatch{
    .code = "FIG002",
    .name = "flow-mismatch",
    .severity = Severity::error,
    .since = "0.1.0",
    .catches = {"原有数加上新增、减去减少，不等于现有数。",
                "An opening figure plus additions minus reductions is not the closing figure."},
    .why = {"三个数里必有一个是错的，台账据此结转会一直错下去。",
            "One of the figures is wrong, and a register carried on from it stays wrong."},
    .source = "closing = opening + Σ in − Σ out, ± 1 unit of the last written digit of each term",
    .examples = kExamples,
    .check = check,
};

}  // namespace tallybook::rules

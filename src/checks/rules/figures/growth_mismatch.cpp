#include <fmt/format.h>

#include <algorithm>

#include "checks/relations.hpp"
#include "checks/view.hpp"

namespace tallybook::rules {
namespace {

constexpr Example kExamples[] = {
    {.bad = "志愿者由200人增加到260人，增长⟦20%⟧。", .good = "志愿者由200人增加到260人，增长30%。"},
    {.bad = "全县存栏牲畜90万头，增长⟦9%⟧。其中：牛30万头，增长5%；羊60万头，增长6%。",
     .good = "全县存栏牲畜90万头，增长5.7%。其中：牛30万头，增长5%；羊60万头，增长6%。"},
};

/// 由8家增加到5家: only the direction is stated.
bool states_direction_alone(const Relation& relation) {
  return std::none_of(relation.terms.begin(), relation.terms.end(),
                      [](const Term& term) { return term.role == TermRole::change; });
}

/// The parts add up to the total, and yet it grew by less, or more, than every one of them.
void report_total(const ReportView& report, const Relation& relation, FindingSink& findings) {
  const Term& change = checks::term_of(relation, TermRole::change);
  findings.add(
      report.figures[change.figure].span,
      {fmt::format("各部分相加等于总数，总数的增幅却不在各部分增幅之间：{}。", relation.arithmetic),
       fmt::format("The parts add up to the total, which yet grew by less, or by more, than each: {}.",
                   relation.arithmetic)},
      checks::other_terms(report, relation, change));
}

void check(const ReportView& report, FindingSink& findings) {
  checks::for_each_failed(report, RelationKind::change_of, [&](const Relation& relation) {
    if (checks::is_weighted(relation)) {
      if (checks::is_of_complete_sum(relation)) report_total(report, relation, findings);
      return;  // else FIG016
    }
    if (states_direction_alone(relation)) {
      const Term& level = checks::term_of(relation, TermRole::level);
      findings.add(report.figures[level.figure].span,
                   {fmt::format("升降的说法与前后两个数相反：{}。", relation.arithmetic),
                    fmt::format("The verb says the opposite of the two figures: {}.", relation.arithmetic)},
                   checks::other_terms(report, relation, level));
      return;
    }
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
    .catches = {"写出的增长或下降幅度与前后两个数算出的不符，或者说的是升、数却降了。",
                "A stated change differs from what the two figures give, or goes the other way."},
    .why = {"幅度和两个数必有一个是错的；读者最先引用的就是幅度。",
            "One of the three is wrong, and the change is what readers quote first."},
    .source = "change = (to − from) ÷ from, ± 1 unit of its last written digit; nominal figures only",
    .examples = kExamples,
    .check = check,
};

}  // namespace tallybook::rules

#include <fmt/format.h>

#include <cstdint>

#include "checks/relations.hpp"
#include "checks/view.hpp"

namespace tallybook::rules {
namespace {

constexpr Example kExamples[] = {
    {.bad = "下半年抓好⟦三项⟧工作：一是完善制度；二是培训骨干。",
     .good = "下半年抓好两项工作：一是完善制度；二是培训骨干。"},
};

std::vector<Related> listed_items(const Relation& relation) {
  std::vector<Related> related;
  std::uint32_t number = 0;
  for (const Span item : relation.items) {
    ++number;
    related.push_back({item, {fmt::format("第{}项", number), fmt::format("item {}", number)}});
  }
  return related;
}

/// The claim is a figure, or else a name or bare numeral that is none (“四个理念”): the first evidence.
Span claim_of(const ReportView& report, const Relation& relation) {
  return relation.terms.empty() ? relation.evidence.front()
                                : report.figures[checks::term_of(relation, TermRole::claim).figure].span;
}

void check(const ReportView& report, FindingSink& findings) {
  for (const Relation& relation : report.relations) {
    if (relation.kind != RelationKind::count_of || relation.verdict != Verdict::fail) continue;
    if (relation.terms.empty() && relation.evidence.empty()) continue;
    findings.add(
        claim_of(report, relation),
        {fmt::format("所称项数与列举的项数不符：{}。", relation.arithmetic),
         fmt::format("The number announced is not the number of items listed: {}.", relation.arithmetic)},
        listed_items(relation));
  }
}

}  // namespace

extern constinit const Rule count_mismatch{
    .code = "NUM006",
    .name = "count-mismatch",
    .severity = Severity::error,
    .since = "0.1.0",
    .catches = {"说有几项，列出来的不是几项：“四项工作”只列了两项。",
                "A number of items is announced and another number is listed: 四项工作 with two."},
    .why = {"不是漏了一项，就是数没有改；读者会逐项去数。",
            "Either an item is missing or the number was not changed; readers do count."},
    .source = "claimed number = number of items in a closed list",
    .examples = kExamples,
    .check = check,
};

}  // namespace tallybook::rules

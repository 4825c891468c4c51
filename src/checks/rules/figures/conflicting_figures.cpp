#include <fmt/format.h>

#include <utility>

#include "checks/relations.hpp"
#include "checks/view.hpp"

namespace tallybook::rules {
namespace {

constexpr Example kExamples[] = {
    {.bad = "一、接待记者60多人次\n上半年，共接待中央和省级媒体记者⟦80多人次⟧。\n二、发稿320篇\n上半年，共发"
            "稿320篇。",
     .good = "一、接待记者60多人次\n上半年，共接待中央和省级媒体记者60多人次。\n二、发稿320篇\n上半年，共发稿"
             "320篇。"},
};

void check(const ReportView& report, FindingSink& findings) {
  checks::for_each_failed(report, RelationKind::same_as, [&](const Relation& relation) {
    if (relation.terms.size() < 2) return;
    const Term* first = &relation.terms[0];
    const Term* second = &relation.terms[1];
    if (report.figures[second->figure].span < report.figures[first->figure].span) std::swap(first, second);
    findings.add(report.figures[second->figure].span,
                 {fmt::format("同一指标前后两个数不一致：{}。", relation.arithmetic),
                  fmt::format("One indicator has two values: {}.", relation.arithmetic)},
                 checks::other_terms(report, relation, *second));
  });
}

}  // namespace

extern constinit const Rule conflicting_figures{
    .code = "FIG007",
    .name = "conflicting-figures",
    .severity = Severity::error,
    .since = "0.1.0",
    .catches = {"同一指标、同一地方、同一时期，前后写了两个不同的数。",
                "One indicator, place and period with two different values."},
    .why = {"读者不知道以哪个数为准；通常是标题或摘要没有随正文改。",
            "Readers cannot tell which holds; mostly a heading was not changed with the text."},
    .source = "one quantity has one value: a = b, ± 1 unit of the last written digit",
    .examples = kExamples,
    .check = check,
};

}  // namespace tallybook::rules

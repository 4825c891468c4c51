#include <fmt/format.h>

#include "checks/relations.hpp"
#include "checks/view.hpp"

namespace tallybook::rules {
namespace {

constexpr Example kExamples[] = {
    {.bad = "新农合参合率由95.2%提高到97.8%，提高⟦2.6%⟧。",
     .good = "新农合参合率由95.2%提高到97.8%，提高2.6个百分点。"},
};

/// Of a relation: the change, and the two percentages that it leads from and to.
struct Terms {
  const Term* change = nullptr;
  const Term* from = nullptr;
  const Term* to = nullptr;
};

Terms terms_of(const Relation& relation) {
  Terms terms;
  for (const Term& term : relation.terms) {
    if (term.role == TermRole::change) terms.change = &term;
    if (term.role == TermRole::opening) terms.from = &term;
    if (term.role == TermRole::level) terms.to = &term;
  }
  return terms;
}

Decimal distance(Decimal a, Decimal b) {
  return (a < b ? b.minus(a) : a.minus(b)).value_or(Decimal{});
}

/// Whether the change is the difference of the two, and not at the same time their ratio, as it may be near
/// a hundred per cent.
bool is_difference_only(const Figure& from, const Figure& to, const Figure& change) {
  const Decimal difference = distance(from.value, to.value);
  if (distance(difference, change.value) >= change.precision) return false;
  // change ÷ 100 × from, which would be the difference if the change were a ratio
  const auto ratio = change.value.times(from.value);
  const auto slack = change.precision.times(from.value);
  const auto hundredfold = difference.shifted(2);
  return ratio && slack && hundredfold && distance(*ratio, *hundredfold) > *slack;
}

/// The sign alone: the approximators and the number stay.
std::optional<Fix> fix_of(const ReportView& report, const Figure& change) {
  const std::string_view text = report.text(change.span);
  const std::size_t sign = text.find(change.unit);
  if (change.unit.empty() || sign == std::string_view::npos) return std::nullopt;
  const std::uint32_t begin = change.span.begin + static_cast<std::uint32_t>(sign);
  const Span place = {begin, begin + static_cast<std::uint32_t>(change.unit.size())};
  return Fix{{"改为百分点", "Say percentage points"}, {{place, "个百分点"}}};
}

void check(const ReportView& report, FindingSink& findings) {
  for (const Relation& relation : report.relations) {
    if (relation.kind != RelationKind::change_of) continue;
    const Terms terms = terms_of(relation);
    if (terms.change == nullptr || terms.from == nullptr || terms.to == nullptr) continue;
    const Figure& change = report.figures[terms.change->figure];
    const Figure& from = report.figures[terms.from->figure];
    const Figure& to = report.figures[terms.to->figure];
    const bool percentages = change.kind == FigureKind::percent && from.kind == FigureKind::percent &&
                             to.kind == FigureKind::percent && !change.high;
    if (!percentages || !is_difference_only(from, to, change)) continue;
    const std::string number = change.value.to_string();
    findings.add(change.span,
                 {fmt::format("两个百分数之差是百分点：{}% 到 {}% 相差 {} 个百分点。", from.value.to_string(),
                              to.value.to_string(), number),
                  fmt::format("Percentages differ by percentage points: from {}% to {}% is {} points.",
                              from.value.to_string(), to.value.to_string(), number)},
                 checks::other_terms(report, relation, *terms.change), fix_of(report, change));
  }
}

}  // namespace

extern constinit const Rule percent_for_points{
    .code = "FIG008",
    .name = "percent-for-points",
    .severity = Severity::warning,
    .since = "0.1.0",
    .catches = {"两个百分数的差写成了“%”，应当写“个百分点”。",
                "The difference of two percentages is written as a percentage, not in percentage points."},
    .why = {"由 50% 到 53% 是提高 3 个百分点，也是提高 6%；写错了，幅度差一倍。",
            "From 50% to 53% is 3 points, and is 6%; the wrong word doubles or halves what was done."},
    .source = "国家统计局《统计上常用名词解释》：百分点是两个百分数之差",
    .examples = kExamples,
    .check = check,
};

}  // namespace tallybook::rules

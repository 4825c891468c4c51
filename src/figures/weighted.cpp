// A total grows by a weighted mean of what its parts grow by, so by no less than the least of them and
// no more than the greatest.
#include "figures/weighted.hpp"

#include <algorithm>

namespace tallybook::figures {
namespace {

/// The change in percent that is said of a level: the next figure, with nothing between but a verb.
std::optional<std::uint32_t> growth_of(const RelationContext& context, std::uint32_t level) {
  const std::uint32_t next = level + 1;
  if (next >= context.figures.size() || !is_plain_growth(context, next)) return std::nullopt;
  const Figure& change = context.figures[next];
  if (change.sentence != context.figures[level].sentence) return std::nullopt;
  const auto& subject = change.subject;
  if (!subject || subject->begin >= context.figures[level].span.end) return std::nullopt;
  return next;
}

}  // namespace

bool is_plain_growth(const RelationContext& context, std::uint32_t figure) {
  const Figure& change = context.figures[figure];
  return change.role == Role::change && change.kind == FigureKind::percent && change.bound == Bound::exact &&
         change.direction != Direction::none && !change.high &&
         !context.cues.spread_cues.found_in(context.near_words(figure));
}

Decimal signed_value(const Figure& change) {
  return change.direction == Direction::down ? change.value.negated() : change.value;
}

void settle_weighted(const RelationContext& context, std::uint32_t total, std::span<const Decimal> growths,
                     Relation& relation) {
  const auto [least, greatest] = std::minmax_element(growths.begin(), growths.end());
  const Decimal stated = signed_value(context.figures[total]);
  const Decimal unit = context.figures[total].precision;
  const bool low = stated < least->minus(unit).value_or(*least);
  const bool high = stated > greatest->plus(unit).value_or(*greatest);
  relation.verdict = low || high ? Verdict::fail : Verdict::pass;
  const std::string_view sign = low ? "% < " : high ? "% > " : "% ∈ ";
  relation.arithmetic = stated.to_string();
  relation.arithmetic.append(sign).append(least->to_string()).append("%…");
  relation.arithmetic.append(greatest->to_string()).append("%");
}

/// Looks at the totals that were found to be the sum of their parts.
void find_weighted_changes(const RelationContext& context, std::vector<Relation>& relations) {
  std::vector<Relation> found;
  for (const Relation& sum : relations) {
    if (sum.kind != RelationKind::sum_of || sum.verdict != Verdict::pass) continue;
    const auto total = growth_of(context, sum.terms.front().figure);
    if (!total) continue;
    Relation relation;
    relation.kind = RelationKind::change_of;
    relation.terms = {{*total, TermRole::change}, sum.terms.front()};
    std::vector<Decimal> growths;
    for (std::size_t i = 1; i < sum.terms.size(); ++i) {
      const auto growth = growth_of(context, sum.terms[i].figure);
      if (!growth) break;
      growths.push_back(signed_value(context.figures[*growth]));
      relation.terms.push_back({*growth, TermRole::part});
    }
    if (growths.size() + 1 != sum.terms.size()) continue;
    settle_weighted(context, *total, growths, relation);
    found.push_back(std::move(relation));
  }
  relations.insert(relations.end(), std::make_move_iterator(found.begin()),
                   std::make_move_iterator(found.end()));
}

}  // namespace tallybook::figures

// Changes against the levels they lead from and to: 由18家增加到21家，增长16.7%.
#include "figures/context.hpp"
#include "figures/ratio.hpp"
#include "figures/relation_context.hpp"

namespace tallybook::figures {
namespace {

class ChangeFinder {
 public:
  ChangeFinder(const RelationContext& context, std::vector<Relation>& relations)
      : context_(context), relations_(relations) {}

  void read_sentence(std::uint32_t sentence) {
    const auto range = context_.figures_of(sentence);
    for (std::uint32_t i = range.first; i < range.last; ++i) {
      if (context_.figures[i].role == Role::change) relate(range, i);
      if (i > range.first) relate_direction(i - 1, i);
    }
  }

 private:
  void relate(RelationContext::Range range, std::uint32_t change);
  void relate_direction(std::uint32_t from, std::uint32_t to);
  [[nodiscard]] bool bases_differ(std::uint32_t a, std::uint32_t b) const;
  [[nodiscard]] bool is_other_basis(std::uint32_t level, std::uint32_t change) const;
  [[nodiscard]] bool states_one_change(std::uint32_t level, std::uint32_t absolute,
                                       std::uint32_t change) const;
  [[nodiscard]] bool says_of(std::uint32_t level, std::uint32_t change) const;
  [[nodiscard]] bool pairs_up(std::uint32_t from, std::uint32_t to) const;
  void decide_between(Relation& relation, std::uint32_t from, std::uint32_t to, std::uint32_t change) const;
  void decide_absolute(Relation& relation, std::uint32_t level, std::uint32_t absolute,
                       std::uint32_t change) const;

  const RelationContext& context_;
  std::vector<Relation>& relations_;
};

/// 由A增加到B: A is opened by 由 or 从 and B closed by 到, 至.
bool ChangeFinder::pairs_up(std::uint32_t from, std::uint32_t to) const {
  const Figure& a = context_.figures[from];
  const Figure& b = context_.figures[to];
  if (a.kind != b.kind || a.unit != b.unit || a.clause != b.clause) return false;
  const std::string_view before = context_.near_words(from);
  const std::string_view between = context_.words(a.span.end, b.span.begin);
  const bool opened = before.find("由") != before.npos || before.find("从") != before.npos;
  return opened && bool{context_.tables.to_endings.match_before(between, between.size())};
}

/// 12起，减少4起，下降25%: one level, its change in its own unit and in percent, with nothing but the
/// verbs between.
bool ChangeFinder::states_one_change(std::uint32_t level, std::uint32_t absolute,
                                     std::uint32_t change) const {
  constexpr std::size_t kVerb = 30;
  const Figure& figure = context_.figures[change];
  const Figure& by = context_.figures[absolute];
  if (figure.kind != FigureKind::percent || by.direction != figure.direction) return false;
  if (!context_.addable(by, context_.figures[level])) return false;
  return context_.words(context_.figures[level].span.end, by.span.begin).size() <= kVerb &&
         context_.words(by.span.end, figure.span.begin).size() <= kVerb / 2;
}

/// 由86种减至48种: the verb says which of the two is larger. A change of ranks or of signs has no such verb.
void ChangeFinder::relate_direction(std::uint32_t from, std::uint32_t to) {
  const Figure& a = context_.figures[from];
  const Figure& b = context_.figures[to];
  if (a.role == Role::change || b.role == Role::change || !pairs_up(from, to)) return;
  if (a.high || b.high || a.kind == FigureKind::rank) return;
  const std::string_view between = context_.words(a.span.end, b.span.begin);
  const auto verb = last_cue(between, context_.tables.change_verbs);
  const auto direction = static_cast<Direction>(verb.value);
  if (!verb || (direction != Direction::up && direction != Direction::down)) return;
  // 由下降3.2%提高到1.5%, 由-3.2%…: the sign stands before the number.
  const std::string_view before = context_.near_words(from);
  if (context_.tables.change_verbs.match_before(before, before.size()) ||
      context_.cues.minus_signs.match_before(before, before.size()) ||
      context_.cues.rank_cues.found_in(before)) {
    return;
  }
  Relation relation;
  relation.kind = RelationKind::change_of;
  relation.terms = {{to, TermRole::level}, {from, TermRole::opening}};
  const auto at = a.span.end + static_cast<std::uint32_t>(verb.offset);
  relation.evidence.push_back({at, at + static_cast<std::uint32_t>(verb.size)});
  const bool holds = direction == Direction::up ? a.value < b.value : b.value < a.value;
  const bool exact = a.bound == Bound::exact && b.bound == Bound::exact;
  if (holds) {
    relation.verdict = Verdict::pass;
  } else if (exact && a.role == b.role) {
    relation.verdict = Verdict::fail;
  } else {
    relation.reason = Reason::approximate;
  }
  relation.arithmetic = context_.written_number(from) +
                        (a.value < b.value   ? " < "
                         : b.value < a.value ? " > "
                                             : " = ") +
                        context_.written_number(to);
  relations_.push_back(std::move(relation));
}

void ChangeFinder::relate(RelationContext::Range range, std::uint32_t change) {
  std::optional<std::uint32_t> level;
  for (std::uint32_t i = change; i-- > range.first && !level;) {
    if (context_.figures[i].role != Role::change) level = i;
  }
  if (!level) return;
  Relation relation;
  relation.kind = RelationKind::change_of;
  relation.terms = {{change, TermRole::change}, {*level, TermRole::level}};
  relation.reason = Reason::missing_base;
  if (*level > range.first && *level + 1 == change && pairs_up(*level - 1, *level) &&
      says_of(*level - 1, change)) {
    relation.terms.push_back({*level - 1, TermRole::opening});
    decide_between(relation, *level - 1, *level, change);
  } else if (*level + 2 == change && states_one_change(*level, change - 1, change)) {
    relation.terms.push_back({change - 1, TermRole::same});
    decide_absolute(relation, *level, change - 1, change);
  }
  relations_.push_back(std::move(relation));
}

/// Whether the change has no subject of its own: the words that name it stand before the level.
bool ChangeFinder::says_of(std::uint32_t level, std::uint32_t change) const {
  const auto& subject = context_.figures[change].subject;
  return subject && subject->end <= context_.figures[level].span.begin;
}

/// 年均增长 spreads over years; output and income grow in real terms, at constant prices.
bool ChangeFinder::is_other_basis(std::uint32_t level, std::uint32_t change) const {
  if (context_.cues.spread_cues.found_in(context_.near_words(change))) return true;
  const auto in_real_terms = [&](std::uint32_t figure) {
    const auto& subject = context_.figures[figure].subject;
    return subject && context_.cues.real_terms.found_in(slice(context_.text, *subject));
  };
  // 总产值达到1369亿元，比上年的932亿元增加…: the base has no name of its own.
  const bool base = level > 0 && context_.is_base(level);
  return in_real_terms(level) || in_real_terms(change) || (base && in_real_terms(level - 1));
}

/// 较年初增加4亿元，同比增长5%: one change since January, one since last year.
bool ChangeFinder::bases_differ(std::uint32_t a, std::uint32_t b) const {
  const Basis first = context_.figures[a].basis;
  const Basis second = context_.figures[b].basis;
  return first != second && second != Basis::none;
}

/// (B − A) ÷ A against x%, or B − A against x个百分点 or a change in their own unit.
void ChangeFinder::decide_between(Relation& relation, std::uint32_t from, std::uint32_t to,
                                  std::uint32_t change) const {
  const Figure& figure = context_.figures[change];
  const auto a = context_.interval(from);
  const auto b = context_.interval(to);
  if (!a || !b || figure.bound != Bound::exact) {
    relation.reason = Reason::approximate;
    return;
  }
  const bool down = context_.figures[from].value > context_.figures[to].value;
  if (down != (figure.direction == Direction::down)) {
    relation.reason = Reason::not_comparable;
    return;
  }
  const auto difference = down ? a->minus(*b) : b->minus(*a);
  const auto written = down ? context_.figures[from].value.minus(context_.figures[to].value)
                            : context_.figures[to].value.minus(context_.figures[from].value);
  if (!difference || !written) return;
  const bool ratio_levels = context_.figures[from].kind == FigureKind::percent;
  const bool in_own_unit = figure.kind == FigureKind::points
                               ? ratio_levels
                               : !ratio_levels && context_.same_measure(figure, context_.figures[from]);
  if (in_own_unit) {
    const auto stated = context_.interval(change);
    if (!stated) return;
    settle(relation, difference->overlaps(*stated));
  } else if (figure.kind == FigureKind::percent && !ratio_levels && !a->low.is_zero() &&
             !a->low.is_negative()) {
    const auto stated = percent_interval(figure);
    if (!stated) return;
    settle(relation, ratio_holds(*difference, *a, *stated));
  } else {
    relation.reason = Reason::not_comparable;
    return;
  }
  relation.reason = relation.verdict == Verdict::not_checkable ? Reason::overflow : Reason::none;
  if (relation.verdict == Verdict::fail && is_other_basis(from, change)) {
    relation.verdict = Verdict::not_checkable;
    relation.reason = Reason::different_basis;
  }
  const std::string left =
      context_.written_number(down ? from : to) + " − " + context_.written_number(down ? to : from);
  const std::string sign = relation.verdict == Verdict::pass ? " ≈ " : " ≠ ";
  if (figure.kind == FigureKind::percent) {
    relation.arithmetic = "(" + left + ") ÷ " + context_.written_number(from) + " = " +
                          percent_text(*written, context_.figures[from].value, figure.value.scale()) + sign +
                          figure.value.to_string() + "%";
  } else {
    const bool exact = *written == figure.value;
    relation.arithmetic =
        left + " = " +
        (exact ? "" : (ratio_levels ? written->to_string() : context_.shown(*written, from)) + sign) +
        std::string(slice(context_.text, figure.span));
  }
}

/// 12起，减少4起，下降25%: the base is 12 + 4; 较去年同期352例减少28例，下降8%: the base is 352 itself.
void ChangeFinder::decide_absolute(Relation& relation, std::uint32_t level, std::uint32_t absolute,
                                   std::uint32_t change) const {
  const Figure& figure = context_.figures[change];
  const auto stated_level = context_.interval(level);
  const auto by = context_.interval(absolute);
  const auto stated = percent_interval(figure);
  if (!stated_level || !by || !stated) {
    relation.reason = Reason::approximate;
    return;
  }
  const bool down = figure.direction == Direction::down;
  const auto base = down ? stated_level->plus(*by) : stated_level->minus(*by);
  const Decimal written_level = context_.figures[level].value;
  const Decimal written_change = context_.figures[absolute].value;
  const auto written_base = down ? written_level.plus(written_change) : written_level.minus(written_change);
  const auto positive = [](const Interval& interval) {
    return !interval.low.is_zero() && !interval.low.is_negative();
  };
  if (!base || !written_base || !positive(*base) || !positive(*stated_level)) return;
  const bool told_as_base = context_.is_base(level);
  const bool from_base = !told_as_base && ratio_holds(*by, *base, *stated).value_or(true);
  const bool of_level = !from_base && ratio_holds(*by, *stated_level, *stated).value_or(true);
  const bool level_is_base = told_as_base || of_level;
  relation.reason = Reason::none;
  if (from_base || of_level) {
    relation.verdict = Verdict::pass;
  } else if (is_other_basis(level, change) || bases_differ(absolute, change)) {
    relation.reason = Reason::different_basis;
  } else {
    relation.verdict = Verdict::fail;
  }
  const Decimal shown_base = level_is_base ? written_level : *written_base;
  relation.arithmetic = context_.written_number(absolute) + " ÷ " + context_.shown(shown_base, level) +
                        " = " + percent_text(written_change, shown_base, figure.value.scale()) +
                        (relation.verdict == Verdict::pass ? " ≈ " : " ≠ ") + figure.value.to_string() + "%";
}

}  // namespace

void find_changes(const RelationContext& context, std::vector<Relation>& relations) {
  ChangeFinder finder(context, relations);
  for (std::uint32_t sentence = 0; sentence < context.outline.sentences.size(); ++sentence) {
    finder.read_sentence(sentence);
  }
}

}  // namespace tallybook::figures

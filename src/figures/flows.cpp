// Opening + in − out = closing: 原有86名，新增14名，解除9名，现有91名.
#include <algorithm>

#include "figures/context.hpp"
#include "figures/relation_context.hpp"

namespace tallybook::figures {
namespace {

/// `reached` (达到, 共有) closes a flow that holds, but disproves one only where the text names its opening.
enum class FlowRole : std::uint16_t { opening = 1, in, out, closing, reached };

/// A flow is told within this many figures; without a limit, hostile text costs its length squared.
constexpr std::uint32_t kReach = 100;

class FlowFinder {
 public:
  FlowFinder(const RelationContext& context, RelationContext::Range range)
      : context_(context), range_(range) {}

  void find(std::vector<Relation>& relations) {
    for (std::uint32_t closing = range_.first; closing < range_.last; ++closing) {
      const FlowRole role = role_of(closing);
      if (role != FlowRole::closing && role != FlowRole::reached) continue;
      if (auto relation = relation_to(closing)) relations.push_back(*std::move(relation));
    }
  }

 private:
  [[nodiscard]] FlowRole role_of(std::uint32_t figure) const {
    // 增加到 says where a figure went, not what was added.
    const Cue cue =
        last_cue(context_.near_words(figure), context_.cues.flow_cues, &context_.tables.change_masks);
    return static_cast<FlowRole>(cue.value);
  }

  [[nodiscard]] std::optional<Relation> relation_to(std::uint32_t closing) const;
  [[nodiscard]] bool is_slip(std::span<const RelationContext::Signed> terms, std::uint32_t closing) const;
  [[nodiscard]] bool closes(std::uint32_t closing, bool opening_named) const;
  void decide(Relation& relation, std::span<const RelationContext::Signed> terms, std::uint32_t closing,
              bool opening_named) const;

  const RelationContext& context_;
  RelationContext::Range range_;
};

std::optional<Relation> FlowFinder::relation_to(std::uint32_t closing) const {
  std::vector<Term> changes;
  std::optional<std::uint32_t> opening;
  bool named = false;
  for (std::uint32_t i = closing; i-- > range_.first && closing - i <= kReach;) {
    const std::string_view after =
        context_.words(context_.figures[i].span.end, context_.figures[closing].span.begin);
    if (after.find("；") != after.npos || after.find(';') != after.npos || after.find("其中") != after.npos)
      break;
    if (!context_.addable(context_.figures[i], context_.figures[closing])) continue;
    const FlowRole role = role_of(i);
    if (role == FlowRole::in || role == FlowRole::out) {
      changes.push_back({i, role == FlowRole::in ? TermRole::in : TermRole::out});
    } else {
      opening = i;
      named = role == FlowRole::opening;
      break;
    }
  }
  if (!opening || changes.empty()) return std::nullopt;
  std::reverse(changes.begin(), changes.end());
  Relation relation;
  relation.kind = RelationKind::flow;
  relation.terms.push_back({*opening, TermRole::opening});
  std::vector<RelationContext::Signed> terms{{*opening, false}};
  for (const Term& change : changes) {
    relation.terms.push_back(change);
    terms.push_back({change.figure, change.role == TermRole::out});
  }
  relation.terms.push_back({closing, TermRole::closing});
  decide(relation, terms, closing, named);
  return relation;
}

/// A closing figure that is off by more than the largest movement, as when that was forgotten or stands
/// twice, speaks of something else.
bool FlowFinder::is_slip(std::span<const RelationContext::Signed> terms, std::uint32_t closing) const {
  std::optional<Decimal> sum = Decimal{};
  Decimal largest;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    const auto value = context_.base_value(terms[i].figure);
    if (!value || !sum) return false;
    sum = terms[i].negative ? sum->minus(*value) : sum->plus(*value);
    if (i > 0) largest = std::max(largest, *value);
  }
  const auto value = context_.base_value(closing);
  const auto distance = value && sum ? value->minus(*sum) : std::nullopt;
  return distance && *distance <= largest && distance->negated() <= largest;
}

/// Whether a figure must be what the flow comes to.
bool FlowFinder::closes(std::uint32_t closing, bool opening_named) const {
  const FlowRole role = role_of(closing);
  return role == FlowRole::closing || (role == FlowRole::reached && opening_named);
}

/// 原有…现有 name both ends of a flow, which then must hold; where only the last is named, a slip is told
/// from another thing by its size.
void FlowFinder::decide(Relation& relation, std::span<const RelationContext::Signed> terms,
                        std::uint32_t closing, bool opening_named) const {
  const auto target = context_.interval(closing);
  std::optional<Interval> sum = Interval{};
  for (const auto& term : terms) {
    const auto interval = context_.interval(term.figure);
    if (!interval || !sum) {
      sum.reset();
      break;
    }
    sum = term.negative ? sum->minus(*interval) : sum->plus(*interval);
  }
  if (!sum || !target) {
    relation.reason = Reason::approximate;
    return;
  }
  if (sum->overlaps(*target)) {
    relation.verdict = Verdict::pass;
  } else if (closes(closing, opening_named) && (opening_named || is_slip(terms, closing))) {
    relation.verdict = Verdict::fail;
  } else {
    relation.reason = Reason::not_comparable;
  }
  relation.arithmetic = context_.arithmetic(terms, closing, relation.verdict);
}

}  // namespace

void find_flows(const RelationContext& context, std::vector<Relation>& relations) {
  for (std::uint32_t sentence = 0; sentence < context.outline.sentences.size(); ++sentence) {
    const auto range = context.figures_of(sentence);
    if (range.last - range.first >= 3) FlowFinder(context, range).find(relations);
  }
}

}  // namespace tallybook::figures

// Indicators that others define: 自然增长率 = 出生率 − 死亡率, 城镇化率 = 城镇常住人口 ÷ 常住人口.
#include "figures/context.hpp"
#include "figures/ratio.hpp"
#include "figures/relation_context.hpp"

namespace tallybook::figures {
namespace {

/// The terms stand in one paragraph, no further than this many figures apart.
constexpr std::uint32_t kReach = 12;

class IdentityFinder {
 public:
  IdentityFinder(const RelationContext& context, std::vector<Relation>& relations)
      : context_(context), relations_(relations) {}

  void find() {
    for (std::uint32_t i = 0; i < context_.figures.size(); ++i) {
      const std::string_view lead = lead_of(i);
      if (lead.empty()) continue;
      for (const Identity& identity : context_.cues.differences) read_difference(i, lead, identity);
      for (const Identity& identity : context_.cues.quotients) read_quotient(i, lead, identity);
    }
  }

 private:
  struct Defining {
    std::uint32_t first = 0;
    std::uint32_t second = 0;
  };
  /// The words that name a figure, up to its number: 人口自然增长率为 → 人口自然增长率.
  [[nodiscard]] std::string_view lead_of(std::uint32_t i) const {
    return strip_trailing(context_.near_words(i), context_.tables.subject_links);
  }
  /// 出口 names 货物出口4亿元, and not 进出口4亿元.
  [[nodiscard]] bool is_named(std::string_view lead, const WordSet& names) const {
    const auto name = names.match_before(lead, lead.size());
    return name && context_.cues.identity_masks.match_before(lead, lead.size()).size <= name.size;
  }
  [[nodiscard]] std::optional<std::uint32_t> named(std::uint32_t near, const WordSet& names) const;
  [[nodiscard]] std::optional<Defining> defining(std::uint32_t result, std::string_view lead,
                                                 const Identity& identity) const;
  void read_difference(std::uint32_t result, std::string_view lead, const Identity& identity);
  void read_quotient(std::uint32_t result, std::string_view lead, const Identity& identity);

  const RelationContext& context_;
  std::vector<Relation>& relations_;
};

/// The figure of that name nearest before `near`, or else behind it, in its paragraph.
std::optional<std::uint32_t> IdentityFinder::named(std::uint32_t near, const WordSet& names) const {
  const auto& sentences = context_.outline.sentences;
  const auto fits = [&](std::uint32_t i) {
    return context_.figures[i].role != Role::change && is_named(lead_of(i), names);
  };
  const auto same_block = [&](std::uint32_t i) {
    return sentences[context_.figures[i].sentence].block == sentences[context_.figures[near].sentence].block;
  };
  for (std::uint32_t i = near; i-- > 0 && near - i <= kReach && same_block(i);) {
    if (fits(i)) return i;
  }
  for (std::uint32_t i = near + 1; i < context_.figures.size() && i - near <= kReach && same_block(i); ++i) {
    if (fits(i)) return i;
  }
  return std::nullopt;
}

std::optional<IdentityFinder::Defining> IdentityFinder::defining(std::uint32_t result, std::string_view lead,
                                                                 const Identity& identity) const {
  if (context_.figures[result].role == Role::change || context_.figures[result].high) return std::nullopt;
  if (!is_named(lead, identity.result)) return std::nullopt;
  const auto first = named(result, identity.first);
  const auto second = first ? named(result, identity.second) : std::nullopt;
  if (!second || *first == *second) return std::nullopt;
  if (!context_.same_measure(context_.figures[*first], context_.figures[*second])) return std::nullopt;
  return Defining{*first, *second};
}

void IdentityFinder::read_difference(std::uint32_t result, std::string_view lead, const Identity& identity) {
  const auto terms = defining(result, lead, identity);
  if (!terms || !context_.same_measure(context_.figures[terms->first], context_.figures[result])) return;
  Relation relation;
  relation.kind = RelationKind::flow;
  relation.terms = {
      {terms->first, TermRole::opening}, {terms->second, TermRole::out}, {result, TermRole::closing}};
  const auto plus = context_.interval(terms->first);
  const auto minus = context_.interval(terms->second);
  const auto stated = context_.interval(result);
  const auto difference = plus && minus ? plus->minus(*minus) : std::nullopt;
  if (!difference || !stated) {
    relation.reason = Reason::approximate;
  } else {
    settle(relation, difference->overlaps(*stated));
  }
  // Three figures of one sentence are of one place and period.
  const std::uint32_t sentence = context_.figures[result].sentence;
  const bool together = context_.figures[terms->first].sentence == sentence &&
                        context_.figures[terms->second].sentence == sentence;
  if (relation.verdict == Verdict::fail && !together) {
    relation.verdict = Verdict::not_checkable;
    relation.reason = Reason::not_comparable;
  }
  const RelationContext::Signed signed_terms[] = {{terms->first, false}, {terms->second, true}};
  relation.arithmetic = context_.arithmetic(signed_terms, result, relation.verdict);
  relations_.push_back(std::move(relation));
}

void IdentityFinder::read_quotient(std::uint32_t result, std::string_view lead, const Identity& identity) {
  const auto terms = defining(result, lead, identity);
  if (!terms) return;
  const auto part = context_.interval(terms->first);
  const auto whole = context_.interval(terms->second);
  const auto percent = percent_interval(context_.figures[result]);
  Relation relation;
  relation.kind = RelationKind::share_of;
  relation.terms = {
      {result, TermRole::share}, {terms->first, TermRole::part}, {terms->second, TermRole::whole}};
  if (!part || !whole || !percent) {
    relation.reason = Reason::approximate;
  } else if (whole->low <= Decimal{0}) {
    relation.reason = Reason::not_comparable;
  } else {
    settle(relation, ratio_holds(*part, *whole, *percent));
    relation.arithmetic = context_.quotient(terms->first, terms->second, result, relation.verdict);
  }
  relations_.push_back(std::move(relation));
}

}  // namespace

void find_identities(const RelationContext& context, std::vector<Relation>& relations) {
  IdentityFinder(context, relations).find();
}

}  // namespace tallybook::figures

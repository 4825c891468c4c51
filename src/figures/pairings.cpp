// Names and values told in one order: 甲、乙、丙分别增长4.2%、5%、5.4%.
#include <algorithm>

#include "figures/context.hpp"
#include "figures/list_items.hpp"
#include "figures/relation_context.hpp"
#include "text/characters.hpp"

namespace tallybook::figures {
namespace {

constexpr std::string_view kEach = "分别";
/// Without limits, hostile text costs its length squared.
constexpr std::size_t kMostNames = 20;
constexpr std::uint32_t kLongestNames = 600;

class PairingFinder {
 public:
  PairingFinder(const RelationContext& context, std::vector<Relation>& relations)
      : context_(context), relations_(relations) {}

  void read_sentence(std::uint32_t index) {
    const auto range = context_.figures_of(index);
    if (range.last - range.first < 2) return;
    const Span sentence = context_.outline.sentences[index].span;
    const std::string_view words = slice(context_.text, sentence);
    for (std::size_t at = words.find(kEach); at != words.npos; at = words.find(kEach, at + kEach.size())) {
      const auto begin = sentence.begin + static_cast<std::uint32_t>(at);
      read(range, {begin, begin + static_cast<std::uint32_t>(kEach.size())});
    }
  }

 private:
  void read(RelationContext::Range range, Span each);
  [[nodiscard]] std::uint32_t first_behind(RelationContext::Range range, std::uint32_t offset) const;
  [[nodiscard]] std::vector<std::uint32_t> values_behind(RelationContext::Range range, Span each) const;
  [[nodiscard]] std::vector<Span> compound_in(Span place, std::size_t count) const;
  [[nodiscard]] std::vector<Span> names_before(Span each, std::size_t count) const;
  [[nodiscard]] std::vector<Span> levels_before(RelationContext::Range range, Span each) const;

  const RelationContext& context_;
  std::vector<Relation>& relations_;
};

/// The first figure of the sentence that begins at `offset` or later.
std::uint32_t PairingFinder::first_behind(RelationContext::Range range, std::uint32_t offset) const {
  const auto begin = context_.figures.begin();
  return static_cast<std::uint32_t>(
      std::lower_bound(begin + range.first, begin + range.last, offset,
                       [](const Figure& figure, std::uint32_t at) { return figure.span.begin < at; }) -
      begin);
}

/// The figures behind 分别 that only 、 and 和 part.
std::vector<std::uint32_t> PairingFinder::values_behind(RelationContext::Range range, Span each) const {
  constexpr std::size_t kLongestVerb = 36;
  std::vector<std::uint32_t> values;
  for (std::uint32_t i = first_behind(range, each.end); i < range.last; ++i) {
    const Figure& figure = context_.figures[i];
    const std::uint32_t from = values.empty() ? each.end : context_.figures[values.back()].span.end;
    const std::string_view gap = context_.words(from, figure.span.begin);
    const bool first = values.empty() && gap.size() <= kLongestVerb && gap.find("，") == gap.npos;
    const auto joint = context_.cues.pair_joints.match_at(gap, 0);
    if (!first && (values.empty() || !joint || joint.size != gap.size())) break;
    values.push_back(i);
  }
  return values;
}

/// 城乡居民 is two names in one word.
std::vector<Span> PairingFinder::compound_in(Span place, std::size_t count) const {
  const std::string_view words = slice(context_.text, place);
  std::vector<Span> names;
  for (std::size_t at = 0; at < words.size(); at += text::code_point_at(words, at).size) {
    const auto compound = context_.cues.claim_compounds.match_at(words, at);
    if (!compound || compound.size != 3 * count) continue;
    for (std::size_t i = 0; i < count; ++i) {
      const auto begin = place.begin + static_cast<std::uint32_t>(at + 3 * i);
      names.push_back({begin, begin + 3});
    }
    break;
  }
  return names;
}

/// The list that ends at 分别, in its clause, or the one in the clause before: 污水、垃圾处理能力提高，处理率
/// 分别达到….
std::vector<Span> PairingFinder::names_before(Span each, std::size_t count) const {
  const auto& clauses = context_.outline.clauses;
  auto clause = std::upper_bound(clauses.begin(), clauses.end(), each.begin,
                                 [](std::uint32_t at, Span candidate) { return at < candidate.end; });
  std::vector<Span> nearest;
  for (int turn = 0; turn < 2 && clause != clauses.end(); ++turn) {
    const Span place = trimmed(context_.text, {clause->begin, std::min(clause->end, each.begin)});
    if (place.size() > kLongestNames) break;
    ItemList list = read_items(context_.text, place, context_.cues.claim_closed_words);
    if (list.items.size() != count && list.can_be(static_cast<std::uint32_t>(count))) list.divide_last();
    if (list.items.size() == count) return list.items;
    if (auto names = compound_in(place, count); !names.empty()) return names;
    if (turn == 0 && list.items.size() > 1) nearest = std::move(list.items);
    if (!nearest.empty() || clause == clauses.begin()) break;
    --clause;
  }
  return nearest;
}

/// 接待游客48万人次，收入5亿元，分别增长…: the levels of the sentence before 分别, up to a semicolon.
std::vector<Span> PairingFinder::levels_before(RelationContext::Range range, Span each) const {
  std::vector<Span> levels;
  for (std::uint32_t i = first_behind(range, each.begin); i-- > range.first && levels.size() < kMostNames;) {
    const Figure& figure = context_.figures[i];
    const std::uint32_t next = levels.empty() ? each.begin : levels.back().begin;
    if (figure.role != Role::level ||
        context_.words(figure.span.end, next).find("；") != std::string_view::npos)
      break;
    levels.push_back(figure.span);
  }
  std::reverse(levels.begin(), levels.end());
  return levels;
}

void PairingFinder::read(RelationContext::Range range, Span each) {
  const auto values = values_behind(range, each);
  if (values.size() < 2) return;
  std::vector<Span> names = names_before(each, values.size());
  if (names.size() != values.size()) {
    std::vector<Span> levels = levels_before(range, each);
    // More levels may stand in the sentence than 分别 speaks of.
    if (levels.size() > values.size())
      levels.erase(levels.begin(), levels.end() - static_cast<std::ptrdiff_t>(values.size()));
    if (levels.size() == values.size()) names = std::move(levels);
  }
  if (names.empty()) return;
  Relation relation;
  relation.kind = RelationKind::count_of;
  relation.evidence.push_back(each);
  for (const std::uint32_t value : values) relation.terms.push_back({value, TermRole::part});
  const bool agree = names.size() == values.size();
  relation.verdict = agree ? Verdict::pass : Verdict::not_checkable;
  relation.reason = agree ? Reason::none : Reason::not_comparable;
  relation.arithmetic =
      std::to_string(names.size()) + (agree ? " = " : " / ") + std::to_string(values.size());
  relation.items = std::move(names);
  relations_.push_back(std::move(relation));
}

}  // namespace

void find_pairings(const RelationContext& context, std::vector<Relation>& relations) {
  PairingFinder finder(context, relations);
  for (std::uint32_t sentence = 0; sentence < context.outline.sentences.size(); ++sentence) {
    finder.read_sentence(sentence);
  }
}

}  // namespace tallybook::figures

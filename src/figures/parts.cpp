// Parts that no 其中 names: 41个行业中，33个…; 项目58个、完工46个; 新增9个、累计达到79个; 总投资…完成投资….
#include <algorithm>
#include <set>
#include <utility>

#include "figures/context.hpp"
#include "figures/relation_context.hpp"
#include "text/characters.hpp"

namespace tallybook::figures {
namespace {

/// Between a whole and its part stands no more than this many bytes.
constexpr std::size_t kLongestGap = 120;
/// 、已完工
constexpr std::size_t kShortGap = 18;

struct Pair {
  std::uint32_t part = 0;
  std::uint32_t whole = 0;
  Span evidence;
  bool certain = false;  ///< a part above its whole is an error
};

class PartFinder {
 public:
  PartFinder(const RelationContext& context, std::vector<Relation>& relations)
      : context_(context), relations_(relations) {
    for (const Relation& relation : relations) note(relation);
  }

  void read_sentence(std::uint32_t sentence) {
    const auto range = context_.figures_of(sentence);
    for (std::uint32_t i = range.first; i < range.last; ++i) {
      read_named_pairs(i);
      if (i + 1 == range.last) break;
      for (const auto read : {&PartFinder::part_within, &PartFinder::stage_reached, &PartFinder::new_of_all,
                              &PartFinder::times_of}) {
        const auto pair = (this->*read)(i, range);
        if (pair && known_.insert({pair->part, pair->whole}).second) add(*pair);
      }
    }
  }

 private:
  [[nodiscard]] std::optional<Pair> part_within(std::uint32_t i, RelationContext::Range range);
  [[nodiscard]] std::optional<Pair> stage_reached(std::uint32_t i, RelationContext::Range range);
  [[nodiscard]] std::optional<Pair> new_of_all(std::uint32_t i, RelationContext::Range range);
  [[nodiscard]] std::optional<Pair> new_of_stock(std::uint32_t i, std::uint32_t j) const;
  [[nodiscard]] std::optional<Pair> times_of(std::uint32_t i, RelationContext::Range range);
  void read_named_pairs(std::uint32_t i);
  [[nodiscard]] bool in_reach(std::uint32_t i, std::uint32_t j, bool by_definition) const;

  [[nodiscard]] std::optional<std::uint32_t> next_addable(std::uint32_t i,
                                                          RelationContext::Range range) const;
  [[nodiscard]] Span gap(std::uint32_t i, std::uint32_t j) const {
    return {context_.figures[i].span.end, context_.figures[j].span.begin};
  }
  [[nodiscard]] bool is_level(std::uint32_t i) const { return context_.figures[i].role == Role::level; }
  /// The words that lead to a figure, without separators before and links after them.
  [[nodiscard]] std::string_view lead_of(std::uint32_t i) const;
  void note(const Relation& relation);
  void add(const Pair& pair);

  const RelationContext& context_;
  std::vector<Relation>& relations_;
  std::set<std::pair<std::uint32_t, std::uint32_t>> known_;  ///< part and whole
};

/// What 其中 has already tied together.
void PartFinder::note(const Relation& relation) {
  if (relation.kind == RelationKind::part_of) {
    known_.insert({relation.terms[0].figure, relation.terms[1].figure});
  } else if (relation.kind == RelationKind::sum_of) {
    for (std::size_t i = 1; i < relation.terms.size(); ++i) {
      known_.insert({relation.terms[i].figure, relation.terms[0].figure});
    }
  }
}

std::string_view PartFinder::lead_of(std::uint32_t i) const {
  std::string_view lead = strip_trailing(context_.near_words(i), context_.tables.subject_links);
  while (!lead.empty()) {
    const auto first = text::code_point_at(lead, 0);
    if (text::is_han(first.value)) break;
    lead.remove_prefix(first.size);
  }
  return lead;
}

std::optional<std::uint32_t> PartFinder::next_addable(std::uint32_t i, RelationContext::Range range) const {
  for (std::uint32_t j = i + 1; j < range.last; ++j) {
    const std::string_view between = context_.words(gap(i, j).begin, gap(i, j).end);
    if (between.size() > kLongestGap || between.find("；") != between.npos) return std::nullopt;
    if (context_.addable(context_.figures[i], context_.figures[j])) return j;
  }
  return std::nullopt;
}

/// 在41个大类行业中，33个…; 40件提案中，已办结38件.
std::optional<Pair> PartFinder::part_within(std::uint32_t i, RelationContext::Range range) {
  static constexpr std::string_view kWithin = "中";
  constexpr std::size_t kLongestLead = 30;
  constexpr std::size_t kShortLead = 9;
  const auto j = next_addable(i, range);
  if (!j || *j != i + 1 || !is_level(i) || !is_level(*j)) return std::nullopt;
  const Span place = gap(i, *j);
  const std::string_view between = context_.words(place.begin, place.end);
  const std::size_t comma = std::min(between.find("，"), between.find(','));
  if (comma == between.npos || between.size() - comma > kLongestLead) return std::nullopt;
  const std::string_view noun = between.substr(0, comma);
  if (!noun.ends_with(kWithin) || context_.cues.within_masks.match_before(noun, noun.size()))
    return std::nullopt;
  const auto end = place.begin + static_cast<std::uint32_t>(comma);
  const bool certain =
      between.size() - comma <= kShortLead && context_.figures[i].unit == context_.figures[*j].unit;
  return Pair{*j, i, {end - static_cast<std::uint32_t>(kWithin.size()), end}, certain};
}

/// 项目58个、完工46个; 58艘船舶已安装设备46艘. The whole is a thing that is counted, no stage itself.
std::optional<Pair> PartFinder::stage_reached(std::uint32_t i, RelationContext::Range range) {
  const auto j = next_addable(i, range);
  if (!j || *j != i + 1 || !is_level(i) || !is_level(*j)) return std::nullopt;
  if (context_.figures[i].unit != context_.figures[*j].unit) return std::nullopt;
  const std::string_view whole = lead_of(i);
  if (context_.cues.stages.match_before(whole, whole.size())) return std::nullopt;
  const std::string_view lead = lead_of(*j);
  const auto mark = first_cue(lead, context_.cues.stage_marks);
  const std::size_t verb_at = mark ? mark.end() : 0;
  const auto verb = context_.cues.stages.match_at(lead, verb_at);
  const bool same_clause = context_.figures[i].clause == context_.figures[*j].clause;
  const bool alone = verb && mark.offset == 0 && verb_at + verb.size == lead.size();
  const bool follows_noun = verb && mark && mark.offset > 0 && same_clause;
  if (!alone && !follows_noun) return std::nullopt;
  const auto begin = static_cast<std::uint32_t>(lead.data() + verb_at - context_.text.data());
  // 项目58个、完工46个: nothing but the verb stands between. Of 开工项目 as many may be done as were begun
  // before.
  const Span between = gap(i, *j);
  const bool certain = alone && between.size() <= kShortGap && !context_.cues.stages.found_in(whole) &&
                       context_.words(between.begin, between.end).starts_with("、");
  return Pair{*j, i, {begin, begin + verb.size}, certain};
}

/// 新增9个、累计达到79个; 新认证5个，累计认证19个; 推选450名，…总数已达1300名.
std::optional<Pair> PartFinder::new_of_all(std::uint32_t i, RelationContext::Range range) {
  const auto j = next_addable(i, range);
  if (!j) return std::nullopt;
  const std::string_view lead = context_.near_words(*j);
  const auto all = first_cue(lead, context_.cues.all_cues);
  const auto fresh = last_cue(context_.near_words(i), context_.cues.new_cues);
  if (!all) return fresh ? new_of_stock(i, *j) : std::nullopt;
  const std::string_view behind = lead.substr(all.end());
  const auto reaches = context_.cues.reach_links.match_at(behind, 0);
  const bool bare = behind.empty() || reaches.size == behind.size();
  // Without 新增 only a total that has no verb of its own can be meant: 总数已达, but not 累计发放.
  const bool is_total = lead.substr(all.offset).starts_with("总");
  if (!fresh && !(is_total && bare)) return std::nullopt;
  const auto begin = static_cast<std::uint32_t>(lead.data() + all.offset - context_.text.data());
  const bool adjacent = *j == i + 1 && (all.offset <= 3 || is_total) && bare && fresh;
  return Pair{i,
              *j,
              {begin, begin + static_cast<std::uint32_t>(all.size)},
              adjacent && context_.figures[i].unit == context_.figures[*j].unit};
}

/// 新开通航线6条，国内外航线达到25条: without 累计, the noun must come back.
std::optional<Pair> PartFinder::new_of_stock(std::uint32_t i, std::uint32_t j) const {
  constexpr std::size_t kNoun = 6;
  const std::string_view lead = text::trim(context_.near_words(j));
  if (!context_.cues.reach_links.match_before(lead, lead.size())) return std::nullopt;
  const std::string_view stem = strip_trailing(lead, context_.cues.reach_links);
  if (stem.size() < kNoun) return std::nullopt;
  if (context_.figures[i].unit != context_.figures[j].unit) return std::nullopt;
  const std::string_view noun = stem.substr(stem.size() - kNoun);
  const Figure& fresh = context_.figures[i];
  const std::uint32_t begin = context_.outline.clauses[fresh.clause].begin;
  const std::uint32_t end =
      std::min(context_.outline.clauses[fresh.clause].end, context_.figures[j].span.begin);
  if (context_.words(begin, end).find(noun) == std::string_view::npos) return std::nullopt;
  const auto at = static_cast<std::uint32_t>(noun.data() - context_.text.data());
  return Pair{i, j, {at, at + static_cast<std::uint32_t>(noun.size())}, false};
}

/// 317间，共606间次: what is visited is visited once or more often.
std::optional<Pair> PartFinder::times_of(std::uint32_t i, RelationContext::Range range) {
  static constexpr std::string_view kTimes = "次";
  const std::uint32_t j = i + 1;
  if (j >= range.last || !is_level(i) || !is_level(j)) return std::nullopt;
  const std::string& unit = context_.figures[i].unit;
  const std::string& times = context_.figures[j].unit;
  if (unit.empty() || times.size() != unit.size() + kTimes.size() || !times.starts_with(unit) ||
      !times.ends_with(kTimes)) {
    return std::nullopt;
  }
  const std::string_view lead = lead_of(j);
  const bool counted = lead.empty() || bool{context_.cues.total_weak_cues.match_at(lead, 0)} ||
                       bool{context_.cues.total_cues.match_at(lead, 0)};
  if (!counted || gap(i, j).size() > kLongestGap / 2) return std::nullopt;
  return Pair{i, j, context_.figures[j].span, false};
}

/// How far a part by that definition can stand behind its whole.
bool PartFinder::in_reach(std::uint32_t i, std::uint32_t j, bool by_definition) const {
  constexpr std::uint32_t kMostFigures = 12;
  const auto& sentences = context_.outline.sentences;
  const Figure& whole = context_.figures[i];
  const Figure& part = context_.figures[j];
  if (by_definition) {
    return j - i <= kMostFigures && sentences[whole.sentence].block == sentences[part.sentence].block;
  }
  const Span between = gap(i, j);
  return whole.sentence == part.sentence && between.size() <= kLongestGap &&
         context_.words(between.begin, between.end).find("；") == std::string_view::npos;
}

/// 总投资4322亿元，完成投资286亿元; 确诊病例…，死亡病例….
void PartFinder::read_named_pairs(std::uint32_t i) {
  if (!is_level(i)) return;
  const std::string_view whole = lead_of(i);
  for (const Containment& containment : context_.cues.containments) {
    if (!containment.wholes.match_before(whole, whole.size()) ||
        containment.parts.match_before(whole, whole.size())) {
      continue;
    }
    for (std::uint32_t j = i + 1; j < context_.figures.size() && in_reach(i, j, containment.by_definition);
         ++j) {
      if (!is_level(j) || !context_.addable(context_.figures[i], context_.figures[j]) ||
          context_.figures[i].status != context_.figures[j].status) {
        continue;
      }
      const std::string_view lead = lead_of(j);
      if (containment.wholes.match_before(lead, lead.size()) &&
          !containment.parts.match_before(lead, lead.size())) {
        break;  // the whole of another place or period
      }
      const auto part = containment.parts.match_before(lead, lead.size());
      if (!part || context_.cues.base_cues.found_in(lead) || known_.count({j, i}) != 0) continue;
      const auto begin =
          static_cast<std::uint32_t>(lead.data() + lead.size() - part.size - context_.text.data());
      known_.insert({j, i});
      add({j, i, {begin, begin + part.size}, false});
    }
  }
}

void PartFinder::add(const Pair& pair) {
  Relation relation = context_.part_of(pair.part, pair.whole, pair.certain);
  relation.evidence.push_back(pair.evidence);
  relations_.push_back(std::move(relation));
}

}  // namespace

void find_parts(const RelationContext& context, std::vector<Relation>& relations) {
  PartFinder finder(context, relations);
  for (std::uint32_t sentence = 0; sentence < context.outline.sentences.size(); ++sentence) {
    finder.read_sentence(sentence);
  }
}

}  // namespace tallybook::figures

// Totals and their parts: 其中, colon and bracket lists, 合计.
#include <algorithm>

#include "figures/context.hpp"
#include "figures/relation_context.hpp"
#include "text/characters.hpp"

namespace tallybook::figures {
namespace {

using Signed = RelationContext::Signed;

/// A complete list whose sum misses by more than this counts something else.
constexpr int kPlausiblePercent = 20;
/// A total with this many digits is not met by chance.
constexpr std::int64_t kTellingDigits = 1000;
/// Behind the total of a bracket or colon list nothing but a noun stands: this many bytes at most.
constexpr std::uint32_t kLongestNounBeforeList = 30;
/// Nobody writes a longer list into a sentence; without a limit a hostile one costs its length squared.
constexpr std::size_t kLongestList = 60;

enum class Completeness { open, disjoint, complete };

class SumFinder {
 public:
  SumFinder(const RelationContext& context, std::vector<Relation>& relations)
      : context_(context), relations_(relations) {}

  void read_sentence(std::uint32_t sentence) {
    read_part_lists(sentence);
    read_opened_lists(sentence);
    read_closing_totals(sentence);
  }

 private:
  void read_part_lists(std::uint32_t index);
  void read_opened_lists(std::uint32_t index);
  void read_closing_totals(std::uint32_t index);

  [[nodiscard]] std::optional<std::uint32_t> whole_before(std::uint32_t sentence, std::uint32_t offset,
                                                          const Figure& part) const;
  [[nodiscard]] std::vector<std::uint32_t> parts_in(RelationContext::Range range, Span place,
                                                    const Figure& whole) const;
  [[nodiscard]] Completeness completeness_of(std::span<const std::uint32_t> parts) const;
  [[nodiscard]] std::vector<std::uint32_t> parts_that_add_up(std::uint32_t whole,
                                                             std::span<const std::uint32_t> parts) const;
  [[nodiscard]] std::optional<Interval> sum_of(std::span<const std::uint32_t> parts) const;
  bool add_sum(std::uint32_t whole, std::vector<std::uint32_t> parts, Completeness completeness,
               Span evidence);
  [[nodiscard]] bool must_hold(std::uint32_t whole, std::uint32_t part, Span evidence) const;
  [[nodiscard]] bool larger_before(std::uint32_t whole, std::uint32_t part) const;
  void add_parts(std::uint32_t whole, std::span<const std::uint32_t> parts, Span evidence);

  const RelationContext& context_;
  std::vector<Relation>& relations_;
};

std::optional<std::uint32_t> SumFinder::whole_before(std::uint32_t sentence, std::uint32_t offset,
                                                     const Figure& part) const {
  const auto last_addable = [&](RelationContext::Range range) -> std::optional<std::uint32_t> {
    for (std::uint32_t i = range.last; i-- > range.first;) {
      const Figure& figure = context_.figures[i];
      if (figure.span.end <= offset && figure.role == Role::level && context_.addable(figure, part)) return i;
    }
    return std::nullopt;
  };
  if (auto found = last_addable(context_.figures_of(sentence))) return found;
  // 其中 opens the sentence: the whole stands in the one before, in the same paragraph.
  const auto& sentences = context_.outline.sentences;
  const bool opens = offset - sentences[sentence].span.begin <= 6;
  if (!opens || sentence == 0 || sentences[sentence - 1].block != sentences[sentence].block)
    return std::nullopt;
  return last_addable(context_.figures_of(sentence - 1));
}

std::vector<std::uint32_t> SumFinder::parts_in(RelationContext::Range range, Span place,
                                               const Figure& whole) const {
  std::vector<std::uint32_t> parts;
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    const Figure& figure = context_.figures[i];
    if (place.contains(figure.span) && figure.role == Role::level && context_.addable(figure, whole)) {
      parts.push_back(i);
    }
  }
  return parts;
}

/// Parts named by the different words of one partition (中央, 省级, 市级) do not overlap; X and 非X,
/// 男 and 女 are the whole.
Completeness SumFinder::completeness_of(std::span<const std::uint32_t> parts) const {
  std::vector<std::string_view> names;
  for (const std::uint32_t part : parts) names.push_back(context_.near_words(part));
  if (names.size() == 2) {
    for (int turn = 0; turn < 2; ++turn, std::swap(names[0], names[1])) {
      const std::size_t negation = names[1].find("非");
      if (negation == std::string_view::npos) continue;
      const std::string_view positive = names[1].substr(negation + 3);
      if (positive.size() >= 6 && names[0].find(positive) != std::string_view::npos)
        return Completeness::complete;
    }
  }
  for (const auto& partition : context_.tables.partitions) {
    std::vector<std::uint16_t> members;
    for (const std::string_view name : names) {
      const Cue cue = first_cue(name, partition.words);
      if (!cue || std::find(members.begin(), members.end(), cue.value) != members.end()) break;
      members.push_back(cue.value);
    }
    if (members.size() != names.size()) continue;
    const bool all = partition.exhaustive && members.size() == 2;
    return all ? Completeness::complete : Completeness::disjoint;
  }
  return Completeness::open;
}

std::optional<Interval> SumFinder::sum_of(std::span<const std::uint32_t> parts) const {
  std::optional<Interval> sum = Interval{};
  for (const std::uint32_t part : parts) {
    const auto interval = context_.interval(part);
    if (!interval || !sum) return std::nullopt;
    sum = sum->plus(*interval);
  }
  return sum;
}

/// Two or more of the parts that make the total; empty where none do.
std::vector<std::uint32_t> SumFinder::parts_that_add_up(std::uint32_t whole,
                                                        std::span<const std::uint32_t> parts) const {
  constexpr std::size_t kMostParts = 10;
  const auto total = context_.interval(whole);
  if (!total || parts.size() > kMostParts) return {};
  for (std::uint32_t subset = (1u << parts.size()) - 1; subset > 0; --subset) {
    std::vector<std::uint32_t> chosen;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if ((subset >> i & 1u) != 0) chosen.push_back(parts[i]);
    }
    const auto sum = sum_of(chosen);
    if (sum && chosen.size() > 1 && sum->overlaps(*total)) return chosen;
  }
  return {};
}

/// Returns whether the parts were decided against the whole.
bool SumFinder::add_sum(std::uint32_t whole, std::vector<std::uint32_t> parts, Completeness completeness,
                        Span evidence) {
  const auto total = context_.interval(whole);
  const auto sum = sum_of(parts);
  Relation relation;
  relation.kind = RelationKind::sum_of;
  relation.evidence.push_back(evidence);
  relation.terms.push_back({whole, TermRole::total});
  for (const std::uint32_t part : parts) relation.terms.push_back({part, TermRole::part});
  if (!total || !sum) {
    relation.reason = Reason::approximate;
  } else if (sum->overlaps(*total)) {
    relation.verdict = Verdict::pass;
  } else if (completeness == Completeness::open ||
             !within_percent(sum->low, total->high, kPlausiblePercent) ||
             (completeness == Completeness::disjoint && sum->high < total->low)) {
    relation.reason = completeness == Completeness::complete ? Reason::not_comparable : Reason::open_list;
  } else {
    relation.verdict = Verdict::fail;
  }
  std::vector<Signed> terms;
  terms.reserve(parts.size());
  for (const std::uint32_t part : parts) terms.push_back({part, false});
  relation.arithmetic = context_.arithmetic(terms, whole, relation.verdict);
  const bool decided = relation.verdict != Verdict::not_checkable;
  if (decided || parts.size() > 1) relations_.push_back(std::move(relation));
  return decided;
}

/// Whether the part can only be a part of this whole: the whole stands right before 其中, the part opens
/// the list, both count one kind of thing, and no other figure could be meant.
bool SumFinder::must_hold(std::uint32_t whole, std::uint32_t part, Span evidence) const {
  const Figure& total = context_.figures[whole];
  const Figure& figure = context_.figures[part];
  if (context_.words(total.span.end, evidence.begin).size() > kLongestNounBeforeList) return false;
  if (figure.kind == FigureKind::money) return false;  // balances and profits are differences
  const std::string_view lead = context_.words(evidence.end, figure.span.begin);
  if (lead.find("；") != lead.npos || context_.tables.aside_cues.found_in(lead)) return false;
  if (total.subject && context_.tables.net_wholes.found_in(slice(context_.text, *total.subject)))
    return false;
  // 3个行政区，其中过去有2000个小煤窑: one classifier, two nouns.
  const bool noun_follows = figure.subject && figure.subject->begin >= figure.span.end;
  if (figure.kind == FigureKind::count && noun_follows) return false;
  return !larger_before(whole, part);
}

/// Whether the sentence has an earlier figure that could hold the part.
bool SumFinder::larger_before(std::uint32_t whole, std::uint32_t part) const {
  for (std::uint32_t i = whole; i-- > 0;) {
    const Figure& figure = context_.figures[i];
    if (figure.sentence != context_.figures[whole].sentence) return false;
    if (context_.addable(figure, context_.figures[part]) && figure.value >= context_.figures[part].value)
      return true;
  }
  return false;
}

/// Each part against the whole: 其中 may be anything up to it.
void SumFinder::add_parts(std::uint32_t whole, std::span<const std::uint32_t> parts, Span evidence) {
  const auto total = context_.interval(whole);
  for (const std::uint32_t part : parts) {
    const auto interval = context_.interval(part);
    Relation relation;
    relation.kind = RelationKind::part_of;
    relation.evidence.push_back(evidence);
    relation.terms = {{part, TermRole::part}, {whole, TermRole::whole}};
    if (!total || !interval) {
      relation.reason = Reason::approximate;
    } else if (interval->low <= total->high) {
      relation.verdict = Verdict::pass;
      relation.arithmetic =
          context_.figures[part].value.to_string() + " ≤ " + context_.figures[whole].value.to_string();
    } else if (part == parts.front() && must_hold(whole, part, evidence)) {
      relation.verdict = Verdict::fail;
      relation.arithmetic =
          context_.figures[part].value.to_string() + " > " + context_.figures[whole].value.to_string();
    } else {
      relation.reason = Reason::not_comparable;  // the list may have ended, the whole may be another
    }
    relations_.push_back(std::move(relation));
  }
}

/// 共1200份，其中A 800份、B 400份.
void SumFinder::read_part_lists(std::uint32_t index) {
  const Span sentence = context_.outline.sentences[index].span;
  const auto range = context_.figures_of(index);
  if (range.first == range.last) return;
  const std::string_view words = slice(context_.text, sentence);
  static constexpr std::string_view kPart = "其中";
  for (std::size_t at = words.find(kPart); at != std::string_view::npos;) {
    const std::size_t next = words.find(kPart, at + kPart.size());
    const std::uint32_t begin = sentence.begin + static_cast<std::uint32_t>(at);
    const std::uint32_t end =
        next == std::string_view::npos ? sentence.end : sentence.begin + static_cast<std::uint32_t>(next);
    const Span evidence{begin, begin + static_cast<std::uint32_t>(kPart.size())};
    at = next;
    for (std::uint32_t i = range.first; i < range.last; ++i) {
      const Figure& part = context_.figures[i];
      if (part.span.begin < evidence.end || part.span.end > end || part.role != Role::level) continue;
      const auto whole = whole_before(index, begin, part);
      if (!whole) continue;
      auto parts = parts_in(range, {evidence.end, end}, context_.figures[*whole]);
      bool decided = parts.size() >= 2 && add_sum(*whole, parts, completeness_of(parts), evidence);
      if (!decided && parts.size() > 2) {
        // The list may end before its sentence, or hold figures of another kind. Short round numbers
        // add up by chance.
        auto chosen = parts_that_add_up(*whole, parts);
        const bool head = std::equal(chosen.begin(), chosen.end(), parts.begin());
        if (chosen.size() > 1 && (head || context_.figures[*whole].value.coefficient() >= kTellingDigits)) {
          decided = add_sum(*whole, std::move(chosen), Completeness::open, evidence);
        }
      }
      if (!decided) add_parts(*whole, parts, evidence);
      break;
    }
  }
}

/// 共87所：A 31所、B 56所; 87所（A 31所、B 56所）; 87所，分别为A 31所、B 56所.
void SumFinder::read_opened_lists(std::uint32_t index) {
  const Span sentence = context_.outline.sentences[index].span;
  const auto range = context_.figures_of(index);
  for (std::uint32_t i = range.first; i + 2 < range.last; ++i) {
    const Figure& whole = context_.figures[i];
    const Figure& first = context_.figures[i + 1];
    if (whole.role != Role::level || !context_.addable(whole, first)) continue;
    const std::string_view gap = context_.words(whole.span.end, first.span.begin);
    if (context_.tables.open_lists.found_in(gap)) continue;
    std::size_t opener = std::string_view::npos;
    std::string_view closer;
    for (const auto& [open, close] :
         {std::pair<std::string_view, std::string_view>{"：", ""}, {":", ""}, {"（", "）"}, {"(", ")"}}) {
      const std::size_t found = gap.find(open);
      if (found != std::string_view::npos && found < opener) {
        opener = found;
        closer = close;
      }
    }
    if (const Cue cue = first_cue(gap, context_.tables.complete_lists); cue && cue.offset < opener) {
      opener = cue.offset;
      closer = "";
    }
    // Only a counted noun stands between the number and its list: 87所学校：, but 收入10万元成本：.
    const std::size_t longest = whole.kind == FigureKind::count ? kLongestNounBeforeList : 0;
    if (opener == std::string_view::npos || opener > longest) continue;
    const std::uint32_t begin = whole.span.end + static_cast<std::uint32_t>(opener);
    std::uint32_t end = sentence.end;
    if (!closer.empty()) {
      const std::size_t close = context_.text.substr(0, sentence.end).find(closer, begin);
      if (close == std::string_view::npos) continue;
      end = static_cast<std::uint32_t>(close);
    } else if (const std::size_t semicolon = context_.words(begin, end).find("；");
               semicolon != std::string_view::npos) {
      end = begin + static_cast<std::uint32_t>(semicolon);
    }
    auto parts = parts_in(range, {begin, end}, whole);
    if (parts.size() < 2 || context_.tables.open_lists.found_in(context_.words(begin, end))) continue;
    add_sum(i, std::move(parts), Completeness::complete,
            {begin, begin + text::code_point_at(context_.text, begin).size});
  }
}

/// A 2.86万人、B 0.94万人，合计3.80万人.
void SumFinder::read_closing_totals(std::uint32_t index) {
  const auto range = context_.figures_of(index);
  for (std::uint32_t total = range.first + 2; total < range.last; ++total) {
    const std::string_view near = context_.near_words(total);
    const Cue strong = last_cue(near, context_.tables.total_cues);
    const Cue weak = last_cue(near, context_.tables.total_weak_cues);
    const Cue cue = strong ? strong : weak;
    if (!cue || near.size() - cue.end() > (strong ? 12u : 0u) || cue.offset > 6) continue;
    const std::uint32_t begin =
        context_.figures[total].span.begin - static_cast<std::uint32_t>(near.size() - cue.offset);
    const Span evidence{begin, begin + static_cast<std::uint32_t>(cue.size)};
    const auto whole = context_.interval(total);
    std::vector<std::uint32_t> parts;
    std::optional<Interval> sum = Interval{};
    for (std::uint32_t i = total; i-- > range.first && parts.size() < kLongestList;) {
      if (!context_.addable(context_.figures[i], context_.figures[total])) continue;
      parts.push_back(i);
      const auto part = context_.interval(i);
      sum = sum && part ? sum->plus(*part) : std::nullopt;
      if (parts.size() > 1 && whole && sum && sum->overlaps(*whole)) break;
    }
    if (parts.size() < 2) continue;
    std::reverse(parts.begin(), parts.end());
    const bool some_do = !parts_that_add_up(total, parts).empty();
    add_sum(total, std::move(parts), strong && !some_do ? Completeness::complete : Completeness::open,
            evidence);
  }
}

}  // namespace

void find_sums(const RelationContext& context, std::vector<Relation>& relations) {
  SumFinder finder(context, relations);
  for (std::uint32_t sentence = 0; sentence < context.outline.sentences.size(); ++sentence) {
    finder.read_sentence(sentence);
  }
}

}  // namespace tallybook::figures

// Totals and their parts: 其中, 分…看, colon and bracket lists, 合计.
#include <algorithm>

#include "figures/context.hpp"
#include "figures/part_leads.hpp"
#include "figures/relation_context.hpp"
#include "figures/sum_check.hpp"
#include "text/characters.hpp"

namespace tallybook::figures {
namespace {

/// A total with this many digits is not met by chance.
constexpr std::int64_t kTellingDigits = 1000;
/// Behind the total of a bracket or colon list nothing but a noun stands: this many bytes at most.
constexpr std::uint32_t kLongestNounBeforeList = 30;
/// Nobody writes a longer list into a sentence; without a limit a hostile one costs its length squared.
constexpr std::size_t kLongestList = 60;
/// A closing total speaks of figures no further back than this.
constexpr std::uint32_t kTotalReach = 200;
/// ，共计
constexpr std::size_t kLongestClosing = 12;
/// 每10股转增4股，共计…: what is said of each is no part of the total.
constexpr std::string_view kEach = "每";
constexpr std::uint16_t kStrongTotal = 1;
constexpr std::uint16_t kWeakTotal = 2;

class SumFinder {
 public:
  SumFinder(const RelationContext& context, std::vector<Relation>& relations)
      : context_(context), relations_(relations), check_(context) {}

  void read_sentence(std::uint32_t sentence) {
    if (context_.figures_of(sentence).first == context_.figures_of(sentence).last) return;
    const std::vector<PartLead> leads = part_leads(context_, sentence);
    for (const PartLead& lead : leads) read_part_list(sentence, lead, leads);
    read_opened_lists(sentence);
    read_closing_totals(sentence);
  }

 private:
  void read_part_list(std::uint32_t index, const PartLead& lead, std::span<const PartLead> leads);
  void add_parts(std::uint32_t whole, std::span<const std::uint32_t> parts, const PartLead& lead);
  void read_opened_lists(std::uint32_t index);
  void read_closing_totals(std::uint32_t index);
  [[nodiscard]] Cue total_cue(std::uint32_t figure) const;

  [[nodiscard]] std::optional<std::uint32_t> whole_of(std::uint32_t sentence, const PartLead& lead,
                                                      const Figure& part) const;
  [[nodiscard]] bool is_plain_list(std::span<const std::uint32_t> parts, std::uint32_t total) const;
  [[nodiscard]] bool are_things_apart(std::uint32_t whole, std::span<const std::uint32_t> parts) const;
  [[nodiscard]] bool follows_in_list(std::uint32_t figure) const;
  [[nodiscard]] bool is_aside(std::uint32_t figure, std::uint32_t offset) const;
  [[nodiscard]] std::optional<std::uint32_t> whole_before(std::uint32_t sentence, std::uint32_t offset,
                                                          const Figure& part) const;
  [[nodiscard]] std::optional<std::uint32_t> whole_of_breakdown(std::uint32_t sentence,
                                                                const Figure& part) const;
  [[nodiscard]] std::vector<std::uint32_t> parts_in(RelationContext::Range range, Span place,
                                                    const Figure& whole) const;
  [[nodiscard]] std::vector<std::uint32_t> parts_of(RelationContext::Range range, const PartLead& lead,
                                                    std::span<const PartLead> leads,
                                                    const Figure& whole) const;

  const RelationContext& context_;
  std::vector<Relation>& relations_;
  SumCheck check_;
};

/// 40件（含主办件12件），其中…: what a bracket has closed before `offset` is no whole.
bool SumFinder::is_aside(std::uint32_t figure, std::uint32_t offset) const {
  const std::string_view between = context_.words(context_.figures[figure].span.end, offset);
  const std::size_t close = std::min(between.find("）"), between.find(')'));
  const std::size_t open = std::min(between.find("（"), between.find('('));
  return close < open;
}

std::optional<std::uint32_t> SumFinder::whole_before(std::uint32_t sentence, std::uint32_t offset,
                                                     const Figure& part) const {
  const auto last_addable = [&](RelationContext::Range range) -> std::optional<std::uint32_t> {
    if (range.first == range.last) return std::nullopt;
    range = context_.figures_in(range, {context_.figures[range.first].span.begin, offset});
    for (std::uint32_t i = range.last; i-- > range.first && range.last - i <= kLongestList;) {
      const Figure& figure = context_.figures[i];
      if (figure.span.end > offset || figure.role != Role::level || is_aside(i, offset) ||
          context_.is_base(i))
        continue;
      if (context_.addable(figure, part)) return i;
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

/// The first figure that can be the whole in the nearest sentence before that is no breakdown itself.
std::optional<std::uint32_t> SumFinder::whole_of_breakdown(std::uint32_t sentence, const Figure& part) const {
  constexpr std::uint32_t kReach = 4;
  const auto& sentences = context_.outline.sentences;
  for (std::uint32_t i = sentence; i-- > 0 && sentence - i <= kReach;) {
    if (sentences[i].block != sentences[sentence].block) break;
    const Span opening = context_.outline.clauses[sentences[i].first_clause];
    if (is_breakdown(context_, opening) || text::trim(slice(context_.text, opening)).starts_with(kOfWhich))
      continue;
    const auto range = context_.figures_of(i);
    for (std::uint32_t k = range.first; k < range.last; ++k) {
      const Figure& figure = context_.figures[k];
      if (figure.role == Role::level && context_.addable(figure, part)) return k;
    }
    return std::nullopt;
  }
  return std::nullopt;
}

std::optional<std::uint32_t> SumFinder::whole_of(std::uint32_t sentence, const PartLead& lead,
                                                 const Figure& part) const {
  if (lead.form == PartLead::Form::breakdown) return whole_of_breakdown(sentence, part);
  const auto whole = whole_before(sentence, lead.words.begin, part);
  // 包括 and 含 speak of what stands right before them.
  if (whole && lead.form == PartLead::Form::including &&
      context_.words(context_.figures[*whole].span.end, lead.words.begin).size() > kLongestNounBeforeList) {
    return std::nullopt;
  }
  return whole;
}

std::vector<std::uint32_t> SumFinder::parts_in(RelationContext::Range range, Span place,
                                               const Figure& whole) const {
  range = context_.figures_in(range, place);
  std::vector<std::uint32_t> parts;
  for (std::uint32_t i = range.first; i < range.last && parts.size() <= kLongestList; ++i) {
    const Figure& figure = context_.figures[i];
    if (place.contains(figure.span) && figure.role == Role::level && context_.addable(figure, whole) &&
        !context_.is_base(i)) {
      parts.push_back(i);
    }
  }
  return parts;
}

/// The parts of a list without those of the lists within it, up to the mark that ends it: where ， parts
/// the first two, ； ends the list.
std::vector<std::uint32_t> SumFinder::parts_of(RelationContext::Range range, const PartLead& lead,
                                               std::span<const PartLead> leads, const Figure& whole) const {
  auto parts = parts_in(range, {lead.words.end, lead.end}, whole);
  const auto nested = [&](std::uint32_t i) {
    return std::any_of(leads.begin(), leads.end(), [&](const PartLead& other) {
      return other.bracketed && other.words.begin > lead.words.begin &&
             Span{other.words.begin, other.end}.contains(context_.figures[i].span.begin);
    });
  };
  parts.erase(std::remove_if(parts.begin(), parts.end(), nested), parts.end());
  const auto semicolon_before = [&](std::size_t k) {
    const std::string_view gap =
        context_.words(context_.figures[parts[k - 1]].span.end, context_.figures[parts[k]].span.begin);
    return gap.find("；") != gap.npos || gap.find(';') != gap.npos;
  };
  if (parts.size() > 1 && !semicolon_before(1)) {
    std::size_t count = 2;
    while (count < parts.size() && !semicolon_before(count)) ++count;
    parts.resize(count);
  }
  return parts;
}

/// 共1200份，其中A 800份、B 400份.
void SumFinder::read_part_list(std::uint32_t index, const PartLead& lead, std::span<const PartLead> leads) {
  const auto range = context_.figures_of(index);
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    const Figure& part = context_.figures[i];
    if (part.span.begin < lead.words.end || part.span.end > lead.end || part.role != Role::level) continue;
    const auto whole = whole_of(index, lead, part);
    if (!whole) continue;
    auto parts = parts_of(range, lead, leads, context_.figures[*whole]);
    if (parts.size() < 2) return add_parts(*whole, parts, lead);
    Completeness completeness = check_.completeness_of(parts);
    if (completeness == Completeness::open && are_things_apart(*whole, parts)) {
      completeness = Completeness::disjoint;
    }
    Relation sum = check_.sum_of(*whole, parts, completeness, lead.words);
    if (sum.verdict == Verdict::not_checkable) {
      // The list may end before its sentence, or hold figures of another kind. Short round numbers add up
      // by chance.
      const auto chosen = check_.parts_that_add_up(*whole, parts);
      const bool head = std::equal(chosen.begin(), chosen.end(), parts.begin());
      if (!chosen.empty() && (head || context_.figures[*whole].value.coefficient() >= kTellingDigits)) {
        sum = check_.sum_of(*whole, chosen, Completeness::open, lead.words);
      }
    }
    const bool decided = sum.verdict != Verdict::not_checkable;
    relations_.push_back(std::move(sum));
    if (!decided) add_parts(*whole, parts, lead);
    return;
  }
}

/// 小学3所、初中2所: only the name of the next stands behind a figure and its comma.
bool SumFinder::follows_in_list(std::uint32_t figure) const {
  const std::string_view gap =
      context_.words(context_.figures[figure - 1].span.end, context_.figures[figure].span.begin);
  const bool comma = gap.starts_with("、") || gap.starts_with("，") || gap.starts_with(",");
  const std::string_view name = gap.substr(gap.empty() ? 0 : text::code_point_at(gap, 0).size);
  return comma && gap.size() <= kLongestNounBeforeList && name.find("，") == gap.npos &&
         name.find("；") == gap.npos;
}

/// 学习体会35件、绘画25件: things that 、 joins are different ones. The same persons may be counted twice
/// (党员30人、女性40人). A part above the whole is an error of its own.
bool SumFinder::are_things_apart(std::uint32_t whole, std::span<const std::uint32_t> parts) const {
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const Figure& part = context_.figures[parts[i]];
    if (context_.is_of_persons(part) || part.bound != Bound::exact ||
        part.value > context_.figures[whole].value) {
      return false;
    }
    if (i == 0) continue;
    const std::string_view gap = context_.words(context_.figures[parts[i] - 1].span.end, part.span.begin);
    if (parts[i] != parts[i - 1] + 1 || !gap.starts_with("、") || !follows_in_list(parts[i])) return false;
  }
  return true;
}

/// Each part against the whole. The first part behind 其中 is certainly one, and those that follow it without
/// another figure between; so are those in brackets right behind the whole.
void SumFinder::add_parts(std::uint32_t whole, std::span<const std::uint32_t> parts, const PartLead& lead) {
  bool joined =
      lead.form == PartLead::Form::of_which || (lead.form == PartLead::Form::including && lead.bracketed);
  std::optional<std::uint32_t> last;
  for (const std::uint32_t part : parts) {
    joined &= !last || (part == *last + 1 && follows_in_list(part));
    last = part;
    const bool certain = joined && check_.must_hold(whole, part, lead.words);
    Relation relation = context_.part_of(part, whole, certain);
    relation.evidence.push_back(lead.words);
    relations_.push_back(std::move(relation));
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
    if (context_.cues.open_lists.found_in(gap)) continue;
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
    if (const Cue cue = first_cue(gap, context_.cues.complete_lists); cue && cue.offset < opener) {
      opener = cue.offset;
      closer = "";
    }
    // Only a counted noun stands between the number and its list: 87所学校：, but 收入10万元成本：.
    const std::size_t longest = whole.kind == FigureKind::count ? kLongestNounBeforeList : 0;
    if (opener == std::string_view::npos || opener > longest) continue;
    const std::uint32_t begin = whole.span.end + static_cast<std::uint32_t>(opener);
    std::uint32_t end = context_.end_of_list(begin, sentence.end);
    if (!closer.empty()) {
      const std::size_t close = context_.text.substr(0, end).find(closer, begin);
      if (close == std::string_view::npos) continue;
      end = static_cast<std::uint32_t>(close);
    } else if (const std::size_t semicolon = context_.words(begin, end).find("；");
               semicolon != std::string_view::npos) {
      end = begin + static_cast<std::uint32_t>(semicolon);
    }
    auto parts = parts_in(range, {begin, end}, whole);
    if (parts.size() < 2 || parts.size() > kLongestList) continue;
    if (context_.cues.open_lists.found_in(context_.words(begin, end))) continue;
    relations_.push_back(check_.sum_of(i, parts, Completeness::complete,
                                       {begin, begin + text::code_point_at(context_.text, begin).size}));
  }
}

/// The word of a closing total: 合计 in 合计到位3.80万元. 总额 must open its phrase (负债总额 is the total of
/// something else), and no figure may stand before it in that phrase (9笔共2.06万元 is the total of the
/// nine).
Cue SumFinder::total_cue(std::uint32_t figure) const {
  constexpr std::size_t kVerb = 12;
  constexpr std::size_t kSeparator = 6;
  const std::string_view near = context_.near_words(figure);
  const Cue strong = last_cue(near, context_.cues.total_cues);
  const Cue cue = strong ? strong : last_cue(near, context_.cues.total_weak_cues);
  if (!cue || near.size() - cue.end() > (strong ? kVerb : 0) || cue.offset > kSeparator) return {};
  const std::string_view before = near.substr(0, cue.offset);
  const bool opens_phrase =
      figure > 0 && context_.figures[figure - 1].clause != context_.figures[figure].clause;
  if (before.empty() && !opens_phrase) return {};
  const bool noun = strong && text::is_han(text::code_point_before(near, cue.offset).value);
  return noun ? Cue{} : Cue{cue.offset, cue.size, strong ? kStrongTotal : kWeakTotal};
}

/// 商店342家次、场所198家次，共540家次: names and figures by turns, nothing else, right before 共.
bool SumFinder::is_plain_list(std::span<const std::uint32_t> parts, std::uint32_t total) const {
  const auto& figures = context_.figures;
  if (parts.back() + 1 != total || parts.back() - parts.front() + 1 != parts.size()) return false;
  if (context_.words(figures[parts.back()].span.end, figures[total].span.begin).size() > kLongestClosing) {
    return false;
  }
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const Figure& part = figures[parts[i]];
    const bool name_before = part.subject && part.subject->end <= part.span.begin;
    if (!name_before || part.unit != figures[total].unit) return false;
    if (i > 0 && !follows_in_list(parts[i])) return false;
  }
  return true;
}

/// A 2.86万人、B 0.94万人，合计3.80万人.
void SumFinder::read_closing_totals(std::uint32_t index) {
  const auto range = context_.figures_of(index);
  for (std::uint32_t total = range.first + 2; total < range.last; ++total) {
    const Cue cue = total_cue(total);
    if (!cue || context_.is_base(total)) continue;
    const std::uint32_t begin = context_.figures[total].span.begin -
                                static_cast<std::uint32_t>(context_.near_words(total).size() - cue.offset);
    const Span evidence{begin, begin + static_cast<std::uint32_t>(cue.size)};
    const auto whole = context_.interval(total);
    std::vector<std::uint32_t> parts;
    bool each = false;
    std::optional<Interval> sum = Interval{};
    for (std::uint32_t i = total;
         i-- > range.first && parts.size() < kLongestList && total - i <= kTotalReach;) {
      each |= context_.tables.each_cues.found_in(context_.near_words(i)) ||
              context_.near_words(i).ends_with(kEach);
      if (!context_.addable(context_.figures[i], context_.figures[total]) || context_.is_base(i)) continue;
      parts.push_back(i);
      const auto part = context_.interval(i);
      sum = sum && part ? sum->plus(*part) : std::nullopt;
      if (parts.size() > 1 && whole && sum && sum->overlaps(*whole)) break;
    }
    if (parts.size() < 2) continue;
    std::reverse(parts.begin(), parts.end());
    const bool some_do = !check_.parts_that_add_up(total, parts).empty();
    const bool named = cue.value == kStrongTotal || is_plain_list(parts, total);
    const bool complete = named && !some_do && !each;
    relations_.push_back(
        check_.sum_of(total, parts, complete ? Completeness::complete : Completeness::open, evidence));
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

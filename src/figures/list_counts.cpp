// A count that the text announces against the list that spells it out: 抓好四项工作：一是…二是…;
// 甲、乙等五所学校.
#include <algorithm>

#include "figures/context.hpp"
#include "figures/list_items.hpp"
#include "figures/lists.hpp"
#include "text/characters.hpp"

namespace tallybook::figures {
namespace {

/// An item that the outline has not seen may stand this many bytes behind the last that it has.
constexpr std::uint32_t kFarItem = 6000;

class CountFinder {
 public:
  CountFinder(const RelationContext& context, std::vector<Relation>& relations)
      : context_(context), relations_(relations), claims_(find_claims(context)) {}

  void find() {
    for (Claim& claim : claims_) {
      auto listed = list_before(context_, claim);
      if (!listed) listed = list_behind(context_, claim);
      if (listed) add(claim, *std::move(listed));
    }
    for (const Enumeration& list : context_.outline.enumerations) read_enumeration(list);
    read_sections();
    for (Claim& claim : claims_) {
      if (claim.spelled_out) continue;
      if (auto listed = told_in_turn(context_, claim)) add(claim, *std::move(listed));
    }
  }

 private:
  void read_enumeration(const Enumeration& list);
  void read_sections();
  [[nodiscard]] Strength strength_of(std::uint32_t section, const std::vector<Span>& marks, Span lead) const;
  bool announce(Span lead, std::vector<Span> marks, Strength strength);
  [[nodiscard]] bool announces(const Claim& claim, std::uint32_t end, Strength strength) const;
  [[nodiscard]] bool goes_on(const Enumeration& list) const;
  [[nodiscard]] Span lead_of(std::uint32_t first_item) const;
  void add(Claim& claim, Listed listed);

  [[nodiscard]] std::string_view words(Span place) const { return context_.words(place.begin, place.end); }

  const RelationContext& context_;
  std::vector<Relation>& relations_;
  std::vector<Claim> claims_;
};

/// The words before a list that can announce it: its sentence up to the first item, or the sentence before.
Span CountFinder::lead_of(std::uint32_t first_item) const {
  const auto& sentences = context_.outline.sentences;
  const auto after =
      std::upper_bound(sentences.begin(), sentences.end(), first_item,
                       [](std::uint32_t at, const Sentence& sentence) { return at <= sentence.span.begin; });
  // `after` begins at the item or later.
  if (after == sentences.begin()) return {first_item, first_item};
  const Span before = std::prev(after)->span;
  if (before.end > first_item) return {before.begin, first_item};
  const Span gap = trimmed(context_.text, {before.end, first_item});
  return gap.empty() ? Span{before.begin, before.end} : Span{first_item, first_item};
}

/// 抓好四项工作, but not 投入四项资金: the claimed noun must be one that statements can spell out.
bool CountFinder::announces(const Claim& claim, std::uint32_t end, Strength strength) const {
  if (!claim.exact || claim.spelled_out || !counts_statements(context_, claim)) return false;
  const std::string_view behind = context_.words(claim.span.end, end);
  // A name in quotes (“三农”) announces a list only where that follows at once; as a heading it may be spelt
  // out by the headings below.
  if (!claim.figure) {
    const bool quoted = claim.beside != claim.span;
    return !quoted || strength == Strength::silent || context_.words(claim.beside.end, end).size() <= 3;
  }
  const std::string_view noun =
      behind.substr(0, std::min({behind.find("，"), behind.find("："), behind.find(':'), behind.find(','),
                                 behind.find("。"), behind.size()}));
  return behind.starts_with("“") || bool{last_cue(noun, context_.cues.claim_nouns)};
}

/// Holds a list against the claim in the words before it; returns whether there is one.
bool CountFinder::announce(Span lead, std::vector<Span> marks, Strength strength) {
  if (lead.size() > kLongestList) lead.begin = lead.end - kLongestList;
  Claim* last = nullptr;
  Claim* agreeing = nullptr;
  std::size_t announced = 0;
  const auto first =
      std::lower_bound(claims_.begin(), claims_.end(), lead.begin,
                       [](const Claim& claim, std::uint32_t at) { return claim.span.begin < at; });
  for (auto claim = first; claim != claims_.end() && claim->span.end <= lead.end; ++claim) {
    if (!announces(*claim, lead.end, strength)) continue;
    last = &*claim;
    ++announced;
    if (claim->count == marks.size()) agreeing = last;
  }
  if (last == nullptr || (agreeing == nullptr && strength == Strength::silent)) return false;
  Listed listed;
  listed.evidence = marks.front();
  listed.items = std::move(marks);
  if (agreeing != nullptr) {
    add(*agreeing, std::move(listed));
    return true;
  }
  // A claim further off, or one with other figures between, announces something else.
  const Span between{last->span.end, lead.end};
  const std::string_view gap = words(between);
  const bool closed = gap.find("。") != gap.npos || gap.find("；") != gap.npos || gap.find('\n') != gap.npos;
  if (closed || between.size() > kLongestLead || context_.end_of_last_figure(between) != 0) return false;
  // Broken numbering is a defect of its own; the list then proves nothing about the claim. Neither does a
  // single item, which may be no list, nor one of several claims (实现一个目标，完成六项任务).
  static constexpr std::string_view kOne = "一个";
  const bool alone =
      announced == 1 && words({lead.begin, last->span.begin}).find(kOne) == std::string_view::npos;
  listed.strength = listed.items.size() >= 2 && alone ? strength : Strength::weak;
  add(*last, std::move(listed));
  return true;
}

/// Whether the text behind a list holds the mark that would be its next: 六是 behind a page number is no
/// mark for the outline, but shows that the list has not ended with 五是.
bool CountFinder::goes_on(const Enumeration& list) const {
  static constexpr std::string_view kNumerals = "一二三四五六七八九十";
  constexpr std::size_t kHanBytes = 3;
  const Mark& last = list.items.back().mark;
  if (last.number == 0 || last.number >= 10 || last.form == MarkForm::item_first) return false;
  const std::size_t place = kHanBytes * last.number;
  const std::string_view own = kNumerals.substr(place - kHanBytes, kHanBytes);
  const std::size_t at = words(last.span).find(own);
  if (at == std::string_view::npos) return false;
  std::string next(words(last.span));
  next.replace(at, kHanBytes, kNumerals.substr(place, kHanBytes));
  const std::uint32_t end = context_.outline.sections[list.section].span.end;
  return words(clipped(context_.text, {last.span.end, end}, kFarItem)).find(next) != std::string_view::npos;
}

/// 四项工作：一是…二是…; 六个“抓好”，一要….
void CountFinder::read_enumeration(const Enumeration& list) {
  if (list.items.empty()) return;
  std::vector<Span> marks;
  bool numbered_well = true;
  for (const EnumerationItem& item : list.items) {
    marks.push_back(item.mark.span);
    numbered_well &= item.mark.number == 0 || item.mark.number == marks.size();
  }
  const Span lead = lead_of(marks.front().begin);
  announce(lead, std::move(marks), numbered_well && !goes_on(list) ? Strength::strong : Strength::weak);
}

/// Headings under a heading are its list where they count from one and an announcement with 以下 or a colon
/// stands right before the first. At the top of a report more headings follow: problems, plans.
Strength CountFinder::strength_of(std::uint32_t section, const std::vector<Span>& marks, Span lead) const {
  static constexpr std::string_view kFollowing = "以下";
  if (section == 0 || marks.size() < 2) return Strength::silent;
  std::uint32_t number = 0;
  for (const Section& child : context_.outline.sections) {
    if (child.parent == section && child.mark.number != ++number) return Strength::silent;
  }
  const std::string_view announcement = text::trim(words(lead));
  const bool opens = announcement.ends_with("：") || announcement.ends_with(":") ||
                     announcement.find(kFollowing) != announcement.npos;
  return opens && number == marks.size() ? Strength::strong : Strength::silent;
}

/// 重点做好以下三方面工作：, and then the headings （一）（二）（三）.
void CountFinder::read_sections() {
  const auto& sections = context_.outline.sections;
  std::vector<std::vector<Span>> runs(sections.size());
  std::vector<MarkForm> forms(sections.size(), MarkForm::none);
  for (std::uint32_t i = 1; i < sections.size(); ++i) {
    const Section& section = sections[i];
    if (section.mark.form == MarkForm::none || section.parent == kNone) continue;
    auto& run = runs[section.parent];
    if (run.empty() ? section.mark.number > 1 : section.mark.form != forms[section.parent]) continue;
    forms[section.parent] = section.mark.form;
    run.push_back(section.mark.span);
  }
  for (std::uint32_t i = 0; i < sections.size(); ++i) {
    if (runs[i].size() < 2) continue;
    const Span lead = lead_of(runs[i].front().begin);
    const Strength strength = strength_of(i, runs[i], lead);
    if (!announce(lead, runs[i], strength)) announce(sections[i].heading, runs[i], Strength::silent);
  }
}

void CountFinder::add(Claim& claim, Listed listed) {
  claim.spelled_out = true;
  const auto count = static_cast<std::uint32_t>(listed.items.size());
  Relation relation;
  relation.kind = RelationKind::count_of;
  if (claim.figure) relation.terms.push_back({*claim.figure, TermRole::claim});
  relation.evidence.push_back(claim.beside);
  if (!listed.evidence.empty()) relation.evidence.push_back(listed.evidence);
  relation.items = std::move(listed.items);
  std::string_view sign = " / ";
  if (count == claim.count) {
    relation.verdict = Verdict::pass;
    sign = " = ";
  } else if (listed.open) {
    // 甲、乙等五个 holds as far as it can be seen: no more are named than are claimed.
    const bool holds = count < claim.count;
    if (holds) relation.verdict = Verdict::pass;
    if (!holds) relation.reason = Reason::not_comparable;
    sign = holds ? " > " : " / ";
  } else if (listed.strength == Strength::strong) {
    relation.verdict = Verdict::fail;
    sign = " ≠ ";
  } else {
    relation.reason = Reason::not_comparable;
  }
  relation.arithmetic = std::to_string(claim.count) + std::string(sign) + std::to_string(count);
  relations_.push_back(std::move(relation));
}

}  // namespace

void find_counts(const RelationContext& context, std::vector<Relation>& relations) {
  CountFinder(context, relations).find();
}

}  // namespace tallybook::figures

// A count that the text announces and the list it announces: 抓好四项工作：一是…二是….
#include <algorithm>
#include <array>

#include "figures/context.hpp"
#include "figures/relation_context.hpp"
#include "text/characters.hpp"

namespace tallybook::figures {
namespace {

constexpr std::int64_t kMostItems = 30;
/// Between the claim and its list stand a noun and a colon, no more than this many bytes.
constexpr std::size_t kLongestLead = 90;
constexpr std::size_t kHanBytes = 3;

struct Claim {
  std::uint32_t figure = 0;
  std::uint32_t count = 0;
  Span sentence;
};

/// What a list shows: its items, and whether it may be held against the claim.
struct Listed {
  std::vector<Span> items;
  Reason reason = Reason::none;
};

class CountFinder {
 public:
  CountFinder(const RelationContext& context, std::vector<Relation>& relations)
      : context_(context), relations_(relations) {}

  void find() {
    for (std::uint32_t i = 0; i < context_.figures.size(); ++i) {
      const auto claim = claim_of(i);
      if (!claim) continue;
      std::optional<Listed> listed = enumeration_after(*claim);
      if (!listed) listed = parallel_items_after(*claim);
      if (!listed) listed = quoted_items_beside(*claim);
      if (!listed) listed = plain_items_before(*claim);
      if (listed) add(*claim, *std::move(listed));
    }
  }

 private:
  [[nodiscard]] std::optional<Claim> claim_of(std::uint32_t index) const;
  [[nodiscard]] std::optional<Listed> enumeration_after(const Claim& claim) const;
  [[nodiscard]] std::optional<Listed> parallel_items_after(const Claim& claim) const;
  [[nodiscard]] std::optional<Listed> quoted_items_beside(const Claim& claim) const;
  [[nodiscard]] std::optional<Listed> plain_items_before(const Claim& claim) const;
  void add(const Claim& claim, Listed listed);

  [[nodiscard]] const Figure& figure(const Claim& claim) const { return context_.figures[claim.figure]; }
  [[nodiscard]] bool figure_within(std::uint32_t begin, std::uint32_t end, std::uint32_t except) const;

  const RelationContext& context_;
  std::vector<Relation>& relations_;
};

std::optional<Claim> CountFinder::claim_of(std::uint32_t index) const {
  const Figure& figure = context_.figures[index];
  if (figure.kind != FigureKind::count || figure.bound != Bound::exact || figure.high) return std::nullopt;
  if (figure.role != Role::level || figure.value.scale() != 0) return std::nullopt;
  if (figure.value < Decimal{2} || figure.value > Decimal{kMostItems}) return std::nullopt;
  if (!figure.unit.empty() &&
      context_.tables.claim_units.match_at(figure.unit, 0).size != figure.unit.size()) {
    return std::nullopt;
  }
  return Claim{index, static_cast<std::uint32_t>(figure.value.coefficient()),
               context_.outline.sentences[figure.sentence].span};
}

bool CountFinder::figure_within(std::uint32_t begin, std::uint32_t end, std::uint32_t except) const {
  const auto from =
      std::lower_bound(context_.figures.begin(), context_.figures.end(), begin,
                       [](const Figure& figure, std::uint32_t at) { return figure.span.begin < at; });
  for (auto it = from; it != context_.figures.end() && it->span.begin < end; ++it) {
    if (static_cast<std::uint32_t>(it - context_.figures.begin()) != except) return true;
  }
  return false;
}

/// 四项工作：一是…二是…; 六个“抓好”，一要…. The claimed noun must be one that a list can spell out.
std::optional<Listed> CountFinder::enumeration_after(const Claim& claim) const {
  const std::uint32_t begin = figure(claim).span.end;
  for (const Enumeration& list : context_.outline.enumerations) {
    if (list.items.empty()) continue;
    const std::uint32_t first = list.items.front().mark.span.begin;
    if (first < begin || first - begin > kLongestLead) continue;
    std::string_view lead = context_.words(begin, first);
    const bool closes =
        lead.find("。") != lead.npos || lead.find('\n') != lead.npos || lead.find("；") != lead.npos;
    if (closes || figure_within(begin, first, claim.figure)) return std::nullopt;
    const bool quoted = lead.starts_with("“");
    const std::string_view noun = lead.substr(
        0, std::min({lead.find("，"), lead.find("："), lead.find(':'), lead.find(','), lead.size()}));
    if (!quoted && !last_cue(noun, context_.tables.claim_nouns)) return std::nullopt;
    Listed listed;
    bool consecutive = true;
    for (std::size_t i = 0; i < list.items.size(); ++i) {
      listed.items.push_back(list.items[i].mark.span);
      consecutive &= list.items[i].mark.number == 0 || list.items[i].mark.number == i + 1;
    }
    // Broken numbering is a defect of its own; the list then proves nothing about the claim. Neither does
    // a single item, which may be no list.
    if (!consecutive || listed.items.size() < 2) listed.reason = Reason::not_comparable;
    return listed;
  }
  return std::nullopt;
}

/// 六个“抓好”：抓好课程建设、抓好课堂教学、…: every item opens with the quoted word.
std::optional<Listed> CountFinder::parallel_items_after(const Claim& claim) const {
  static constexpr std::string_view kOpen = "“";
  static constexpr std::string_view kClose = "”";
  const std::uint32_t begin = figure(claim).span.end;
  const std::string_view rest = context_.words(begin, claim.sentence.end);
  if (!rest.starts_with(kOpen)) return std::nullopt;
  const std::size_t close = rest.find(kClose);
  if (close > kLongestLead) return std::nullopt;
  const std::string_view head = rest.substr(kOpen.size(), close - kOpen.size());
  std::size_t at = close + kClose.size();
  const auto mark = text::code_point_at(rest, at);
  if (head.empty() || (mark.value != U'：' && mark.value != U':' && mark.value != U'，')) return std::nullopt;
  at += mark.size;
  Listed listed;
  while (at < rest.size()) {
    std::size_t end = at;
    while (end < rest.size()) {
      const auto c = text::code_point_at(rest, end);
      if (c.value == U'、' || c.value == U'；' || c.value == U'，' || c.value == U'。' || c.value == U';' ||
          c.value == U',') {
        break;
      }
      end += c.size;
    }
    const std::string_view item = rest.substr(at, end - at);
    if (!item.starts_with(head)) break;
    if (item.ends_with("等")) listed.reason = Reason::open_list;
    listed.items.push_back({begin + static_cast<std::uint32_t>(at), begin + static_cast<std::uint32_t>(end)});
    at = end + text::code_point_at(rest, end).size;
  }
  if (listed.items.size() < 2) return std::nullopt;
  return listed;
}

/// The quoted things that `words` consists of, with nothing but separators between them.
std::vector<Span> quoted_run(std::string_view words, std::uint32_t base, bool from_end) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 2> kQuotes = {
      std::pair<std::string_view, std::string_view>{"《", "》"}, {"“", "”"}};
  std::vector<Span> items;
  for (const auto& [open, close] : kQuotes) {
    std::vector<Span> run;
    std::size_t at = from_end ? words.size() : 0;
    while (from_end ? at > 0 : at < words.size()) {
      const std::string_view rest = from_end ? words.substr(0, at) : words.substr(at);
      std::string_view gap_free = rest;
      for (const std::string_view separator : {"、", "和", "及", "以及", "与", "，"}) {
        if (run.empty()) break;
        if (from_end ? gap_free.ends_with(separator) : gap_free.starts_with(separator)) {
          if (from_end)
            gap_free.remove_suffix(separator.size());
          else
            gap_free.remove_prefix(separator.size());
          break;
        }
      }
      if (from_end) {
        if (!gap_free.ends_with(close)) break;
        const std::size_t begin = gap_free.rfind(open);
        if (begin == gap_free.npos) break;
        run.push_back(
            {base + static_cast<std::uint32_t>(begin), base + static_cast<std::uint32_t>(gap_free.size())});
        at = begin;
      } else {
        if (!gap_free.starts_with(open)) break;
        const std::size_t end = gap_free.find(close);
        if (end == gap_free.npos) break;
        const std::size_t skipped = words.size() - gap_free.size();
        run.push_back({base + static_cast<std::uint32_t>(skipped),
                       base + static_cast<std::uint32_t>(skipped + end + close.size())});
        at = skipped + end + close.size();
      }
    }
    if (run.size() > items.size()) items = std::move(run);
  }
  std::sort(items.begin(), items.end());
  return items;
}

/// “学习型”“服务型”两个称号; 两项制度：《甲》《乙》.
std::optional<Listed> CountFinder::quoted_items_beside(const Claim& claim) const {
  Listed listed;
  const std::string_view before = context_.words(claim.sentence.begin, figure(claim).span.begin);
  listed.items = quoted_run(before, claim.sentence.begin, true);
  if (listed.items.size() >= 2) return listed;
  const std::uint32_t begin = figure(claim).span.end;
  const std::string_view after = context_.words(begin, claim.sentence.end);
  const std::size_t colon = std::min(after.find("："), after.find(':'));
  if (colon > kLongestLead / 2) return std::nullopt;
  const std::uint32_t list_begin =
      begin + static_cast<std::uint32_t>(colon) + text::code_point_at(after, colon).size;
  listed.items = quoted_run(context_.words(list_begin, claim.sentence.end), list_begin, false);
  if (listed.items.size() < 2) return std::nullopt;
  const std::string_view rest = context_.words(listed.items.back().end, claim.sentence.end);
  if (rest.starts_with("等")) listed.reason = Reason::open_list;
  return listed;
}

/// The items of `clause` up to the claim, divided by 、.
std::vector<Span> items_between_commas(std::string_view list, std::uint32_t base) {
  std::vector<Span> items;
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t end = std::min(list.find("、", at), list.size());
    if (end > at)
      items.push_back({base + static_cast<std::uint32_t>(at), base + static_cast<std::uint32_t>(end)});
    at = end + kHanBytes;
  }
  return items;
}

/// 早期筛查、疾病筛查: every item ends in the same two characters.
bool end_alike(std::string_view text, std::span<const Span> items) {
  constexpr std::size_t kSuffix = 2 * kHanBytes;
  const std::string_view first = slice(text, items.front());
  if (first.size() <= kSuffix) return false;
  const std::string_view suffix = first.substr(first.size() - kSuffix);
  return std::all_of(items.begin(), items.end(),
                     [&](Span item) { return slice(text, item).ends_with(suffix); });
}

/// 甲筛查、乙筛查三个项目: the list stands before the claim. Where it begins is not marked, so only items
/// that are plainly of one kind can contradict the claim.
std::optional<Listed> CountFinder::plain_items_before(const Claim& claim) const {
  const Span clause = context_.outline.clauses[figure(claim).clause];
  const std::uint32_t end = figure(claim).span.begin;
  const std::string_view list = context_.words(clause.begin, end);
  // 示范村15个 counts what stands before it; 15个示范村 may sum up a list.
  if (!text::is_han(text::code_point_at(context_.text, figure(claim).span.end).value)) return std::nullopt;
  if (list.find("、") == list.npos || figure_within(clause.begin, end, claim.figure)) return std::nullopt;
  Listed listed;
  listed.items = items_between_commas(list, clause.begin);
  if (listed.items.empty()) return std::nullopt;
  if (list.ends_with("等")) {
    listed.reason = Reason::open_list;
    return listed;
  }
  bool joined = false;
  for (const std::string_view joint : {"以及", "和", "与", "及"}) {
    const Span last = listed.items.back();
    const std::size_t found = slice(context_.text, last).find(joint);
    if (joined || found == std::string_view::npos || found == 0) continue;
    joined = true;
    const auto split = last.begin + static_cast<std::uint32_t>(found);
    listed.items.back().end = split;
    listed.items.push_back({split + static_cast<std::uint32_t>(joint.size()), last.end});
  }
  if (listed.items.size() == claim.count) return listed;
  // 和 may stand inside a name, and a comma may divide the list.
  const bool opens_sentence = clause.begin == claim.sentence.begin;
  const bool provable = !joined && opens_sentence && listed.items.size() >= 2 &&
                        listed.items.size() < claim.count && end_alike(context_.text, listed.items);
  if (!provable) return std::nullopt;
  return listed;
}

void CountFinder::add(const Claim& claim, Listed listed) {
  Relation relation;
  relation.kind = RelationKind::count_of;
  relation.terms.push_back({claim.figure, TermRole::claim});
  const std::size_t count = listed.items.size();
  relation.items = std::move(listed.items);
  relation.reason = listed.reason;
  if (listed.reason == Reason::none) {
    relation.verdict = count == claim.count ? Verdict::pass : Verdict::fail;
  }
  relation.arithmetic = std::to_string(claim.count) +
                        (relation.verdict == Verdict::fail   ? " ≠ "
                         : relation.verdict == Verdict::pass ? " = "
                                                             : " / ") +
                        std::to_string(count);
  relations_.push_back(std::move(relation));
}

}  // namespace

void find_counts(const RelationContext& context, std::vector<Relation>& relations) {
  CountFinder(context, relations).find();
}

}  // namespace tallybook::figures

#include "outline/enumerations.hpp"

#include <algorithm>
#include <array>

#include "outline/blocks.hpp"

namespace tallybook::outline {
namespace {

/// Series that writers mix in one list: 一是要…二要…, 首先…第二，….
enum class Family : std::uint8_t {
  chinese,
  bracketed,
  arabic,
  arabic_bracketed,
  half,
  circled,
  item,
  spoken
};
constexpr std::size_t kFamilyCount = 8;

constexpr std::size_t family_of(Series series) {
  switch (series) {
    case Series::chinese:
      return static_cast<std::size_t>(Family::chinese);
    case Series::chinese_bracketed:
      return static_cast<std::size_t>(Family::bracketed);
    case Series::arabic:
      return static_cast<std::size_t>(Family::arabic);
    case Series::arabic_bracketed:
      return static_cast<std::size_t>(Family::arabic_bracketed);
    case Series::arabic_half_bracketed:
      return static_cast<std::size_t>(Family::half);
    case Series::circled:
      return static_cast<std::size_t>(Family::circled);
    case Series::item_is:
    case Series::item_must:
      return static_cast<std::size_t>(Family::item);
    default:
      return static_cast<std::size_t>(Family::spoken);
  }
}

constexpr bool lists_items(Series series) {
  return series >= Series::chinese && series != Series::dash;
}

/// 一是 at the start of a sentence or after a colon needs no second item to be believed; 二是 alone
/// may have lost its first one; 十一是 alone speaks of a holiday.
bool stands_alone(const Candidate& c) {
  const bool item = c.series == Series::item_is || c.series == Series::ordinal;
  return item && !c.doubtful && c.place <= Place::after_colon && c.mark.number <= 3;
}

/// A list under construction.
struct OpenList {
  std::vector<std::uint32_t> members;  ///< candidate indices
  std::uint32_t last_number = 0;
  std::uint32_t last_block = 0;
  bool last_starts_block = false;
};

/// A finished list, and the first list of its family that came after it in its block.
struct FoundList {
  std::vector<std::uint32_t> members;
  std::uint32_t section = 0;
  std::uint32_t limit = kNone;  ///< the last item ends here at the latest
};

/// A list that has not gone on for this many nested ones is over.
constexpr std::size_t kDeepestNesting = 8;
/// A number this far from the expected one is a slip; farther, another list.
constexpr std::uint32_t kWidestGap = 3;

/// The lists of one family. Open lists are kept on a stack, the innermost last.
class ListStack {
 public:
  ListStack(const std::vector<Candidate>& candidates, std::vector<FoundList>& found)
      : candidates_(candidates), found_(found) {}

  /// `announces_list`: the next of the family says 二.
  void add(std::uint32_t index, bool announces_list, std::uint32_t section) {
    section_ = section;
    const Candidate& c = candidates_[index];
    if (const std::size_t depth = find_successor(c); depth != 0) {
      return append(depth, index, c.mark.number);
    }
    if (c.mark.number == 0) return append_last(index);
    if (repeats_first(c, announces_list)) return append(open_.size(), index, 1);
    if (c.mark.number == 1) {
      if (announces_list || stands_alone(c)) push(index);
      return;
    }
    if (const std::size_t depth = find_slip(c); depth != 0) return append(depth, index, c.mark.number);
    if (stands_alone(c) && c.place != Place::after_colon) push(index);
  }

  void finish() { close_down_to(0, kNone); }

 private:
  /// A list in running text ends with its paragraph, unless paragraphs carry it on.
  static bool may_continue(const OpenList& list, const Candidate& c) {
    return list.last_block == c.block || c.place == Place::block_start;
  }

  /// The depth (from 1) of the innermost list that awaits just this number. Paragraphs first go on
  /// with a list of paragraphs.
  [[nodiscard]] std::size_t find_successor(const Candidate& c) const {
    const bool block_start = c.place == Place::block_start;
    std::size_t inline_list = 0;
    for (std::size_t depth = open_.size(); depth > 0; --depth) {
      const OpenList& list = open_[depth - 1];
      if (c.mark.number != list.last_number + 1 || !may_continue(list, c)) continue;
      if (!block_start || list.last_starts_block) return depth;
      if (inline_list == 0) inline_list = depth;
    }
    return inline_list;
  }

  /// The innermost list that this number may continue with a number lost, doubled or out of order.
  [[nodiscard]] std::size_t find_slip(const Candidate& c) const {
    if (c.place > Place::after_colon) return 0;
    for (std::size_t depth = open_.size(); depth > 0; --depth) {
      const OpenList& list = open_[depth - 1];
      const bool here =
          list.last_block == c.block || (list.last_starts_block && c.place == Place::block_start);
      if (here && c.mark.number <= list.last_number + kWidestGap) return depth;
    }
    return 0;
  }

  /// 一是…；一是…；二是…: nothing between announces a new list.
  [[nodiscard]] bool repeats_first(const Candidate& c, bool announces_list) const {
    if (c.mark.number != 1 || !announces_list || open_.empty()) return false;
    const OpenList& list = open_.back();
    return list.members.size() == 1 && list.last_number == 1 && list.last_block == c.block &&
           c.place == Place::after_semicolon;
  }

  /// 最后 closes a list of 首先 and 其次.
  void append_last(std::uint32_t index) {
    if (open_.empty() || !may_continue(open_.back(), candidates_[index])) return;
    append(open_.size(), index, open_.back().last_number + 1);
  }

  void append(std::size_t depth, std::uint32_t index, std::uint32_t number) {
    const Candidate& c = candidates_[index];
    close_down_to(depth, c.mark.span.begin);
    OpenList& list = open_.back();
    list.members.push_back(index);
    list.last_number = number;
    list.last_block = c.block;
    list.last_starts_block = c.place == Place::block_start;
  }

  void push(std::uint32_t index) {
    const Candidate& c = candidates_[index];
    if (open_.size() == kDeepestNesting) {
      close(open_.front(), kNone);
      open_.erase(open_.begin());
    }
    open_.push_back({{index}, c.mark.number, c.block, c.place == Place::block_start});
  }

  void close_down_to(std::size_t depth, std::uint32_t limit) {
    while (open_.size() > depth) {
      close(open_.back(), limit);
      open_.pop_back();
    }
  }

  void close(OpenList& list, std::uint32_t limit) {
    found_.push_back({std::move(list.members), section_, limit});
  }

  const std::vector<Candidate>& candidates_;
  std::vector<FoundList>& found_;
  std::vector<OpenList> open_;
  std::uint32_t section_ = 0;
};

class EnumerationFinder {
 public:
  EnumerationFinder(const Document& document, const Scan& scan, const std::vector<bool>& numbers_section,
                    const std::vector<Section>& sections)
      : document_(document),
        candidates_(scan.candidates),
        numbers_section_(numbers_section),
        sections_(sections) {}

  std::vector<Enumeration> run() {
    find_announcements();
    std::vector<ListStack> stacks(kFamilyCount, ListStack(candidates_, found_));
    std::uint32_t section = 0;
    for (std::uint32_t i = 0; i < candidates_.size(); ++i) {
      const std::uint32_t here = section_at(candidates_[i].mark.span.begin, section);
      if (here != section) finish(stacks);
      section = here;
      if (!lists_item(i)) continue;
      stacks[family_of(candidates_[i].series)].add(i, announces_list_[i], section);
    }
    finish(stacks);
    return build();
  }

 private:
  [[nodiscard]] bool lists_item(std::size_t index) const {
    return !numbers_section_[index] && lists_items(candidates_[index].series);
  }

  static void finish(std::vector<ListStack>& stacks) {
    for (ListStack& stack : stacks) stack.finish();
  }

  /// For each 1, whether the next of its family is a 2 that can belong to it.
  void find_announcements() {
    announces_list_.assign(candidates_.size(), false);
    std::array<std::uint32_t, kFamilyCount> next{};
    next.fill(kNone);
    for (std::size_t i = candidates_.size(); i-- > 0;) {
      if (!lists_item(i)) continue;
      const Candidate& c = candidates_[i];
      std::uint32_t& after = next[family_of(c.series)];
      announces_list_[i] = after != kNone && announces(c, candidates_[after]);
      after = static_cast<std::uint32_t>(i);
    }
  }

  static bool announces(const Candidate& first, const Candidate& second) {
    const bool two =
        second.mark.number == 2 || (second.mark.number == 0 && first.series == Series::item_first);
    return two && (second.block == first.block || second.place == Place::block_start);
  }

  /// Sections are in order, so that the look-up only moves on.
  [[nodiscard]] std::uint32_t section_at(std::uint32_t offset, std::uint32_t section) const {
    while (section + 1 < sections_.size() && sections_[section + 1].span.begin <= offset) ++section;
    return section;
  }

  std::vector<Enumeration> build() const {
    std::vector<Enumeration> enumerations;
    enumerations.reserve(found_.size());
    for (const FoundList& list : found_) enumerations.push_back(build(list));
    std::sort(enumerations.begin(), enumerations.end(), [](const Enumeration& a, const Enumeration& b) {
      return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
    });
    return enumerations;
  }

  Enumeration build(const FoundList& list) const {
    Enumeration enumeration;
    const Candidate& first = candidates_[list.members.front()];
    enumeration.form = first.mark.form;
    enumeration.section = list.section;
    for (std::size_t i = 0; i < list.members.size(); ++i) {
      Mark mark = candidates_[list.members[i]].mark;
      if (mark.number == 0) mark.number = static_cast<std::uint32_t>(i) + 1;
      const bool last = i + 1 == list.members.size();
      const std::uint32_t end = last ? end_of_last(list) : candidates_[list.members[i + 1]].mark.span.begin;
      enumeration.items.push_back({mark, trimmed(document_.text, {mark.span.begin, end})});
    }
    enumeration.span = {first.mark.span.begin, enumeration.items.back().span.end};
    return enumeration;
  }

  /// The last item ends with its paragraph; where the items are groups of paragraphs, with its section.
  [[nodiscard]] std::uint32_t end_of_last(const FoundList& list) const {
    const Candidate& last = candidates_[list.members.back()];
    const std::uint32_t section_end = lead_end(list.section);
    const std::uint32_t block_end = document_.blocks[last.block].span.end;
    const std::uint32_t natural = spans_paragraphs(list) ? section_end : std::min(block_end, section_end);
    return std::max(std::min(natural, list.limit), last.mark.span.end);
  }

  /// Where the section's own text ends: at its first child or its end.
  [[nodiscard]] std::uint32_t lead_end(std::uint32_t section) const {
    const bool has_child = section + 1 < sections_.size() && sections_[section + 1].parent == section;
    return has_child ? sections_[section + 1].span.begin : sections_[section].span.end;
  }

  [[nodiscard]] bool spans_paragraphs(const FoundList& list) const {
    bool apart = false;
    for (std::size_t i = 0; i < list.members.size(); ++i) {
      const Candidate& c = candidates_[list.members[i]];
      if (c.place != Place::block_start) return false;
      apart = apart || (i > 0 && c.block > candidates_[list.members[i - 1]].block + 1);
    }
    return apart;
  }

  const Document& document_;
  const std::vector<Candidate>& candidates_;
  const std::vector<bool>& numbers_section_;
  const std::vector<Section>& sections_;
  std::vector<FoundList> found_;
  std::vector<bool> announces_list_;
};

}  // namespace

std::vector<Enumeration> find_enumerations(const Document& document, const Scan& scan,
                                           const std::vector<bool>& numbers_section,
                                           const std::vector<Section>& sections) {
  return EnumerationFinder(document, scan, numbers_section, sections).run();
}

}  // namespace tallybook::outline

#include "checks/numbering.hpp"

#include <algorithm>
#include <tuple>

namespace tallybook::checks {
namespace {

/// More numbers missing than this at once means that the marks are no one list.
constexpr std::uint32_t kMostMissing = 3;
/// How far ahead a missing number may stand and still be merely out of order.
constexpr std::size_t kOrderWindow = 4;
/// How many lists within lists are remembered.
constexpr std::size_t kDeepest = 6;

bool counts(MarkForm form) {
  return form != MarkForm::none && form != MarkForm::dash && form != MarkForm::item_first;
}

/// A list being read: `last` is the number that its items have reached.
struct OpenList {
  std::uint32_t last = 0;
  std::uint32_t last_index = 0;
  bool after_duplicate = false;
};

class SlipFinder {
 public:
  explicit SlipFinder(std::span<const Mark> marks) : marks_(marks) {}

  std::vector<Slip> run() {
    for (std::uint32_t i = 0; i < marks_.size(); ++i) read(i);
    return std::move(slips_);
  }

 private:
  std::uint32_t number(std::size_t i) const { return i < marks_.size() ? marks_[i].number : 0; }

  void read(std::uint32_t i) {
    if (resume(i)) return;
    if (open_.empty() || begins_list(i)) return begin_list(i);
    OpenList& list = open_.back();
    if (is_duplicate(i)) {
      add_duplicate(i);
      list = {list.last, i, true};
      return;
    }
    if (number(i) < list.last) return begin_list(i);
    if (is_gap(i)) slips_.push_back({SlipKind::gap, i, list.last_index, list.last + 1, number(i) - 1});
    list = {number(i), i, false};
  }

  /// Goes on with the innermost open list whose next number this is.
  bool resume(std::uint32_t i) {
    for (std::size_t depth = open_.size(); depth-- > 0;) {
      if (number(i) != open_[depth].last + 1) continue;
      open_.resize(depth + 1);
      open_.back() = {number(i), i, false};
      return true;
    }
    return false;
  }

  /// 1 begins a list anew, but in 1 1 3 the second 1 stands for 2.
  bool begins_list(std::uint32_t i) const {
    return number(i) == 1 && !(open_.back().last == 1 && number(i + 1) == 3);
  }

  void begin_list(std::uint32_t i) {
    if (open_.size() == kDeepest) open_.erase(open_.begin());
    open_.push_back({number(i), i, false});
  }

  /// The number of the item before it (1 2 2), or an earlier one with the list going on as if the
  /// right one stood here (1 2 3 2 5, 1 2 3 2 4).
  bool is_duplicate(std::uint32_t i) const {
    const OpenList& list = open_.back();
    if (number(i) == list.last) return true;
    const std::uint32_t next = number(i + 1);
    return number(i) < list.last && find_earlier(i) != i && (next == list.last + 1 || next == list.last + 2);
  }

  std::uint32_t find_earlier(std::uint32_t i) const {
    for (std::uint32_t j = i; j-- > 0 && i - j <= kOrderWindow;) {
      if (number(j) == number(i)) return j;
    }
    return i;
  }

  void add_duplicate(std::uint32_t i) {
    const std::uint32_t first = find_earlier(i) == i ? open_.back().last_index : find_earlier(i);
    // 1 2 4 4: one slip, not a gap at the first 4 as well.
    if (!slips_.empty() && slips_.back().kind == SlipKind::gap && slips_.back().index == first)
      slips_.pop_back();
    slips_.push_back({SlipKind::duplicate, i, first, 0, 0});
  }

  bool is_gap(std::uint32_t i) const {
    const OpenList& list = open_.back();
    const std::uint32_t missing = number(i) - list.last - 1;
    if (missing > kMostMissing || (list.after_duplicate && missing == 1)) return false;
    for (std::size_t j = i + 1; j <= i + kOrderWindow; ++j) {
      if (number(j) > list.last && number(j) < number(i)) return false;
    }
    return true;
  }

  std::span<const Mark> marks_;
  std::vector<OpenList> open_;
  std::vector<Slip> slips_;
};

struct SectionMark {
  std::uint32_t parent;
  Mark mark;
};

/// Sections of one parent and form, runs apart.
void add_section_runs(const Outline& outline, std::vector<MarkRun>& runs) {
  std::vector<SectionMark> marks;
  for (const Section& section : outline.sections) {
    if (counts(section.mark.form)) marks.push_back({section.parent, section.mark});
  }
  const auto group = [](const SectionMark& m) { return std::tuple(m.parent, m.mark.form); };
  std::stable_sort(marks.begin(), marks.end(),
                   [&](const SectionMark& a, const SectionMark& b) { return group(a) < group(b); });
  for (std::size_t i = 0; i < marks.size(); ++i) {
    if (i == 0 || group(marks[i - 1]) != group(marks[i])) runs.emplace_back();
    runs.back().push_back(marks[i].mark);
  }
}

/// How many marks from `begin` on hold the numbers from `expected` on, each once, in another order than
/// their own: the fewest that do, 0 for none. A list's first two marks alone may be the ends of two lists.
std::uint32_t permuted_from(std::span<const Mark> marks, std::uint32_t begin, std::uint32_t expected) {
  if (marks[begin].number <= expected) return 0;
  std::uint32_t seen = 0;  // bit n: the number expected + n
  for (std::uint32_t length = 1; length <= kOrderWindow + 1 && begin + length <= marks.size(); ++length) {
    const std::uint32_t number = marks[begin + length - 1].number;
    if (number < expected || number > expected + kOrderWindow) return 0;
    if ((seen >> (number - expected) & 1U) != 0) return 0;
    seen |= 1U << (number - expected);
    if (seen != (1U << length) - 1) continue;
    const std::uint32_t next = begin + length < marks.size() ? marks[begin + length].number : 0;
    return begin > 0 || next == expected + length ? length : 0;
  }
  return 0;
}

/// 1 2 7 4: the list goes on as if the right number stood there.
bool is_ahead(std::span<const Mark> marks, std::uint32_t index, std::uint32_t expected) {
  return index > 0 && index + 1 < marks.size() && marks[index].number > expected + 1 &&
         marks[index + 1].number == expected + 1;
}

bool cites_items(const Enumeration& enumeration) {
  const std::vector<EnumerationItem>& items = enumeration.items;
  for (std::size_t i = 1; i < items.size(); ++i) {
    if (items[i - 1].mark.span.end == items[i].mark.span.begin) return true;
  }
  return false;
}

}  // namespace

std::vector<MarkRun> mark_runs(const Outline& outline) {
  std::vector<MarkRun> runs;
  add_section_runs(outline, runs);
  for (const Enumeration& enumeration : outline.enumerations) {
    if (!counts(enumeration.form) || cites_items(enumeration)) continue;
    MarkRun& run = runs.emplace_back();
    for (const EnumerationItem& item : enumeration.items) run.push_back(item.mark);
  }
  return runs;
}

std::vector<Disorder> find_disorders(std::span<const Mark> marks) {
  std::vector<Disorder> disorders;
  std::uint32_t last = 0;  // the number that the list has reached
  for (std::uint32_t i = 0; i < marks.size(); ++i) {
    const std::uint32_t length = permuted_from(marks, i, last + 1);
    const bool ahead = is_ahead(marks, i, last + 1);
    if (length == 0 && !ahead) {
      last = marks[i].number;
      continue;
    }
    const std::uint32_t end = ahead ? i : i + length - 1;
    disorders.push_back({i, end, last + 1});
    last = ahead ? last + 1 : last + length;
    i = end;
  }
  return disorders;
}

std::vector<Slip> find_slips(std::span<const Mark> marks) {
  return SlipFinder(marks).run();
}

}  // namespace tallybook::checks

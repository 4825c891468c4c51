#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>

#include "checks/text_search.hpp"
#include "checks/view.hpp"

namespace tallybook::rules {
namespace {

using namespace checks;

constexpr Example kExamples[] = {
    {.bad = "主要做法：一是抓排查；二是抓整改⟦。⟧三是抓巩固；四是抓问责。",
     .good = "主要做法：一是抓排查；二是抓整改；三是抓巩固；四是抓问责。"},
    {.bad = "开展“干部进社区、教师进家庭⟦，⟧医生进村组”活动。",
     .good = "开展“干部进社区、教师进家庭、医生进村组”活动。"},
    {.bad = "围绕“权力”、“责任”、“管理⟦”“⟧服务”开展讨论。", .good = "围绕“权力”“责任”“管理”“服务”开展讨论。"},
};

// --- 一是…；二是…。三是… ---

/// The stop that ends an item of an enumeration.
struct ItemEnd {
  Span stop;
  char32_t value = 0;
  bool holds_sentence = false;  ///< a full stop stands within the item
};

std::optional<ItemEnd> end_of(std::string_view text, Span item) {
  constexpr std::string_view kFullStop = "。";
  const Span span = trimmed(text, item);
  const text::CodePoint last = text::code_point_before(text, span.end);
  const char32_t stop = full_width_stop(last.value);
  if (span.empty() || (stop != U'；' && stop != U'。')) return std::nullopt;
  const Span inside = {span.begin, span.end - last.size};
  return ItemEnd{{inside.end, span.end}, stop, slice(text, inside).find(kFullStop) != std::string_view::npos};
}

/// The ends of all items but the last, which closes the list; nothing where one has no such end.
std::vector<ItemEnd> ends_of(const ReportView& report, const Enumeration& enumeration) {
  std::vector<ItemEnd> ends;
  for (std::size_t i = 0; i + 1 < enumeration.items.size(); ++i) {
    const std::optional<ItemEnd> end = end_of(report.document.text, enumeration.items[i].span);
    if (!end) return {};
    ends.push_back(*end);
  }
  return ends;
}

/// An item that holds sentences must end with a full stop, and then all must (A.5.1); otherwise the
/// mark that most items have is right, and of two marks equally frequent the one that comes first.
char32_t right_stop(const std::vector<ItemEnd>& ends) {
  if (std::any_of(ends.begin(), ends.end(), [](const ItemEnd& end) { return end.holds_sentence; }))
    return U'。';
  const auto first = ends.front().value;
  const auto same =
      std::count_if(ends.begin(), ends.end(), [&](const ItemEnd& e) { return e.value == first; });
  const char32_t other = first == U'；' ? U'。' : U'；';
  return 2 * static_cast<std::size_t>(same) >= ends.size() ? first : other;
}

void check_item_ends(const ReportView& report, const Enumeration& enumeration, FindingSink& findings) {
  if (enumeration.form != MarkForm::item_is && enumeration.form != MarkForm::item_must) return;
  const std::vector<ItemEnd> ends = ends_of(report, enumeration);
  if (ends.empty()) return;
  const auto changed = std::adjacent_find(
      ends.begin(), ends.end(), [](const ItemEnd& a, const ItemEnd& b) { return a.value != b.value; });
  if (changed == ends.end()) return;
  const char32_t right = right_stop(ends);
  std::vector<Edit> edits;
  for (const ItemEnd& end : ends) {
    if (end.value != right) edits.push_back({end.stop, right == U'。' ? "。" : "；"});
  }
  const std::string_view wanted = right == U'。' ? "句号" : "分号";
  const std::string_view wanted_en = right == U'。' ? "full stops" : "semicolons";
  findings.add(std::next(changed)->stop,
               {fmt::format("同一组列举，各项末尾有的用分号，有的用句号；应当都用{}。", wanted),
                fmt::format("Some items of this list end with semicolons, some with full stops; all should "
                            "end with {}.",
                            wanted_en)},
               {{changed->stop, {"前一项的末尾", "the end of the item before"}}},
               Fix{{"统一各项末尾的标点", "End all items alike"}, std::move(edits)});
}

// --- 甲进乙、丙进丁，戊进己 ---

constexpr bool is_comma(char32_t c) {
  return full_width_stop(c) == U'，';
}

constexpr std::uint32_t kHan = 3;  ///< bytes of a Chinese character

/// Nothing but Chinese characters, and no more than an item of a list may have.
bool is_phrase(std::string_view text) {
  constexpr std::size_t kLongest = std::size_t{20} * kHan;
  if (text.empty() || text.size() > kLongest || text.size() % kHan != 0) return false;
  for (std::size_t at = 0; at < text.size(); at += kHan) {
    if (!text::is_code_point_start(text[at])) return false;
    const text::CodePoint c = text::code_point_at(text, at);
    if (c.size != kHan || !text::is_han(c.value)) return false;
  }
  return true;
}

/// Items parted by 、 of which the last is parted by a comma.
class ParallelItems {
 public:
  ParallelItems(const ReportView& report, const BlockMarks& block)
      : text_(report.document.text), block_(block) {}

  void check(FindingSink& findings) const {
    const std::span<const Sign> signs = block_.signs;
    for (std::size_t i = 1; i < signs.size(); ++i) {
      if (signs[i - 1].value != U'、' || !is_comma(signs[i].value) || groups_items(i)) continue;
      if (!continues_list(i)) continue;
      const std::size_t first = i;
      std::vector<Edit> edits = {{signs[i].span(), "、"}};
      for (; i + 1 < signs.size() && is_comma(signs[i + 1].value) && continues_list(i + 1); ++i) {
        edits.push_back({signs[i + 1].span(), "、"});
      }
      findings.add(signs[first].span(),
                   {"并列的各项，前面用顿号隔开，这里用逗号。",
                    "Parallel items are parted by 、 before and by a comma here."},
                   {{signs[first - 1].span(), {"前面的顿号", "the 、 before"}}},
                   Fix{{"改为顿号", "Use 、"}, std::move(edits)});
    }
  }

 private:
  static constexpr std::uint32_t kLongItem = 5 * kHan;
  static constexpr std::uint32_t kShortItem = 3 * kHan;
  static constexpr std::uint32_t kLongWord = 6 * kHan;
  static constexpr std::uint32_t kShortWord = 2 * kHan;

  bool continues_list(std::size_t i) const { return has_one_build(i) || has_one_ending(i); }

  /// 甲、乙，丙、丁: a comma parts groups, which is what commas are for, unless it stands near the list's
  /// end and most items come before it.
  bool groups_items(std::size_t comma) const {
    const std::span<const Sign> signs = block_.signs;
    std::size_t before = 0;
    while (before < comma && signs[comma - before - 1].value == U'、') ++before;
    std::size_t after = 0;
    while (comma + after + 1 < signs.size() && signs[comma + after + 1].value == U'、') ++after;
    return before <= after;
  }

  /// Between the signs `i` - 1 and `i`.
  Span item_before(std::size_t i) const { return {block_.signs[i - 1].span().end, block_.signs[i].begin}; }

  /// 百名校长进社区、千名教师进万家，万名家长评学校: three items of one length with a character in the
  /// same place of all, two where the items are short.
  bool has_one_build(std::size_t i) const {
    const Span middle = item_before(i);
    const Span after = {middle.end + block_.signs[i].span().size(),
                        middle.end + block_.signs[i].span().size() + middle.size()};
    const std::uint32_t end_before = block_.signs[i - 1].begin;
    if (middle.size() < kShortItem || end_before - block_.span.begin < middle.size()) return false;
    const Span before = {end_before - middle.size(), end_before};
    if (!ends_item(after.end) || !is_phrase(slice(text_, middle)) || !is_phrase(slice(text_, before)) ||
        !is_phrase(slice(text_, after))) {
      return false;
    }
    std::uint32_t common = 0;
    for (std::uint32_t at = 0; at < middle.size(); at += kHan) {
      const std::string_view character = text_.substr(middle.begin + at, kHan);
      common += character == text_.substr(before.begin + at, kHan) &&
                        character == text_.substr(after.begin + at, kHan)
                    ? 1
                    : 0;
    }
    return common >= (middle.size() >= kLongItem ? 1U : 2U);
  }

  /// 勤劳致富型、教子成才型，才艺型: three items that end alike.
  bool has_one_ending(std::size_t i) const {
    if (i < 2 || !(block_.signs[i - 2].value == U'、' || is_comma(block_.signs[i - 2].value))) return false;
    const Span before = item_before(i - 1);
    const Span middle = item_before(i);
    if (!is_word(before) || !is_word(middle) || last_of(before) != last_of(middle)) return false;
    const std::uint32_t begin = block_.signs[i].span().end;
    const std::uint32_t longest = std::min(middle.size() + kShortWord, block_.span.end - begin);
    for (std::uint32_t size = kShortWord; size <= longest; size += kHan) {
      const Span after = {begin, begin + size};
      if (is_phrase(slice(text_, after)) && ends_item(after.end)) return last_of(after) == last_of(middle);
    }
    return false;
  }

  bool is_word(Span item) const {
    return item.size() >= kShortWord && item.size() <= kLongWord && is_phrase(slice(text_, item));
  }
  std::string_view last_of(Span item) const { return text_.substr(item.end - kHan, kHan); }

  /// An item ends at a sign, a bracket, 等 or the block's end.
  bool ends_item(std::uint32_t offset) const {
    if (offset > block_.span.end) return false;
    if (offset < block_.span.end && !text::is_code_point_start(text_[offset])) return false;
    const char32_t next = char_at(text_, block_.span, offset);
    return !text::is_han(next) || next == U'等';
  }

  std::string_view text_;
  const BlockMarks& block_;
};

// --- “甲”、“乙”“丙” ---

constexpr std::string_view kEnumerationComma = "、";

/// What stands between one quoted item and the next.
struct Joint {
  Span span;  ///< with the marks on both sides
  bool comma = false;
};

void check_joints(const std::vector<Joint>& joints, FindingSink& findings) {
  const auto commas =
      std::count_if(joints.begin(), joints.end(), [](const Joint& joint) { return joint.comma; });
  const auto bare = static_cast<std::ptrdiff_t>(joints.size()) - commas;
  if (commas == 0 || bare == 0) return;
  const bool odd_is_comma = commas < bare;
  std::vector<Edit> edits;
  for (const Joint& joint : joints) {
    constexpr std::uint32_t kMark = 3;  // bytes of ” and 》
    if (joint.comma) edits.push_back({{joint.span.begin + kMark, joint.span.end - kMark}, ""});
  }
  const auto odd = std::find_if(joints.begin(), joints.end(),
                                [&](const Joint& joint) { return joint.comma == odd_is_comma; });
  findings.add(odd->span,
               {"并列的引号（书名号）之间，有的用顿号，有的不用。",
                "Some of these quoted items are parted by 、 and some are not."},
               {}, Fix{{"都不用顿号", "Part none by 、"}, std::move(edits)});
}

bool quotes_items(const Bracket& bracket) {
  return bracket.kind == BracketKind::double_quote || bracket.kind == BracketKind::title;
}

void check_quoted_items(const ReportView& report, const BlockMarks& block, FindingSink& findings) {
  std::vector<Joint> joints;
  for (std::size_t i = 1; i < block.brackets.size(); ++i) {
    const Bracket& closing = block.brackets[i - 1];
    const Bracket& opening = block.brackets[i];
    if (closing.opens && !opening.opens && closing.kind == opening.kind) continue;  // within an item
    const std::string_view between = report.text({closing.span.end, opening.span.begin});
    const bool joins =
        !closing.opens && opening.opens && closing.kind == opening.kind && quotes_items(closing);
    if (joins && (between.empty() || between == kEnumerationComma)) {
      joints.push_back({{closing.span.begin, opening.span.end}, !between.empty()});
    } else {
      check_joints(joints, findings);
      joints.clear();
    }
  }
  check_joints(joints, findings);
}

void check(const ReportView& report, FindingSink& findings) {
  for (const Enumeration& enumeration : report.outline.enumerations) {
    check_item_ends(report, enumeration, findings);
  }
  for (const BlockMarks& block : report.marks.blocks()) {
    ParallelItems(report, block).check(findings);
    check_quoted_items(report, block, findings);
  }
}

}  // namespace

extern constinit const Rule mixed_enumeration_separators{
    .code = "PUN007",
    .name = "mixed-enumeration-separators",
    .severity = Severity::note,
    .since = "0.1.0",
    .catches = {"同一组并列项，分隔的标点前后不一致：有的项末尾用分号，有的用句号；有的用顿号，有的用逗号。",
                "Items of one list parted in different ways: by semicolons and full stops in turn, by 、 and "
                "commas, by 、 and nothing."},
    .why = {"标点一变，读者会以为层次变了。", "Where the mark changes, readers take the level to change."},
    .source = "GB/T 15834-2011, 4.5.3, 4.6.3, A.5.1",
    .examples = kExamples,
    .check = check,
};

}  // namespace tallybook::rules

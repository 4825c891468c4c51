#include <algorithm>

#include "checks/surnames.hpp"
#include "checks/text_search.hpp"
#include "checks/view.hpp"
#include "outline/marks.hpp"

namespace tallybook::rules {
namespace {

using namespace checks;

constexpr Example kExamples[] = {
    {.bad = "上半年，全县新建⟦ ⟧水厂2座，改造管网6公里。",
     .good = "上半年，全县新建水厂2座，改造管网6公里。"},
    {.bad = "上半年，⟦ ⟧全县新建水厂2座，改造管网6公里。",
     .good = "上半年，全县新建水厂2座，改造管网6公里。"},
};

/// One space. Wide gaps are what a lost line break or a table leaves.
bool is_single_space(std::span<const Sign> signs, std::size_t index) {
  const auto is_space_at = [&](std::size_t at, std::uint32_t begin) {
    return at < signs.size() && signs[at].begin == begin && text::is_space(signs[at].value);
  };
  if (!text::is_space(signs[index].value) || signs[index].value == U'\t') return false;
  const bool after_space = index > 0 && signs[index - 1].span().end == signs[index].begin &&
                           text::is_space(signs[index - 1].value);
  return !after_space && !is_space_at(index + 1, signs[index].span().end);
}

/// Signatures, lists of names and tables drawn with spaces hold no sentence; running text does.
bool is_running_text(std::span<const Sign> signs) {
  constexpr std::ptrdiff_t kFewestStops = 2;
  const auto stops = std::count_if(signs.begin(), signs.end(), [](const Sign& sign) {
    const char32_t c = full_width_stop(sign.value);
    return c == U'，' || c == U'。' || c == U'；';
  });
  return stops >= kFewestStops;
}

/// “美丽中国 幸福生活”: a name of two halves, in marks that are open here. Looks at a few brackets only,
/// so that a text of nothing but brackets and spaces stays linear.
bool stands_in_name(std::span<const Bracket> brackets, std::uint32_t offset) {
  constexpr std::ptrdiff_t kFarthest = 8;
  const auto after =
      std::upper_bound(brackets.begin(), brackets.end(), offset,
                       [](std::uint32_t value, const Bracket& b) { return value < b.span.begin; });
  int closed = 0;
  for (auto at = after; at != brackets.begin() && after - at < kFarthest;) {
    const Bracket& bracket = *--at;
    if (!bracket.opens) ++closed;
    if (bracket.opens && --closed < 0) return bracket.kind != BracketKind::round;
  }
  return false;
}

class SpaceJudge {
 public:
  SpaceJudge(const ReportView& report, const BlockMarks& block)
      : vocabulary_(report.vocabulary), text_(report.document.text), block_(block) {}

  /// Between two Chinese words, or behind a stop within a sentence, where it parts nothing.
  bool is_stray(Span space) const {
    if (space.begin <= block_.span.begin || space.end >= block_.span.end) return false;
    const char32_t left = text::code_point_before(text_, space.begin).value;
    const char32_t right = text::code_point_at(text_, space.end).value;
    if (stands_in_name(block_.brackets, space.begin)) return false;
    if (is_inner_stop(left))
      return follows_word(space.begin) && is_inside(right) && !follows_mark(space.begin);
    if (!text::is_han(left) || !text::is_han(right)) return false;
    return !sets_off_name(space) && !ends_article_number(space.begin) && !is_byline(space);
  }

 private:
  static constexpr int kPhrase = 4;  ///< characters: no name is so long

  static bool is_inner_stop(char32_t c) {
    const char32_t stop = full_width_stop(c);
    return stop == U'，' || stop == U'、' || stop == U'；';
  }
  static bool is_inside(char32_t c) { return text::is_han(c) || c == U'“' || c == U'《'; }

  /// 一、 抓培训: the space belongs to the list mark.
  bool follows_mark(std::uint32_t offset) const {
    const Span inside = trimmed(text_, block_.span);
    const auto mark = outline::read_mark(text_, inside.begin, inside.end, outline::Place::block_start);
    return mark && mark->mark.span.end >= offset;
  }

  /// A Chinese word stands before the stop: 3.5, 0.17, 5.1 is a row of numbers.
  bool follows_word(std::uint32_t offset) const {
    const std::uint32_t stop = offset - text::code_point_before(text_, offset).size;
    return is_chinese(char_before(text_, block_.span, stop));
  }

  /// How many characters stand between the space and the next sign, up to four, and what sign that is.
  struct Side {
    int size = 0;
    char32_t beyond = 0;
  };
  Side left_of(std::uint32_t offset) const {
    Side side;
    for (; side.size < kPhrase; ++side.size) {
      side.beyond = char_before(text_, block_.span, offset);
      if (!goes_on(side.beyond)) break;
      offset -= text::code_point_before(text_, offset).size;
    }
    return side;
  }
  Side right_of(std::uint32_t offset) const {
    Side side;
    for (; side.size < kPhrase; ++side.size) {
      side.beyond = char_at(text_, block_.span, offset);
      if (!goes_on(side.beyond)) break;
      offset += text::code_point_at(text_, offset).size;
    }
    return side;
  }
  static bool goes_on(char32_t c) { return text::is_han(c) || text::is_digit(c) || text::is_ascii_letter(c); }

  /// What the space sets off may be a name: one drawn wide (龚 正), a row of names (林远 周青), one behind
  /// an office (工人 林远：).
  bool sets_off_name(Span space) const {
    const Side left = left_of(space.begin);
    const Side right = right_of(space.end);
    if (left.size < kPhrase && right.size < kPhrase) return true;
    if (left.size == 1 && is_surname(text::code_point_before(text_, space.begin).value)) return true;
    const auto lists = [](char32_t c) {
      return text::is_space(c) || c == U'、' || c == U'（' || c == U'(' || c == U'）' || c == U')' ||
             c == U'：' || c == U':';
    };
    return (left.size < kPhrase && lists(left.beyond)) || (right.size < kPhrase && lists(right.beyond));
  }

  /// 第六十五条 违反……: the standard wants the space there (GB/T 15834-2011, B.3.6).
  bool ends_article_number(std::uint32_t offset) const {
    constexpr std::u32string_view kArticles = U"条章节款编篇";
    const text::CodePoint unit = text::code_point_before(text_, offset);
    if (kArticles.find(unit.value) == std::u32string_view::npos) return false;
    constexpr std::u32string_view kNumerals = U"一二三四五六七八九十百第";
    const char32_t numeral = char_before(text_, block_.span, offset - unit.size);
    return text::is_digit(numeral) || kNumerals.find(numeral) != std::u32string_view::npos;
  }

  /// 记者 林远, 县长 林远: an office and a name.
  bool is_byline(Span space) const {
    const std::string_view before = slice(text_, {block_.span.begin, space.begin});
    const std::string_view after = slice(text_, {space.end, block_.span.end});
    return std::any_of(vocabulary_.bylines.begin(), vocabulary_.bylines.end(), [&](const std::string& word) {
      return before.ends_with(word) || after.starts_with(word);
    });
  }

  const Vocabulary& vocabulary_;
  std::string_view text_;
  const BlockMarks& block_;
};

void check(const ReportView& report, FindingSink& findings) {
  for (const BlockMarks& block : report.marks.blocks()) {
    if (!is_running_text(block.signs)) continue;
    const SpaceJudge judge(report, block);
    for (std::size_t i = 0; i < block.signs.size(); ++i) {
      if (!is_single_space(block.signs, i)) continue;
      const Span space = block.signs[i].span();
      if (!judge.is_stray(space)) continue;
      findings.add(space, {"句子中间多了空格。", "A stray space stands inside the sentence."}, {},
                   Fix{{"删去空格", "Delete the space"}, {{space, ""}}});
    }
  }
}

}  // namespace

extern constinit const Rule stray_space{
    .code = "PUN012",
    .name = "stray-space",
    .severity = Severity::note,
    .since = "0.1.0",
    .catches = {"中文句子中间多了空格。", "A space inside a Chinese sentence."},
    .why = {"中文词与词之间不空格；多出的空格使检索和比对失败。",
            "Chinese puts no space between words, and a stray one defeats search and comparison."},
    .source = "GB/T 15834-2011, 5.1; GB/T 9704-2012, 5.2.3",
    .examples = kExamples,
    .check = check,
};

}  // namespace tallybook::rules

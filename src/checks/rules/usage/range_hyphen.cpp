#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "checks/text_search.hpp"
#include "checks/view.hpp"

namespace tallybook::rules {
namespace {

using namespace checks;

constexpr Example kExamples[] = {
    {.bad = "1⟦-⟧6月，全县新建水厂2座。", .good = "1—6月，全县新建水厂2座。"},
    {.bad = "编制2021年⟦-⟧2025年规划。", .good = "编制2021年—2025年规划。"},
    {.bad = "亩产600⟦-⟧800斤。", .good = "亩产600—800斤。"},
};

constexpr bool is_hyphen(char32_t c) {
  return c == U'-' || c == U'－' || c == U'–';
}

/// A unit of the calendar that may stand on both sides: 2021年-2025年, 3日-5日.
bool is_calendar_unit(char32_t c) {
  constexpr std::u32string_view kUnits = U"年月日号时点";
  return c != U'\0' && kUnits.find(c) != std::u32string_view::npos;
}

/// Names that join numbers with hyphens: GB/T 15834-2011, A-5, 0791-86661234, 图3-1.
bool joins_a_name(char32_t c) {
  constexpr std::u32string_view kNames = U"图表号章节式款栋幢楼座室房线";
  return text::is_ascii_letter(c) || is_hyphen(c) || c == U'/' || c == U'_' || c == U'.' || c == U':' ||
         (c != U'\0' && kNames.find(c) != std::u32string_view::npos);
}

/// The number on one side of the hyphen.
struct Side {
  Span digits;
  bool unit = false;  ///< a unit of the calendar stands between it and the hyphen
};

class RangeReader {
 public:
  RangeReader(const ReportView& report, const BlockMarks& block)
      : text_(report.document.text), block_(block) {}

  bool is_range(const Sign& hyphen) const {
    const Side left = left_of(hyphen);
    const Span right = digits_from(hyphen.span().end);
    if (left.digits.empty() || right.empty()) return false;
    const char32_t before = char_before(text_, block_.span, left.digits.begin);
    const char32_t after = char_at(text_, block_.span, right.end);
    if (joins_a_name(before) || is_hyphen(after) || text::is_digit(after)) return false;
    if (!ascends(left.digits, right)) return false;
    return is_calendar_unit(after) || (!left.unit && is_quantity(right));
  }

 private:
  Side left_of(const Sign& hyphen) const {
    std::uint32_t end = hyphen.begin;
    const text::CodePoint before = text::code_point_before(text_, end);
    const bool unit = end > block_.span.begin && is_calendar_unit(before.value);
    if (unit) end -= before.size;
    std::uint32_t begin = end;
    while (begin > block_.span.begin && is_number_byte(text_[begin - 1])) --begin;
    return {{begin, end}, unit};
  }

  Span digits_from(std::uint32_t begin) const {
    std::uint32_t end = begin;
    while (end < block_.span.end && is_number_byte(text_[end])) ++end;
    return {begin, end};
  }

  static bool is_number_byte(char byte) {
    return byte == '.' || text::is_ascii_digit(static_cast<unsigned char>(byte));
  }

  /// A range rises; 2026-5 and 5-3 are something else.
  bool ascends(Span left, Span right) const {
    const auto from = Decimal::parse(slice(text_, left));
    const auto to = Decimal::parse(slice(text_, right));
    return from && to && *from < *to;
  }

  /// A measure unit follows: the figures know them all.
  bool is_quantity(Span right) const {
    const char32_t after = char_at(text_, block_.span, right.end);
    constexpr std::u32string_view kUnits =
        U"万亿元％%‰℃度人名户个次件所家亩吨斤米倍天岁周分小种类项条公千百厘毫立平";
    return after != U'\0' && kUnits.find(after) != std::u32string_view::npos;
  }

  std::string_view text_;
  const BlockMarks& block_;
};

void check(const ReportView& report, FindingSink& findings) {
  for (const BlockMarks& block : report.marks.blocks()) {
    const RangeReader reader(report, block);
    for (const Sign& sign : block.signs) {
      if (!is_hyphen(sign.value) || !reader.is_range(sign)) continue;
      findings.add(sign.span(),
                   {fmt::format("起止用一字线“—”（或“至”），不用“{}”。", report.text(sign.span())),
                    fmt::format("A range takes “—” (or 至), not “{}”.", report.text(sign.span()))},
                   {}, Fix{{"改为一字线", "Use —"}, {{sign.span(), "—"}}});
    }
  }
}

}  // namespace

extern constinit const Rule range_hyphen{
    .code = "STY006",
    .name = "range-hyphen",
    .severity = Severity::note,
    .since = "0.1.0",
    .catches = {"时间、数值的起止用了短横线：1-6月。", "A range of dates or numbers with a hyphen: 1-6月."},
    .why = {"短横线用于编号和电话号码；“1-6”也可能被看成减法或者第1章第6节。",
            "The hyphen joins codes and telephone numbers; “1-6” may be read as a code or a subtraction."},
    .source = "GB/T 15834-2011, 4.13.3.2, 4.13.3.3; GB/T 15835-2011, 5.1.3",
    .examples = kExamples,
    .check = check,
};

}  // namespace tallybook::rules

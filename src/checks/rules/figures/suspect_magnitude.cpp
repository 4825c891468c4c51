#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <span>

#include "checks/view.hpp"
#include "text/characters.hpp"

namespace tallybook::rules {
namespace {

constexpr Example kExamples[] = {
    {.bad = "全年争取上级资金320万元、社会捐资280万元、部门帮扶资金⟦190元⟧。",
     .good = "全年争取上级资金320万元、社会捐资280万元、部门帮扶资金190万元。"},
    {.bad = "村集体收入由120万元增加到⟦150元⟧。", .good = "村集体收入由120万元增加到150万元。"},
    {.bad = "完成投资⟦3.5万万元⟧。", .good = "完成投资3.5万元。"},
};

/// Of one list, numbers that differ by no more than this are of one size.
constexpr int kAlike = 3;
/// 、甲捐资 between two members of a list; more is another statement.
constexpr std::size_t kLongestGap = 36;  // bytes
/// Siblings needed to show what size the numbers of a list have.
constexpr std::size_t kFewestSiblings = 2;
/// Words after which a small amount is one of many, not a total.
constexpr std::string_view kEach[] = {"每",   "人均", "户均", "均",   "单价", "标准", "补助",
                                      "补贴", "奖励", "罚",   "低于", "高于", "不足", "以上",
                                      "仅",   "只",   "从",   "比",   "单笔", "最"};

/// The number as written and the power of ten that 万 and 亿 stand for.
struct Written {
  Decimal number;
  int power = 0;
};

std::optional<Written> written(const ReportView& report, const Figure& figure) {
  const std::string_view text = report.text(figure.span);
  if (text.empty() || !text::is_ascii_digit(static_cast<unsigned char>(text.front()))) return std::nullopt;
  const std::string_view digits = text.substr(0, text.find_first_not_of("0123456789."));
  const std::string_view rest = text.substr(digits.size());
  const int power = rest.starts_with("亿") ? 8 : rest.starts_with("万") ? 4 : 0;
  const auto number = Decimal::parse(digits);
  if (!number || number->is_zero()) return std::nullopt;
  return Written{*number, power};
}

bool is_alike(Decimal a, Decimal b) {
  const auto more_b = b.times(kAlike);
  const auto more_a = a.times(kAlike);
  return more_a && more_b && a <= *more_b && b <= *more_a;
}

bool is_amount(const Figure& figure) {
  return figure.kind == FigureKind::money && figure.role == Role::level && figure.bound == Bound::exact &&
         !figure.high;
}

/// Whether the two stand in one list of amounts: 争取资金320万元、捐资280万元.
bool is_next_in_list(const ReportView& report, const Figure& before, const Figure& figure) {
  if (!is_amount(before) || !is_amount(figure) || before.sentence != figure.sentence) return false;
  if (before.unit != figure.unit || before.status != figure.status) return false;
  const std::string_view gap = report.text({before.span.end, figure.span.begin});
  if (gap.size() > kLongestGap || !(gap.starts_with("、") || gap.starts_with("，") || gap.starts_with(",")))
    return false;
  return std::none_of(std::begin(kEach), std::end(kEach),
                      [gap](std::string_view word) { return gap.find(word) != std::string_view::npos; });
}

void report_lost(const ReportView& report, const Figure& figure, const Figure& sibling,
                 FindingSink& findings) {
  const std::string_view text = report.text(figure.span);
  const std::string_view other = report.text(sibling.span);
  findings.add(
      figure.span,
      {fmt::format("“{}”的数量级与“{}”相差万倍，疑漏写或错写了“万”“亿”。", text, other),
       fmt::format("“{}” is ten thousand times off “{}”: 万 or 亿 seems lost or wrong.", text, other)},
      {{sibling.span, {"同列的数", "of the same series"}}});
}

/// One member ten thousand times smaller than all others, and with a number like theirs.
void check_list(const ReportView& report, std::span<const Figure> list, FindingSink& findings) {
  if (list.size() <= kFewestSiblings) return;
  for (const Figure& figure : list) {
    const auto own = written(report, figure);
    if (!own) return;
    const bool is_odd = std::all_of(list.begin(), list.end(), [&](const Figure& sibling) {
      if (&sibling == &figure) return true;
      const auto other = written(report, sibling);
      return other && other->power == own->power + 4 && is_alike(own->number, other->number);
    });
    if (is_odd)
      return report_lost(report, figure, &figure == &list.front() ? list[1] : list.front(), findings);
  }
}

/// 由120万元增加到150元.
void check_ends(const ReportView& report, const Figure& from, const Figure& to, FindingSink& findings) {
  if (!is_amount(from) || !is_amount(to) || from.sentence != to.sentence || from.unit != to.unit) return;
  const std::string_view gap = report.text({from.span.end, to.span.begin});
  constexpr std::string_view kReached[] = {"增加到", "增长到", "提高到", "上升到",
                                           "增至",   "减少到", "下降到", "降至"};
  if (std::find(std::begin(kReached), std::end(kReached), gap) == std::end(kReached)) return;
  const auto first = written(report, from);
  const auto second = written(report, to);
  if (!first || !second || !is_alike(first->number, second->number)) return;
  if (first->power == second->power + 4 || second->power == first->power + 4)
    report_lost(report, to, from, findings);
}

/// Where a number begins whose last digits begin at `offset`: 3.5.
std::uint32_t number_begin(std::string_view text, std::uint32_t offset) {
  while (offset > 0 &&
         (text::is_ascii_digit(static_cast<unsigned char>(text[offset - 1])) || text[offset - 1] == '.')) {
    --offset;
  }
  return offset;
}

/// 3.5万万元: no scale word stands twice in a row behind Arabic digits.
void check_doubled(const ReportView& report, Span digits, FindingSink& findings) {
  const std::string_view text = std::string_view(report.document.text).substr(digits.end);
  for (const std::string_view word : {"万", "亿"}) {
    if (!text.starts_with(word) || !text.substr(word.size()).starts_with(word)) continue;
    const auto size = static_cast<std::uint32_t>(word.size());
    const std::uint32_t begin = number_begin(report.document.text, digits.begin);
    const Span second = {digits.end + size, digits.end + 2 * size};
    const std::string_view unit = text.substr(2 * word.size()).starts_with("元") ? "元" : "";
    findings.add(
        {begin, second.end + static_cast<std::uint32_t>(unit.size())},
        {fmt::format("“{}”重复。", word), fmt::format("“{}” stands twice.", word)}, {},
        Fix{{fmt::format("删去一个“{}”", word), fmt::format("Remove one “{}”", word)}, {{second, ""}}});
  }
}

void check(const ReportView& report, FindingSink& findings) {
  const std::span<const Figure> figures = report.figures;
  for (std::size_t begin = 0; begin < figures.size();) {
    std::size_t end = begin + 1;
    while (end < figures.size() && is_next_in_list(report, figures[end - 1], figures[end])) ++end;
    check_list(report, figures.subspan(begin, end - begin), findings);
    if (end < figures.size()) check_ends(report, figures[end - 1], figures[end], findings);
    begin = end;
  }
  for (const checks::BlockMarks& block : report.marks.blocks()) {
    for (const Span digits : block.digits) check_doubled(report, digits, findings);
  }
}

}  // namespace

extern constinit const Rule suspect_magnitude{
    .code = "FIG014",
    .name = "suspect-magnitude",
    .severity = Severity::warning,
    .since = "0.1.0",
    .catches =
        {"一列金额里有一个比其余的小一万倍而数字相近，前后两个数相差一万倍，或者“万”“亿”写了两遍。",
         "One amount of a list is ten thousand times smaller than the others with a number like theirs; the "
         "two ends of a change are ten thousand times apart; or 万 or 亿 stands twice."},
    .why = {"漏一个“万”字，数差一万倍；汇总时不会有人再核对单位。",
            "A lost 万 is an error of ten thousand times, and whoever adds up will not look at units again."},
    .source = "GB/T 15835-2011, 5.2.4; the sizes of the other numbers in the list",
    .examples = kExamples,
    .check = check,
};

}  // namespace tallybook::rules

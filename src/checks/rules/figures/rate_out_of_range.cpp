#include <fmt/format.h>
#include <algorithm>
#include <array>

#include "checks/view.hpp"

namespace tallybook::rules {
namespace {

constexpr Example kExamples[] = {
    {.bad = "全县小学适龄儿童入学率达⟦102%⟧。", .good = "全县小学适龄儿童入学率达100%。"},
    {.bad = "上半年发生校园安全事故⟦-2起⟧。", .good = "上半年发生校园安全事故2起。"},
};

/// Rates of a part in its whole, which cannot be above one. Others can: 完成率 against a plan, 负债率,
/// 毛入学率 (pupils of any age), 覆盖率 of a reserve.
constexpr std::array<std::string_view, 30> kBounded = {
    "合格率", "满意率", "入学率", "入园率", "巩固率", "就业率",   "参保率", "接种率", "建档率", "签约率",
    "办结率", "回复率", "及时率", "参与率", "出勤率", "普及率",   "知晓率", "死亡率", "发病率", "治愈率",
    "检出率", "抽检率", "合规率", "优良率", "绿化率", "城镇化率", "贫困率", "失业率", "安装率", "满意度"};
constexpr std::array<std::string_view, 6> kUnbounded = {"毛入学率", "完成率", "拨备",
                                                        "资金",     "出生",   "产销率"};

template <std::size_t N>
bool holds_any(std::string_view text, const std::array<std::string_view, N>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

/// A percentage of something that has no more than all of itself.
bool above_all(const ReportView& report, const Figure& figure) {
  if (figure.kind != FigureKind::percent || figure.role != Role::rate || !figure.subject) return false;
  const auto floor = figure.value.minus(figure.precision);
  if (!floor || *floor <= Decimal{100}) return false;
  const std::string_view subject = report.text(*figure.subject);
  return holds_any(subject, kBounded) && !holds_any(subject, kUnbounded);
}

/// Things are counted from nought.
bool below_none(const Figure& figure) {
  return figure.kind == FigureKind::count && figure.role == Role::level && !figure.unit.empty() &&
         figure.value.is_negative();
}

void check(const ReportView& report, FindingSink& findings) {
  for (const Figure& figure : report.figures) {
    if (above_all(report, figure)) {
      findings.add(figure.span, {fmt::format("{}不会超过 100%，这里是 {}%。", report.text(*figure.subject),
                                             figure.value.to_string()),
                                 fmt::format("{} cannot be above 100%: here it is {}%.",
                                             report.text(*figure.subject), figure.value.to_string())});
    } else if (below_none(figure)) {
      findings.add(figure.span,
                   {fmt::format("数目不会是负数：{}。", report.text(figure.span)),
                    fmt::format("Nothing is counted below nought: {}.", report.text(figure.span))});
    }
  }
}

}  // namespace

extern constinit const Rule rate_out_of_range{
    .code = "FIG006",
    .name = "rate-out-of-range",
    .severity = Severity::error,
    .since = "0.1.0",
    .catches = {"部分占全部的比率超过 100%，或者数目是负数。",
                "A rate of a part in its whole is above 100%, or a count is below nought."},
    .why = {"这样的数不可能成立，多半是小数点或单位写错。",
            "Such a figure cannot be; mostly a decimal point or a unit has slipped."},
    .source = "0 ≤ part ÷ whole ≤ 1, ± 1 unit of the last written digit; a count ≥ 0",
    .examples = kExamples,
    .check = check,
};

}  // namespace tallybook::rules

#include <fmt/format.h>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "checks/view.hpp"

namespace tallybook::rules {
namespace {

constexpr Example kExamples[] = {
    {.bad = "受访者中18岁至35岁的占36.2%，36岁至55岁的占44.5%，56岁以上的占⟦24.8%⟧。",
     .good = "受访者中18岁至35岁的占36.2%，36岁至55岁的占44.5%，56岁以上的占19.3%。"},
};

/// Two shares can overlap by chance of the words; three in one ladder of ranges cannot.
constexpr std::size_t kFewestShares = 3;

/// A share of the part that one range takes out: 36岁至55岁的占44.5%.
struct Step {
  Decimal low;
  Decimal high;
  std::size_t share = 0;  ///< index of the figure
};

bool is_range_figure(const Figure& figure) {
  return figure.role == Role::level && !figure.unit.empty() && figure.kind != FigureKind::percent;
}

/// The range and the share that begin at figure `at`, and the figure behind them.
std::optional<Step> step_at(const ReportView& report, std::size_t at, std::size_t& next) {
  const auto& figures = report.figures;
  if (at >= figures.size() || !is_range_figure(figures[at])) return std::nullopt;
  Step step{figures[at].value, figures[at].high.value_or(figures[at].value), 0};
  const bool open_above = figures[at].bound == Bound::over || figures[at].bound == Bound::at_least;
  if (open_above) step.high = Decimal{std::numeric_limits<std::int64_t>::max()};
  std::size_t share = at + 1;
  if (share < figures.size() && is_range_figure(figures[share]) && figures[share].unit == figures[at].unit) {
    step.high = figures[share].value;
    ++share;
  }
  if (share >= figures.size()) return std::nullopt;
  const Figure& figure = figures[share];
  const std::string_view between = report.text({figures[share - 1].span.end, figure.span.begin});
  const bool takes = between.ends_with("占") || between.ends_with("占比");
  if (figure.kind != FigureKind::percent || figure.role != Role::share || !takes) return std::nullopt;
  if (figure.sentence != figures[at].sentence || step.high < step.low) return std::nullopt;
  step.share = share;
  next = share + 1;
  return step;
}

/// Steps of one sentence whose ranges climb or fall without touching: no one stands on two.
std::vector<Step> ladder_from(const ReportView& report, std::size_t at, std::size_t& next) {
  std::vector<Step> ladder;
  for (std::size_t end = at; auto step = step_at(report, at, end); at = end) {
    const bool same = ladder.empty() || (report.figures[ladder.front().share].sentence ==
                                             report.figures[step->share].sentence &&
                                         ladder.back().high < step->low);
    if (!same) break;
    ladder.push_back(*step);
    next = end;
  }
  return ladder;
}

void check_ladder(const ReportView& report, const std::vector<Step>& ladder, FindingSink& findings) {
  Decimal sum;
  Decimal slack;
  std::string terms;
  std::vector<Related> related;
  for (const Step& step : ladder) {
    const Figure& share = report.figures[step.share];
    const auto more = sum.plus(share.value);
    const auto wider = slack.plus(share.precision);
    if (!more || !wider || share.bound != Bound::exact || share.high) return;
    sum = *more;
    slack = *wider;
    terms += (terms.empty() ? "" : " + ") + share.value.to_string() + "%";
    if (&step != &ladder.back()) related.push_back({share.span, {"同一总体的另一部分", "another part"}});
  }
  const auto least = sum.minus(slack);
  if (!least || *least <= Decimal{100}) return;
  const std::string arithmetic = fmt::format("{} = {}% > 100%", terms, sum.to_string());
  findings.add(report.figures[ladder.back().share].span,
               {fmt::format("各部分所占比例之和超过 100%：{}。", arithmetic),
                fmt::format("The shares of one whole add up to more than all of it: {}.", arithmetic)},
               std::move(related));
}

void check(const ReportView& report, FindingSink& findings) {
  for (std::size_t at = 0; at < report.figures.size();) {
    std::size_t next = at + 1;
    const auto ladder = ladder_from(report, at, next);
    if (ladder.size() >= kFewestShares) check_ladder(report, ladder, findings);
    at = next;
  }
}

}  // namespace

extern constinit const Rule shares_exceed_whole{
    .code = "FIG010",
    .name = "shares-exceed-whole",
    .severity = Severity::error,
    .since = "0.1.0",
    .catches =
        {"一个总体按互不重叠的区间分开，各部分所占比例之和超过 100%。",
         "A whole is divided into ranges that do not overlap, and their shares add up to more than 100%."},
    .why = {"至少有一个比例是错的。", "At least one of the shares is wrong."},
    .source = "Σ shares of disjoint parts ≤ 100%, ± 1 unit of the last written digit of each",
    .examples = kExamples,
    .check = check,
};

}  // namespace tallybook::rules

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "checks/view.hpp"

namespace tallybook::rules {
namespace {

constexpr Example kExamples[] = {
    {.bad = "抽检食品25批次，合格率⟦97.3%⟧。", .good = "抽检食品25批次，合格率96%。"},
    {.bad = "走访困难家庭30户，户均⟦2.45人⟧。", .good = "走访困难家庭30户，户均2.47人。"},
};

/// What was looked at one by one, so that a rate counts some of exactly so many.
constexpr std::string_view kExamined[] = {"抽检", "抽查", "抽取", "抽样", "检查", "检测",
                                          "监测", "检验", "测评", "调查", "验收", "考核",
                                          "评估", "评查", "回访", "筛查", "参考"};
/// Rates of the things looked at: each is good or is not.
constexpr std::string_view kRates[] = {"合格率",   "达标率", "优良率", "满意率",
                                       "不合格率", "及格率", "通过率", "优秀率"};
/// Things that come whole.
constexpr std::string_view kWhole[] = {"人", "名", "户", "家", "个", "件", "次", "批次",
                                       "份", "例", "起", "所", "处", "台", "辆", "篇",
                                       "本", "册", "期", "场", "项", "只", "头", "条"};
/// `户均` averages over things counted in 户.
struct Average {
  std::string_view cue;
  std::string_view unit;
};
constexpr Average kAverages[] = {{"户均", "户"}, {"平均每户", "户"}, {"每户平均", "户"}, {"人均", "人"},
                                 {"人均", "名"}, {"平均每人", "人"}, {"平均每人", "名"}, {"平均每家", "家"},
                                 {"校均", "所"}, {"平均每所", "所"}, {"平均每件", "件"}, {"件均", "件"}};

bool is_whole_unit(std::string_view unit) {
  return std::find(std::begin(kWhole), std::end(kWhole), unit) != std::end(kWhole);
}

bool is_whole_count(const Figure& figure) {
  return figure.kind == FigureKind::count && figure.bound == Bound::exact && figure.role == Role::level &&
         !figure.high && figure.status == Status::actual && figure.value.scale() == 0 &&
         figure.precision == Decimal{1} && is_whole_unit(figure.unit) && figure.value > Decimal{1};
}

/// Whether count × average ÷ per can be a whole number with the average up to `slack` more or less: a unit of
/// its last digit, because averages are cut off as often as rounded. Nothing where it overflows.
std::optional<bool> is_possible(Decimal count, Decimal average, Decimal slack, std::int64_t per) {
  const auto low = average.minus(slack);
  const auto high = average.plus(slack);
  if (!low || !high) return std::nullopt;
  const auto from = count.times(*low);
  const auto to = count.times(*high);
  if (!from || !to || from->scale() > 12 || from->is_negative()) return std::nullopt;
  std::int64_t unit = per;
  for (int i = 0; i < from->scale(); ++i) unit *= 10;
  const std::int64_t next = (from->coefficient() + unit - 1) / unit * unit;  // no less than `from`, and whole
  return Decimal(next, from->scale()) <= *to;
}

std::string_view between(const ReportView& report, const Figure& count, const Figure& average) {
  return report.text({count.span.end, std::max(count.span.end, average.span.begin)});
}

/// The text without the verbs that may stand between a name and its number.
std::string_view without_verb(std::string_view text) {
  for (const std::string_view verb : {"达到", "达", "为", "是"}) {
    if (text.ends_with(verb)) return text.substr(0, text.size() - verb.size());
  }
  return text;
}

/// Words between the number and the name of its rate; any other names what else the rate may be of.
constexpr std::string_view kBetween[] = {"",       "，",     ",",      "，总体", "，综合",
                                         "，平均", "，产品", "，样品", "，抽检", "，检测"};

/// Whether nothing but the name of a rate stands between the number and the rate.
bool names_rate(std::string_view gap) {
  return std::any_of(std::begin(kRates), std::end(kRates), [gap](std::string_view name) {
    if (!gap.ends_with(name)) return false;
    const std::string_view rest = gap.substr(0, gap.size() - name.size());
    return std::find(std::begin(kBetween), std::end(kBetween), rest) != std::end(kBetween);
  });
}

bool is_rate_of(const ReportView& report, const Figure& count, const Figure& rate) {
  if (rate.kind != FigureKind::percent || rate.bound != Bound::exact || rate.high) return false;
  if (!names_rate(without_verb(between(report, count, rate)))) return false;
  const std::string_view before = report.text({report.outline.clauses[count.clause].begin, count.span.begin});
  return std::any_of(std::begin(kExamined), std::end(kExamined),
                     [before](std::string_view verb) { return before.find(verb) != std::string_view::npos; });
}

bool is_average_of(const ReportView& report, const Figure& count, const Figure& average) {
  if (average.kind != FigureKind::count || average.bound != Bound::exact || average.high) return false;
  if (!is_whole_unit(average.unit) || average.precision > Decimal(1, 1)) return false;
  const std::string_view gap = between(report, count, average);
  return std::any_of(std::begin(kAverages), std::end(kAverages), [&](const Average& one) {
    return count.unit == one.unit && gap.find(one.cue) != std::string_view::npos &&
           gap.size() <= one.cue.size() + 15;
  });
}

void report_impossible(const ReportView& report, const Figure& count, const Figure& average, std::int64_t per,
                       FindingSink& findings) {
  const Decimal slack = average.precision;
  if (is_possible(count.value, average.value, slack, per).value_or(true)) return;
  const std::string_view written = report.text(average.span);
  const std::string_view number = report.text(count.span);
  findings.add(average.span,
               {fmt::format("“{}”得不出“{}”：没有一个整数除以 {} 是这个数。", number, written,
                            count.value.to_string()),
                fmt::format("“{}” cannot come from “{}”: no whole number divided by {} gives it.", written,
                            number, count.value.to_string())},
               {{count.span, {"所据的个数", "the number it is taken over"}}});
}

void check(const ReportView& report, FindingSink& findings) {
  for (std::size_t i = 1; i < report.figures.size(); ++i) {
    const Figure& count = report.figures[i - 1];
    const Figure& average = report.figures[i];
    if (count.sentence != average.sentence || !is_whole_count(count)) continue;
    // 食品25批次、药品312批次，合格率97.3%: it may be taken over both.
    if (i > 1 && report.figures[i - 2].sentence == count.sentence) continue;
    if (is_rate_of(report, count, average)) report_impossible(report, count, average, 100, findings);
    if (is_average_of(report, count, average)) report_impossible(report, count, average, 1, findings);
  }
}

}  // namespace

extern constinit const Rule impossible_average{
    .code = "FIG011",
    .name = "impossible-average",
    .severity = Severity::warning,
    .since = "0.1.0",
    .catches = {"若干个整件事物的平均数或比率，没有一个整数除得出：25批次的合格率97.3%。",
                "An average or rate over a number of whole things that no whole number gives: 97.3 % of 25."},
    .why = {"个数和比率必有一个写错，或者比率不是就这些事物算的。",
            "The number or the rate is wrong, or the rate was taken over something else."},
    .source =
        "average × number is whole, ± 1 unit of its last written digit (GRIM test, Brown & Heathers 2017)",
    .examples = kExamples,
    .check = check,
};

}  // namespace tallybook::rules

#include <fmt/format.h>

#include <optional>

#include "checks/moments.hpp"
#include "checks/outline_lookup.hpp"
#include "checks/text_search.hpp"
#include "checks/view.hpp"
#include "text/characters.hpp"

namespace tallybook::rules {
namespace {

using namespace checks;

constexpr Example kExamples[] = {
    {.bad = "⟦6月25日至15日⟧逐村走访农户。", .good = "6月15日至25日逐村走访农户。"},
    {.bad = "⟦2026年5月至2026年3月⟧开展了安全生产大检查。",
     .good = "2026年3月至2026年5月开展了安全生产大检查。"},
};

/// 次年3月, 下月5日: where the end lies is told by words, not by numbers.
bool is_relative(std::string_view words) {
  return contains_any(words, {"次", "翌", "明", "今", "本", "去", "上", "下", "来", "同", "当", "后"});
}

bool is_all_digits(std::string_view words) {
  for (std::size_t at = 0; at < words.size(); at += text::code_point_at(words, at).size) {
    if (!text::is_digit(text::code_point_at(words, at).value)) return false;
  }
  return !words.empty();
}

/// 2008—06年 may be a month as well as a year.
bool is_short_year(std::string_view words) {
  constexpr std::string_view kYear = "年";
  const std::size_t end = words.find(kYear);
  return end == 2 && is_all_digits(words.substr(0, end));
}

/// 11月至3月 may run on into the next year, and a winter's work does. It cannot where that end had not
/// come when the report was written: the year is named and the report reaches no farther, or both
/// months lie in the half-year or quarter that it speaks of.
bool cannot_run_on(const Report& report, const Moment& moment, std::string_view first) {
  if (!report.period) return false;
  const Period& period = *report.period;
  const bool named = told_parts(first).year || contains_any(first, {"今年", "本年"});
  if (named) return moment.from.year == period.to.year;
  constexpr int kYear = 11;  // months from the first to the last
  const bool part_of_year = period.from.year == period.to.year && period.to.month - period.from.month < kYear;
  const auto within = [&](int month) { return month >= period.from.month && month <= period.to.month; };
  return part_of_year && within(moment.from.month) && within(moment.to.month);
}

bool is_recurring_or_planned(const ReportView& report, Span moment) {
  const Sentence* sentence = sentence_at(report.outline, moment.begin);
  return sentence != nullptr &&
         contains_any(report.text(near(sentence->span, moment)),
                      {"每年", "历年", "常年", "将", "拟", "计划", "次年", "翌年", "明年", "跨年"});
}

bool is_reversed(const ReportView& report, const Moment& moment, const RangeWords& words) {
  if (moment.to == Date{} || is_relative(words.last) || is_short_year(words.last)) return false;
  const ToldParts first = told_parts(words.first);
  const ToldParts last = told_parts(words.last);
  if (last.year) return (first.year || is_all_digits(words.first)) && moment.to < moment.from;
  const bool same_month = moment.from.month == moment.to.month;
  if (!last.month || same_month) {
    const bool told = first.month && (last.day || last.month);  // 4月下旬至4月中旬
    return told && same_month && moment.to.day > 0 && moment.to.day < moment.from.day;
  }
  if (moment.from.month < moment.to.month || moment.from.month == 0 || moment.to.month == 0) return false;
  return cannot_run_on(report.report, moment, words.first) && !is_recurring_or_planned(report, moment.span);
}

void check(const ReportView& report, FindingSink& findings) {
  for (const Moment& moment : report.moments) {
    if (moment.kind != MomentKind::period || !moment.valid || moment.lunar) continue;
    if (moment.to >= moment.from && moment.to.month >= moment.from.month) continue;
    const std::string_view text = report.text(moment.span);
    const std::optional<RangeWords> words = split_range(text);
    if (!words || !is_reversed(report, moment, *words)) continue;
    findings.add(moment.span, {fmt::format("起止时间颠倒：“{}”在“{}”之前。", words->last, words->first),
                               fmt::format("The period ends before it begins: {} comes before {}.",
                                           words->last, words->first)});
  }
}

}  // namespace

extern constinit const Rule reversed_period{
    .code = "DAT003",
    .name = "reversed-period",
    .severity = Severity::error,
    .since = "0.1.0",
    .catches = {"起止时间颠倒：同一年的5月至3月、同一月的25日至15日。",
                "A period that ends before it begins: 5月至3月 of one year, 25日至15日 of one month."},
    .why = {"起止写反，或者有一头写错，这段时间有多长就说不清了。",
            "The ends were exchanged or one of them is wrong; how long the period was cannot be told."},
    .source = "Gregorian calendar (GB/T 7408.1-2023): the end of a period is not before its start",
    .examples = kExamples,
    .check = check,
};

}  // namespace tallybook::rules

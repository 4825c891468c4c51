#include <fmt/format.h>

#include <array>
#include <optional>

#include "checks/moments.hpp"
#include "checks/outline_lookup.hpp"
#include "checks/text_search.hpp"
#include "checks/view.hpp"
#include "text/calendar.hpp"

namespace tallybook::rules {
namespace {

using namespace checks;

constexpr Example kExamples[] = {
    {.bad = "⟦2026年5月20日（星期四）⟧举办了政务开放日活动。",
     .good = "2026年5月20日（星期三）举办了政务开放日活动。"},
};

constexpr std::array<std::string_view, 8> kChinese = {"",       "星期一", "星期二", "星期三",
                                                      "星期四", "星期五", "星期六", "星期日"};
constexpr std::array<std::string_view, 8> kEnglish = {"",         "Monday", "Tuesday",  "Wednesday",
                                                      "Thursday", "Friday", "Saturday", "Sunday"};

bool is_full_day(const Moment& moment) {
  return moment.kind == MomentKind::date && moment.weekday != 0 && moment.valid && !moment.lunar &&
         moment.from.year != 0 && text::exists(moment.from);
}

/// Where the words leave the year out it is the report's own, if the day lies in its period and
/// nothing speaks for the year before: the sentence names no year, and the weekday does not fit there.
bool year_is_certain(const ReportView& report, const Moment& moment) {
  const ToldParts told = told_parts(report.text(moment.span));
  if (!told.month || !told.day) return false;
  if (told.year) return true;
  const std::optional<Period>& period = report.report.period;
  if (!period || moment.from < period->from || moment.from > period->to) return false;
  const Sentence* sentence = sentence_at(report.outline, moment.span.begin);
  if (sentence == nullptr ||
      contains_any(report.text({near(sentence->span, moment.span).begin, moment.span.begin}), {"年"})) {
    return false;
  }
  Date year_before = moment.from;
  --year_before.year;
  return !text::exists(year_before) || text::weekday_of(year_before) != moment.weekday;
}

void check(const ReportView& report, FindingSink& findings) {
  for (const Moment& moment : report.moments) {
    if (!is_full_day(moment)) continue;
    const int weekday = text::weekday_of(moment.from);
    if (weekday == moment.weekday) continue;
    if (!year_is_certain(report, moment)) continue;
    const auto right = static_cast<std::size_t>(weekday);
    const Date day = moment.from;
    findings.add(moment.span, {fmt::format("{}年{}月{}日是{}，不是{}。", day.year, day.month, day.day,
                                           kChinese[right], kChinese[moment.weekday]),
                               fmt::format("{}-{:02}-{:02} was a {}, not a {}.", day.year, day.month, day.day,
                                           kEnglish[right], kEnglish[moment.weekday])});
  }
}

}  // namespace

extern constinit const Rule weekday_mismatch{
    .code = "DAT002",
    .name = "weekday-mismatch",
    .severity = Severity::error,
    .since = "0.1.0",
    .catches = {"日期与所注的星期不符：2026年5月20日是星期三，写成星期四。",
                "A date with the wrong day of the week: 20 May 2026 is a Wednesday, the text says 星期四."},
    .why = {"日期和星期必有一个写错；按它赴会的人会走错日子。",
            "Either the date or the weekday is wrong, and whoever goes by it comes on the wrong day."},
    .source = "Gregorian calendar (GB/T 7408.1-2023)",
    .examples = kExamples,
    .check = check,
};

}  // namespace tallybook::rules

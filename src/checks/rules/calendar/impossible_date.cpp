#include <fmt/format.h>

#include <optional>

#include "checks/moments.hpp"
#include "checks/view.hpp"
#include "text/calendar.hpp"
#include "text/characters.hpp"

namespace tallybook::rules {
namespace {

using namespace checks;

constexpr Example kExamples[] = {
    {.bad = "宣传月活动从5月1日开始，至⟦6月31日⟧结束。", .good = "宣传月活动从5月1日开始，至6月30日结束。"},
    {.bad = "值班时间为上午8时至⟦晚上25时⟧。", .good = "值班时间为上午8时至晚上24时。"},
};

constexpr int kMonths = 12;

bool is_month(int month) {
  return month >= 1 && month <= kMonths;
}

/// A number that no month can be is as often a page number that was run into its line
/// (…年度报告25月26日) as a slip, unless it begins where a date may begin.
bool begins_like_a_date(std::string_view text, std::uint32_t offset) {
  constexpr std::u32string_view kLeads = U"年于在至到从自截和与及或、，。；：（(,;:“—－-";
  const char32_t before = text::code_point_before(text, offset).value;
  return before == U'\0' || text::is_space(before) || kLeads.find(before) != std::u32string_view::npos;
}

/// What the calendar has instead, of the day that it has not.
std::optional<Message> day_trouble(Date date) {
  if (date.month == 0 || text::exists(date)) return {};
  if (!is_month(date.month)) {
    return Message{fmt::format("一年没有{}月。", date.month),
                   fmt::format("No year has a month {}.", date.month)};
  }
  if (date.day <= 0) return {};
  const int last = text::last_day(date.year, date.month).day;
  const bool leap_day = date.month == 2 && date.day == last + 1 && date.year != 0;
  if (leap_day) {
    return Message{fmt::format("{}年不是闰年，2月没有{}日。", date.year, date.day),
                   fmt::format("{} is no leap year: February has {} days.", date.year, last)};
  }
  return Message{fmt::format("{}月没有{}日，最多到{}日。", date.month, date.day, last),
                 fmt::format("Month {} has {} days and no day {}.", date.month, last, date.day)};
}

class DateChecker {
 public:
  DateChecker(const ReportView& report, const Moment& moment)
      : text_(report.document.text),
        moment_(moment),
        words_(report.text(moment.span)),
        told_(told_parts(words_)) {}

  std::optional<Message> trouble() const {
    if (moment_.valid || moment_.lunar || is_quoted_alone(text_, moment_.span)) return {};
    if (auto day = day_of(moment_.from)) return day;
    if (auto day = day_of(moment_.to)) return day;
    return time();
  }

 private:
  std::optional<Message> day_of(Date date) const {
    if (!told_.month || !(told_.day || told_.year)) return {};  // 13月 alone may be 13个月, 32日 32天
    // 2023/24/25年 counts years.
    if (text::code_point_at(text_, moment_.span.end).value == U'年') return {};
    const bool leap_day = date.month == 2 && date.day == 29;
    if (leap_day && !told_.year) return {};  // of which year can be argued
    const bool sure = is_month(date.month) || told_.year;
    if (!sure && !begins_like_a_date(text_, moment_.span.begin)) return {};
    return day_trouble(date);
  }

  /// Hours are hours only behind a day or a part of it, or where one can begin or end.
  std::optional<Message> time() const {
    const bool named =
        words_.find("时") != std::string_view::npos || words_.find("分") != std::string_view::npos;
    if (!moment_.time || !named) return {};
    const bool bare = text::is_digit(text::code_point_at(words_, 0).value) && !told_.day;
    if (bare && !begins_like_a_date(text_, moment_.span.begin)) return {};
    const TimeOfDay time = *moment_.time;
    constexpr int kLastHour = 24;
    if (time.hour > kLastHour || (time.hour == kLastHour && time.minute > 0)) {
      return Message{"一天只有24时。", "A day has 24 hours."};
    }
    constexpr int kMinutes = 60;
    if (time.minute < kMinutes) return {};
    return Message{"一小时只有60分。", "An hour has 60 minutes."};
  }

  std::string_view text_;
  const Moment& moment_;
  std::string_view words_;
  ToldParts told_;
};

/// 截至 is no part of the date.
Span date_of(const ReportView& report, Span moment) {
  const std::string_view words = report.text(moment);
  for (const std::string_view lead : {"截止到", "截止至", "截至", "截止"}) {
    if (words.starts_with(lead)) return {moment.begin + static_cast<std::uint32_t>(lead.size()), moment.end};
  }
  return moment;
}

void check(const ReportView& report, FindingSink& findings) {
  for (const Moment& moment : report.moments) {
    if (moment.valid) continue;
    auto message = DateChecker(report, moment).trouble();
    if (message) findings.add(date_of(report, moment.span), *std::move(message));
  }
}

}  // namespace

extern constinit const Rule impossible_date{
    .code = "DAT001",
    .name = "impossible-date",
    .severity = Severity::error,
    .since = "0.1.0",
    .catches = {"日历上没有的日期和时刻：6月31日、2月30日、13月5日、25时。",
                "A date or hour that no calendar has: 6月31日, 2月30日, 13月5日, 25时."},
    .why = {"日期写错，事情发生在哪一天就无从查考。",
            "With a wrong date nobody can tell on which day a thing happened."},
    .source = "Gregorian calendar (GB/T 7408.1-2023); 24-hour day",
    .examples = kExamples,
    .check = check,
};

}  // namespace tallybook::rules

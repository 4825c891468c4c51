#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <optional>

#include "checks/moments.hpp"
#include "checks/outline_lookup.hpp"
#include "checks/text_search.hpp"
#include "checks/view.hpp"
#include "text/calendar.hpp"
#include "text/characters.hpp"

namespace tallybook::rules {
namespace {

using namespace checks;

constexpr Example kExamples[] = {
    {.bad = "青澜县档案馆2026年上半年工作总结\n馆藏数字化一期工程已于⟦7月8日⟧通过验收。\n青澜县档案馆\n"
            "2026年7月3日",
     .good = "青澜县档案馆2026年上半年工作总结\n馆藏数字化一期工程已于6月8日通过验收。\n青澜县档案馆\n"
             "2026年7月3日"},
};

/// 已于7月8日通过, 7月8日召开了. What is only settled beforehand (已定于7月8日) is not done.
bool says_done(std::string_view clause) {
  if (contains_any(clause, {"定于", "拟", "将", "计划", "预计", "安排", "部署", "确定", "要求", "力争",
                            "确保", "截止", "到期", "届满", "目标", "如", "若", "约定"})) {
    return false;
  }
  return contains_any(clause, {"已", "了"});
}

/// 7月8日前 and 至7月8日 set a limit.
bool sets_limit(std::string_view text, Span moment) {
  const std::string_view after = text.substr(moment.end);
  const std::string_view before = text.substr(0, moment.begin);
  return after.starts_with("前") || after.starts_with("之前") || after.starts_with("以前") ||
         after.starts_with("底前") || after.starts_with("为止") || before.ends_with("至") ||
         before.ends_with("到") || before.ends_with("止");
}

int days_between(Date from, Date to) {
  const auto days = [](Date date) {
    return std::chrono::sys_days{std::chrono::year{date.year} / date.month / date.day};
  };
  return static_cast<int>((days(to) - days(from)).count());
}

/// The last day of which a report can tell: its own date.
bool lies_after(const ReportView& report, const Moment& moment) {
  const std::optional<Date>& date = report.report.date;
  if (!date || !moment.resolved || !moment.valid || moment.comparison || moment.from <= *date) return false;
  const ToldParts told = told_parts(report.text(moment.span));
  if (told.year) return told.month;
  // 12月20日 in a report of January is last December's.
  constexpr int kHalfYear = 183;
  return told.month && days_between(*date, moment.from) < kHalfYear;
}

/// The clause that tells what was done: the moment's own, and the next one where a comma sets the
/// moment off: 7月8日，我局召开了动员会.
std::string_view statement_at(const ReportView& report, const Moment& moment) {
  const Span clause = clause_at(report.outline, moment.span.begin);
  const std::string_view rest = report.text({moment.span.end, std::max(moment.span.end, clause.end)});
  constexpr std::size_t kComma = 3;
  const Span next = rest.size() <= kComma ? clause_at(report.outline, clause.end) : clause;
  return report.text(near({clause.begin, std::max(clause.end, next.end)}, moment.span));
}

void check(const ReportView& report, FindingSink& findings) {
  if (!report.report.date) return;
  for (const Moment& moment : report.moments) {
    if (!lies_after(report, moment) || sets_limit(report.document.text, moment.span)) continue;
    if (!says_done(statement_at(report, moment))) continue;
    const Date date = *report.report.date;
    findings.add(
        moment.span,
        {fmt::format("所说已办的事晚于材料的落款日期{}年{}月{}日。", date.year, date.month, date.day),
         fmt::format("Said to be done, yet after the report's own date, {}-{:02}-{:02}.", date.year,
                     date.month, date.day)});
  }
}

}  // namespace

extern constinit const Rule done_after_report{
    .code = "DAT005",
    .name = "done-after-report",
    .severity = Severity::warning,
    .since = "0.1.0",
    .catches = {"说已经办了的事，日期却在材料的落款日期之后。",
                "A thing said to be done on a day after the report's own date."},
    .why = {"不是日期写错，就是把还没有办的事报成了办完。",
            "Either the date is wrong, or what was still to come is reported as done."},
    .source = "Gregorian calendar (GB/T 7408.1-2023): what is done lies before the day it is reported",
    .examples = kExamples,
    .check = check,
};

}  // namespace tallybook::rules

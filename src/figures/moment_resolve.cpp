#include "figures/moment_resolve.hpp"

#include <algorithm>

#include "text/calendar.hpp"

namespace tallybook::figures {
namespace {

using text::last_day;
using text::make_date;

constexpr int kMonths = 12;
constexpr int kWeek = 7;

bool is_month(int month) {
  return month >= 1 && month <= kMonths;
}

class Resolver {
 public:
  Resolver(const Written& written, const MomentReference& reference, const MomentContext& context)
      : written_(written), reference_(reference), context_(context), as_of_(reference.as_of()) {}

  Moment run() {
    moment_.weekday = static_cast<std::uint8_t>(written_.weekday);
    moment_.time = written_.time;
    moment_.lunar = written_.lunar;
    set_dates();
    const bool time_only = written_.time && moment_.from == Date{};
    moment_.kind = time_only ? MomentKind::time : is_one_day() ? MomentKind::date : MomentKind::period;
    if (time_only) moment_.resolved = true;
    if (moment_.lunar) moment_.resolved = false;
    check_time();
    return moment_;
  }

 private:
  void set_dates() {
    if (written_.same_period) return set_same_period();
    if (written_.day_offset || written_.week_offset) return set_near_days();
    if (written_.quarter_offset) return set_near_quarter();
    if (written_.counted_week != 0) return set_counted_week();
    if (!written_.has_year() && !written_.has_month() && !written_.days.told()) return;
    const Stretch years = told_years();
    moment_.resolved = years.first != 0;
    if (!written_.has_month() && !written_.days.told()) {
      moment_.from = make_date(years.first, 1, 1);
      moment_.to = last_day(years.last, kMonths);
      return;
    }
    set_months(years);
  }

  [[nodiscard]] Stretch told_years() const {
    const int own = as_of_.year;
    const int spoken_of = context_.year != 0 ? context_.year : own;
    switch (written_.year_origin) {
      case Origin::told:
        return written_.years;
      case Origin::report:
        return shifted(own);
      case Origin::context:
        return shifted(spoken_of);
      case Origin::untold:
        break;
    }
    const int year = written_.month_origin == Origin::report ? own : spoken_of;
    return {year, year};
  }
  [[nodiscard]] Stretch shifted(int year) const {
    if (year == 0) return {0, 0};
    return {year + written_.years.first, year + written_.years.first};
  }

  void set_months(Stretch years) {
    Stretch months = written_.months;
    Date base = make_date(years.first, 1, 1);
    if (written_.month_origin == Origin::report) {
      if (as_of_ == Date{}) return set_unknown_month();
      base = text::plus_months(make_date(years.first, as_of_.month, 1), written_.months.first);
      months = {base.month, base.month};
      years = {base.year, base.year};
    } else if (written_.month_origin == Origin::untold) {
      months = month_spoken_of(years.first);
      if (months.first == 0) return set_unknown_month();
    }
    if (written_.into_next_year && years.last != 0 && years.first == years.last) ++years.last;
    if (!is_month(months.first) || !is_month(months.last)) {
      moment_.valid = false;
      moment_.from = make_date(years.first, months.first, written_.days.first);
      moment_.to = make_date(years.last, months.last, std::max(written_.days.last, 0));
      return;
    }
    set_days(years, months);
  }

  /// 30日 in a text that speaks of March; else of the last month before the report's day that has it.
  [[nodiscard]] Stretch month_spoken_of(int year) const {
    if (context_.month != 0) return {context_.month, context_.month};
    int month = as_of_.month;
    while (month > 1 && !text::exists(make_date(year, month, written_.days.last))) --month;
    return {month, month};
  }

  /// Nothing tells the month: as much as is written.
  void set_unknown_month() {
    moment_.resolved = false;
    if (written_.days.last == kMonthEnd) return;
    moment_.from = make_date(0, 0, written_.days.first);
    moment_.to = make_date(0, 0, written_.days.last);
  }

  void set_days(Stretch years, Stretch months) {
    if (!written_.days.told()) {
      moment_.from = make_date(years.first, months.first, 1);
      moment_.to = last_day(years.last, months.last);
      return;
    }
    moment_.from = day_of(years.first, months.first, written_.days.first);
    moment_.to = day_of(years.last, months.last, written_.days.last);
    constexpr int kLongestLunarMonth = 30;
    moment_.valid = moment_.lunar ? moment_.to.day <= kLongestLunarMonth
                                  : text::exists(moment_.from) && text::exists(moment_.to);
  }
  static Date day_of(int year, int month, int day) {
    return day == kMonthEnd ? last_day(year, month) : make_date(year, month, day);
  }

  /// 去年同期: the period that the sentence or the report speaks of, in that year.
  void set_same_period() {
    const auto base = context_.period ? context_.period : reference_.period;
    const Stretch years = told_years();
    if (!base || years.first == 0) {
      moment_.resolved = false;
      return;
    }
    const int shift =
        written_.year_origin == Origin::report ? written_.years.first : years.first - base->to.year;
    moment_.from = text::plus_months(base->from, shift * kMonths);
    moment_.to = text::plus_months(base->to, shift * kMonths);
    if (base->to == last_day(base->to.year, base->to.month)) {
      moment_.to = last_day(moment_.to.year, moment_.to.month);
    }
  }

  /// 昨天 and 上周三 count from the day of the report itself.
  void set_near_days() {
    const Date today = reference_.date.value_or(Date{});
    if (today == Date{}) {
      moment_.resolved = false;
      return;
    }
    if (written_.day_offset) {
      moment_.from = moment_.to = text::plus_days(today, *written_.day_offset);
      return;
    }
    const Date monday = text::plus_days(monday_of(today), *written_.week_offset * kWeek);
    constexpr int kSaturday = 6;
    const int first = written_.weekend ? kSaturday : std::max(written_.weekday, 1);
    moment_.from = text::plus_days(monday, first - 1);
    moment_.to = written_.weekday == 0 ? text::plus_days(monday, kWeek - 1) : moment_.from;
  }
  static Date monday_of(Date date) { return text::plus_days(date, 1 - text::weekday_of(date)); }

  /// 昨天, 上周三 and 最后一个周三 are days even where nothing tells which.
  [[nodiscard]] bool is_one_day() const {
    const bool told = moment_.from == moment_.to && moment_.from.day != 0;
    const bool named = written_.day_offset ||
                       (written_.weekday != 0 && (written_.week_offset || written_.counted_week != 0));
    return told || named;
  }

  /// 上季度.
  void set_near_quarter() {
    constexpr int kLength = 3;
    if (as_of_ == Date{}) {
      moment_.resolved = false;
      return;
    }
    const Date first = make_date(as_of_.year, (as_of_.month - 1) / kLength * kLength + 1, 1);
    moment_.from = text::plus_months(first, *written_.quarter_offset * kLength);
    moment_.to = text::plus_days(text::plus_months(moment_.from, kLength), -1);
  }

  /// 5月的第二周, 8月的最后一个星期一. A week belongs to where its Thursday lies (ISO 8601).
  void set_counted_week() {
    Written whole = written_;
    whole.counted_week = whole.weekday = 0;
    if (!whole.has_year() && !whole.has_month()) whole.month_origin = Origin::report;
    const Moment base = Resolver(whole, reference_, context_).run();
    moment_.resolved = base.resolved;
    moment_.valid = base.valid;
    if (!base.resolved || !base.valid) {
      moment_.from = base.from;
      moment_.to = base.to;
      return;
    }
    constexpr int kThursday = 4;
    const Date day = counted_weekday(base, written_.weekday == 0 ? kThursday : written_.weekday);
    moment_.valid = base.from <= day && day <= base.to;
    moment_.from = written_.weekday == 0 ? monday_of(day) : day;
    moment_.to = written_.weekday == 0 ? text::plus_days(moment_.from, kWeek - 1) : day;
  }
  [[nodiscard]] Date counted_weekday(const Moment& base, int weekday) const {
    if (written_.counted_week == kLastOfAll) {
      return text::plus_days(base.to, -((text::weekday_of(base.to) - weekday + kWeek) % kWeek));
    }
    const int first = (weekday - text::weekday_of(base.from) + kWeek) % kWeek;
    return text::plus_days(base.from, first + (written_.counted_week - 1) * kWeek);
  }

  void check_time() {
    constexpr int kLastHour = 24;
    constexpr int kLastMinute = 59;
    if (!moment_.time) return;
    const bool midnight = moment_.time->hour == kLastHour && moment_.time->minute == 0;
    moment_.valid &= midnight || (moment_.time->hour < kLastHour && moment_.time->minute <= kLastMinute);
  }

  const Written& written_;
  const MomentReference& reference_;
  const MomentContext& context_;
  Date as_of_;
  Moment moment_;
};

}  // namespace

Date MomentReference::as_of() const {
  return period ? period->to : date.value_or(Date{});
}

Moment resolve(const Written& written, const MomentReference& reference, const MomentContext& context) {
  return Resolver(written, reference, context).run();
}

}  // namespace tallybook::figures

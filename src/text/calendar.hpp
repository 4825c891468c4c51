// Arithmetic on dates, by the standard library's calendar.
#pragma once

#include <tallybook/report.hpp>

namespace tallybook::text {

[[nodiscard]] constexpr Date make_date(int year, int month, int day) {
  return {static_cast<std::int16_t>(year), static_cast<std::int8_t>(month), static_cast<std::int8_t>(day)};
}

/// Whether the calendar has this day. The year 0, which stands for one that is not told, is a leap
/// year, so that 2月29日 passes there.
[[nodiscard]] bool exists(Date date);

/// The last day of a month from 1 to 12.
[[nodiscard]] Date last_day(int year, int month);

/// Whole months of one year, both from 1 to 12.
[[nodiscard]] Period whole_months(int year, int first, int last);

/// For days that exist.
[[nodiscard]] Date plus_days(Date date, int days);

/// The same day some months on; in a shorter month its last.
[[nodiscard]] Date plus_months(Date date, int months);

/// 1 Monday … 7 Sunday, of a day that exists.
[[nodiscard]] int weekday_of(Date date);

}  // namespace tallybook::text

// A point or stretch of time that a text names, on the calendar.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <tallybook/decimal.hpp>
#include <tallybook/report.hpp>
#include <tallybook/span.hpp>

namespace tallybook {

enum class MomentKind : std::uint8_t {
  date,       ///< one day: 6月30日, 去年底
  period,     ///< 上半年, 1—6月, “十四五”期间, 三年来
  duration,   ///< a length that lies nowhere on the calendar: 历时2个月
  time,       ///< an hour of no told day: 16时30分
  recurring,  ///< 每周五
};

/// As the text has it; hours up to 99, so that 25时 can be told wrong.
struct TimeOfDay {
  std::int8_t hour = 0;
  std::int8_t minute = 0;
  friend constexpr auto operator<=>(const TimeOfDay&, const TimeOfDay&) = default;
};

/// A length in the calendar's own units, which have no common measure: 一年零三个月, 2.5小时.
struct TimeLength {
  Decimal years;
  Decimal months;
  Decimal weeks;
  Decimal days;
  Decimal hours;
  Decimal minutes;
  Decimal seconds;
};

/// `from` and `to` are both included; a date has them equal. Where the text leaves out a year that
/// nothing else tells, they are as far as told (6月30日 is 0-6-30) and `resolved` is false.
struct Moment {
  Span span;
  MomentKind kind = MomentKind::date;
  Date from;
  Date to;                        ///< all zero: the end is not told
  std::optional<TimeOfDay> time;  ///< of the day `from`, or alone
  TimeLength length;              ///< of a duration, of a period given by it (三年来), of what recurs
  std::uint8_t weekday = 0;       ///< as written beside it: 1 Monday … 7 Sunday, 0 none
  bool resolved = true;           ///< false: not (wholly) on the calendar
  bool valid = true;              ///< false for what no calendar has: 6月31日, 13月, 25时
  bool lunar = false;             ///< month and day are the traditional calendar's: 正月初一
  bool comparison = false;        ///< only the base of a comparison: 比去年同期, 较上年末
};

/// ISO 8601: `2026-06-30`, `2026-06`, `2026`, `2026-01-01/2026-06-30`, `P2M`, `T16:30`, `R/P1W`.
/// X stands for digits that are not told (ISO 8601-2: `XXXX-06-30`), `..` for an end that is not, and
/// `[u-ca=chinese]` (RFC 9557) marks the traditional calendar.
[[nodiscard]] std::string iso_text(const Moment& moment);

[[nodiscard]] std::string_view name_of(MomentKind value);

}  // namespace tallybook

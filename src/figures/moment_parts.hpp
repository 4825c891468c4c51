// One calendar expression as written, before anything is resolved: 去年, 3月28日, 2026年上半年.
#pragma once

#include <optional>

#include <tallybook/moment.hpp>

#include "figures/moment_cursor.hpp"

namespace tallybook::figures {

/// From what a relative part is counted.
enum class Origin : std::uint8_t {
  untold,   ///< the text leaves it out
  told,     ///< 2026年
  report,   ///< 去年, 上月: from the report's own
  context,  ///< 同年, 次年: from the one last spoken of
};

/// First and last of years, months or days; 0 where not told.
struct Stretch {
  int first = 0;
  int last = 0;
  [[nodiscard]] constexpr bool told() const { return last != 0; }
};

/// A day that stands for the last of its month.
inline constexpr int kMonthEnd = 99;

/// The last week or weekday of its month or year.
inline constexpr int kLastOfAll = -1;

struct Written {
  Origin year_origin = Origin::untold;
  Stretch years;  ///< told; else `first` is the offset
  Origin month_origin = Origin::untold;
  Stretch months;  ///< told; else `first` is the offset
  Stretch days;
  std::optional<int> day_offset;      ///< 昨天: -1
  std::optional<int> week_offset;     ///< 上周: -1
  bool week_told = false;             ///< 上周三, not 周三
  bool weekend = false;               ///< 上周末
  int counted_week = 0;               ///< 2 in 5月的第二周, kLastOfAll in 最后一个周三; 0 none
  std::optional<int> quarter_offset;  ///< 上季度: -1
  std::optional<TimeOfDay> time;
  int weekday = 0;
  bool same_period = false;     ///< 去年同期
  bool into_next_year = false;  ///< 2025年冬季
  bool lunar = false;

  [[nodiscard]] bool has_year() const { return year_origin != Origin::untold; }
  [[nodiscard]] bool has_month() const { return month_origin != Origin::untold; }
  [[nodiscard]] bool empty() const {
    return !has_year() && !has_month() && !days.told() && !day_offset && !week_offset && counted_week == 0 &&
           !quarter_offset && !time;
  }
};

/// Reads the longest expression at the cursor; nothing is taken where there is none.
[[nodiscard]] std::optional<Written> take_written(Cursor& cursor);

/// —, 至, 到 between the two ends of a range.
[[nodiscard]] bool take_joiner(Cursor& cursor);

}  // namespace tallybook::figures

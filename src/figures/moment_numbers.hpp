// The numbers of the calendar: years, months, days, hours.
#pragma once

#include <optional>

#include <tallybook/decimal.hpp>

#include "figures/moment_cursor.hpp"

namespace tallybook::figures {

struct CalendarNumber {
  int value = 0;
  int digits = 0;  ///< as written one by one; 0 for 十五, 两千
  bool arabic = false;
  [[nodiscard]] bool leading_zero() const { return digits > 1 && value < 10; }
  /// Four digits that a year of modern or recorded history can have.
  [[nodiscard]] bool is_full_year() const { return digits == 4 && value >= 1000 && value <= 2999; }
};

/// Reads one to four digits in any style (2026, ２０２６, 二〇二六) or a Chinese numeral below ten
/// thousand, with no further digit behind. Nothing is taken where none stands.
[[nodiscard]] std::optional<CalendarNumber> take_calendar_number(Cursor& cursor);

/// Reads the number of a length: 3, 2.5, 二十, 两, 十几.
[[nodiscard]] std::optional<Decimal> take_length_number(Cursor& cursor);

}  // namespace tallybook::figures

// Lengths of time: 2个月, 三年半, 8天20小时.
#pragma once

#include <optional>

#include <tallybook/moment.hpp>

#include "figures/moment_cursor.hpp"

namespace tallybook::figures {

/// Reads the longest length at the cursor; nothing is taken where there is none.
[[nodiscard]] std::optional<TimeLength> take_length(Cursor& cursor);

/// Whether the length is of whole years, months, weeks and days, so that dates can be counted by it.
[[nodiscard]] bool counts_days(const TimeLength& length);

/// The date that many calendar units on, or back.
[[nodiscard]] Date advance(Date date, const TimeLength& length, int sign);

}  // namespace tallybook::figures

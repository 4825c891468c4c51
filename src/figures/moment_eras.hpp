// Periods of many years that have a name: “十四五”期间, 20世纪80年代.
#pragma once

#include <optional>

#include "figures/moment_cursor.hpp"
#include "figures/moment_parts.hpp"

namespace tallybook::figures {

/// Reads a five-year plan: the years of “十四五” are 2021 to 2025. Short names (八五, 十五) count only
/// in quotes or before 期间, 时期, 规划, 计划.
[[nodiscard]] std::optional<Stretch> take_plan(Cursor& cursor);

/// Reads a century or a decade. `report_year` tells which century 本世纪 is; 0 where it is not known.
/// Years of 0 are not told.
[[nodiscard]] std::optional<Stretch> take_century(Cursor& cursor, int report_year);

}  // namespace tallybook::figures

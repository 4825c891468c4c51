// The parts of an expression from the day down: days, weekdays, hours.
#pragma once

#include "figures/moment_parts.hpp"

namespace tallybook::figures {

/// 2026-06-30, 2026/6/30, 2026.6.30.
bool take_numeric_date(Cursor& cursor, Written& written);

/// 30日, 28—30日, 上旬, 底, 初三, behind a month.
bool take_day_of_month(Cursor& cursor, Written& written);

/// Days without a month: 30日, 昨天, 上周三, 星期四, 大年初一.
bool take_lone_day(Cursor& cursor, Written& written);

/// What stands beside a day: （星期二）, 上午9时.
void take_beside_day(Cursor& cursor, Written& written);

/// 上午9时, 16时30分.
bool take_lone_time(Cursor& cursor, Written& written);

}  // namespace tallybook::figures

// Weeks and their days: 上周三, 下周末, 8月的最后一个星期一, 十月的第一周.
#pragma once

#include "figures/moment_parts.hpp"

namespace tallybook::figures {

/// 周三, 星期日, 礼拜天: 1 to 7; 0 where none stands.
[[nodiscard]] int take_weekday(Cursor& cursor);

/// 上周三, 下周, 本周末, 星期四.
bool take_week(Cursor& cursor, Written& written);

/// Behind a month or a year: 第一周, 最后一个星期一. Alone only 最后一个周三, of the month at hand.
bool take_counted_week(Cursor& cursor, Written& written);

}  // namespace tallybook::figures

// Where in a text the name of a time can begin, told by a few characters.
#pragma once

#include "figures/moment_cursor.hpp"

namespace tallybook::figures {

/// Whether a date, a period or a length may begin at the cursor. Most characters of a text fail at the
/// first look, most numbers at the unit behind them, so that the grammar is asked at few places only.
[[nodiscard]] bool may_name_time(const Cursor& cursor);

}  // namespace tallybook::figures

// Where in a text the name of a time can begin, told by a few characters.
#pragma once

#include "figures/moment_cursor.hpp"

namespace tallybook::figures {

/// Whether a date, a period or a length may begin at the cursor. Most characters of a text fail at the
/// first look, most numbers at the unit behind them, so that the grammar is asked at few places only.
[[nodiscard]] bool may_name_time(const Cursor& cursor);

/// The first place in [from, end) at which such a name may begin or a sentence ends; `end` where there is
/// none. `from` must be on a code-point boundary.
[[nodiscard]] std::uint32_t find_time_start(std::string_view text, std::uint32_t from, std::uint32_t end);

/// What later moments of a sentence leave out is told no longer.
[[nodiscard]] constexpr bool ends_sentence(char32_t c) {
  return c == U'。' || c == U'！' || c == U'？' || c == U'；' || c == U'\n' || c == U'\r';
}

}  // namespace tallybook::figures

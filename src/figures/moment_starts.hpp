// Where in a text the name of a time can begin, told by a few characters.
#pragma once

#include "figures/moment_cursor.hpp"

namespace tallybook::figures {

/// Whether a date, a period or a length may begin at the cursor. Most characters of a text fail at the
/// first look, most numbers at the unit behind them, so that the grammar is asked at few places only.
[[nodiscard]] bool may_name_time(const Cursor& cursor);

/// The first place from `from` on, a code-point boundary, that is worth asking for or at which a sentence may
/// end; the text's end where there is none.
[[nodiscard]] std::uint32_t find_time_start(std::string_view text, std::uint32_t from);

/// What later moments of a sentence leave out is told no longer.
[[nodiscard]] constexpr bool ends_sentence(char32_t c) {
  return c == U'。' || c == U'！' || c == U'？' || c == U'；' || c == U'\n' || c == U'\r';
}

}  // namespace tallybook::figures

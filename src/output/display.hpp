// Text as a terminal shows it: columns, and characters that must not reach it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <tallybook/span.hpp>

namespace tallybook::output {

/// One code point of a document as it is shown: `shown` is harmless on a terminal.
struct Glyph {
  std::string_view shown;
  std::uint32_t size = 0;  ///< bytes in the text; 0 at its end
  int columns = 0;         ///< 2 for East Asian wide and full-width, 0 for combining marks
};

/// The glyph that starts at `offset`. Control characters are shown as their Unicode pictures and
/// characters that turn the reading direction as U+FFFD, so that no document can move the cursor,
/// change a colour or show its text in another order.
[[nodiscard]] Glyph glyph_at(std::string_view text, std::size_t offset);

/// The glyph that ends at `offset`; size 0 at the start of the text.
[[nodiscard]] Glyph glyph_before(std::string_view text, std::size_t offset);

[[nodiscard]] int display_columns(std::string_view text);

/// Glyph by glyph as shown: for names of files and arguments, which may hold anything. Bytes that are
/// no UTF-8 become U+FFFD; the other functions here expect none.
[[nodiscard]] std::string as_shown(std::string_view text);

/// `text` as shown, line breaks and runs of spaces as one space, without leading and trailing ones.
[[nodiscard]] std::string on_one_line(std::string_view text);

/// At most `columns` wide; "…" stands for what is cut off.
[[nodiscard]] std::string cut_to(std::string_view text, int columns);

/// Cut to `columns` and filled with spaces.
[[nodiscard]] std::string left_aligned(std::string_view text, int columns);
[[nodiscard]] std::string right_aligned(std::string_view text, int columns);

}  // namespace tallybook::output

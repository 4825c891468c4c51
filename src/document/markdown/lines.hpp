// The lines of one Markdown block as they stand in the source, and how they join.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace tallybook::document::markdown {

/// Text with its place in the source; MD4C's own text (a tab it expanded) has none.
struct Piece {
  std::string_view text;
  std::optional<std::size_t> source;
  std::size_t source_size = 0;  ///< differs from the text's for references
};

struct Line {
  std::vector<Piece> pieces;
  bool ends_softly = false;  ///< by a line break that Markdown takes for a space
};

/// Display columns; a Chinese character takes two.
[[nodiscard]] std::size_t width(const Line& line);

/// Whether the soft break after `line` only wraps a long line, so that the paragraph goes on.
/// Chinese writers rarely wrap: most of them begin a new paragraph with each line and leave no blank
/// line between, which Markdown would run together. A wrapped line is long, and nearly as long as
/// the longest of its paragraph.
[[nodiscard]] bool is_wrapped(const Line& line, std::size_t widest);

/// Whether no space belongs between the two lines once joined.
[[nodiscard]] bool joins_without_space(const Line& line, const Line& next);

/// The list number that stands before `text_offset` in its line of the source, with its delimiter
/// and a space: `3. `; empty where there is none.
[[nodiscard]] std::string_view find_list_number(std::string_view source, std::size_t text_offset);

}  // namespace tallybook::document::markdown

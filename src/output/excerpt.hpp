// The words around a place, cut to a width, with the place marked under them.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include <tallybook/span.hpp>

namespace tallybook::output {

/// Two lines of equal alignment, whatever the width of their characters:
///
///     …目前79名患者入组，又新增11名，现共有89名。
///           ----                ----        ^^^^
struct Excerpt {
  std::string shown;  ///< "…" where it was cut
  std::string marks;  ///< ' ', '^' under the place, '-' under the others, by column
  Span window;        ///< the bytes that `shown` holds
};

/// Shows `place`, those of the others that fit beside it, and as much of `bounds` around them as fits
/// into `columns`. `bounds` holds no line break. A place that reaches over the end of the bounds is marked up
/// to there; an empty one gets one caret. The work is bounded by the width, not by the length of the line.
[[nodiscard]] Excerpt cut_excerpt(std::string_view text, Span bounds, Span place,
                                  std::span<const Span> others, int columns);

}  // namespace tallybook::output

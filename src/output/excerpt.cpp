#include "output/excerpt.hpp"

#include <algorithm>
#include <iterator>
#include <vector>

#include "output/display.hpp"

namespace tallybook::output {
namespace {

/// Characters without width could fill a window for ever; no honest text has more than a few a column.
constexpr int kGlyphsPerColumn = 4;

/// Grows a window over whole glyphs while they fit into the columns that are left.
class Window {
 public:
  Window(std::string_view text, Span bounds, std::uint32_t at, int columns)
      : text_(text.substr(0, bounds.end)),
        bounds_(bounds),
        span_{at, at},
        columns_(columns),
        glyphs_(columns * kGlyphsPerColumn) {}

  void grow_right(std::uint32_t end) {
    while (span_.end < end && fits(glyph_at(text_, span_.end))) span_.end += last_size_;
  }

  /// Leaves `reserve` columns free for the other side.
  void grow_left(int reserve) {
    columns_ -= reserve;
    while (span_.begin > bounds_.begin && fits(glyph_before(text_, span_.begin))) span_.begin -= last_size_;
    columns_ += reserve;
  }

  [[nodiscard]] Span span() const { return span_; }
  [[nodiscard]] int columns_left() const { return columns_; }

 private:
  bool fits(const Glyph& glyph) {
    if (glyph.columns > columns_ || glyphs_ == 0) return false;
    columns_ -= glyph.columns;
    --glyphs_;
    last_size_ = glyph.size;
    return true;
  }

  std::string_view text_;
  Span bounds_;
  Span span_;
  int columns_;
  int glyphs_;
  std::uint32_t last_size_ = 0;
};

Span hull(Span a, Span b) {
  return {std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

bool fits(std::string_view text, Span span, int columns) {
  constexpr int kMaxBytes = 4;  // of a code point
  return span.size() <= static_cast<std::uint32_t>(columns * kMaxBytes) &&
         display_columns(slice(text, span)) <= columns;
}

/// The place together with those of the others that can be shown beside it.
Span cover(std::string_view text, Span bounds, Span place, std::span<const Span> others, int columns) {
  Span covered = {place.begin, std::min(place.end, bounds.end)};
  for (const Span other : others) {
    const Span both = hull(covered, other);
    if (bounds.contains(other) && fits(text, both, columns)) covered = both;
  }
  return covered;
}

Span choose_window(std::string_view text, Span bounds, Span covered, int columns) {
  Window window(text, bounds, covered.begin, columns);
  window.grow_right(covered.end);
  window.grow_left(window.columns_left() / 2);
  window.grow_right(bounds.end);
  window.grow_left(0);
  return window.span();
}

char mark_at(std::uint32_t offset, Span place, std::span<const Span> others) {
  if (place.contains(offset)) return '^';
  const bool other = std::any_of(others.begin(), others.end(), [&](Span s) { return s.contains(offset); });
  return other ? '-' : ' ';
}

/// Only the spans that can be seen, so that marking a glyph does not ask all of them.
std::vector<Span> visible(std::span<const Span> spans, Span window) {
  std::vector<Span> seen;
  std::copy_if(spans.begin(), spans.end(), std::back_inserter(seen),
               [&](Span s) { return s.overlaps(window); });
  return seen;
}

}  // namespace

Excerpt cut_excerpt(std::string_view text, Span bounds, Span place, std::span<const Span> others,
                    int columns) {
  constexpr int kEllipses = 2;  // one column at either end
  Excerpt excerpt;
  const int room = std::max(columns - kEllipses, 2);
  excerpt.window = choose_window(text, bounds, cover(text, bounds, place, others, room), room);
  const std::vector<Span> seen = visible(others, excerpt.window);
  if (excerpt.window.begin > bounds.begin) {
    excerpt.shown = "…";
    excerpt.marks = " ";
  }
  for (std::uint32_t at = excerpt.window.begin; at < excerpt.window.end;) {
    const Glyph glyph = glyph_at(text, at);
    if (place.empty() && at == place.begin) {
      excerpt.marks.append("^").append(static_cast<std::size_t>(std::max(glyph.columns - 1, 0)), ' ');
    } else {
      excerpt.marks.append(static_cast<std::size_t>(glyph.columns), mark_at(at, place, seen));
    }
    excerpt.shown += glyph.shown;
    at += glyph.size;
  }
  if (excerpt.window.end < bounds.end) excerpt.shown += "…";
  if (place.empty() && place.begin == excerpt.window.end) excerpt.marks += '^';
  excerpt.marks.erase(excerpt.marks.find_last_not_of(' ') + 1);
  return excerpt;
}

}  // namespace tallybook::output

// What the pages that people read on a terminal share: places, excerpts and their margin.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <tallybook/analysis.hpp>

#include "output/excerpt.hpp"
#include "output/labels.hpp"
#include "output/paint.hpp"
#include "output/terminal.hpp"
#include "text/line_index.hpp"

namespace tallybook::output {

/// What every part of a page needs.
struct Page {
  Page(const Analysis& analysed, const TerminalStyle& wanted)
      : analysis(analysed),
        text(analysed.document.text),
        lines(analysed.document.text),
        style(wanted),
        paint(wanted.color) {}

  const Analysis& analysis;
  std::string_view text;
  text::LineIndex lines;
  const TerminalStyle& style;
  Painter paint;

  [[nodiscard]] std::string_view say(const Message& message) const {
    return in_language(message, style.language);
  }
  [[nodiscard]] std::uint32_t line_of(Span span) const { return lines.position(span.begin).line; }
  /// `12:5`
  [[nodiscard]] std::string place_of(std::uint32_t offset) const;
  /// The words between quotation marks, cut to a few.
  [[nodiscard]] std::string quoted(Span span) const;
};

[[nodiscard]] Span line_around(const Page& page, std::uint32_t offset);

/// The sentence that holds the place, within its line; the line where no sentence does.
[[nodiscard]] Span sentence_around(const Page& page, const ReportAnalysis& report, std::uint32_t offset);

/// The sentence around a figure; its line where the sentence says nothing else, as in a cell of a table.
[[nodiscard]] Span context_around(const Page& page, const ReportAnalysis& report, Span figure);

/// The left margin of excerpts, as wide as the largest line number.
class Gutter {
 public:
  Gutter(const Page& page, std::uint32_t last_line);

  [[nodiscard]] int columns() const { return width_ + 3; }
  [[nodiscard]] std::string numbered(std::uint32_t line) const;
  [[nodiscard]] std::string empty() const;
  [[nodiscard]] std::string sign(std::string_view sign) const;
  [[nodiscard]] std::string arrow() const;

 private:
  const Painter& paint_;
  int width_ = 1;
};

/// The excerpt with its line number, and the marks under it: '^' in `ink`, '-' in blue.
void append_excerpt(std::string& out, const Page& page, const Gutter& gutter, const Excerpt& excerpt,
                    Ink ink);

}  // namespace tallybook::output

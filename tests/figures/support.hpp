// A text and the figures in it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <tallybook/document.hpp>
#include <tallybook/figure.hpp>
#include <tallybook/outline.hpp>
#include <tallybook/relation.hpp>
#include <tallybook/report.hpp>

#include "figures/lexicon.hpp"

namespace tallybook::figures_tests {

/// The shipped vocabulary, compiled once.
[[nodiscard]] const figures::Lexicon& lexicon();

struct ReadReport {
  Report report;
  Outline outline;
  std::vector<Figure> figures;
  std::vector<Relation> relations;
};

/// A plain text through reading, splitting, outline, figures and relations.
struct ReadText {
  explicit ReadText(std::string_view text);

  Document document;
  std::vector<ReadReport> reports;

  /// Of all reports, in order.
  [[nodiscard]] std::vector<Figure> figures() const;
  [[nodiscard]] std::vector<Relation> relations() const;
  [[nodiscard]] std::string_view words(Span span) const { return slice(document.text, span); }
};

/// `1500 count 份 over`: value, kind, unit and bound; defaults (exact, no unit) are left out.
[[nodiscard]] std::string summary(const Figure& figure);

/// The same with role, direction, basis and status: `13 percent % change up year_on_year`.
[[nodiscard]] std::string full_summary(const Figure& figure);

/// A text whose expected figures are marked ⟦…⟧: the text without the marks, and the places.
struct MarkedText {
  std::string text;
  std::vector<Span> places;
};
[[nodiscard]] MarkedText read_marked(std::string_view marked);

}  // namespace tallybook::figures_tests

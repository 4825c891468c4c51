// A text and what the checks say of it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <tallybook/analysis.hpp>
#include <tallybook/document.hpp>
#include <tallybook/figure.hpp>
#include <tallybook/finding.hpp>
#include <tallybook/outline.hpp>
#include <tallybook/relation.hpp>

#include "checks/view.hpp"

namespace tallybook::testing {

/// A text whose expected places are marked ⟦…⟧: the text without the marks, and the places.
struct MarkedText {
  std::string text;
  std::vector<Span> places;
};
[[nodiscard]] MarkedText read_marked(std::string_view marked);

/// `text` as one plain document, through every layer. All rules run that are on by default, and the one
/// of this code.
[[nodiscard]] Analysis analyse(std::string_view text, std::string_view rule = {});

/// The findings of one rule over all reports of the analysis, in order.
[[nodiscard]] std::vector<Finding> findings_of(const Analysis& analysis, std::string_view rule);

/// The text with the findings of one rule marked ⟦…⟧, so that a test compares what people can read.
[[nodiscard]] std::string marked(const Analysis& analysis, std::string_view rule);

/// Compares texts that people read; a difference is shown as text, not as bytes.
void expect_same(std::string_view found, std::string_view expected);

/// A document of one report whose figures and relations the test writes itself.
class HandMade {
 public:
  explicit HandMade(std::string_view text);

  /// The nth occurrence (from 1) of `part`.
  [[nodiscard]] Span span(std::string_view part, int nth = 1) const;
  std::uint32_t add_figure(std::string_view part, int nth = 1);
  void add_relation(Relation relation) { relations_.push_back(std::move(relation)); }
  [[nodiscard]] std::vector<Finding> run() const;
  [[nodiscard]] std::string_view text(Span place) const { return slice(document_.text, place); }

 private:
  Document document_;
  DocumentFacts facts_;
  Report report_;
  Outline outline_;
  std::vector<Figure> figures_;
  std::vector<Relation> relations_;
};

}  // namespace tallybook::testing

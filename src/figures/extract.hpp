// Every quantity that a report asserts.
#pragma once

#include <span>
#include <vector>

#include <tallybook/document.hpp>
#include <tallybook/figure.hpp>
#include <tallybook/moment.hpp>
#include <tallybook/outline.hpp>
#include <tallybook/report.hpp>
#include <tallybook/trace.hpp>

#include "figures/lexicon.hpp"

namespace tallybook::figures {

/// The report's figures in the order of the text, with subject, role and the other fields set; `moments`
/// are all that the report names, in order.
[[nodiscard]] std::vector<Figure> extract(const Document& document, const Report& report,
                                          const Outline& outline, std::span<const Moment> moments,
                                          const Lexicon& lexicon);

struct TracedFigures {
  std::vector<Figure> figures;
  std::vector<FigureTrace> traces;  ///< parallel
};

/// The same figures, with the words that decided each of their fields.
[[nodiscard]] TracedFigures extract_traced(const Document& document, const Report& report,
                                           const Outline& outline, std::span<const Moment> moments,
                                           const Lexicon& lexicon);

}  // namespace tallybook::figures

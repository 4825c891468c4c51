// What of a figure's reading is told from the quantity itself, for those who ask why.
#pragma once

#include <string_view>

#include <tallybook/figure.hpp>
#include <tallybook/outline.hpp>
#include <tallybook/trace.hpp>

#include "figures/quantity.hpp"

namespace tallybook::figures {

/// Numeral, unit and approximator of a quantity.
[[nodiscard]] FigureTrace trace_of(std::string_view text, const Quantity& quantity,
                                   const Lexicon::Tables& tables);

/// Adds what only the finished figure tells: what its number can mean, and which heading makes it a plan.
void complete(FigureTrace& trace, std::string_view text, const Outline& outline, const Figure& figure,
              const Lexicon::Tables& tables);

}  // namespace tallybook::figures

// Which quantities are figures: what is an ordinal, a date, a name or a phrase stays out.
#pragma once

#include <string_view>
#include <vector>

#include <tallybook/outline.hpp>
#include <tallybook/span.hpp>

#include "figures/quantity.hpp"

namespace tallybook::figures {

/// Places in which no number is a figure: list marks, 《titles》, “slogans”. Ascending, disjoint.
[[nodiscard]] std::vector<Span> excluded_zones(std::string_view text, Span report, const Outline& outline);

/// Whether the text asserts this quantity. `sentence` bounds what is looked at.
[[nodiscard]] bool is_figure(std::string_view text, Span sentence, const Quantity& quantity,
                             const Lexicon::Tables& tables);

}  // namespace tallybook::figures

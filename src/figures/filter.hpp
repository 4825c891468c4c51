// Which quantities are figures: what is an ordinal, a date, a name or a phrase stays out.
#pragma once

#include <string_view>
#include <vector>

#include <tallybook/outline.hpp>
#include <tallybook/span.hpp>

#include "figures/quantity.hpp"

namespace tallybook::figures {

/// The addresses of pages in the net, whose digits count nothing. Ascending, disjoint.
[[nodiscard]] std::vector<Span> web_addresses(std::string_view text);

/// Places in which no number is a figure: list marks, 《titles》, “slogans”, addresses. Ascending, disjoint.
[[nodiscard]] std::vector<Span> excluded_zones(std::string_view text, Span report, const Outline& outline);

/// 八项规定, 一把手, 一切: whether a fixed phrase covers the numeral.
[[nodiscard]] bool is_in_phrase(std::string_view text, Span numeral, const Lexicon::Tables& tables);

/// Whether the text asserts this quantity. `sentence` bounds what is looked at.
[[nodiscard]] bool is_figure(std::string_view text, Span sentence, const Quantity& quantity,
                             const Lexicon::Tables& tables);

}  // namespace tallybook::figures

// What a report says of its figures together, with the verdict on each statement.
#pragma once

#include <span>
#include <vector>

#include <tallybook/document.hpp>
#include <tallybook/figure.hpp>
#include <tallybook/outline.hpp>
#include <tallybook/relation.hpp>

#include "figures/lexicon.hpp"

namespace tallybook::figures {

[[nodiscard]] std::vector<Relation> relate(const Document& document, const Outline& outline,
                                           std::span<const Figure> figures, const Lexicon& lexicon);

}  // namespace tallybook::figures

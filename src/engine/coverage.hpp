// How far the checks of one report reached.
#pragma once

#include <span>

#include <tallybook/figure.hpp>
#include <tallybook/finding.hpp>
#include <tallybook/relation.hpp>

namespace tallybook::engine {

[[nodiscard]] Coverage measure_coverage(std::span<const Figure> figures, std::span<const Relation> relations);

}  // namespace tallybook::engine

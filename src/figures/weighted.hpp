// How the change of a total lies to the changes of its parts.
#pragma once

#include <cstdint>
#include <span>

#include "figures/relation_context.hpp"

namespace tallybook::figures {

/// Whether a figure is a change in percent with a direction, of one period and without a bound.
[[nodiscard]] bool is_plain_growth(const RelationContext& context, std::uint32_t figure);

[[nodiscard]] Decimal signed_value(const Figure& change);

/// Holds the change of a total against the changes of all its parts, `-3% < 5%…6%`, within one unit of the
/// last digit that is written.
void settle_weighted(const RelationContext& context, std::uint32_t total, std::span<const Decimal> growths,
                     Relation& relation);

}  // namespace tallybook::figures

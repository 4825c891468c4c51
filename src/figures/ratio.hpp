// A written percentage against the two numbers it relates.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include <tallybook/decimal.hpp>
#include <tallybook/figure.hpp>
#include <tallybook/relation.hpp>

#include "figures/interval.hpp"

namespace tallybook::figures {

/// A published ratio may be rounded or cut off: one unit of its last digit either way. Empty where the
/// figure is no percentage, or not exact.
[[nodiscard]] std::optional<Interval> percent_interval(const Figure& figure);

/// Whether part ÷ whole can be `percent`: percent × whole and 100 × part overlap. Whole is positive.
[[nodiscard]] std::optional<bool> ratio_holds(const Interval& part, const Interval& whole,
                                              const Interval& percent);

/// part ÷ whole in percent, with `scale` decimals, rounded: what the reader should have found.
[[nodiscard]] std::string percent_text(Decimal part, Decimal whole, std::uint8_t scale);

/// The verdict for an answer; without an answer the numbers are too large.
void settle(Relation& relation, std::optional<bool> holds);

}  // namespace tallybook::figures

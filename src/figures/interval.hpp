// What a written number can mean: every value that rounding or cutting off would write that way.
#pragma once

#include <optional>
#include <string_view>

#include <tallybook/decimal.hpp>
#include <tallybook/figure.hpp>

namespace tallybook::figures {

/// Closed on both ends.
struct Interval {
  Decimal low;
  Decimal high;

  [[nodiscard]] bool overlaps(const Interval& other) const { return low <= other.high && other.low <= high; }
  [[nodiscard]] std::optional<Interval> plus(const Interval& other) const;
  [[nodiscard]] std::optional<Interval> minus(const Interval& other) const;
};

/// The place of the lowest digit that is not zero: 100 for 1300, 1 for 23.
[[nodiscard]] Decimal lowest_place(Decimal value);

/// 79名 is 79 and nothing else; 82.4万 is [823500, 825000], for published numbers are cut off as often
/// as they are rounded; 60多 is [60, 70]. Empty where the text bounds the value on one side only
/// (超, 近, 约, 以上) and for ranges.
[[nodiscard]] std::optional<Interval> interval_of(std::string_view text, const Figure& figure);

}  // namespace tallybook::figures

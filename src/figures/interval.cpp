#include "figures/interval.hpp"

namespace tallybook::figures {
namespace {

bool says_more(std::string_view words) {
  return words.find("多") != words.npos || words.find("余") != words.npos || words.find("几") != words.npos;
}

}  // namespace

Decimal lowest_place(Decimal value) {
  std::int64_t coefficient = value.coefficient();
  int power = -static_cast<int>(value.scale());
  while (coefficient != 0 && coefficient % 10 == 0) {
    coefficient /= 10;
    ++power;
  }
  return Decimal{1}.shifted(power).value_or(Decimal{1});
}

std::optional<Interval> Interval::plus(const Interval& other) const {
  const auto new_low = low.plus(other.low);
  const auto new_high = high.plus(other.high);
  if (!new_low || !new_high) return std::nullopt;
  return Interval{*new_low, *new_high};
}

std::optional<Interval> Interval::minus(const Interval& other) const {
  return plus({other.high.negated(), other.low.negated()});
}

std::optional<Interval> interval_of(std::string_view text, const Figure& figure) {
  if (figure.high) return std::nullopt;
  if (figure.bound == Bound::over && says_more(slice(text, figure.span))) {
    const auto high = figure.value.plus(lowest_place(figure.value));
    if (!high) return std::nullopt;
    return Interval{figure.value, *high};
  }
  if (figure.bound != Bound::exact) return std::nullopt;
  const bool rounded = figure.precision != Decimal{1} || figure.value.scale() > 0;
  if (!rounded) return Interval{figure.value, figure.value};
  const auto half = figure.precision.times(Decimal{5, 1});
  if (!half) return std::nullopt;
  const auto low = figure.value.minus(*half);
  const auto high = figure.value.plus(figure.precision);
  if (!low || !high) return std::nullopt;
  return Interval{*low, *high};
}

}  // namespace tallybook::figures

#include "figures/ratio.hpp"

namespace tallybook::figures {

std::optional<Interval> percent_interval(const Figure& figure) {
  if (figure.kind != FigureKind::percent || figure.bound != Bound::exact || figure.high) return std::nullopt;
  const auto low = figure.value.minus(figure.precision);
  const auto high = figure.value.plus(figure.precision);
  if (!low || !high) return std::nullopt;
  return Interval{*low, *high};
}

std::optional<bool> ratio_holds(const Interval& part, const Interval& whole, const Interval& percent) {
  const auto least = percent.low.times(percent.low.is_negative() ? whole.high : whole.low);
  const auto most = percent.high.times(percent.high.is_negative() ? whole.low : whole.high);
  const auto part_low = part.low.times(Decimal{100});
  const auto part_high = part.high.times(Decimal{100});
  if (!least || !most || !part_low || !part_high) return std::nullopt;
  return *least <= *part_high && *part_low <= *most;
}

std::string percent_text(Decimal part, Decimal whole, std::uint8_t scale) {
  const auto scaled_part = part.times(Decimal{100});
  if (!scaled_part || whole.is_zero()) return "?";
  __extension__ using Wide = __int128;
  Wide numerator = scaled_part->coefficient();
  Wide denominator = whole.coefficient();
  for (int i = scaled_part->scale(); i < whole.scale() + scale; ++i) numerator *= 10;
  for (int i = whole.scale() + scale; i < scaled_part->scale(); ++i) denominator *= 10;
  const bool negative = (numerator < 0) != (denominator < 0);
  if (numerator < 0) numerator = -numerator;
  if (denominator < 0) denominator = -denominator;
  const auto rounded = static_cast<std::int64_t>((numerator + denominator / 2) / denominator);
  return Decimal{negative ? -rounded : rounded, scale}.to_string() + "%";
}

void settle(Relation& relation, std::optional<bool> holds) {
  if (!holds) {
    relation.reason = Reason::overflow;
  } else {
    relation.verdict = *holds ? Verdict::pass : Verdict::fail;
  }
}

}  // namespace tallybook::figures

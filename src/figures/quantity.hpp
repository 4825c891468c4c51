// Quantities: a numeral with its unit and the approximators that touch it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <tallybook/decimal.hpp>
#include <tallybook/figure.hpp>
#include <tallybook/span.hpp>

#include "figures/numeral.hpp"
#include "figures/tables.hpp"

namespace tallybook::figures {

/// A quantity as the grammar reads it, before anything around it is looked at.
struct Quantity {
  Span span;     ///< with approximators and unit
  Span measure;  ///< number and unit, with sign
  Span numeral;  ///< the digits alone
  Span second;   ///< the upper end of a range with its unit; empty in 三四十
  Decimal value;
  std::optional<Decimal> high;
  Decimal precision{1};
  FigureKind kind = FigureKind::count;
  Bound bound = Bound::exact;
  std::string unit;
  const Unit* unit_entry = nullptr;  ///< null without unit, and for compounds that no data lists
  bool arabic = false;
  bool scaled = false;
  bool bare_scale = false;
  bool compound_unit = false;  ///< 元/吨: a quantity per something
  bool ratio = false;          ///< 0.9∶1
  bool ordinal = false;        ///< 第三
};

/// Reads the quantity whose numeral begins at `at`; `begin` bounds how far back an approximator may
/// reach. Empty where no numeral begins; a numeral without a unit gives a quantity without one.
[[nodiscard]] std::optional<Quantity> read_quantity(std::string_view text, std::uint32_t begin,
                                                    std::uint32_t at, std::uint32_t end,
                                                    const Lexicon::Tables& tables);

}  // namespace tallybook::figures

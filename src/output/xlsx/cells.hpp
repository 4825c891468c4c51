// What of a value a spreadsheet's cell can hold.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include <tallybook/decimal.hpp>

namespace tallybook::output::xlsx {

/// The number for a cell, where a double holds every digit of it: spreadsheets compute with doubles and
/// show fifteen digits. Empty beyond that, and the cell is to hold text.
[[nodiscard]] std::optional<double> exact_number(Decimal value);

/// A number format that shows `value` with all its digits and its unit: `#,##0.0" 万人"`. The unit is left
/// out where a format cannot hold it.
[[nodiscard]] std::string number_format(Decimal value, std::string_view unit);

/// The longest beginning of `text` that has at most so many UTF-16 units, by which spreadsheets count.
[[nodiscard]] std::string_view first_units(std::string_view text, std::size_t units);
[[nodiscard]] std::string_view last_units(std::string_view text, std::size_t units);

/// `text` as a cell can hold it: what no cell takes shown as on a terminal, cut to what fits, `_x0041_` kept
/// from being read as A.
[[nodiscard]] std::string cell_text(std::string_view text);

}  // namespace tallybook::output::xlsx

// How figures were read, for those who ask why.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <tallybook/analysis.hpp>
#include <tallybook/trace.hpp>

#include "output/terminal.hpp"

namespace tallybook::output {

/// A line of the document, or one character of it.
struct Place {
  std::uint32_t line = 0;    ///< from 1
  std::uint32_t column = 0;  ///< from 1, in code points; 0: the whole line
};

/// Each figure in its sentence with the words that decided its fields marked, and below it a row a field:
/// what was read, and from which words. `traces` holds a report's notes, parallel to the reports. With a
/// place, only the figures that begin on its line or stand over its character.
[[nodiscard]] std::string explain_text(const Analysis& analysis,
                                       std::span<const std::vector<FigureTrace>> traces,
                                       const std::optional<Place>& at, const TerminalStyle& style);

}  // namespace tallybook::output

// Figures as a table for spreadsheets.
#pragma once

#include <string>

#include <tallybook/analysis.hpp>

namespace tallybook::output {

/// The byte order mark, by which spreadsheets know UTF-8, and the names of the columns.
[[nodiscard]] std::string figures_csv_header();

/// RFC 4180: one record a figure, fields quoted where they must be, lines ended by CR LF.
[[nodiscard]] std::string figures_csv(const Analysis& analysis);

}  // namespace tallybook::output

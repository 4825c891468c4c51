// What people read on a terminal.
#pragma once

#include <cstdint>
#include <string>

#include <tallybook/analysis.hpp>

namespace tallybook::output {

struct CheckTotals;

enum class Language : std::uint8_t { zh, en };

struct TerminalStyle {
  Language language = Language::zh;
  bool color = false;
  int width = 100;    ///< columns; a Chinese character takes two
  bool keys = false;  ///< each finding's key too
};

/// Each finding with the report's name, line and column, the sentence with the place marked, and
/// the related places.
[[nodiscard]] std::string findings_text(const Analysis& analysis, const TerminalStyle& style);

/// How many findings the file has, how far the checks reached, and what they could not check.
[[nodiscard]] std::string coverage_text(const Analysis& analysis, const TerminalStyle& style);

/// Both of the above: all that `check` says of one file.
[[nodiscard]] std::string check_text(const Analysis& analysis, const TerminalStyle& style);

/// The sum over all files, by rule where there are many findings.
[[nodiscard]] std::string summary_text(const CheckTotals& totals, const TerminalStyle& style);

/// A table: line, figure, value and unit, kind, role, subject.
[[nodiscard]] std::string figures_text(const Analysis& analysis, const TerminalStyle& style);

/// The tree of every report with line numbers, marks and enumerations.
[[nodiscard]] std::string outline_text(const Analysis& analysis, const TerminalStyle& style);

}  // namespace tallybook::output

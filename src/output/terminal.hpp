// What people read on a terminal.
#pragma once

#include <string>

#include <tallybook/analysis.hpp>

namespace tallybook::output {

enum class Language : std::uint8_t { zh, en };

struct TerminalStyle {
  Language language = Language::zh;
  bool color = false;
  int width = 100;  ///< columns; a Chinese character takes two
};

/// Findings with the report's name, line and column and the sentence with the place marked, then
/// the coverage and a summary.
[[nodiscard]] std::string check_text(const Analysis& analysis, const TerminalStyle& style);
[[nodiscard]] std::string figures_text(const Analysis& analysis, const TerminalStyle& style);
[[nodiscard]] std::string outline_text(const Analysis& analysis, const TerminalStyle& style);

}  // namespace tallybook::output

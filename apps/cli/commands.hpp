// The commands of the program. Each adds itself to the parser and leaves its exit status in `status`
// when the parser runs it.
#pragma once

#include <CLI/App.hpp>

namespace tallybook::cli {

void add_check_command(CLI::App& app, int& status);
void add_figures_command(CLI::App& app, int& status);
void add_outline_command(CLI::App& app, int& status);
void add_split_command(CLI::App& app, int& status);
void add_rules_command(CLI::App& app, int& status);
void add_explain_command(CLI::App& app, int& status);

}  // namespace tallybook::cli

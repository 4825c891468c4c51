// What a user may ask of every command that reads files.
#pragma once

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "output/terminal.hpp"

namespace tallybook::cli {

/// The values as the user gave them; an empty one was not given.
struct CommonOptions {
  std::vector<std::string> files;
  std::string stdin_name = "<stdin>";
  std::string language;
  std::string color = "auto";
  std::string output;
  std::uint64_t max_size = 256;  ///< megabytes
  unsigned jobs = 0;             ///< 0: one a processor
  bool quiet = false;
};

void add_language_option(CLI::App& command, CommonOptions& options);
void add_terminal_options(CLI::App& command, CommonOptions& options);
void add_input_options(CLI::App& command, CommonOptions& options);
void add_run_options(CLI::App& command, CommonOptions& options);

/// --lang, or else the locale: LC_ALL, LC_MESSAGES, LANG, the first that is set.
[[nodiscard]] output::Language language_of(const CommonOptions& options);

/// Colour and width for an output that is, or is not, a terminal. Anything else than a terminal gets
/// one fixed width, so that the same input gives the same bytes.
[[nodiscard]] output::TerminalStyle style_of(const CommonOptions& options, bool to_terminal);

}  // namespace tallybook::cli

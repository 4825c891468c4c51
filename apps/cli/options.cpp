#include "options.hpp"

#include <sys/ioctl.h>
#include <unistd.h>
#include <algorithm>
#include <cstdlib>
#include <string_view>

namespace tallybook::cli {
namespace {

constexpr int kNarrowest = 60;
constexpr int kWidest = 160;

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): nothing here sets variables
  return value == nullptr ? std::string_view() : value;
}

output::Language locale_language() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const std::string_view value = environment(name);
    if (!value.empty()) return value.starts_with("zh") ? output::Language::zh : output::Language::en;
  }
  return output::Language::en;
}

/// NO_COLOR (no-color.org) and a terminal that can do nothing speak for the user.
bool color_wanted(std::string_view choice, bool to_terminal) {
  if (choice != "auto") return choice == "always";
  return to_terminal && environment("NO_COLOR").empty() && environment("TERM") != "dumb";
}

int terminal_columns(int otherwise) {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return otherwise;
  return std::clamp<int>(size.ws_col, kNarrowest, kWidest);
}

}  // namespace

void add_language_option(CLI::App& command, CommonOptions& options) {
  command.add_option("--lang", options.language, "Language of messages: zh or en (default: the locale's)")
      ->check(CLI::IsMember({"zh", "en"}))
      ->type_name("LANG");
}

void add_terminal_options(CLI::App& command, CommonOptions& options) {
  add_language_option(command, options);
  command
      .add_option("--color", options.color,
                  "Colour: auto (on a terminal, unless NO_COLOR is set), always or never")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->type_name("WHEN");
}

void add_input_options(CLI::App& command, CommonOptions& options) {
  command
      .add_option("FILE", options.files,
                  "Files (.txt .md .html .docx), folders (searched for such files), or - for standard input")
      ->required()
      ->type_name("");
  command.add_option("--stdin-name", options.stdin_name, "The name of standard input in messages")
      ->type_name("NAME");
  command.add_option("--max-size", options.max_size, "Refuse files of more megabytes (default: 256)")
      ->check(CLI::Range(1, 4095))
      ->type_name("MB");
}

void add_run_options(CLI::App& command, CommonOptions& options) {
  command.add_option("-j,--jobs", options.jobs, "Files read at the same time (default: one a processor)")
      ->check(CLI::Range(0, 1024))
      ->type_name("N");
  command.add_option("-o,--output", options.output, "Write to this file instead of standard output")
      ->type_name("FILE");
  command.add_flag("-q,--quiet", options.quiet, "No coverage, no summary, no progress");
}

output::Language language_of(const CommonOptions& options) {
  if (options.language.empty()) return locale_language();
  return options.language == "zh" ? output::Language::zh : output::Language::en;
}

output::TerminalStyle style_of(const CommonOptions& options, bool to_terminal) {
  output::TerminalStyle style;
  style.language = language_of(options);
  style.color = color_wanted(options.color, to_terminal);
  if (to_terminal) style.width = terminal_columns(style.width);
  return style;
}

}  // namespace tallybook::cli

#include <memory>

#include "commands.hpp"
#include "output/csv.hpp"
#include "output/json.hpp"
#include "run_files.hpp"

namespace tallybook::cli {
namespace {

struct FiguresOptions {
  CommonOptions common;
  std::string format = "text";
};

FileCommand command_for(const std::string& format) {
  FileCommand command;
  if (format == "jsonl") {
    command.file = [](Analysis&& analysis, const output::TerminalStyle&) {
      return Rendered{output::figures_jsonl(analysis), {}};
    };
  } else if (format == "csv") {
    command.before = output::figures_csv_header();
    command.file = [](Analysis&& analysis, const output::TerminalStyle&) {
      return Rendered{output::figures_csv(analysis), {}};
    };
  } else {
    command.between = "\n";
    command.file = [](Analysis&& analysis, const output::TerminalStyle& style) {
      return Rendered{output::figures_text(analysis, style), {}};
    };
  }
  return command;
}

}  // namespace

void add_figures_command(CLI::App& app, int& status) {
  auto options = std::make_shared<FiguresOptions>();
  CLI::App* command = app.add_subcommand("figures", "List every figure with what it measures (列出全部数字)");
  add_input_options(*command, options->common);
  command
      ->add_option("--format", options->format,
                   "text (default), jsonl: one object a line, or csv for spreadsheets")
      ->check(CLI::IsMember({"text", "jsonl", "csv"}))
      ->type_name("FORMAT");
  add_run_options(*command, options->common);
  add_terminal_options(*command, options->common);
  command->callback(
      [options, &status] { status = run_files(options->common, command_for(options->format)).status; });
}

}  // namespace tallybook::cli

#include <memory>

#include "commands.hpp"
#include "output/json.hpp"
#include "run_files.hpp"

namespace tallybook::cli {
namespace {

struct OutlineOptions {
  CommonOptions common;
  std::string format = "text";
};

FileCommand command_for(const std::string& format) {
  FileCommand command;
  const bool json = format == "json";
  if (!json) command.between = "\n";
  command.file = [json](Analysis&& analysis, const output::TerminalStyle& style, const Engine&) {
    return Rendered{json ? output::outline_json(analysis) : output::outline_text(analysis, style), {}};
  };
  return command;
}

}  // namespace

void add_outline_command(CLI::App& app, int& status) {
  auto options = std::make_shared<OutlineOptions>();
  CLI::App* command = app.add_subcommand("outline", "Show the tree of numbered sections (显示层次结构)");
  add_input_options(*command, options->common);
  command->add_option("--format", options->format, "text (default), or json: one object a file, one a line")
      ->check(CLI::IsMember({"text", "json"}))
      ->type_name("FORMAT");
  add_run_options(*command, options->common);
  add_terminal_options(*command, options->common);
  command->callback(
      [options, &status] { status = run_files(options->common, command_for(options->format)).status; });
}

}  // namespace tallybook::cli

#include <memory>

#include "commands.hpp"
#include "errors.hpp"
#include "output/csv.hpp"
#include "output/json.hpp"
#include "output/workbook.hpp"
#include "run_files.hpp"

namespace tallybook::cli {
namespace {

struct FiguresOptions {
  CommonOptions common;
  std::string format = "text";
};

/// All files become one workbook.
FileCommand workbook_command(std::shared_ptr<output::FiguresWorkbook> workbook) {
  FileCommand command;
  command.binary = true;
  command.file = [](Analysis&& analysis, const output::TerminalStyle&) {
    return Rendered{{}, {}, std::move(analysis)};
  };
  command.collect = [workbook](const Analysis& analysis) { return workbook->add(analysis); };
  command.after = [workbook](const output::CheckTotals&, const output::TerminalStyle&) {
    return workbook->finish();
  };
  return command;
}

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

int figures(const FiguresOptions& options) {
  if (options.format != "xlsx") return run_files(options.common, command_for(options.format)).status;
  const output::Language language = language_of(options.common);
  Result<output::FiguresWorkbook> workbook = output::FiguresWorkbook::create(language);
  if (!workbook) return report(workbook.error(), language);
  const auto shared = std::make_shared<output::FiguresWorkbook>(*std::move(workbook));
  return run_files(options.common, workbook_command(shared)).status;
}

}  // namespace

void add_figures_command(CLI::App& app, int& status) {
  auto options = std::make_shared<FiguresOptions>();
  CLI::App* command = app.add_subcommand("figures", "List every figure with what it measures (列出全部数字)");
  add_input_options(*command, options->common);
  command
      ->add_option("--format", options->format,
                   "text (default), jsonl: one object a line, csv, or xlsx: a workbook")
      ->check(CLI::IsMember({"text", "jsonl", "csv", "xlsx"}))
      ->type_name("FORMAT");
  add_run_options(*command, options->common);
  add_terminal_options(*command, options->common);
  command->callback([options, &status] { status = figures(*options); });
}

}  // namespace tallybook::cli

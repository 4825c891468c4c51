#include <charconv>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "commands.hpp"
#include "errors.hpp"
#include "output/csv.hpp"
#include "output/explain.hpp"
#include "output/json.hpp"
#include "output/workbook.hpp"
#include "run_files.hpp"

namespace tallybook::cli {
namespace {

struct FiguresOptions {
  CommonOptions common;
  std::string format = "text";
  bool explain = false;
  std::string at;
};

/// All files become one workbook.
FileCommand workbook_command(const std::shared_ptr<output::FiguresWorkbook>& workbook) {
  FileCommand command;
  command.binary = true;
  command.file = [](Analysis&& analysis, const output::TerminalStyle&, const Engine&) {
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
    command.file = [](Analysis&& analysis, const output::TerminalStyle&, const Engine&) {
      return Rendered{output::figures_jsonl(analysis), {}};
    };
  } else if (format == "csv") {
    command.before = output::figures_csv_header();
    command.file = [](Analysis&& analysis, const output::TerminalStyle&, const Engine&) {
      return Rendered{output::figures_csv(analysis), {}};
    };
  } else {
    command.between = "\n";
    command.file = [](Analysis&& analysis, const output::TerminalStyle& style, const Engine&) {
      return Rendered{output::figures_text(analysis, style), {}};
    };
  }
  return command;
}

/// A whole number from 1 on.
std::optional<std::uint32_t> ordinal(std::string_view digits) {
  std::uint32_t number = 0;
  const char* const end = digits.data() + digits.size();
  const auto [next, problem] = std::from_chars(digits.data(), end, number);
  return problem == std::errc{} && next == end && number > 0 ? std::optional(number) : std::nullopt;
}

/// `12` or `12:5`.
std::optional<output::Place> place_of(std::string_view written) {
  const std::size_t colon = written.find(':');
  const auto line = ordinal(written.substr(0, colon));
  if (!line || colon == std::string_view::npos)
    return line ? std::optional(output::Place{*line, 0}) : std::nullopt;
  const auto column = ordinal(written.substr(colon + 1));
  return column ? std::optional(output::Place{*line, *column}) : std::nullopt;
}

FileCommand explain_command(std::optional<output::Place> at) {
  FileCommand command;
  command.between = "\n";
  command.file = [at](Analysis&& analysis, const output::TerminalStyle& style, const Engine& engine) {
    std::vector<std::vector<FigureTrace>> traces;
    traces.reserve(analysis.reports.size());
    for (const ReportAnalysis& report : analysis.reports) {
      traces.push_back(engine.explain(analysis.document, report));
    }
    return Rendered{output::explain_text(analysis, traces, at, style), {}};
  };
  return command;
}

int explain(const FiguresOptions& options) {
  const auto at = place_of(options.at);
  if (!options.at.empty() && !at) {
    return report_usage({"--at 要写成 行 或 行:列，都从 1 算起，不是“" + options.at + "”",
                         "--at takes LINE or LINE:COLUMN, counted from 1, not '" + options.at + "'"},
                        language_of(options.common));
  }
  if (options.format != "text") {
    return report_usage({"--explain 只有文本格式", "--explain is text only"}, language_of(options.common));
  }
  return run_files(options.common, explain_command(at)).status;
}

int figures(const FiguresOptions& options) {
  if (options.explain) return explain(options);
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
  CLI::Option* why =
      command->add_flag("--explain", options->explain, "Tell how each figure was read, and from which words");
  command->add_option("--at", options->at, "With --explain: only the figures at this place, 12 or 12:5")
      ->needs(why)
      ->type_name("LINE[:COLUMN]");
  add_run_options(*command, options->common);
  add_terminal_options(*command, options->common);
  command->callback([options, &status] { status = figures(*options); });
}

}  // namespace tallybook::cli

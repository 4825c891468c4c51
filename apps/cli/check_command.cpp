#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "accepted_files.hpp"
#include "check_formats.hpp"
#include "commands.hpp"
#include "errors.hpp"
#include "fix_files.hpp"
#include "output/html.hpp"
#include "output/json.hpp"
#include "run_files.hpp"
#include "settings_files.hpp"

namespace tallybook::cli {
namespace {

struct CheckOptions {
  CommonOptions common;
  std::string format = "text";
  std::string fail_on = "warning";
  SettingsOptions settings;
  BaselineOptions baseline;
  bool statistics = false;
  bool keys = false;
  bool fix = false;
  bool diff = false;
};

Severity threshold_of(const CheckOptions& options) {
  if (options.fail_on == "error") return Severity::error;
  return options.fail_on == "warning" ? Severity::warning : Severity::note;
}

FileCommand text_command(const CheckOptions& options) {
  FileCommand command;
  command.file = [&](Analysis&& analysis, output::TerminalStyle style, const Engine&) {
    style.keys = options.keys;
    return Rendered{
        options.common.quiet ? output::findings_text(analysis, style) : output::check_text(analysis, style),
        output::totals_of(analysis)};
  };
  if (options.common.quiet) return command;
  command.between = "\n";
  command.after = &output::summary_text;
  return command;
}

/// For a run that only writes a baseline.
FileCommand silent_command() {
  FileCommand command;
  command.file = [](Analysis&& analysis, const output::TerminalStyle&, const Engine&) {
    return Rendered{{}, output::totals_of(analysis)};
  };
  return command;
}

FileCommand json_command() {
  FileCommand command;
  command.file = [](Analysis&& analysis, const output::TerminalStyle&, const Engine&) {
    return Rendered{output::check_json(analysis), output::totals_of(analysis)};
  };
  return command;
}

FileCommand html_command(const CheckOptions& options) {
  const output::Language language = language_of(options.common);
  const auto files = std::make_shared<std::vector<output::HtmlFile>>();
  FileCommand command;
  command.before = output::html_head(language);
  command.file = [language](Analysis&& analysis, const output::TerminalStyle&, const Engine&) {
    Rendered rendered{output::html_file(analysis, language), output::totals_of(analysis)};
    rendered.analysis = std::move(analysis);
    return rendered;
  };
  command.collect = [files](const Analysis& analysis) -> Result<void> {
    files->push_back({analysis.document.name, output::totals_of(analysis).by_severity});
    return {};
  };
  command.after = [files, language](const output::CheckTotals& totals, const output::TerminalStyle&) {
    return Result<std::string>(output::html_tail(totals, *files, language));
  };
  return command;
}

FileCommand command_of(const CheckOptions& options, const std::optional<AcceptedFiles>& accepted) {
  if (!options.baseline.write.empty()) return silent_command();
  if (options.format == "json") return json_command();
  if (options.format == "sarif") return sarif_command(options.common, accepted);
  return options.format == "html" ? html_command(options) : text_command(options);
}

int check_files(const CheckOptions& options) {
  std::optional<AcceptedFiles> accepted;
  Statistics statistics(options.common, options.format == "json");
  FileCommand command = options.statistics ? statistics.command(accepted) : command_of(options, accepted);
  command.plans = [&](const Engine& engine, const std::vector<Input>& inputs) {
    return settings_for(engine, inputs, options.settings)
        .and_then([&](std::vector<FileSettings>&& settings) {
          return AcceptedFiles::load(inputs, std::move(settings), options.baseline);
        })
        .map([&](AcceptedFiles&& files) { return plans_of(accepted.emplace(std::move(files)).settings()); });
  };
  command.prepare = [&](const FileSource& source, const Engine& engine, Analysis& analysis) {
    accepted->accept(source.index, engine, analysis);
  };
  const RunResult result = run_files(options.common, command);
  if (!accepted) return result.status;
  if (options.statistics) statistics.tell_times();
  const int unused = accepted->tell_unused(options.common);
  const int status = std::max(result.status, unused);
  if (!options.baseline.write.empty()) return std::max(status, accepted->write_baseline(options.common));
  if (status != kClean) return status;
  return result.totals.at_least(threshold_of(options)) > 0 ? kFindings : kClean;
}

int check(const CheckOptions& options) {
  if (options.statistics && options.format != "text" && options.format != "json") {
    return report_usage({"--statistics 只有 text 和 json 两种格式", "--statistics is text or json"},
                        language_of(options.common));
  }
  if (options.diff || options.fix) {
    const FixResult fixed = fix_files(options.common, options.settings, options.baseline,
                                      options.diff ? FixMode::show : FixMode::write);
    if (options.diff) return fixed.status != kClean ? fixed.status : fixed.fixes > 0 ? kFindings : kClean;
    if (fixed.status != kClean) return fixed.status;
  }
  return check_files(options);
}

}  // namespace

void add_check_command(CLI::App& app, int& status) {
  auto options = std::make_shared<CheckOptions>();
  CLI::App* command =
      app.add_subcommand("check", "Check reports: findings and coverage (检查报告，列出问题)");
  add_input_options(*command, options->common);
  command
      ->add_option("--format", options->format,
                   "text (default); json: one object a file, one a line; html: one page to hand over; "
                   "sarif: one log (SARIF 2.1.0)")
      ->check(CLI::IsMember({"text", "json", "html", "sarif"}))
      ->type_name("FORMAT");
  command->add_flag("--statistics", options->statistics,
                    "Count findings by rule in place of listing them, as text or json");
  command->add_flag("--keys", options->keys, "Show each finding's key, for [[dismiss]] in the settings");
  CLI::Option* fix = command->add_flag("--fix", options->fix, "Make the safe fixes in the files first");
  command
      ->add_flag("--diff", options->diff,
                 "Only show what --fix would change; status 1 where it would change something")
      ->excludes(fix);
  add_settings_options(*command, options->settings);
  add_baseline_options(*command, options->baseline);
  command
      ->add_option("--fail-on", options->fail_on,
                   "End with status 1 from this severity on: note, warning (default) or error")
      ->check(CLI::IsMember({"note", "warning", "error"}))
      ->type_name("SEVERITY");
  add_run_options(*command, options->common);
  add_terminal_options(*command, options->common);
  command->callback([options, &status] { status = check(*options); });
}

}  // namespace tallybook::cli

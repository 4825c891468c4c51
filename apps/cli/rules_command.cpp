#include <algorithm>
#include <memory>
#include <vector>

#include <tallybook/engine.hpp>

#include "commands.hpp"
#include "errors.hpp"
#include "options.hpp"
#include "output/catalogue.hpp"
#include "output/trials.hpp"
#include "settings_files.hpp"
#include "sink.hpp"

namespace tallybook::cli {
namespace {

struct CatalogueOptions {
  CommonOptions common;
  SettingsOptions settings;
  std::string format = "text";
  std::string rule;
};

template <typename Render>
int print(const CommonOptions& options, Render render) {
  Result<Sink> sink = Sink::open("");
  if (!sink) return report(sink.error(), language_of(options));
  const std::string text = render(style_of(options, sink->is_terminal()));
  const Result<void> written = sink->write(text).and_then([&] { return sink->close(); });
  if (written) return kClean;
  return sink->reader_gone() ? exit_status(written.error().code)
                             : report(written.error(), language_of(options));
}

/// `render(own)` with the own rules that hold here; what is wrong with them comes first.
template <typename Render>
int with_own_rules(const CatalogueOptions& options, Render render) {
  const auto own = own_rules_here(options.settings);
  return own ? render(*own) : report(own.error(), language_of(options.common));
}

int list_rules(const CatalogueOptions& options) {
  return with_own_rules(options, [&](const RuleSet& own) {
    const std::vector<const Rule*> all = rules(own);
    return print(options.common, [&](const output::TerminalStyle& style) {
      return options.format == "json" ? output::rules_json(all) : output::rules_text(all, style);
    });
  });
}

int explain(const CatalogueOptions& options) {
  return with_own_rules(options, [&](const RuleSet& own) {
    const Rule* rule = find_rule(options.rule, own);
    if (rule == nullptr) return report_usage(unknown_rule(options.rule, own), language_of(options.common));
    return print(options.common,
                 [&](const output::TerminalStyle& style) { return output::rule_text(*rule, style); });
  });
}

int test_rules(const CatalogueOptions& options) {
  return with_own_rules(options, [&](const RuleSet& own) {
    const Result<Engine> engine = Engine::create();
    if (!engine) return report(engine.error(), language_of(options.common));
    const std::vector<RuleTrial> trials = engine->try_examples(own);
    const int printed = print(options.common, [&](const output::TerminalStyle& style) {
      return output::trials_text(trials, style);
    });
    if (printed != kClean) return printed;
    const bool failed = std::any_of(trials.begin(), trials.end(),
                                    [](const RuleTrial& trial) { return !trial.failures.empty(); });
    return failed ? kFindings : kClean;
  });
}

void add_test_command(CLI::App& rules, int& status) {
  auto options = std::make_shared<CatalogueOptions>();
  CLI::App* command = rules.add_subcommand(
      "test",
      "Run the examples of own rules: the files named, or those of the settings (用例子检验自编规则)");
  command->add_option("FILE", options->settings.rules, "Files of own rules")->type_name("");
  add_terminal_options(*command, options->common);
  command->callback([options, &status] {
    // Files that are named are tried alone.
    options->settings.no_config = !options->settings.rules.empty();
    status = test_rules(*options);
  });
}

}  // namespace

void add_rules_command(CLI::App& app, int& status) {
  auto options = std::make_shared<CatalogueOptions>();
  CLI::App* command = app.add_subcommand("rules", "List all rules (列出全部规则)");
  command->add_option("--format", options->format, "text (default), or json: the catalogue")
      ->check(CLI::IsMember({"text", "json"}))
      ->type_name("FORMAT");
  add_rule_file_options(*command, options->settings);
  add_terminal_options(*command, options->common);
  add_test_command(*command, status);
  command->callback([command, options, &status] {
    if (command->get_subcommands().empty()) status = list_rules(*options);
  });
}

void add_explain_command(CLI::App& app, int& status) {
  auto options = std::make_shared<CatalogueOptions>();
  CLI::App* command =
      app.add_subcommand("explain", "Explain one rule: what, why, source, examples (说明一条规则)");
  command->add_option("RULE", options->rule, "A rule's code or name: FIG001, sum-mismatch")
      ->required()
      ->type_name("");
  add_rule_file_options(*command, options->settings);
  add_terminal_options(*command, options->common);
  command->callback([options, &status] { status = explain(*options); });
}

}  // namespace tallybook::cli

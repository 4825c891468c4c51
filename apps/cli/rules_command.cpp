#include <memory>

#include <tallybook/engine.hpp>

#include "commands.hpp"
#include "errors.hpp"
#include "options.hpp"
#include "output/catalogue.hpp"
#include "sink.hpp"

namespace tallybook::cli {
namespace {

struct CatalogueOptions {
  CommonOptions common;
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

int list_rules(const CatalogueOptions& options) {
  return print(options.common, [&](const output::TerminalStyle& style) {
    return options.format == "json" ? output::rules_json(rules()) : output::rules_text(rules(), style);
  });
}

int explain(const CatalogueOptions& options) {
  const Rule* rule = find_rule(options.rule);
  if (rule == nullptr) return report_usage(unknown_rule(options.rule), language_of(options.common));
  return print(options.common,
               [&](const output::TerminalStyle& style) { return output::rule_text(*rule, style); });
}

}  // namespace

void add_rules_command(CLI::App& app, int& status) {
  auto options = std::make_shared<CatalogueOptions>();
  CLI::App* command = app.add_subcommand("rules", "List all rules (列出全部规则)");
  command->add_option("--format", options->format, "text (default), or json: the catalogue")
      ->check(CLI::IsMember({"text", "json"}))
      ->type_name("FORMAT");
  add_terminal_options(*command, options->common);
  command->callback([options, &status] { status = list_rules(*options); });
}

void add_explain_command(CLI::App& app, int& status) {
  auto options = std::make_shared<CatalogueOptions>();
  CLI::App* command =
      app.add_subcommand("explain", "Explain one rule: what, why, source, examples (说明一条规则)");
  command->add_option("RULE", options->rule, "A rule's code or name: FIG001, sum-mismatch")
      ->required()
      ->type_name("");
  add_terminal_options(*command, options->common);
  command->callback([options, &status] { status = explain(*options); });
}

}  // namespace tallybook::cli

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <csignal>
#include <exception>
#include <string>
#include <vector>

#include <tallybook/engine.hpp>

#include "commands.hpp"
#include "errors.hpp"
#include "options.hpp"
#include "text/nearest.hpp"

namespace {

using namespace tallybook;

constexpr const char* kFooter =
    "Exit status: 0 nothing at or above --fail-on, 1 findings, 2 an error.\n"
    "退出状态：0 未发现达到 --fail-on 级别的问题，1 发现问题，2 出错。";

/// What the parser says of a wrong command line; of a misspelt command it says only that one is missing.
Message usage_problem(const CLI::App& app, const std::string& word, const CLI::ParseError& problem) {
  std::vector<std::string_view> names;
  for (const CLI::App* command : app.get_subcommands({})) names.push_back(command->get_name());
  const bool option = word.empty() || word.front() == '-';
  if (option || std::find(names.begin(), names.end(), word) != names.end()) {
    const std::string what = problem.what();
    return {what + "；用法见 tallybook --help", what + "; see 'tallybook --help'"};
  }
  const std::string near(text::nearest(word, names));
  if (near.empty()) {
    return {"没有命令“" + word + "”；用法见 tallybook --help",
            "there is no command '" + word + "'; see 'tallybook --help'"};
  }
  return {"没有命令“" + word + "”；是否指 " + near + "？",
          "there is no command '" + word + "'; did you mean '" + near + "'?"};
}

int run(int argc, char** argv) {
  CLI::App app(
      "Tallybook 台账 reads every figure of a work summary and checks that it adds up.\n"
      "读出工作总结里的每一个数字，核对是否对得上。",
      "tallybook");
  int status = cli::kClean;
  app.set_version_flag("--version", "tallybook " + std::string(version()));
  app.footer(kFooter);
  app.require_subcommand(1);
  cli::add_check_command(app, status);
  cli::add_figures_command(app, status);
  cli::add_outline_command(app, status);
  cli::add_split_command(app, status);
  cli::add_rules_command(app, status);
  cli::add_explain_command(app, status);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& problem) {
    if (problem.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success)) return app.exit(problem);
    const std::string first = argc > 1 ? argv[1] : "";
    return cli::report_usage(usage_problem(app, first, problem), cli::language_of({}));
  }
  return status;
}

}  // namespace

int main(int argc, char** argv) {
  // A write to a closed pipe, or past a limit, then fails and is handled like any other.
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  try {
    return run(argc, argv);
  } catch (const std::exception& problem) {
    return cli::report_usage({problem.what(), problem.what()}, cli::language_of({}));
  }
}

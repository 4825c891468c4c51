// Many files at once, with their output in the order of the input.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tallybook/analysis.hpp>
#include <tallybook/engine.hpp>
#include <tallybook/result.hpp>

#include "input.hpp"
#include "options.hpp"
#include "output/totals.hpp"
#include "settings_files.hpp"

namespace tallybook::cli {

/// What a command makes of one analysed file.
struct Rendered {
  std::string text;
  output::CheckTotals totals;
  std::optional<Analysis> analysis = std::nullopt;  ///< for `collect`
};

/// Where an analysis came from.
struct FileSource {
  std::size_t index = 0;  ///< into the inputs
  std::string_view bytes;
};

/// What a command is: how one file is printed, and what stands before and after all of them.
/// `prepare` and `file` are called from several threads at once, `collect` and `after` from one, in the order
/// of the files.
struct FileCommand {
  /// Which rules run on which file; empty: those on by default.
  std::function<SettingResult<std::vector<SharedPlan>>(const Engine&, const std::vector<Input>&)> plans;
  /// What is done to an analysis before it is printed.
  std::function<void(const FileSource& source, const Engine& engine, Analysis& analysis)> prepare;
  /// Reads and analyses in place of the engine's own way.
  std::function<Result<Analysis>(const FileSource& source, const Input& input, const Engine& engine)> analyse;
  /// In place of `file`, where what is printed depends on the file's bytes.
  std::function<Rendered(const FileSource& source, Analysis&& analysis)> file_of_source;
  std::function<Rendered(Analysis&& analysis, const output::TerminalStyle& style, const Engine& engine)> file;
  /// Takes in the analysis that `file` left, where all files become one thing that `after` prints.
  std::function<Result<void>(const Analysis& analysis)> collect;
  std::function<Result<std::string>(const output::CheckTotals& totals, const output::TerminalStyle& style)>
      after;
  std::string before;
  std::string between;   ///< parts what is printed of one file, and of all of them, from the next
  bool closing = false;  ///< what `after` prints ends what the files began, with nothing between
  bool binary = false;   ///< what is printed is no text, and not for a terminal
};

struct RunResult {
  output::CheckTotals totals;
  int status = 0;  ///< 0, or that of the last error
};

/// Reads, analyses and prints every file; errors go to standard error, and the other files go on.
/// Memory is bounded: only a few files a thread are held at a time.
[[nodiscard]] RunResult run_files(const CommonOptions& options, const FileCommand& command);

}  // namespace tallybook::cli

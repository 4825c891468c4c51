// Outputs of a check that need more than an analysis: SARIF, statistics.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "accepted_files.hpp"
#include "options.hpp"
#include "run_files.hpp"

namespace tallybook::cli {

/// One log of all files, which stand in `accepted` when they are read. It must outlive the command.
[[nodiscard]] FileCommand sarif_command(const CommonOptions& options,
                                        const std::optional<AcceptedFiles>& accepted);

/// Findings counted by rule, and on standard error how long that took.
class Statistics {
 public:
  Statistics(const CommonOptions& options, bool json);
  ~Statistics();
  Statistics(const Statistics&) = delete;
  Statistics& operator=(const Statistics&) = delete;

  /// For a run whose settings stand in `accepted` when the files are read. Both must outlive it.
  [[nodiscard]] FileCommand command(const std::optional<AcceptedFiles>& accepted);
  /// Behind the run.
  void tell_times() const;

 private:
  struct Times;
  const CommonOptions& options_;
  bool json_;
  std::unique_ptr<Times> times_;
};

}  // namespace tallybook::cli

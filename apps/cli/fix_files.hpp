// --fix and --diff: the fixes that findings offer, made or only shown.
#pragma once

#include "accepted_files.hpp"
#include "options.hpp"
#include "settings_files.hpp"

namespace tallybook::cli {

enum class FixMode : std::uint8_t { write, show };

struct FixResult {
  int status = 0;         ///< 0, or that of the last error
  std::size_t fixes = 0;  ///< in all files
};

/// Rewrites each file in place, whole or not at all, and says on standard error what was done; or prints
/// what would change as a unified diff. Standard input can only be shown.
[[nodiscard]] FixResult fix_files(const CommonOptions& options, const SettingsOptions& settings,
                                  const BaselineOptions& baseline, FixMode mode);

}  // namespace tallybook::cli

// Which files of own rules there are: those of the settings, and those named on the command line.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <tallybook/engine.hpp>

namespace tallybook::cli {

/// `folder` is that of the settings file, as the user would name it. A file that is named twice is loaded
/// once; a pattern that no file matches is a mistake.
[[nodiscard]] SettingResult<RuleSet> load_rule_files(const Settings& settings,
                                                     const std::filesystem::path& folder,
                                                     const std::vector<std::string>& named);

}  // namespace tallybook::cli

// Which settings hold for which file: tallybook.toml found upwards from it, or the one that was named.
#pragma once

#include <CLI/App.hpp>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <tallybook/engine.hpp>

#include "input.hpp"

namespace tallybook::cli {

/// What the user asked for on the command line.
struct SettingsOptions {
  std::string config;      ///< --config: this file for all inputs
  bool no_config = false;  ///< --no-config: the defaults
  std::string profile;
  std::vector<std::string> select;
  std::vector<std::string> enable;
  std::vector<std::string> ignore;
  std::vector<std::string> rules;  ///< --rules: these files of own rules too
};

void add_settings_options(CLI::App& command, SettingsOptions& options);

/// What runs on a file.
struct FilePlan {
  RulePlan rules;
  RuleSet own;
  friend bool operator==(const FilePlan&, const FilePlan&) = default;
};
using SharedPlan = std::shared_ptr<const FilePlan>;

/// The own rules that hold in the working directory: those of its settings, and those named.
[[nodiscard]] SettingResult<RuleSet> own_rules_here(const SettingsOptions& options);

void add_rule_file_options(CLI::App& command, SettingsOptions& options);

/// A settings file and the folder whose files it speaks of.
struct LoadedSettings {
  Settings settings;
  std::filesystem::path folder;  ///< empty where there is no settings file
  RuleSet own;                   ///< those that --rules names among them
  bool named = false;            ///< by --config: it holds for files that lie anywhere
};

/// What holds for one input.
struct FileSettings {
  SharedPlan plan;
  std::shared_ptr<const LoadedSettings> loaded;
  std::string path;  ///< from the settings file's folder, with `/`
};

inline constexpr std::string_view kSettingsName = "tallybook.toml";

/// A path as the user would name it: from the working directory where it lies below that.
[[nodiscard]] std::filesystem::path shown_path(const std::filesystem::path& path);

/// The whole of a file of settings, or why not. `what` is the kind of file, for the message.
[[nodiscard]] SettingResult<std::string> settings_text(const std::filesystem::path& path,
                                                       const Message& what);

/// Settings for each input, in their order. Any problem in any settings file is a mistake of the whole
/// run: half of the files checked under half of the settings would be worse than nothing.
[[nodiscard]] SettingResult<std::vector<FileSettings>> settings_for(const Engine& engine,
                                                                    const std::vector<Input>& inputs,
                                                                    const SettingsOptions& options);

/// Only their plans.
[[nodiscard]] std::vector<SharedPlan> plans_of(const std::vector<FileSettings>& settings);

}  // namespace tallybook::cli

#include "settings_files.hpp"

#include <fmt/format.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>

#include "find_file.hpp"
#include "rule_files.hpp"

namespace tallybook::cli {
namespace {

namespace fs = std::filesystem;

using SharedSettings = std::shared_ptr<const LoadedSettings>;

bool any_file_matches(const fs::path& folder, const std::string& pattern) {
  return find_file(folder, [&](const std::string& path) { return matches_path(pattern, path); });
}

std::optional<SettingProblem> pattern_without_files(const LoadedSettings& loaded) {
  std::vector<SettingWord> patterns;
  const auto add = [&](const std::vector<SettingWord>& words) {
    patterns.insert(patterns.end(), words.begin(), words.end());
  };
  for (const PathSelection& selection : loaded.settings.paths) add(selection.match);
  for (const Dismissal& dismissal : loaded.settings.dismissals) add(dismissal.match);
  for (const SettingWord& word : patterns) {
    if (any_file_matches(loaded.folder, word.text)) continue;
    return SettingProblem{
        loaded.settings.file,
        word.line,
        {fmt::format("没有文件符合“{}”", word.text), fmt::format("no file matches '{}'", word.text)}};
  }
  return std::nullopt;
}

SettingResult<SharedSettings> load(const fs::path& path, bool named, const std::vector<std::string>& rules) {
  auto text = settings_text(path, {"设置文件", "the settings file"});
  if (!text) return tl::unexpected(std::move(text.error()));
  auto settings = parse_settings(*text, path.string());
  if (!settings) return tl::unexpected(std::move(settings.error()));
  auto own = load_rule_files(*settings, path.parent_path(), rules);
  if (!own) return tl::unexpected(std::move(own.error()));
  const fs::path folder = fs::absolute(path).lexically_normal().parent_path();
  auto loaded = std::make_shared<const LoadedSettings>(
      LoadedSettings{*std::move(settings), folder, *std::move(own), named});
  if (auto problem = pattern_without_files(*loaded)) return tl::unexpected(*std::move(problem));
  return loaded;
}

/// Looks each folder up once.
class Finder {
 public:
  explicit Finder(const std::vector<std::string>& rules) : rules_(rules) {}

  SettingResult<SharedSettings> settings_above(const fs::path& folder) {
    const auto known = by_folder_.find(folder);
    if (known != by_folder_.end()) return known->second;
    SettingResult<SharedSettings> found = SharedSettings{};
    std::error_code error;
    if (fs::is_regular_file(folder / kSettingsName, error)) {
      found = load(shown_path(folder / kSettingsName), false, rules_);
    } else if (folder.has_parent_path() && folder != folder.parent_path()) {
      found = settings_above(folder.parent_path());
    }
    if (found) by_folder_.emplace(folder, *found);
    return found;
  }

 private:
  const std::vector<std::string>& rules_;
  std::map<fs::path, SharedSettings> by_folder_;
};

std::vector<SettingWord> words_of(const std::vector<std::string>& texts) {
  std::vector<SettingWord> words;
  words.reserve(texts.size());
  for (const std::string& text : texts) words.push_back({text, 0});
  return words;
}

RuleSelection asked_for(const SettingsOptions& options) {
  RuleSelection asked;
  if (!options.select.empty()) asked.select = words_of(options.select);
  asked.enable = words_of(options.enable);
  asked.ignore = words_of(options.ignore);
  return asked;
}

/// The settings of each file: found, named, or none.
class SettingsSource {
 public:
  explicit SettingsSource(const SettingsOptions& options) : options_(options), finder_(options.rules) {}

  SettingResult<SharedSettings> settings_for(const fs::path& folder) {
    if (!options_.no_config && options_.config.empty()) {
      auto found = finder_.settings_above(folder);
      if (!found || *found) return found;
    }
    if (!same_for_all_) {
      auto loaded = options_.config.empty() ? without_file() : load(options_.config, true, options_.rules);
      if (!loaded) return loaded;
      same_for_all_ = *std::move(loaded);
    }
    return same_for_all_;
  }

 private:
  /// The defaults, with the rules that were named.
  [[nodiscard]] SettingResult<SharedSettings> without_file() const {
    return load_rule_files({}, {}, options_.rules).map([](RuleSet&& own) -> SharedSettings {
      return std::make_shared<const LoadedSettings>(LoadedSettings{{}, {}, std::move(own), false});
    });
  }

  const SettingsOptions& options_;
  Finder finder_;
  SharedSettings same_for_all_;
};

/// Equal plans are kept once.
class Planner {
 public:
  Planner(const Engine& engine, const SettingsOptions& options)
      : engine_(engine), options_(options), asked_(asked_for(options)), source_(options) {}

  SettingResult<FileSettings> settings_of(const Input& input) {
    const fs::path path = fs::absolute(input.name).lexically_normal();
    auto settings = source_.settings_for(path.parent_path());
    if (!settings) return tl::unexpected(std::move(settings.error()));
    const LoadedSettings& loaded = **settings;
    Settings own = loaded.settings;
    if (!options_.profile.empty()) own.profile = SettingWord{options_.profile, 0};
    const std::string relative = loaded.folder.empty()
                                     ? path.generic_string()
                                     : path.lexically_relative(loaded.folder).generic_string();
    auto plan = engine_.plan(own, asked_, relative, loaded.own);
    if (!plan) return tl::unexpected(std::move(plan.error()));
    FilePlan file{*std::move(plan), loaded.own};
    if (!last_ || *last_ != file) last_ = std::make_shared<const FilePlan>(std::move(file));
    return FileSettings{last_, *settings, relative};
  }

 private:
  const Engine& engine_;
  const SettingsOptions& options_;
  RuleSelection asked_;
  SettingsSource source_;
  SharedPlan last_;
};

}  // namespace

void add_rule_file_options(CLI::App& command, SettingsOptions& options) {
  command.add_option("--rules", options.rules, "A file of own rules, besides those of the settings")
      ->allow_extra_args(false)
      ->type_name("FILE");
  CLI::Option* config =
      command
          .add_option("--config", options.config,
                      "Settings file (default: the tallybook.toml nearest above each input)")
          ->type_name("FILE");
  command.add_flag("--no-config", options.no_config, "Take no settings file")->excludes(config);
}

void add_settings_options(CLI::App& command, SettingsOptions& options) {
  const auto add_rules = [&](const char* name, std::vector<std::string>& words, const char* help) {
    command.add_option(name, words, help)->delimiter(',')->allow_extra_args(false)->type_name("RULES");
  };
  add_rules("--select", options.select, "Only these rules: codes, names or groups, comma-separated");
  add_rules("--enable", options.enable, "These rules too, on by default or not");
  add_rules("--ignore", options.ignore, "Not these rules");
  command.add_option("--profile", options.profile, "A named choice of rules: standard or strict")
      ->type_name("NAME");
  add_rule_file_options(command, options);
}

SettingResult<RuleSet> own_rules_here(const SettingsOptions& options) {
  return SettingsSource(options).settings_for(fs::current_path()).map([](const SharedSettings& settings) {
    return settings->own;
  });
}

fs::path shown_path(const fs::path& path) {
  const fs::path relative = path.lexically_relative(fs::current_path());
  return relative.empty() || relative.native().starts_with("..") ? path : relative;
}

SettingResult<std::string> settings_text(const fs::path& path, const Message& what) {
  std::ifstream file(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (file.is_open() && !file.bad()) return text;
  return tl::unexpected(
      SettingProblem{path.string(), 0, {what.zh + "无法读取", what.en + " cannot be read"}});
}

SettingResult<std::vector<FileSettings>> settings_for(const Engine& engine, const std::vector<Input>& inputs,
                                                      const SettingsOptions& options) {
  Planner planner(engine, options);
  std::vector<FileSettings> all;
  all.reserve(inputs.size());
  for (const Input& input : inputs) {
    auto settings = planner.settings_of(input);
    if (!settings) return tl::unexpected(std::move(settings.error()));
    all.push_back(*std::move(settings));
  }
  return all;
}

std::vector<SharedPlan> plans_of(const std::vector<FileSettings>& settings) {
  std::vector<SharedPlan> plans;
  plans.reserve(settings.size());
  for (const FileSettings& file : settings) plans.push_back(file.plan);
  return plans;
}

}  // namespace tallybook::cli

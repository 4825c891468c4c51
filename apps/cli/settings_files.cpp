#include "settings_files.hpp"

#include <fmt/format.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>

namespace tallybook::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kFileName = "tallybook.toml";

struct Loaded {
  Settings settings;
  fs::path folder;
};
using SharedSettings = std::shared_ptr<const Loaded>;

SettingProblem problem_with(const fs::path& path, Message message) {
  return {path.string(), 0, std::move(message)};
}

SettingResult<std::string> text_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (!file.is_open() || file.bad()) {
    return tl::unexpected(problem_with(path, {"设置文件无法读取", "the settings file cannot be read"}));
  }
  return text;
}

/// Hidden folders are not searched: no reports lie there.
bool any_file_matches(const fs::path& folder, const std::string& pattern) {
  std::error_code error;
  auto entry = fs::recursive_directory_iterator(folder, fs::directory_options::skip_permission_denied, error);
  for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (name.starts_with('.')) {
      if (entry->is_directory(error)) entry.disable_recursion_pending();
      continue;
    }
    if (entry->is_regular_file(error) &&
        matches_path(pattern, entry->path().lexically_relative(folder).generic_string())) {
      return true;
    }
  }
  return false;
}

std::optional<SettingProblem> pattern_without_files(const Loaded& loaded) {
  for (const PathSelection& selection : loaded.settings.paths) {
    for (const SettingWord& word : selection.match) {
      if (any_file_matches(loaded.folder, word.text)) continue;
      return SettingProblem{
          loaded.settings.file,
          word.line,
          {fmt::format("没有文件符合“{}”", word.text), fmt::format("no file matches '{}'", word.text)}};
    }
  }
  return std::nullopt;
}

SettingResult<SharedSettings> load(const fs::path& path) {
  auto text = text_of(path);
  if (!text) return tl::unexpected(std::move(text.error()));
  auto settings = parse_settings(*text, path.string());
  if (!settings) return tl::unexpected(std::move(settings.error()));
  auto loaded = std::make_shared<Loaded>(Loaded{*std::move(settings), fs::absolute(path).parent_path()});
  if (auto problem = pattern_without_files(*loaded)) return tl::unexpected(*std::move(problem));
  return loaded;
}

/// Looks each folder up once.
class Finder {
 public:
  SettingResult<SharedSettings> settings_above(const fs::path& folder) {
    const auto known = by_folder_.find(folder);
    if (known != by_folder_.end()) return known->second;
    SettingResult<SharedSettings> found = SharedSettings{};
    std::error_code error;
    if (fs::is_regular_file(folder / kFileName, error)) {
      found = load(shown(folder / kFileName));
    } else if (folder.has_parent_path() && folder != folder.parent_path()) {
      found = settings_above(folder.parent_path());
    }
    if (found) by_folder_.emplace(folder, *found);
    return found;
  }

 private:
  /// As the user would name it: from the working directory where it lies below that.
  static fs::path shown(const fs::path& path) {
    const fs::path relative = path.lexically_relative(fs::current_path());
    return relative.empty() || relative.native().starts_with("..") ? path : relative;
  }

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

/// Equal plans are kept once.
class Planner {
 public:
  Planner(const Engine& engine, const SettingsOptions& options)
      : engine_(engine), options_(options), asked_(asked_for(options)) {}

  SettingResult<SharedPlan> plan_of(const Input& input) {
    const fs::path path = fs::absolute(input.name).lexically_normal();
    auto settings = settings_for(path);
    if (!settings) return tl::unexpected(std::move(settings.error()));
    Settings own = *settings ? (*settings)->settings : Settings{};
    if (!options_.profile.empty()) own.profile = SettingWord{options_.profile, 0};
    const std::string relative =
        *settings ? path.lexically_relative((*settings)->folder).generic_string() : path.generic_string();
    auto plan = engine_.plan(own, asked_, relative);
    if (!plan) return tl::unexpected(std::move(plan.error()));
    if (!last_ || *last_ != *plan) last_ = std::make_shared<const RulePlan>(*std::move(plan));
    return last_;
  }

 private:
  SettingResult<SharedSettings> settings_for(const fs::path& path) {
    if (options_.no_config) return SharedSettings{};
    if (options_.config.empty()) return finder_.settings_above(path.parent_path());
    if (!named_) {
      auto loaded = load(options_.config);
      if (!loaded) return tl::unexpected(std::move(loaded.error()));
      named_ = *std::move(loaded);
    }
    return named_;
  }

  const Engine& engine_;
  const SettingsOptions& options_;
  RuleSelection asked_;
  Finder finder_;
  SharedSettings named_;
  SharedPlan last_;
};

}  // namespace

void add_settings_options(CLI::App& command, SettingsOptions& options) {
  const auto add_rules = [&](const char* name, std::vector<std::string>& words, const char* help) {
    command.add_option(name, words, help)->delimiter(',')->allow_extra_args(false)->type_name("RULES");
  };
  add_rules("--select", options.select, "Only these rules: codes, names or groups, comma-separated");
  add_rules("--enable", options.enable, "These rules too, on by default or not");
  add_rules("--ignore", options.ignore, "Not these rules");
  command.add_option("--profile", options.profile, "A named choice of rules: standard or strict")
      ->type_name("NAME");
  CLI::Option* config =
      command
          .add_option("--config", options.config,
                      "Settings file (default: the tallybook.toml nearest above each input)")
          ->type_name("FILE");
  command.add_flag("--no-config", options.no_config, "Take no settings file")->excludes(config);
}

SettingResult<std::vector<SharedPlan>> plans_for(const Engine& engine, const std::vector<Input>& inputs,
                                                 const SettingsOptions& options) {
  Planner planner(engine, options);
  std::vector<SharedPlan> plans;
  plans.reserve(inputs.size());
  for (const Input& input : inputs) {
    auto plan = planner.plan_of(input);
    if (!plan) return tl::unexpected(std::move(plan.error()));
    plans.push_back(*std::move(plan));
  }
  return plans;
}

}  // namespace tallybook::cli

#include "settings/parse.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <array>

#include "settings/toml_text.hpp"

namespace tallybook::embedded {
extern const std::string_view profiles;
}  // namespace tallybook::embedded

namespace tallybook::settings {
namespace {

std::optional<Severity> severity_of(std::string_view name) {
  for (const Severity severity : {Severity::note, Severity::warning, Severity::error}) {
    if (name_of(severity) == name) return severity;
  }
  return std::nullopt;
}

/// Reads the keys of one table after another; keeps the first mistake and goes on with what is there.
class Reader {
 public:
  explicit Reader(std::string_view file) : file_(file) {}

  [[nodiscard]] const std::optional<SettingProblem>& problem() const { return problem_; }

  void fail(std::uint32_t line, Message message) {
    if (!problem_) problem_ = SettingProblem{file_, line, std::move(message)};
  }

  template <std::size_t N>
  void only_keys(const toml::table& table, const std::array<std::string_view, N>& known) {
    for (const auto& [key, node] : table) {
      if (std::find(known.begin(), known.end(), key.str()) != known.end()) continue;
      fail(line_of(node), {fmt::format("没有“{}”这个设置项", key.str()),
                           fmt::format("there is no setting '{}'", key.str())});
    }
  }

  std::optional<SettingWord> word(const toml::table& table, std::string_view key) {
    const toml::node* node = table.get(key);
    if (node == nullptr) return std::nullopt;
    const auto text = node->value<std::string>();
    if (text && !text->empty()) return SettingWord{*text, line_of(*node)};
    fail(line_of(*node),
         {fmt::format("“{}”应是一个非空字符串", key), fmt::format("'{}' must be a non-empty string", key)});
    return std::nullopt;
  }

  std::vector<SettingWord> words(const toml::table& table, std::string_view key) {
    std::vector<SettingWord> words;
    const toml::node* node = table.get(key);
    if (node == nullptr) return words;
    const toml::array* array = node->as_array();
    if (array == nullptr) {
      fail(line_of(*node), {fmt::format("“{}”应是字符串的数组：{} = [\"…\"]", key, key),
                            fmt::format("'{}' must be an array of strings: {} = [\"…\"]", key, key)});
      return words;
    }
    for (const toml::node& entry : *array) {
      const auto text = entry.value<std::string>();
      if (text && !text->empty()) {
        words.push_back({*text, line_of(entry)});
      } else {
        fail(line_of(entry), {fmt::format("“{}”中应是非空字符串", key),
                              fmt::format("'{}' must hold non-empty strings", key)});
      }
    }
    return words;
  }

  RuleSelection selection(const toml::table& table) {
    RuleSelection rules;
    if (table.contains("select")) rules.select = words(table, "select");
    rules.enable = words(table, "enable");
    rules.ignore = words(table, "ignore");
    severities(table, rules);
    raise(table, rules);
    return rules;
  }

 private:
  void severities(const toml::table& table, RuleSelection& rules) {
    const toml::node* node = table.get("severity");
    if (node == nullptr) return;
    if (!node->is_table()) {
      fail(line_of(*node), {"“severity”应是表：[severity] 下写 规则 = \"warning\"",
                            "'severity' must be a table: below [severity], RULE = \"warning\""});
      return;
    }
    for (const auto& [key, value] : *node->as_table()) {
      const auto severity = severity_of(value.value_or(std::string_view{}));
      if (severity) {
        rules.severity.emplace_back(SettingWord{std::string(key.str()), line_of(value)}, *severity);
      } else {
        fail(line_of(value), {fmt::format("“{}”的级别应是 note、warning 或 error", key.str()),
                              fmt::format("the severity of '{}' must be note, warning or error", key.str())});
      }
    }
  }

  void raise(const toml::table& table, RuleSelection& rules) {
    const auto name = word(table, "raise");
    if (!name) return;
    rules.raise = severity_of(name->text);
    if (!rules.raise) {
      fail(name->line, {"“raise”应是 note、warning 或 error", "'raise' must be note, warning or error"});
    }
  }

  std::string file_;
  std::optional<SettingProblem> problem_;
};

constexpr std::array<std::string_view, 10> kTopKeys = {"profile",  "rules", "select", "enable",   "ignore",
                                                       "severity", "raise", "paths",  "baseline", "dismiss"};
constexpr std::array<std::string_view, 5> kDismissKeys = {"rule", "key", "text", "reason", "match"};
constexpr std::array<std::string_view, 6> kPathKeys = {"match",  "select",   "enable",
                                                       "ignore", "severity", "raise"};
constexpr std::array<std::string_view, 8> kProfileKeys = {"name",   "zh",     "en",       "select",
                                                          "enable", "ignore", "severity", "raise"};

void read_paths(const toml::table& root, Reader& reader, Settings& settings) {
  const toml::node* node = root.get("paths");
  if (node == nullptr) return;
  const toml::array* paths = node->as_array();
  if (paths == nullptr || !paths->is_array_of_tables()) {
    reader.fail(line_of(*node), {"按路径的设置写作 [[paths]]", "settings by path are written as [[paths]]"});
    return;
  }
  for (const toml::node& entry : *paths) {
    const toml::table& table = *entry.as_table();
    reader.only_keys(table, kPathKeys);
    PathSelection path{reader.words(table, "match"), reader.selection(table)};
    if (path.match.empty()) {
      reader.fail(line_of(entry), {"[[paths]] 须有 match = [\"…\"]", "[[paths]] needs match = [\"…\"]"});
    }
    settings.paths.push_back(std::move(path));
  }
}

/// What a row says the finding is known by: exactly one of key and text.
void read_place(const toml::table& table, std::uint32_t line, Reader& reader, Dismissal& dismissal) {
  const auto key = reader.word(table, "key");
  const auto text = reader.word(table, "text");
  if (table.contains("key") == table.contains("text")) {
    reader.fail(line, {"[[dismiss]] 须有 key 或 text 之一", "[[dismiss]] needs either key or text"});
  }
  if (text) dismissal.text = text->text;
  if (!key) return;
  dismissal.key = parse_key(key->text);
  if (!dismissal.key) {
    reader.fail(key->line,
                {"“key”应是 16 位十六进制数字（小写）", "'key' must be 16 hexadecimal digits in lower case"});
  }
}

void read_dismissals(const toml::table& root, Reader& reader, Settings& settings) {
  const toml::node* node = root.get("dismiss");
  if (node == nullptr) return;
  const toml::array* rows = node->as_array();
  if (rows == nullptr || !rows->is_array_of_tables()) {
    reader.fail(line_of(*node),
                {"接受的问题写作 [[dismiss]]", "accepted findings are written as [[dismiss]]"});
    return;
  }
  for (const toml::node& entry : *rows) {
    const toml::table& table = *entry.as_table();
    reader.only_keys(table, kDismissKeys);
    Dismissal dismissal;
    dismissal.line = line_of(entry);
    dismissal.rule = reader.word(table, "rule").value_or(SettingWord{});
    dismissal.reason = reader.word(table, "reason").value_or(SettingWord{}).text;
    if (dismissal.rule.text.empty()) {
      reader.fail(dismissal.line, {"[[dismiss]] 须有 rule = \"…\"", "[[dismiss]] needs rule = \"…\""});
    }
    if (dismissal.reason.empty()) {
      reader.fail(dismissal.line,
                  {"[[dismiss]] 须有 reason = \"…\"，写明理由", "[[dismiss]] needs reason = \"…\""});
    }
    read_place(table, dismissal.line, reader, dismissal);
    dismissal.match = reader.words(table, "match");
    settings.dismissals.push_back(std::move(dismissal));
  }
}

}  // namespace

SettingResult<Settings> parse(std::string_view toml, std::string_view name) {
  const auto root = parse_table(toml, name);
  if (!root) return tl::unexpected(root.error());
  Reader reader(name);
  reader.only_keys(*root, kTopKeys);
  Settings settings;
  settings.file = name;
  settings.profile = reader.word(*root, "profile");
  settings.rule_files = reader.words(*root, "rules");
  settings.rules = reader.selection(*root);
  read_paths(*root, reader, settings);
  settings.baseline = reader.word(*root, "baseline");
  read_dismissals(*root, reader, settings);
  if (reader.problem()) return tl::unexpected(*reader.problem());
  return settings;
}

SettingResult<std::vector<Profile>> shipped_profiles() {
  constexpr std::string_view kName = "profiles.toml";
  const auto root = parse_table(embedded::profiles, kName);
  if (!root) return tl::unexpected(root.error());
  Reader reader(kName);
  std::vector<Profile> profiles;
  const toml::array* rows = (*root)["profile"].as_array();
  if (rows == nullptr) reader.fail(0, {"没有 [[profile]]", "[[profile]] is missing"});
  for (std::size_t i = 0; rows != nullptr && i < rows->size(); ++i) {
    const toml::table* table = rows->get(i)->as_table();
    if (table == nullptr) continue;
    reader.only_keys(*table, kProfileKeys);
    Profile profile;
    for (const auto& [key, target] : {std::pair<std::string_view, std::string*>{"name", &profile.name},
                                      {"zh", &profile.description.zh},
                                      {"en", &profile.description.en}}) {
      const auto text = reader.word(*table, key);
      if (text) *target = text->text;
    }
    profile.rules = reader.selection(*table);
    profiles.push_back(std::move(profile));
  }
  if (reader.problem()) return tl::unexpected(*reader.problem());
  return profiles;
}

}  // namespace tallybook::settings

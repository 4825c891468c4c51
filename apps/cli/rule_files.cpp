#include "rule_files.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <fstream>
#include <set>
#include <string_view>

#include "find_file.hpp"

namespace tallybook::cli {
namespace {

namespace fs = std::filesystem;

/// The library refuses what is larger; whatever was named by mistake need not be read to its end.
constexpr std::size_t kMostBytes = std::size_t{8} << 20;

class RuleFiles {
 public:
  [[nodiscard]] bool add(const fs::path& path) {
    std::error_code error;
    if (!known_.insert(fs::weakly_canonical(path, error)).second) return true;
    std::ifstream stream(path, std::ios::binary);
    std::string text(kMostBytes, '\0');
    stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (!fs::is_regular_file(path, error) || !stream.is_open() || stream.bad()) return false;
    text.resize(static_cast<std::size_t>(stream.gcount()));
    files_.push_back({path.string(), std::move(text)});
    return true;
  }

  [[nodiscard]] SettingResult<RuleSet> load() const { return load_rules(files_); }

 private:
  std::set<fs::path> known_;
  std::vector<RuleFile> files_;
};

std::vector<fs::path> files_of(const std::string& word, const fs::path& folder) {
  if (word.find_first_of("*?[") == std::string::npos) return {folder / word};
  std::vector<fs::path> paths;
  const fs::path from = folder.empty() ? "." : folder;
  find_file(from, [&](const std::string& path) {
    if (matches_path(word, path)) paths.push_back(folder / path);
    return false;
  });
  std::sort(paths.begin(), paths.end());
  return paths;
}

Message unreadable(const fs::path& path) {
  return {fmt::format("规则文件“{}”无法读取", path.string()),
          fmt::format("the rule file '{}' cannot be read", path.string())};
}

}  // namespace

SettingResult<RuleSet> load_rule_files(const Settings& settings, const fs::path& folder,
                                       const std::vector<std::string>& named) {
  RuleFiles files;
  for (const SettingWord& word : settings.rule_files) {
    const std::vector<fs::path> paths = files_of(word.text, folder);
    if (paths.empty()) {
      return tl::unexpected(SettingProblem{
          settings.file,
          word.line,
          {fmt::format("没有文件符合“{}”", word.text), fmt::format("no file matches '{}'", word.text)}});
    }
    for (const fs::path& path : paths) {
      if (!files.add(path)) return tl::unexpected(SettingProblem{settings.file, word.line, unreadable(path)});
    }
  }
  for (const std::string& name : named) {
    if (!files.add(name)) return tl::unexpected(SettingProblem{"", 0, unreadable(name)});
  }
  return files.load();
}

}  // namespace tallybook::cli

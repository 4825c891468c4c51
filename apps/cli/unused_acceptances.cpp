// What was meant to accept findings and accepts none. A setting that does nothing is a mistake, not silence;
// but a run over some of the files cannot know what the others hold.
#include <fmt/format.h>
#include <algorithm>
#include <filesystem>
#include <iterator>
#include <set>

#include "accepted_files.hpp"
#include "errors.hpp"

namespace tallybook::cli {
namespace {

namespace fs = std::filesystem;

/// Whether another settings file, further down, holds for the file.
bool has_own_settings(const fs::path& file, const fs::path& folder) {
  std::error_code ignored;
  for (fs::path at = file.parent_path(); at != folder && at != at.parent_path(); at = at.parent_path()) {
    if (fs::exists(at / kSettingsName, ignored)) return true;
  }
  return false;
}

Message nothing_accepted(const Dismissal& row) {
  const std::string place = row.key ? key_text(*row.key) : row.text;
  return {fmt::format("[[dismiss]] {} “{}”没有对上任何问题", row.rule.text, place),
          fmt::format("[[dismiss]] {} '{}' matches no finding", row.rule.text, place)};
}

}  // namespace

int AcceptedFiles::tell_comments(output::Language language) const {
  int status = kClean;
  for (const Outcome& outcome : outcomes_) {
    for (const SettingProblem& problem : outcome.use.problems) status = report(problem, language);
  }
  return status;
}

/// Whether the row's rule ran on every input that the row holds for, and there was one.
bool AcceptedFiles::was_asked(const LoadedSettings& loaded, const Dismissal& row) const {
  bool asked = false;
  for (const FileSettings& file : settings_) {
    if (file.loaded.get() != &loaded || !holds_for(row, file.path)) continue;
    if (!runs(*file.plan, row.rule.text)) return false;
    asked = true;
  }
  return asked;
}

/// Whether this run read every file that the row holds for.
bool AcceptedFiles::all_files_read(const LoadedSettings& loaded, const Dismissal& row) const {
  std::set<fs::path> read;
  for (std::size_t i = 0; i < outcomes_.size(); ++i) {
    if (settings_[i].loaded.get() != &loaded) continue;
    if (!outcomes_[i].analysed) return false;
    read.insert(paths_[i]);
  }
  if (loaded.named) return true;
  const std::vector<Input> files = expand({loaded.folder.string()}, {});
  return std::all_of(files.begin(), files.end(), [&](const Input& file) {
    const fs::path path = fs::path(file.name).lexically_normal();
    return file.error || read.count(path) > 0 || has_own_settings(path, loaded.folder) ||
           !holds_for(row, path.lexically_relative(loaded.folder).generic_string());
  });
}

int AcceptedFiles::tell_rows(const CommonOptions& options) const {
  const output::Language language = language_of(options);
  std::set<const Dismissal*> used;
  for (const Outcome& outcome : outcomes_) used.insert(outcome.use.used.begin(), outcome.use.used.end());
  std::set<const LoadedSettings*> seen;
  int status = kClean;
  for (const FileSettings& file : settings_) {
    if (!seen.insert(file.loaded.get()).second) continue;
    std::size_t undecided = 0;
    for (const Dismissal& row : file.loaded->settings.dismissals) {
      if (used.count(&row) > 0 || !was_asked(*file.loaded, row)) continue;
      if (all_files_read(*file.loaded, row)) {
        status =
            report(SettingProblem{file.loaded->settings.file, row.line, nothing_accepted(row)}, language);
      } else {
        ++undecided;
      }
    }
    if (undecided == 0 || options.quiet) continue;
    const std::string& name = file.loaded->settings.file;
    say({fmt::format("{}：{} 条 [[dismiss]] 没有用上；它管的文件没有都查，不能断定多余", name, undecided),
         fmt::format("{}: {} [[dismiss]] rows not used; not all files that they hold for were checked", name,
                     undecided)},
        language);
  }
  return status;
}

int AcceptedFiles::tell_stale(const CommonOptions& options) const {
  const output::Language language = language_of(options);
  std::map<std::string, std::map<std::uint32_t, BaselineEntry>> stale;
  const std::set<fs::path> inputs(paths_.begin(), paths_.end());
  for (std::size_t i = 0; i < outcomes_.size(); ++i) {
    for (const BaselineEntry& entry : outcomes_[i].use.stale) {
      stale[places_[i].baseline->baseline.name].emplace(entry.line, entry);
    }
  }
  for (const auto& [path, loaded] : baselines_) {
    for (const BaselineEntry& entry : loaded->baseline.entries) {
      std::error_code ignored;
      const fs::path file = (loaded->folder / entry.file).lexically_normal();
      if (inputs.count(file) > 0 || fs::exists(file, ignored)) continue;
      stale[loaded->baseline.name].emplace(entry.line, entry);
    }
  }
  int status = kClean;
  for (const auto& [name, entries] : stale) {
    if (options_.strict) {
      for (const auto& [line, entry] : entries) {
        status = report(
            SettingProblem{name,
                           line,
                           {fmt::format("{} 里的 {} “{}”已经没有了", entry.file, entry.rule, entry.text),
                            fmt::format("{} '{}' is gone from {}", entry.rule, entry.text, entry.file)}},
            language);
      }
    } else if (!options.quiet) {
      say({fmt::format("{}：{} 条已经没有对应的问题，可用 --write-baseline 重写", name, entries.size()),
           fmt::format("{}: {} entries match nothing any more; --write-baseline writes it anew", name,
                       entries.size())},
          language);
    }
  }
  return status;
}

int AcceptedFiles::tell_unused(const CommonOptions& options) const {
  const int comments = tell_comments(language_of(options));
  const int rows = tell_rows(options);
  const int stale = tell_stale(options);
  return std::max({comments, rows, stale});
}

}  // namespace tallybook::cli

// What is accepted in which file: comments, rows of the settings, baselines; and what of it was of no use.
#pragma once

#include <CLI/App.hpp>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <tallybook/acceptance.hpp>
#include <tallybook/engine.hpp>

#include "input.hpp"
#include "options.hpp"
#include "settings_files.hpp"

namespace tallybook::cli {

struct BaselineOptions {
  std::string read;     ///< --baseline: this file for all inputs
  std::string write;    ///< --write-baseline
  bool strict = false;  ///< --strict-baseline
};

void add_baseline_options(CLI::App& command, BaselineOptions& options);

/// Whether the row holds for the file at `path`, counted from the settings file's folder.
[[nodiscard]] bool holds_for(const Dismissal& row, const std::string& path);

/// Whether the rule runs on a file; what no rule is called, no run can find.
[[nodiscard]] bool runs(const FilePlan& plan, std::string_view rule);

/// All inputs of one run.
class AcceptedFiles {
 public:
  /// Reads the baselines that the settings and the options name. Where one is to be written, none is held
  /// against the findings.
  [[nodiscard]] static SettingResult<AcceptedFiles> load(const std::vector<Input>& inputs,
                                                         std::vector<FileSettings> settings,
                                                         const BaselineOptions& options);

  [[nodiscard]] const std::vector<FileSettings>& settings() const { return settings_; }

  /// What is accepted in one input.
  [[nodiscard]] Acceptances of(std::size_t index) const;

  /// Takes the accepted findings out. From several threads, once for each input.
  void accept(std::size_t index, const Engine& engine, Analysis& analysis);

  /// Behind the run: tells what accepted nothing, and returns the status that this means.
  [[nodiscard]] int tell_unused(const CommonOptions& options) const;

  /// Behind the run: writes the open findings as a baseline, with what an old one holds of files and rules
  /// that this run did not check.
  [[nodiscard]] int write_baseline(const CommonOptions& options) const;

 private:
  /// What one input came to.
  struct Outcome {
    bool analysed = false;
    AcceptanceUse use;
    std::vector<BaselineEntry> found;  ///< where a baseline is to be written
  };
  struct LoadedBaseline {
    Baseline baseline;
    std::filesystem::path folder;
  };
  using SharedBaseline = std::shared_ptr<const LoadedBaseline>;
  struct Place {
    SharedBaseline baseline;  ///< null where none holds
    std::string file;         ///< the input's name in it
  };

  SettingResult<SharedBaseline> read(const std::filesystem::path& path);
  SettingResult<SharedBaseline> baseline_for(const FileSettings& settings);
  [[nodiscard]] std::vector<BaselineEntry> kept_entries(const Baseline& old) const;

  [[nodiscard]] int tell_comments(output::Language language) const;
  [[nodiscard]] int tell_rows(const CommonOptions& options) const;
  [[nodiscard]] int tell_stale(const CommonOptions& options) const;
  [[nodiscard]] bool was_asked(const LoadedSettings& loaded, const Dismissal& row) const;
  [[nodiscard]] bool all_files_read(const LoadedSettings& loaded, const Dismissal& row) const;

  BaselineOptions options_;
  std::vector<std::filesystem::path> paths_;  ///< absolute, of each input
  std::vector<FileSettings> settings_;
  std::vector<Place> places_;
  std::vector<Outcome> outcomes_;
  std::map<std::filesystem::path, SharedBaseline> baselines_;  ///< by their own paths
};

}  // namespace tallybook::cli

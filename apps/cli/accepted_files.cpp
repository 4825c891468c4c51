#include "accepted_files.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

#include <fmt/format.h>

#include "errors.hpp"
#include "output/display.hpp"
#include "sink.hpp"

namespace tallybook::cli {
namespace {

namespace fs = std::filesystem;

fs::path absolute_path(const fs::path& path) {
  return fs::absolute(path).lexically_normal();
}

/// A name may hold any bytes, a baseline only UTF-8.
std::string name_in_baseline(const fs::path& path, const fs::path& folder) {
  return output::as_shown(path.lexically_relative(folder).generic_string());
}

}  // namespace

bool runs(const FilePlan& plan, std::string_view rule) {
  const auto all = rules(plan.own);
  const Rule* known = find_rule(rule, plan.own);
  const auto at = static_cast<std::size_t>(std::find(all.begin(), all.end(), known) - all.begin());
  return at >= plan.rules.size() || plan.rules[at].enabled;
}

bool holds_for(const Dismissal& row, const std::string& path) {
  return row.match.empty() || std::any_of(row.match.begin(), row.match.end(), [&](const SettingWord& word) {
           return matches_path(word.text, path);
         });
}

void add_baseline_options(CLI::App& command, BaselineOptions& options) {
  CLI::Option* read =
      command.add_option("--baseline", options.read, "Show only findings that this file does not hold")
          ->type_name("FILE");
  command.add_option("--write-baseline", options.write, "Accept all findings: write them to this file")
      ->excludes(read)
      ->type_name("FILE");
  command.add_flag("--strict-baseline", options.strict,
                   "End with status 2 where the baseline holds findings that are gone");
}

SettingResult<AcceptedFiles::SharedBaseline> AcceptedFiles::read(const fs::path& path) {
  const fs::path own = absolute_path(path);
  const auto known = baselines_.find(own);
  if (known != baselines_.end()) return known->second;
  const auto text = settings_text(path, {"基线文件", "the baseline"});
  if (!text) return tl::unexpected(text.error());
  auto baseline = parse_baseline(*text, path.string());
  if (!baseline) return tl::unexpected(std::move(baseline.error()));
  SharedBaseline loaded =
      std::make_shared<const LoadedBaseline>(LoadedBaseline{*std::move(baseline), own.parent_path()});
  baselines_.emplace(own, loaded);
  return loaded;
}

SettingResult<AcceptedFiles::SharedBaseline> AcceptedFiles::baseline_for(const FileSettings& settings) {
  if (!options_.write.empty()) return SharedBaseline{};
  if (!options_.read.empty()) return read(options_.read);
  if (!settings.loaded->settings.baseline) return SharedBaseline{};
  const SettingWord& word = *settings.loaded->settings.baseline;
  auto baseline = read(shown_path((settings.loaded->folder / word.text).lexically_normal()));
  if (!baseline && baseline.error().line == 0) {
    baseline.error() = {settings.loaded->settings.file,
                        word.line,
                        {fmt::format("基线文件“{}”无法读取", word.text),
                         fmt::format("the baseline '{}' cannot be read", word.text)}};
  }
  return baseline;
}

SettingResult<AcceptedFiles> AcceptedFiles::load(const std::vector<Input>& inputs,
                                                 std::vector<FileSettings> settings,
                                                 const BaselineOptions& options) {
  AcceptedFiles files;
  files.options_ = options;
  files.settings_ = std::move(settings);
  files.outcomes_.resize(inputs.size());
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    files.paths_.push_back(absolute_path(inputs[i].name));
    auto baseline = files.baseline_for(files.settings_[i]);
    if (!baseline) return tl::unexpected(std::move(baseline.error()));
    std::string name = *baseline ? name_in_baseline(files.paths_[i], (*baseline)->folder) : std::string();
    files.places_.push_back({*std::move(baseline), std::move(name)});
  }
  return files;
}

Acceptances AcceptedFiles::of(std::size_t index) const {
  Acceptances accepted;
  const FileSettings& settings = settings_[index];
  for (const Dismissal& row : settings.loaded->settings.dismissals) {
    if (holds_for(row, settings.path)) accepted.dismissals.push_back(&row);
  }
  if (places_[index].baseline) accepted.baseline = places_[index].baseline->baseline.of(places_[index].file);
  return accepted;
}

void AcceptedFiles::accept(std::size_t index, const Engine& engine, Analysis& analysis) {
  Outcome& outcome = outcomes_[index];
  outcome.use = engine.accept(analysis, settings_[index].plan->rules, of(index));
  outcome.analysed = true;
  if (!options_.write.empty()) {
    const fs::path folder = absolute_path(options_.write).parent_path();
    outcome.found = baseline_of(analysis, name_in_baseline(paths_[index], folder));
  }
}

std::vector<BaselineEntry> AcceptedFiles::kept_entries(const Baseline& old) const {
  const fs::path folder = absolute_path(options_.write).parent_path();
  std::map<std::string, std::size_t> checked;
  for (std::size_t i = 0; i < paths_.size(); ++i) checked.emplace(name_in_baseline(paths_[i], folder), i);
  std::vector<BaselineEntry> kept;
  for (const BaselineEntry& entry : old.entries) {
    const auto input = checked.find(entry.file);
    std::error_code ignored;
    const bool keep = input == checked.end() ? fs::exists(folder / entry.file, ignored)
                                             : !outcomes_[input->second].analysed ||
                                                   !runs(*settings_[input->second].plan, entry.rule);
    if (keep) kept.push_back(entry);
  }
  return kept;
}

int AcceptedFiles::write_baseline(const CommonOptions& options) const {
  const output::Language language = language_of(options);
  std::vector<BaselineEntry> entries;
  std::error_code ignored;
  if (fs::exists(options_.write, ignored)) {
    const auto old =
        settings_text(options_.write, {"基线文件", "the baseline"}).and_then([&](const std::string& text) {
          return parse_baseline(text, options_.write);
        });
    if (!old) return report(old.error(), language);
    entries = kept_entries(*old);
  }
  std::map<fs::path, bool> seen;
  for (std::size_t i = 0; i < outcomes_.size(); ++i) {
    if (!seen.emplace(paths_[i], true).second) continue;
    entries.insert(entries.end(), outcomes_[i].found.begin(), outcomes_[i].found.end());
  }
  std::size_t findings = 0;
  for (const BaselineEntry& entry : entries) findings += entry.count;
  const Result<void> written = Sink::open(options_.write).and_then([&](Sink sink) {
    return sink.write(baseline_toml(std::move(entries))).and_then([&] { return sink.close(); });
  });
  if (!written) return report(written.error(), language);
  if (!options.quiet) {
    say({fmt::format("{}：写入 {} 处已接受的问题", options_.write, findings),
         fmt::format("{}: {} accepted findings written", options_.write, findings)},
        language);
  }
  return kClean;
}

}  // namespace tallybook::cli

#include "check_formats.hpp"

#include <chrono>
#include <cstdio>
#include <memory>
#include <mutex>
#include <utility>

#include "output/sarif.hpp"
#include "output/statistics.hpp"

namespace tallybook::cli {
namespace {

std::uint64_t now() {
  const auto since = std::chrono::steady_clock::now().time_since_epoch();
  return static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::nanoseconds>(since).count());
}

/// The artifact of each input, in their order, whichever thread made it.
struct Artifacts {
  std::mutex mutex;
  std::vector<std::string> list;

  void put(std::size_t index, std::string artifact) {
    const std::lock_guard lock(mutex);
    if (list.size() <= index) list.resize(index + 1);
    list[index] = std::move(artifact);
  }
};

}  // namespace

FileCommand sarif_command(const CommonOptions& options, const std::optional<AcceptedFiles>& accepted) {
  const output::Language language = language_of(options);
  const auto artifacts = std::make_shared<Artifacts>();
  FileCommand command;
  command.before = output::sarif_head(rules(), language);
  command.between = ",\n";
  command.closing = true;
  command.file_of_source = [language, artifacts](const FileSource& source, Analysis&& analysis) {
    artifacts->put(source.index, output::sarif_artifact(analysis.document, source.bytes));
    return Rendered{output::sarif_results(analysis, source.bytes, language), output::totals_of(analysis)};
  };
  command.after = [artifacts, &accepted](const output::CheckTotals&, const output::TerminalStyle&) {
    artifacts->list.resize(accepted->settings().size());  // the last files may not have been readable
    return Result<std::string>(output::sarif_tail(artifacts->list));
  };
  return command;
}

struct Statistics::Times {
  std::uint64_t begin = 0;
  std::mutex mutex;
  std::uint64_t bytes = 0;
  std::vector<std::uint64_t> by_rule;

  void add(std::uint64_t size, const RuleClock& clock) {
    const std::lock_guard lock(mutex);
    bytes += size;
    if (by_rule.size() < clock.spent.size()) by_rule.resize(clock.spent.size(), 0);
    for (std::size_t i = 0; i < clock.spent.size(); ++i) by_rule[i] += clock.spent[i];
  }
};

Statistics::Statistics(const CommonOptions& options, bool json)
    : options_(options), json_(json), times_(std::make_unique<Times>()) {}

Statistics::~Statistics() = default;

FileCommand Statistics::command(const std::optional<AcceptedFiles>& accepted) {
  times_->begin = now();
  FileCommand command;
  command.analyse = [this, &accepted](const FileSource& source, const Input& input, const Engine& engine) {
    RuleClock clock{&now, {}};
    const FilePlan& plan = *accepted->settings()[source.index].plan;
    auto analysis = engine.analyse(source.bytes, input.name, plan.rules, plan.own, &clock);
    times_->add(source.bytes.size(), clock);
    return analysis;
  };
  command.file = [](Analysis&& analysis, const output::TerminalStyle&, const Engine&) {
    return Rendered{{}, output::totals_of(analysis)};
  };
  command.after = [this](const output::CheckTotals& totals, const output::TerminalStyle& style) {
    return Result<std::string>(json_ ? output::statistics_json(totals)
                                     : output::statistics_text(totals, style));
  };
  return command;
}

void Statistics::tell_times() const {
  if (options_.quiet) return;
  std::vector<output::RuleTime> by_rule;
  const auto all = rules();
  for (std::size_t i = 0; i < times_->by_rule.size() && i < all.size(); ++i) {
    by_rule.push_back({all[i]->code, times_->by_rule[i]});
  }
  const std::string text =
      output::run_time_text({times_->bytes, now() - times_->begin, by_rule}, language_of(options_));
  std::fwrite(text.data(), 1, text.size(), stderr);
}

}  // namespace tallybook::cli

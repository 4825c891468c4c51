// The facade: from bytes to findings.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <tallybook/acceptance.hpp>
#include <tallybook/analysis.hpp>
#include <tallybook/fixed.hpp>
#include <tallybook/result.hpp>
#include <tallybook/rule.hpp>
#include <tallybook/rule_clock.hpp>
#include <tallybook/rule_set.hpp>
#include <tallybook/settings.hpp>
#include <tallybook/trace.hpp>
#include <tallybook/unit.hpp>

namespace tallybook {

/// "0.1.0"
[[nodiscard]] std::string_view version();

/// All rules in code order.
[[nodiscard]] std::span<const Rule* const> rules();

/// The same, and behind them an office's own: the order of a RulePlan.
[[nodiscard]] std::vector<const Rule*> rules(const RuleSet& own);

/// The rule with this code or name (ASCII case does not matter); null where there is none.
[[nodiscard]] const Rule* find_rule(std::string_view code_or_name, const RuleSet& own = {});

/// What to say of a word that is no rule's code, name or group, with the one that comes nearest.
[[nodiscard]] Message unknown_rule(std::string_view word, const RuleSet& own = {});

/// Loads an office's own rules. Anything wrong with a file is a mistake that names its line.
///
///     const tallybook::RuleFile file{"县办.toml", text};
///     const auto own = tallybook::load_rules({&file, 1});
[[nodiscard]] SettingResult<RuleSet> load_rules(std::span<const RuleFile> files);

/// Reads the text of a tallybook.toml; `name` is the file's, for messages.
[[nodiscard]] SettingResult<Settings> parse_settings(std::string_view toml, std::string_view name);

/// Whether a shell pattern of [[paths]] takes in a path; `*` also matches `/`.
[[nodiscard]] bool matches_path(const std::string& pattern, const std::string& path);

/// The compiled tables. Immutable: one Engine serves any number of threads.
class Engine {
 public:
  /// Compiles the shipped vocabulary. Fails only if that vocabulary breaks its own schema.
  [[nodiscard]] static Result<Engine> create();

  /// Reads and analyses a file's bytes. `name` is used in errors and, by its extension, as a hint
  /// for the format; the bytes have the last word.
  ///
  ///     auto engine = tallybook::Engine::create();
  ///     auto analysis = engine->analyse("一、主要工作\n新增11名。", "a.txt");
  [[nodiscard]] Result<Analysis> analyse(std::string_view bytes, std::string_view name) const;

  /// The same with a choice of rules, from plan(), and with the office's own. A clock is told how long
  /// each rule took.
  [[nodiscard]] Result<Analysis> analyse(std::string_view bytes, std::string_view name, const RulePlan& plan,
                                         const RuleSet& own = {}, RuleClock* clock = nullptr) const;

  /// What the settings, and above them the wishes of the command line, mean for the file at `path`
  /// (from the settings file's folder, with `/`).
  [[nodiscard]] SettingResult<RulePlan> plan(const Settings& settings, const RuleSelection& asked,
                                             std::string_view path, const RuleSet& own = {}) const;
  /// The selections that ship under a name.
  [[nodiscard]] std::span<const Profile> profiles() const;

  /// Sets the findings apart that a comment in the text, a row of the settings or a baseline accepts.
  [[nodiscard]] AcceptanceUse accept(Analysis& analysis, const RulePlan& plan,
                                     const Acceptances& accepted) const;

  /// Makes the fixes that the findings offer, round after round until none is left to make; accepted
  /// findings stay as they are. Every byte that no fix names stays too. A file that cannot be rewritten
  /// (DOCX) comes back unchanged.
  [[nodiscard]] Result<Fixed> fix(std::string_view bytes, std::string_view name, const RulePlan& plan,
                                  const RuleSet& own = {}, const Acceptances& accepted = {}) const;

  /// Runs each of an office's own rules over its examples: a bad text must give exactly the findings that
  /// it marks, a good one none, and the fixes must make the good text of the bad one.
  [[nodiscard]] std::vector<RuleTrial> try_examples(const RuleSet& own) const;

  /// The single steps, for those who need one of them only.
  [[nodiscard]] static Result<Document> read(std::string_view bytes, std::string_view name);
  [[nodiscard]] Analysis analyse(Document document) const;
  [[nodiscard]] Analysis analyse(Document document, const RulePlan& plan, const RuleSet& own = {},
                                 RuleClock* clock = nullptr) const;

  /// What the vocabulary knows of a figure's unit: its dimension, and how it converts. Empty where it
  /// knows no such unit.
  ///
  ///     engine->unit("公里")->factor  // 1000, to the base 米
  [[nodiscard]] std::optional<MeasureUnit> unit(std::string_view text) const;

  /// Why the figures of a report were read as they were: one trace a figure, in their order. It reads the
  /// report once more; analysis keeps no such notes.
  ///
  ///     const auto traces = engine->explain(analysis.document, analysis.reports[0]);
  [[nodiscard]] std::vector<FigureTrace> explain(const Document& document,
                                                 const ReportAnalysis& report) const;

  Engine(Engine&&) noexcept;
  Engine& operator=(Engine&&) noexcept;
  ~Engine();

 private:
  struct Tables;
  explicit Engine(std::unique_ptr<const Tables> tables);
  std::unique_ptr<const Tables> tables_;
};

}  // namespace tallybook

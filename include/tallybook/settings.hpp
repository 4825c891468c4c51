// What an office wants to hear of, and how loud: tallybook.toml as values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

#include <tallybook/finding.hpp>

namespace tallybook {

/// A word of a settings file or of an option. For rules: a code (FIG001), a name (sum-mismatch) or a
/// group (FIG), in any ASCII case, or ALL.
struct SettingWord {
  std::string text;
  std::uint32_t line = 0;  ///< in the settings file, from 1; 0 for an option
};

/// Which rules run, and how severe their findings are. Applied in the order of the members.
struct RuleSelection {
  std::optional<std::vector<SettingWord>> select;  ///< only these; not given: those on by default
  std::vector<SettingWord> enable;                 ///< these too
  std::vector<SettingWord> ignore;                 ///< but not these
  std::vector<std::pair<SettingWord, Severity>> severity;
  std::optional<Severity> raise;  ///< at least so severe, all of them
};

/// What differs for some files.
struct PathSelection {
  /// Shell patterns (POSIX fnmatch) against the path from the settings file's folder; `*` also
  /// matches `/`.
  std::vector<SettingWord> match;
  RuleSelection rules;
};

/// A row [[dismiss]]: a finding that somebody has looked at and lets stand. The row holds for the next
/// half-year's text too, where the words around the place are the same.
struct Dismissal {
  SettingWord rule;                  ///< one rule: a code or a name
  std::optional<std::uint64_t> key;  ///< the finding's key, or else
  std::string text;                  ///< words that hold the place
  std::string reason;
  std::vector<SettingWord> match;  ///< as in PathSelection; empty: in every file
  std::uint32_t line = 0;
};

struct Settings {
  std::string file;  ///< its name, for messages
  std::optional<SettingWord> profile;
  /// Files of own rules: paths, or shell patterns, from the settings file's folder.
  std::vector<SettingWord> rule_files = {};
  RuleSelection rules;
  std::vector<PathSelection> paths;     ///< of several that match, the later has the last word
  std::optional<SettingWord> baseline;  ///< the file's name, from the settings file's folder
  std::vector<Dismissal> dismissals;
};

/// A setting that says nothing, or something impossible: a mistake, never silence.
struct SettingProblem {
  std::string file;        ///< empty for an option
  std::uint32_t line = 0;  ///< 0: the whole file, or an option
  Message message;         ///< one clause, no full stop
};

template <typename T>
using SettingResult = tl::expected<T, SettingProblem>;

/// Whether a rule runs on a file, and how severe its findings are there.
struct RuleChoice {
  bool enabled = true;
  Severity severity = Severity::warning;
  friend bool operator==(const RuleChoice&, const RuleChoice&) = default;
};

/// One choice for each rule, in the order of rules(), then of the office's own.
using RulePlan = std::vector<RuleChoice>;

/// A named selection that ships with the program.
struct Profile {
  std::string name;  ///< standard, strict
  Message description;
  RuleSelection rules;
};

}  // namespace tallybook

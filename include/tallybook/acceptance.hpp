// Findings that are known and accepted, so that only new ones are shown.
#pragma once

#include <compare>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <tallybook/analysis.hpp>
#include <tallybook/settings.hpp>

namespace tallybook {

/// So many findings of one rule in the same words of one file.
struct BaselineEntry {
  std::string file;  ///< from the baseline's folder, with `/`
  std::string rule;  ///< a code
  std::uint64_t key = 0;
  std::uint32_t count = 1;
  std::string text = {};   ///< the place in its words, for people
  std::uint32_t line = 0;  ///< in the baseline, from 1
};

/// What a baseline file holds, by file, rule and key.
struct Baseline {
  std::string name;  ///< the file's, for messages
  std::vector<BaselineEntry> entries;

  /// The entries of one file.
  [[nodiscard]] std::span<const BaselineEntry> of(std::string_view file) const;
};

/// Reads a baseline; `name` is the file's, for messages.
[[nodiscard]] SettingResult<Baseline> parse_baseline(std::string_view toml, std::string_view name);

/// A baseline as TOML, a line an entry, in an order that does not depend on that of `entries`.
[[nodiscard]] std::string baseline_toml(std::vector<BaselineEntry> entries);

/// The findings of an analysis as entries for `file`.
[[nodiscard]] std::vector<BaselineEntry> baseline_of(const Analysis& analysis, std::string_view file);

/// What is accepted in one file beside the comments in it.
struct Acceptances {
  std::vector<const Dismissal*> dismissals;
  std::span<const BaselineEntry> baseline;
};

/// What Engine::accept made of it.
struct AcceptanceUse {
  std::vector<const Dismissal*> used;  ///< the rows that accepted something
  std::vector<BaselineEntry> stale;    ///< entries, with the count of findings that are no longer there
  std::vector<SettingProblem>
      problems;  ///< comments that are misspelt or accept nothing; lines of the source
};

}  // namespace tallybook

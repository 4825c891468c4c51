// What all files come to by rule, in place of the findings themselves.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "output/terminal.hpp"
#include "output/totals.hpp"

namespace tallybook::output {

/// A line a rule, those with the most findings first, then the sum.
[[nodiscard]] std::string statistics_text(const CheckTotals& totals, const TerminalStyle& style);

/// {"version":…,"files":…,"reports":…,"rules":[…],"accepted":…,"coverage":…} on one line.
[[nodiscard]] std::string statistics_json(const CheckTotals& totals);

/// How long a run took, and its rules.
struct RuleTime {
  std::string_view code;
  std::uint64_t nanoseconds = 0;
};
struct RunTime {
  std::uint64_t bytes = 0;        ///< of all files
  std::uint64_t nanoseconds = 0;  ///< from the first to the last
  std::span<const RuleTime> rules;
};

/// The slowest rules, the speed of the whole. No two runs take the same time, so that this never stands among
/// results.
[[nodiscard]] std::string run_time_text(const RunTime& time, Language language);

}  // namespace tallybook::output

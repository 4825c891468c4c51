// What all checked files come to.
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <map>
#include <string>

#include <tallybook/analysis.hpp>

namespace tallybook::output {

struct RuleCount {
  std::string name;
  Severity severity = Severity::note;
  std::size_t findings = 0;
};

/// Adds up over any number of files, in any order.
struct CheckTotals {
  std::size_t files = 0;
  std::size_t reports = 0;
  std::array<std::size_t, 3> by_severity{};               ///< by Severity
  std::array<std::size_t, 8> unchecked_by_reason{};       ///< relations, by Reason
  std::map<std::string, RuleCount, std::less<>> by_rule;  ///< by code
  std::array<std::size_t, 3> accepted{};                  ///< findings that are not shown, by AcceptedBy
  Coverage coverage;

  void add(const Analysis& analysis);
  CheckTotals& operator+=(const CheckTotals& other);

  [[nodiscard]] std::size_t findings() const;
  [[nodiscard]] std::size_t unchecked() const;
  [[nodiscard]] std::size_t all_accepted() const;
  /// Findings of this severity and of those above it.
  [[nodiscard]] std::size_t at_least(Severity threshold) const;
};

[[nodiscard]] CheckTotals totals_of(const Analysis& analysis);

}  // namespace tallybook::output

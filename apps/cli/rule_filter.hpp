// --select and --ignore: which rules the user wants to hear of.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include <tallybook/analysis.hpp>

namespace tallybook::cli {

class RuleFilter {
 public:
  /// Each word is a rule's code (FIG001), name (sum-mismatch) or group (FIG), in any case. No
  /// selection means all. A word that means no rule is a mistake, never silence.
  [[nodiscard]] static tl::expected<RuleFilter, Message> create(const std::vector<std::string>& select,
                                                                const std::vector<std::string>& ignore);

  void apply(Analysis& analysis) const;

 private:
  std::optional<std::set<std::string_view>> selected_;
  std::set<std::string_view> ignored_;
};

/// "there is no rule X", with the code or name that comes nearest.
[[nodiscard]] Message unknown_rule(std::string_view word);

}  // namespace tallybook::cli

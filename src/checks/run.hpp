// The registry and the runner.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include <tallybook/finding.hpp>
#include <tallybook/rule.hpp>
#include <tallybook/rule_clock.hpp>
#include <tallybook/settings.hpp>

#include "checks/view.hpp"

namespace tallybook::checks {

/// All rules in code order: the rows of rules.def.
[[nodiscard]] std::span<const Rule* const> registry();

/// The one of `rules` with this code or name, in any ASCII case; null where there is none.
[[nodiscard]] const Rule* find(std::string_view code_or_name,
                               std::span<const Rule* const> rules = registry());

/// The rules that are on by default, with their own severities.
[[nodiscard]] RulePlan default_plan();

/// The rules that the plan enables on one report; findings ascend by place, then by rule. A clock is told
/// how long each rule took.
[[nodiscard]] std::vector<Finding> run(const ReportInput& input, const Vocabulary& vocabulary,
                                       const RulePlan& plan, RuleClock* clock = nullptr);

}  // namespace tallybook::checks

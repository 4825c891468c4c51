// The registry and the runner.
#pragma once

#include <span>
#include <vector>

#include <tallybook/finding.hpp>
#include <tallybook/rule.hpp>

#include "checks/view.hpp"

namespace tallybook::checks {

/// All rules in code order: the rows of rules.def.
[[nodiscard]] std::span<const Rule* const> registry();

/// Every enabled rule on one report; findings ascend by place, then by rule.
[[nodiscard]] std::vector<Finding> run(const ReportView& report);

}  // namespace tallybook::checks

// What totals come to in words: the lines that the terminal and the page to hand over share.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "output/terminal.hpp"
#include "output/totals.hpp"

namespace tallybook::output {

/// 错误 1，警告 2，提示 3
[[nodiscard]] std::string findings_line(const CheckTotals& totals, Language language);

/// How many figures and relations there are, and what the checks made of them.
[[nodiscard]] std::string checked_line(const Coverage& coverage, Language language);

/// Silence is never "passed": what no check could reach is said too. Empty when all was reached.
[[nodiscard]] std::string unchecked_line(const CheckTotals& totals, Language language);

/// What is not shown, and by whose word. Empty where everything is shown.
[[nodiscard]] std::string accepted_line(const CheckTotals& totals, Language language);

/// A rule's code and what it found.
using RuleRow = std::pair<std::string_view, RuleCount>;

/// The worst first, then in code order.
[[nodiscard]] std::vector<RuleRow> rule_rows(const CheckTotals& totals);

}  // namespace tallybook::output

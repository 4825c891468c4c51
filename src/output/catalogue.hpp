// The rules as people and programs read them.
#pragma once

#include <span>
#include <string>

#include <tallybook/rule.hpp>

#include "output/terminal.hpp"

namespace tallybook::output {

/// One line a rule: code, severity, name, what it catches.
[[nodiscard]] std::string rules_text(std::span<const Rule* const> rules, const TerminalStyle& style);

/// The catalogue: {"version":…,"rules":[…]}.
[[nodiscard]] std::string rules_json(std::span<const Rule* const> rules);

/// What one rule catches, why, by which source, and its examples with the place marked.
[[nodiscard]] std::string rule_text(const Rule& rule, const TerminalStyle& style);

}  // namespace tallybook::output

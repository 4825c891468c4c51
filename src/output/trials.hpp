// How an office's own rules did on their own examples.
#pragma once

#include <span>
#include <string>

#include <tallybook/rule_set.hpp>

#include "output/terminal.hpp"

namespace tallybook::output {

/// Each example that is not kept, with what should have come and what came; each rule without examples;
/// and how many there were.
[[nodiscard]] std::string trials_text(std::span<const RuleTrial> trials, const TerminalStyle& style);

}  // namespace tallybook::output

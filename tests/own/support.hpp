// Own rules written in a test, and what they find.
#pragma once

#include <string>
#include <string_view>

#include <tallybook/engine.hpp>

namespace tallybook::own_tests {

/// A rule with all that every rule must have; `body` is its kind and the kind's own keys.
[[nodiscard]] std::string rule_of(std::string_view body, std::string_view code = "XBG001");

/// Rules from the text of one file, rules.toml, which must be right.
[[nodiscard]] RuleSet load(std::string_view toml);

/// What is wrong with the text of a rule file: `rules.toml:3: …`, in Chinese.
[[nodiscard]] std::string problem_of(std::string_view toml);

/// The own rules alone on a text.
[[nodiscard]] Analysis analyse(const RuleSet& own, std::string_view text);

/// The text with every finding in ⟦ ⟧.
[[nodiscard]] std::string marked(const RuleSet& own, std::string_view text);
/// The same by one rule, written as rule_of() takes it.
[[nodiscard]] std::string marked(std::string_view body, std::string_view text);

/// The messages in Chinese, one a line.
[[nodiscard]] std::string messages(std::string_view body, std::string_view text);

[[nodiscard]] std::string fixed(std::string_view body, std::string_view text);

}  // namespace tallybook::own_tests

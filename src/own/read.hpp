// A rule file's text as rules, whose words and patterns are not yet looked at.
#pragma once

#include <vector>

#include <tallybook/rule_set.hpp>
#include <tallybook/settings.hpp>

#include "own/rule.hpp"

namespace tallybook::own {

/// What a reader of settings must say at once: a key that rules do not have, a value of the wrong kind, a
/// message with a placeholder that gets no value.
[[nodiscard]] SettingResult<std::vector<OwnRule>> read(const RuleFile& file);

}  // namespace tallybook::own

// From rule files to rules that run.
#pragma once

#include <span>

#include <tallybook/rule.hpp>
#include <tallybook/rule_set.hpp>
#include <tallybook/settings.hpp>

namespace tallybook::own {

/// `taken` are the rules that ship: their codes' groups and their names are not to be had.
[[nodiscard]] SettingResult<RuleSet> load(std::span<const RuleFile> files,
                                          std::span<const Rule* const> taken);

}  // namespace tallybook::own

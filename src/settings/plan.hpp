// From what the settings say to a choice for every rule.
#pragma once

#include <span>
#include <string_view>

#include <tallybook/rule.hpp>
#include <tallybook/settings.hpp>

namespace tallybook::settings {

using Rules = std::span<const Rule* const>;

/// The plan for the file at `path` (from the settings file's folder, with `/`): the defaults, the profile,
/// the settings, those of matching paths, and last what was asked for on the command line.
[[nodiscard]] SettingResult<RulePlan> plan_for(Rules rules, RulePlan defaults,
                                               std::span<const Profile> profiles, const Settings& settings,
                                               const RuleSelection& asked, std::string_view path);

/// The rule with this code or name, in any ASCII case; null where there is none.
[[nodiscard]] const Rule* rule_called(Rules rules, std::string_view word);

/// What to say of a word that means none of the rules, with the code, name or group that comes nearest.
[[nodiscard]] Message unknown_rule(Rules rules, std::string_view word);

/// Whether the shell pattern takes in the path; `*` also matches `/`.
[[nodiscard]] bool path_matches(const std::string& pattern, const std::string& path);

}  // namespace tallybook::settings

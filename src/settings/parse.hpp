// tallybook.toml and the shipped profiles, from TOML to values. Rules are not looked up here.
#pragma once

#include <string_view>
#include <vector>

#include <tallybook/settings.hpp>

namespace tallybook::settings {

/// `name` is the file's, for messages. A key that the schema does not have is a mistake.
[[nodiscard]] SettingResult<Settings> parse(std::string_view toml, std::string_view name);

/// The profiles of data/profiles.toml.
[[nodiscard]] SettingResult<std::vector<Profile>> shipped_profiles();

}  // namespace tallybook::settings

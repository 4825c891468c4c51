// TOML as the files of this folder read it: a table, or a mistake with its line.
#pragma once

#include <toml++/toml.h>

#include <cstdint>
#include <string_view>

#include <tallybook/settings.hpp>

namespace tallybook::settings {

/// `name` is the file's, for messages.
[[nodiscard]] SettingResult<toml::table> parse_table(std::string_view toml, std::string_view name);

[[nodiscard]] inline std::uint32_t line_of(const toml::node& node) {
  return node.source().begin.line;
}

}  // namespace tallybook::settings

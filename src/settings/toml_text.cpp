#include "settings/toml_text.hpp"

#include <string>

namespace tallybook::settings {

SettingResult<toml::table> parse_table(std::string_view toml, std::string_view name) {
  try {
    return toml::parse(toml, name);
  } catch (const toml::parse_error& error) {
    const std::string what(error.description());
    return tl::unexpected(SettingProblem{std::string(name),
                                         error.source().begin.line,
                                         {"不是合法的 TOML：" + what, "this is no valid TOML: " + what}});
  }
}

}  // namespace tallybook::settings

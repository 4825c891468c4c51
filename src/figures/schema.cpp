#include "figures/schema.hpp"

namespace tallybook::figures {

Result<toml::table> parse_data(std::string_view content, std::string_view file) {
  try {
    return toml::parse(content, file);
  } catch (const toml::parse_error& error) {
    return tl::unexpected(
        Error{ErrorCode::invalid_data, std::string(file), std::nullopt,
              "line " + std::to_string(error.source().begin.line) + ": " + std::string(error.description())});
  }
}

}  // namespace tallybook::figures

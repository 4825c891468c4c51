// Messages with the words of the place in them: “{match}”应作“{instead}”。
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "own/rule.hpp"

namespace tallybook::own {

using Values = std::initializer_list<std::pair<std::string_view, std::string_view>>;

/// A name in braces that rules of this kind give no value, or nothing.
[[nodiscard]] std::string_view unknown_placeholder(std::string_view message, Kind kind);

/// The names that rules of this kind give a value, for messages: {match}, {instead}.
[[nodiscard]] std::string placeholders_of(Kind kind);

[[nodiscard]] std::string filled(std::string_view message, Values values);

}  // namespace tallybook::own

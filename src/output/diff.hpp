// What a fix changes, as a unified diff.
#pragma once

#include <string>
#include <string_view>

namespace tallybook::output {

/// `before` and `after` are the text of one file and have as many lines: fixes change lines, they add
/// and remove none. Empty where nothing differs. With three lines of context, as `patch` reads it.
[[nodiscard]] std::string unified_diff(std::string_view name, std::string_view before,
                                       std::string_view after);

}  // namespace tallybook::output

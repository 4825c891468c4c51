// Traditional characters, as far as units and the words of time are written with them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tallybook::figures {

[[nodiscard]] bool is_traditional(char32_t c);

/// `text` with simplified characters for traditional ones. Every character keeps its place in bytes.
[[nodiscard]] std::string to_simplified(std::string_view text);

/// How a simplified word is spelt in traditional characters: 周岁 is 周歲 and 週歲. Empty where it has no
/// spelling of its own.
[[nodiscard]] std::vector<std::string> traditional_spellings(std::string_view word);

}  // namespace tallybook::figures

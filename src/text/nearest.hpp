// What a misspelt word was most likely meant to be.
#pragma once

#include <span>
#include <string_view>

namespace tallybook::text {

[[nodiscard]] constexpr char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// The candidate with the fewest letters to change, add or leave out, in any ASCII case. Empty where
/// even that is more than half the word: a wild guess helps nobody.
[[nodiscard]] std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates);

}  // namespace tallybook::text

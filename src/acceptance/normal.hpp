// Words as a finding's key sees them: without what differs between two writings of the same words.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <tallybook/span.hpp>

namespace tallybook::acceptance {

/// Whether the numbers are kept, because they are what a rule is about, or give way to one sign, because
/// the next half-year's will differ.
enum class Numbers : std::uint8_t { kept, folded };

/// The words without blanks, full-width forms as their half-width twins. Folded, a run of digits and Chinese
/// numerals, with the points and commas between digits, becomes `#`, and the half of a year falls away:
///
///     2026年上半年，新增 1,200名。   →   #年半年,新增#名。
[[nodiscard]] std::string normalised(std::string_view words, Numbers numbers);

/// The same, and where a piece of the words comes to lie in it. What gives way to a sign lies at that sign.
struct NormalPlace {
  std::string text;
  std::size_t begin = 0;
  std::size_t end = 0;
};
[[nodiscard]] NormalPlace normalised(std::string_view words, Span piece, Numbers numbers);

}  // namespace tallybook::acceptance

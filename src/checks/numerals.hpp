// Numbers as list marks write them, so that a message can name the number that should stand there.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tallybook::checks {

/// 1 → 一, 12 → 十二, 105 → 一百零五; Arabic digits from 10,000 on.
[[nodiscard]] std::string chinese_numeral(std::uint32_t number);

/// A character that numbers a list's items: 1, 一, ①, ㈠, and letters, a) b).
[[nodiscard]] bool numbers_items(char32_t c);

/// The list mark `mark` with another number in the same style: (`四是`, 3) → `三是`,
/// (`（4）`, 3) → `（3）`, (`④`, 3) → `③`.
[[nodiscard]] std::string renumbered(std::string_view mark, std::uint32_t number);

}  // namespace tallybook::checks

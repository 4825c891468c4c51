// Marks that come in pairs: brackets, quotation marks, title marks.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include <tallybook/span.hpp>

namespace tallybook::checks {

enum class BracketKind : std::uint8_t {
  round,         ///< （） and (), also one of each
  square,        ///< [] ［］
  tortoise,      ///< 〔〕
  lenticular,    ///< 【】
  title,         ///< 《》
  inner_title,   ///< 〈〉
  double_quote,  ///< “”
  single_quote,  ///< ‘’
  corner,        ///< 「」
  inner_corner,  ///< 『』
};
inline constexpr std::size_t kBracketKinds = 10;

struct Bracket {
  Span span;
  BracketKind kind = BracketKind::round;
  bool opens = true;
};

/// The bracket that the character `c` at `offset`, `size` bytes long, is; nothing for others.
[[nodiscard]] std::optional<Bracket> bracket_of(char32_t c, std::uint32_t offset, std::uint32_t size);

/// Both marks of the kind as GB/T 15834 writes them, for messages: 《》.
[[nodiscard]] std::string_view pair_name(BracketKind kind);

/// Calls `fn(opening, closing)` for every pair that holds no other bracket, in order.
template <typename Fn>
void for_each_innermost_pair(std::span<const Bracket> brackets, Fn fn) {
  for (std::size_t i = 1; i < brackets.size(); ++i) {
    const Bracket& opening = brackets[i - 1];
    const Bracket& closing = brackets[i];
    if (opening.opens && !closing.opens && opening.kind == closing.kind) fn(opening, closing);
  }
}

}  // namespace tallybook::checks

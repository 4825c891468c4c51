// Marks that come in pairs: brackets, quotation marks, title marks.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
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

/// The bracket whose first byte is at `offset`, if there is one.
[[nodiscard]] std::optional<Bracket> bracket_at(std::string_view text, std::uint32_t offset);

/// Both marks of the kind as GB/T 15834 writes them, for messages: 《》.
[[nodiscard]] std::string_view pair_name(BracketKind kind);

namespace detail {
constexpr std::array<bool, 256> bracket_leads() {
  std::array<bool, 256> leads{};
  // The ASCII brackets, and the lead bytes of “, 《 and （ with their kin.
  for (const char lead : std::string_view("()[]\xE2\xE3\xEF")) leads[static_cast<unsigned char>(lead)] = true;
  return leads;
}
inline constexpr std::array<bool, 256> kBracketLeads = bracket_leads();
}  // namespace detail

/// Calls `fn(Bracket)` for every bracket in `span`, in order.
template <typename Fn>
void for_each_bracket(std::string_view text, Span span, Fn fn) {
  for (std::uint32_t at = span.begin; at < span.end; ++at) {
    if (!detail::kBracketLeads[static_cast<unsigned char>(text[at])]) continue;
    if (const std::optional<Bracket> bracket = bracket_at(text, at)) fn(*bracket);
  }
}

/// Calls `fn(opening, closing)` for every pair that holds no other bracket, in order.
template <typename Fn>
void for_each_innermost_pair(std::string_view text, Span span, Fn fn) {
  std::optional<Bracket> opening;
  for_each_bracket(text, span, [&](const Bracket& bracket) {
    if (opening && !bracket.opens && bracket.kind == opening->kind) fn(*opening, bracket);
    opening = bracket.opens ? std::optional(bracket) : std::nullopt;
  });
}

}  // namespace tallybook::checks

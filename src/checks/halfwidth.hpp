// Half-width punctuation in Chinese text, and how much of a document is written so.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include <tallybook/document.hpp>

namespace tallybook::checks {

/// Kinds that writers choose a width for one by one: full-width commas and half-width brackets are a
/// frequent pair.
enum class WidthKind : std::uint8_t { comma, colon, semicolon, exclamation, bracket };
inline constexpr std::size_t kWidthKinds = 5;

/// A mark of Chinese text that is half-width; of a pair of brackets one half may be right.
struct HalfwidthMark {
  Span span;  ///< the stop, or a bracket's pair with what it holds
  WidthKind kind = WidthKind::comma;
  std::optional<Span> open;   ///< brackets: the half-width one that opens
  std::optional<Span> close;  ///< brackets: the half-width one that closes
};

/// All of a document's, found in one pass.
struct HalfwidthMarks {
  std::vector<HalfwidthMark> marks;  ///< ascending by the start of their spans
  std::array<std::uint32_t, kWidthKinds> half{};
  std::array<std::uint32_t, kWidthKinds> full{};

  /// Those that begin within `span`.
  [[nodiscard]] std::span<const HalfwidthMark> within(Span span) const;
};

/// Marks between digits (1,234; 8:30), among Latin letters and around Latin text are no defect.
[[nodiscard]] HalfwidthMarks find_halfwidth(const Document& document);

}  // namespace tallybook::checks

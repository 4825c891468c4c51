// Runs of characters that stand for words not written: __ ** XX ×× 某某 ○○.
#pragma once

#include <cstdint>
#include <optional>

#include <tallybook/span.hpp>

namespace tallybook::checks {

enum class Filler : std::uint8_t { underscore, star, latin_cross, cross, circle, somebody };
inline constexpr std::size_t kFillers = 6;

struct FillerRun {
  Span span;
  Filler filler = Filler::underscore;
  std::uint32_t length = 0;  ///< characters
};

[[nodiscard]] constexpr std::optional<Filler> filler_of(char32_t c) {
  switch (c) {
    case U'_':
    case U'＿':
      return Filler::underscore;
    case U'*':
    case U'＊':
      return Filler::star;
    case U'X':
    case U'x':
    case U'Ｘ':
    case U'ｘ':
      return Filler::latin_cross;
    case U'×':
    case U'✕':
    case U'╳':
      return Filler::cross;
    case U'○':
    case U'□':
      return Filler::circle;
    case U'某':
      return Filler::somebody;
    default:
      return std::nullopt;
  }
}

}  // namespace tallybook::checks

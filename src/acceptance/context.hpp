// The words around a place, as far as somebody needs them to know it again.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <tallybook/document.hpp>
#include <tallybook/outline.hpp>

namespace tallybook::acceptance {

/// The first characters of `words`, so many that are no blanks, with the blanks between them; in all no more
/// than ten times as many, for a text may hold a million blanks.
[[nodiscard]] std::string_view first_characters(std::string_view words, std::size_t count);

/// The block that holds the place; kNone where it lies between blocks.
[[nodiscard]] std::uint32_t block_around(const Document& document, Span place);

/// The sentence that holds the place, or else the block, or else the place.
[[nodiscard]] Span sentence_around(const Document& document, const Outline& outline, Span place);

/// So many characters, blanks not counted.
struct Reach {
  std::size_t side = 0;   ///< before the place, and behind it
  std::size_t place = 0;  ///< of the place itself
};

/// A place with what stands beside it in `bounds`.
struct Window {
  std::string words;
  Span place;  ///< in `words`
};
[[nodiscard]] Window window_around(const Document& document, Span bounds, Span place, Reach reach);

}  // namespace tallybook::acceptance

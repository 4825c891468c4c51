#include "acceptance/context.hpp"

#include <algorithm>
#include <iterator>

#include "text/characters.hpp"

namespace tallybook::acceptance {
namespace {

/// A character may stand among so many in all.
constexpr std::size_t kMostBlanks = 10;

std::string_view last_characters(std::string_view words, std::size_t count) {
  std::size_t at = words.size();
  for (std::size_t left = kMostBlanks * count; at > 0 && count > 0 && left > 0; --left) {
    const text::CodePoint character = text::code_point_before(words, at);
    if (!text::is_space(character.value)) --count;
    at -= character.size;
  }
  return words.substr(at);
}

}  // namespace

std::string_view first_characters(std::string_view words, std::size_t count) {
  std::size_t at = 0;
  for (std::size_t left = kMostBlanks * count; at < words.size() && count > 0 && left > 0; --left) {
    const text::CodePoint character = text::code_point_at(words, at);
    if (!text::is_space(character.value)) --count;
    at += character.size;
  }
  return words.substr(0, at);
}

std::uint32_t block_around(const Document& document, Span place) {
  const auto& blocks = document.blocks;
  const auto after = std::upper_bound(blocks.begin(), blocks.end(), place.begin,
                                      [](std::uint32_t at, const Block& b) { return at < b.span.begin; });
  if (after == blocks.begin() || place.begin > std::prev(after)->span.end) return kNone;
  return static_cast<std::uint32_t>(std::prev(after) - blocks.begin());
}

Span sentence_around(const Document& document, const Outline& outline, Span place) {
  const auto& sentences = outline.sentences;
  const auto after = std::upper_bound(sentences.begin(), sentences.end(), place.begin,
                                      [](std::uint32_t at, const Sentence& s) { return at < s.span.begin; });
  if (after != sentences.begin() && std::prev(after)->span.contains(place.begin)) {
    return std::prev(after)->span;
  }
  const std::uint32_t block = block_around(document, place);
  return block == kNone ? place : document.blocks[block].span;
}

Window window_around(const Document& document, Span bounds, Span place, Reach reach) {
  const std::uint32_t begin = std::clamp(place.begin, bounds.begin, bounds.end);
  const std::uint32_t end = std::clamp(place.end, begin, bounds.end);
  Window window;
  window.words = last_characters(slice(document.text, {bounds.begin, begin}), reach.side);
  window.place.begin = static_cast<std::uint32_t>(window.words.size());
  window.words += first_characters(slice(document.text, {begin, end}), reach.place);
  window.place.end = static_cast<std::uint32_t>(window.words.size());
  window.words += first_characters(slice(document.text, {end, bounds.end}), reach.side);
  return window;
}

}  // namespace tallybook::acceptance

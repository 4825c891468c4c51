// The way back: from a place in a document's text to the place in the file.
#pragma once

#include <cstdint>
#include <optional>

#include <tallybook/document.hpp>

namespace tallybook::document {

/// Where a piece of text came from; the fields are those of SourceSegment.
struct Origin {
  std::uint32_t part = 0;
  std::uint32_t paragraph = 0;
  std::uint32_t run = 0;
  std::uint64_t offset = 0;
  std::uint8_t text_step = 1;
  std::uint8_t source_step = 1;
  bool generated = false;
  friend bool operator==(const Origin&, const Origin&) = default;
};

/// Where text that begins `distance` bytes after that of `segment` comes from.
[[nodiscard]] Origin origin_within(const SourceSegment& segment, std::uint32_t distance);

/// Whether text from `origin` that follows `segment` only continues it.
[[nodiscard]] bool continues(const SourceSegment& segment, const Origin& origin);

/// Where the character at `offset` of the text came from. Empty for separators.
[[nodiscard]] std::optional<Origin> locate(const Document& document, std::uint32_t offset);

}  // namespace tallybook::document

// From offsets in decoded text back to offsets in the source bytes.
#pragma once

#include <cstdint>
#include <vector>

namespace tallybook::text {

/// Piecewise: within a piece a text offset and a source offset advance in one fixed ratio, so that
/// ten million Chinese characters of GB18030 (3 text bytes to 2 source bytes) need one piece.
class OffsetMap {
 public:
  /// From `text_begin` on, every `text_step` text bytes come from `source_step` source bytes.
  /// Calls come in ascending order of both offsets.
  void add(std::uint32_t text_begin, std::uint64_t source_begin, std::uint8_t text_step,
           std::uint8_t source_step);

  /// The source offset of the character at or around `text_offset`. Identity for an empty map.
  [[nodiscard]] std::uint64_t source_offset(std::uint32_t text_offset) const;

 private:
  struct Piece {
    std::uint32_t text_begin;
    std::uint8_t text_step;
    std::uint8_t source_step;
    std::uint64_t source_begin;
  };
  std::vector<Piece> pieces_;
};

}  // namespace tallybook::text

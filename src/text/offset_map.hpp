// From offsets in decoded text back to offsets in the source bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tallybook::text {

/// Piecewise: within a piece a text offset and a source offset advance in one fixed ratio, so that
/// ten million Chinese characters of GB18030 (3 text bytes to 2 source bytes) need one piece.
///
///     text    2 0 县     级       pieces: {0, 0, 1:1}, {2, 2, 3:2}
///             0 1 2 3 4  5 6 7
///     source  2 0 CF D8  BC B6
///             0 1 2 3    4 5
class OffsetMap {
 public:
  struct Piece {
    std::uint32_t text_begin = 0;
    std::uint8_t text_step = 1;
    std::uint8_t source_step = 1;
    std::uint64_t source_begin = 0;

    /// Where the character comes from that `text_offset`, at or after the piece's begin, is part of.
    [[nodiscard]] std::uint64_t source_offset(std::uint32_t text_offset) const {
      return source_begin + std::uint64_t{(text_offset - text_begin) / text_step} * source_step;
    }
  };

  /// From `text_begin` on, every `text_step` text bytes come from `source_step` source bytes.
  /// Calls come in ascending order of both offsets; one that only continues the last piece costs
  /// nothing, so converters may call it for each character.
  void add(std::uint32_t text_begin, std::uint64_t source_begin, std::uint8_t text_step,
           std::uint8_t source_step);

  /// The source offset of the character at or around `text_offset`. Identity for an empty map.
  [[nodiscard]] std::uint64_t source_offset(std::uint32_t text_offset) const;

  /// The index of the piece that `text_offset` lies in, or the number of pieces where it lies in none.
  [[nodiscard]] std::size_t piece_at(std::uint32_t text_offset) const;

  /// Ascending by text_begin; a piece ends where the next begins.
  [[nodiscard]] const std::vector<Piece>& pieces() const { return pieces_; }

 private:
  std::vector<Piece> pieces_;
};

}  // namespace tallybook::text

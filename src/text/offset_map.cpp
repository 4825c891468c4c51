#include "text/offset_map.hpp"

#include <algorithm>

namespace tallybook::text {

void OffsetMap::add(std::uint32_t text_begin, std::uint64_t source_begin, std::uint8_t text_step,
                    std::uint8_t source_step) {
  if (!pieces_.empty()) {
    const Piece& last = pieces_.back();
    if (last.text_step == text_step && last.source_step == source_step &&
        last.source_offset(text_begin) == source_begin) {
      return;
    }
  }
  pieces_.push_back({text_begin, text_step, source_step, source_begin});
}

std::size_t OffsetMap::piece_at(std::uint32_t text_offset) const {
  const auto after =
      std::upper_bound(pieces_.begin(), pieces_.end(), text_offset,
                       [](std::uint32_t offset, const Piece& piece) { return offset < piece.text_begin; });
  return after == pieces_.begin() ? pieces_.size() : static_cast<std::size_t>(after - pieces_.begin()) - 1;
}

std::uint64_t OffsetMap::source_offset(std::uint32_t text_offset) const {
  const std::size_t piece = piece_at(text_offset);
  return piece == pieces_.size() ? text_offset : pieces_[piece].source_offset(text_offset);
}

}  // namespace tallybook::text

#include "document/decoded_source.hpp"

#include <algorithm>
#include <limits>

namespace tallybook::document {

void add_decoded(DocumentBuilder& builder, std::string_view text, std::size_t offset,
                 const text::OffsetMap& map) {
  const auto& pieces = map.pieces();
  auto at = static_cast<std::uint32_t>(offset);
  for (std::size_t i = map.piece_at(at); !text.empty() && i < pieces.size(); ++i) {
    const std::size_t left = i + 1 < pieces.size() ? pieces[i + 1].text_begin - at : text.size();
    const std::size_t size = std::min(left, text.size());
    Origin origin;
    origin.offset = pieces[i].source_offset(at);
    origin.text_step = pieces[i].text_step;
    origin.source_step = pieces[i].source_step;
    builder.add(text.substr(0, size), origin);
    text.remove_prefix(size);
    at += static_cast<std::uint32_t>(size);
  }
}

void add_reference(DocumentBuilder& builder, std::string_view text, std::size_t offset, std::size_t size,
                   const text::OffsetMap& map) {
  constexpr std::uint64_t kLongestStep = std::numeric_limits<std::uint8_t>::max();
  Origin origin;
  origin.offset = map.source_offset(static_cast<std::uint32_t>(offset));
  const std::uint64_t end = map.source_offset(static_cast<std::uint32_t>(offset + size));
  origin.text_step = static_cast<std::uint8_t>(std::clamp<std::uint64_t>(text.size(), 1, kLongestStep));
  origin.source_step = static_cast<std::uint8_t>(std::min(end - origin.offset, kLongestStep));
  builder.add(text, origin);
}

}  // namespace tallybook::document

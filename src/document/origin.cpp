#include "document/origin.hpp"

#include <algorithm>

namespace tallybook::document {

Origin origin_within(const SourceSegment& segment, std::uint32_t distance) {
  return {.part = segment.part,
          .paragraph = segment.paragraph,
          .run = segment.run,
          .offset = segment.offset + std::uint64_t{distance / segment.text_step} * segment.source_step,
          .text_step = segment.text_step,
          .source_step = segment.source_step,
          .generated = segment.generated};
}

bool continues(const SourceSegment& segment, const Origin& origin) {
  const Origin next = origin_within(segment, segment.text.size());
  return segment.text.size() % segment.text_step == 0 && next == origin;
}

std::optional<Origin> locate(const Document& document, std::uint32_t offset) {
  const auto after = std::upper_bound(
      document.segments.begin(), document.segments.end(), offset,
      [](std::uint32_t at, const SourceSegment& segment) { return at < segment.text.begin; });
  if (after == document.segments.begin()) return std::nullopt;
  const SourceSegment& segment = *std::prev(after);
  if (!segment.text.contains(offset)) return std::nullopt;
  return origin_within(segment, offset - segment.text.begin);
}

}  // namespace tallybook::document

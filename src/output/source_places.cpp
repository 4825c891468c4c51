#include "output/source_places.hpp"

#include <algorithm>
#include <iterator>

#include "text/characters.hpp"

namespace tallybook::output {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool counts_in_text(const Document& document) {
  return document.format == Format::text;
}

std::string_view source_of(const Document& document, std::string_view bytes) {
  if (counts_in_text(document)) return document.text;
  return bytes.starts_with(kByteOrderMark) ? bytes.substr(kByteOrderMark.size()) : bytes;
}

std::vector<std::uint32_t> beyond_plane(std::string_view text) {
  constexpr unsigned char kFourBytes = 0xF0;
  std::vector<std::uint32_t> offsets;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (static_cast<unsigned char>(text[at]) >= kFourBytes) offsets.push_back(static_cast<std::uint32_t>(at));
  }
  return offsets;
}

/// Where the byte `distance` bytes into the segment comes from.
std::uint64_t source_offset(const SourceSegment& segment, std::uint32_t distance) {
  return segment.offset + std::uint64_t{distance / segment.text_step} * segment.source_step;
}

}  // namespace

SourcePlaces::SourcePlaces(const Document& document, std::string_view bytes)
    : document_(document),
      source_(source_of(document, bytes)),
      skipped_(counts_in_text(document) ? 0 : static_cast<std::uint32_t>(bytes.size() - source_.size())),
      characters_(counts_in_text(document) || document.encoding == "UTF-8"),
      lines_(source_) {
  if (characters_) beyond_plane_ = beyond_plane(source_);
}

std::optional<SourcePlaces::Range> SourcePlaces::range_of(Span span) const {
  if (counts_in_text(document_)) return Range{span.begin, span.end, true};
  const auto& segments = document_.segments;
  auto segment = std::partition_point(segments.begin(), segments.end(),
                                      [&](const SourceSegment& s) { return s.text.end <= span.begin; });
  std::optional<Range> range;
  std::uint64_t expected = 0;
  for (; segment != segments.end() && (segment->text.begin < span.end || !range); ++segment) {
    if (segment->text.begin > span.begin && !range) break;
    if (segment->generated) return std::nullopt;
    const std::uint32_t begin = std::max(span.begin, segment->text.begin) - segment->text.begin;
    const std::uint32_t end = std::max(std::min(span.end, segment->text.end) - segment->text.begin, begin);
    const std::uint64_t from = source_offset(*segment, begin);
    // Half a step is a whole one: `&nbsp;` has no half.
    const std::uint64_t to = source_offset(*segment, end + segment->text_step - 1);
    if (from < skipped_ || to - skipped_ > source_.size()) return std::nullopt;
    if (!range)
      range = Range{static_cast<std::uint32_t>(from - skipped_), 0, true};
    else if (from != expected)
      range->whole = false;
    range->end = static_cast<std::uint32_t>(to - skipped_);
    expected = to;
  }
  return range;
}

std::uint32_t SourcePlaces::surrogates_before(std::uint32_t offset) const {
  const auto end = std::lower_bound(beyond_plane_.begin(), beyond_plane_.end(), offset);
  return static_cast<std::uint32_t>(end - beyond_plane_.begin());
}

std::uint32_t SourcePlaces::column_at(std::uint32_t offset) const {
  const auto line = static_cast<std::uint32_t>(lines_.line_at(offset).data() - source_.data());
  return lines_.position(offset).column + surrogates_before(offset) - surrogates_before(line);
}

std::optional<SourcePlace> SourcePlaces::find(Span span) const {
  const bool utf16 = document_.encoding.starts_with("UTF-16");
  if (document_.format == Format::docx || (!characters_ && utf16)) return std::nullopt;
  const auto range = range_of(span);
  if (!range) return std::nullopt;
  SourcePlace place;
  place.line = lines_.position(range->begin).line;
  place.end_line = lines_.position(range->end).line;
  if (!characters_) return place;
  place.has_columns = true;
  place.whole = range->whole;
  place.column = column_at(range->begin);
  place.end_column = column_at(range->end);
  place.offset = lines_.code_points(range->begin) + surrogates_before(range->begin);
  place.length = lines_.code_points(range->end) + surrogates_before(range->end) - place.offset;
  return place;
}

}  // namespace tallybook::output

// Plain text: the document's text is the decoded text itself; every line is a block.
#include <algorithm>
#include <utility>

#include "document/builder.hpp"
#include "document/readers.hpp"
#include "text/characters.hpp"
#include "text/decode.hpp"
#include "text/search.hpp"

namespace tallybook::document {
namespace {

/// The bytes of the line end at `offset`: \n, \r, \v, \f, U+0085, U+2028, U+2029. 0 where there is none.
/// \r\n is two of them, with an empty line between, which is no block.
std::uint32_t line_end_at(std::string_view text, std::size_t offset) {
  const auto lead = static_cast<unsigned char>(text[offset]);
  if (lead >= '\n' && lead <= '\r') return 1;
  if (lead == 0xC2) return text.substr(offset, 2) == "\u0085" ? 2 : 0;
  if (lead != 0xE2) return 0;
  const std::string_view character = text.substr(offset, 3);
  return character == "\u2028" || character == "\u2029" ? 3 : 0;
}

void add_block(Document& document, std::size_t begin, std::size_t end) {
  const Span span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  if (!text::trim(slice(document.text, span)).empty()) {
    document.blocks.push_back({.span = span, .kind = BlockKind::paragraph, .level = 0});
  }
}

/// Whether a line may end in these bytes.
bool may_end_line(text::EightBytes bytes) {
  return bytes.any_below('\r' + 1) || bytes.any_is('\xC2') || bytes.any_is('\xE2');
}

void add_blocks(Document& document) {
  const std::string_view text = document.text;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t next = std::min(at + text::EightBytes::kSize, text.size());
    if (next - at == text::EightBytes::kSize && !may_end_line(text::EightBytes(text.data() + at))) {
      at = next;
      continue;
    }
    while (at < next) {
      const std::uint32_t size = line_end_at(text, at);
      if (size == 0) {
        ++at;
        continue;
      }
      add_block(document, begin, at);
      begin = at += size;
    }
  }
  add_block(document, begin, text.size());
}

void add_segments(Document& document, const text::OffsetMap& map) {
  const auto& pieces = map.pieces();
  document.segments.reserve(pieces.size());
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const auto& piece = pieces[i];
    const auto end =
        i + 1 < pieces.size() ? pieces[i + 1].text_begin : static_cast<std::uint32_t>(document.text.size());
    if (piece.text_begin == end) continue;
    SourceSegment segment;
    segment.text = {piece.text_begin, end};
    segment.offset = piece.source_begin;
    segment.text_step = piece.text_step;
    segment.source_step = piece.source_step;
    document.segments.push_back(segment);
  }
}

}  // namespace

Result<Document> read_text(std::string_view bytes, std::string_view name) {
  return text::decode(bytes, name).map([name](text::DecodedText&& decoded) {
    Document document;
    document.name = name;
    document.format = Format::text;
    document.encoding = std::move(decoded.encoding);
    document.text = std::move(decoded.text);
    add_blocks(document);
    add_segments(document, decoded.map);
    return document;
  });
}

}  // namespace tallybook::document

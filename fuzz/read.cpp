// Any bytes, read as any format, give a document that keeps its invariants, or an error. The first
// byte chooses the file's extension.
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "document/origin.hpp"
#include "document/read.hpp"
#include "text/characters.hpp"
#include "text/decode.hpp"

namespace {

using tallybook::Document;
using tallybook::Span;

void require(bool property) {
  if (!property) __builtin_trap();
}

bool is_boundary(std::string_view text, std::uint32_t offset) {
  return offset == text.size() ||
         (offset < text.size() && tallybook::text::is_code_point_start(text[offset]));
}

void check_span(const Document& document, Span span, std::uint32_t& last_end) {
  require(span.begin < span.end && last_end <= span.begin && span.end <= document.text.size());
  require(is_boundary(document.text, span.begin) && is_boundary(document.text, span.end));
  last_end = span.end;
}

void check_tables(const Document& document) {
  for (const tallybook::Table& table : document.tables) {
    require(table.span.end <= document.text.size());
    for (const tallybook::TableCell& cell : table.cells) {
      require(cell.block + cell.block_count <= document.blocks.size());
      require(cell.row + cell.row_span <= table.rows && cell.column + cell.column_span <= table.columns);
    }
  }
}

void check(const Document& document) {
  require(tallybook::text::find_invalid_utf8(document.text) == std::string_view::npos);
  std::uint32_t end = 0;
  for (const tallybook::Block& block : document.blocks) check_span(document, block.span, end);
  end = 0;
  for (const tallybook::SourceSegment& segment : document.segments) check_span(document, segment.text, end);
  for (const tallybook::Block& block : document.blocks) {
    require(tallybook::document::locate(document, block.span.begin).has_value());
  }
  for (const tallybook::SourceComment& comment : document.comments) {
    require(comment.block <= document.blocks.size() && comment.line > 0);
  }
  check_tables(document);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::array<std::string_view, 4> kNames = {"a.txt", "a.md", "a.html", "a.docx"};
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data + 1), size - 1);
  const auto document = tallybook::document::read(bytes, kNames[data[0] % kNames.size()]);
  if (document) check(*document);
  return 0;
}

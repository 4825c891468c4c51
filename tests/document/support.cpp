#include "support.hpp"

#include <zip.h>

#include "document/read.hpp"
#include "text/characters.hpp"
#include "text/decode.hpp"

namespace tallybook::document {
namespace {

std::string kind_letter(const Block& block) {
  constexpr std::string_view kLetters = "phlcnHF";
  std::string letter(1, kLetters[static_cast<std::size_t>(block.kind)]);
  return block.level > 0 ? letter + std::to_string(block.level) : letter;
}

bool is_boundary(const std::string& text, std::uint32_t offset) {
  return offset == text.size() || (offset < text.size() && text::is_code_point_start(text[offset]));
}

template <typename Items, typename SpanOf>
void expect_ascending(const Document& document, const Items& items, SpanOf span_of) {
  std::uint32_t end = 0;
  for (const auto& item : items) {
    const Span span = span_of(item);
    ASSERT_LT(span.begin, span.end);
    ASSERT_LE(end, span.begin);
    ASSERT_LE(span.end, document.text.size());
    ASSERT_TRUE(is_boundary(document.text, span.begin));
    ASSERT_TRUE(is_boundary(document.text, span.end));
    end = span.end;
  }
}

}  // namespace

std::string dump(const Document& document) {
  std::string lines;
  for (const Block& block : document.blocks) {
    lines += kind_letter(block) + '|' + std::string(slice(document.text, block.span)) + '\n';
  }
  return lines;
}

void expect_invariants(const Document& document) {
  ASSERT_EQ(text::find_invalid_utf8(document.text), std::string_view::npos);
  expect_ascending(document, document.blocks, [](const Block& block) { return block.span; });
  expect_ascending(document, document.segments, [](const SourceSegment& segment) { return segment.text; });
  for (const Table& table : document.tables) {
    for (const TableCell& cell : table.cells) {
      ASSERT_LE(cell.block + cell.block_count, document.blocks.size());
      ASSERT_LE(cell.row + cell.row_span, table.rows);
      ASSERT_LE(cell.column + cell.column_span, table.columns);
    }
  }
}

Document read_or_fail(std::string_view bytes, std::string_view name) {
  const Result<Document> document = read(bytes, name);
  EXPECT_TRUE(document.has_value()) << (document ? "" : document.error().detail);
  if (!document) return {};
  expect_invariants(*document);
  return *document;
}

Error read_error(std::string_view bytes, std::string_view name) {
  const Result<Document> document = read(bytes, name);
  EXPECT_FALSE(document.has_value());
  return document ? Error{} : document.error();
}

std::string zip_of(const std::map<std::string, std::string>& members) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
  zip_source_keep(target);
  for (const auto& [name, content] : members) {
    zip_source_t* member = zip_source_buffer(archive, content.data(), content.size(), 0);
    zip_file_add(archive, name.c_str(), member, ZIP_FL_ENC_UTF_8);
  }
  EXPECT_EQ(zip_close(archive), 0);
  EXPECT_EQ(zip_source_open(target), 0);
  zip_source_seek(target, 0, SEEK_END);
  std::string bytes(static_cast<std::size_t>(zip_source_tell(target)), '\0');
  zip_source_seek(target, 0, SEEK_SET);
  zip_source_read(target, bytes.data(), bytes.size());
  zip_source_close(target);
  zip_source_free(target);
  return bytes;
}

std::string docx_of(const std::string& body, const std::map<std::string, std::string>& parts) {
  std::map<std::string, std::string> members = parts;
  members["[Content_Types].xml"] = "<Types/>";
  members["word/document.xml"] =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document><w:body>" + body + "</w:body></w:document>";
  return zip_of(members);
}

std::string paragraph(const std::string& text, const std::string& properties) {
  return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
}

}  // namespace tallybook::document

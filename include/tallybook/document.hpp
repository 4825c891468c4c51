// A file as text: what was read, its blocks, and where each character came from.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <tallybook/span.hpp>

namespace tallybook {

enum class Format : std::uint8_t { text, markdown, html, docx };

enum class BlockKind : std::uint8_t {
  paragraph,
  heading,    ///< the file itself marks it as a heading (style, <h2>, #)
  list_item,  ///< the file itself marks it as a list item
  table_cell,
  footnote,
  page_header,
  page_footer,
};

/// A paragraph-like stretch of text with something in it. Blocks are in reading order and never
/// overlap; the text between two blocks is separators or blank lines. A block holds no line break.
struct Block {
  Span span;
  BlockKind kind = BlockKind::paragraph;
  std::uint8_t level = 0;  ///< heading or list level from 1; 0 where the file tells none
};

/// A cell's paragraphs are its blocks; an empty cell has none.
struct TableCell {
  std::uint32_t block = 0;  ///< index of the first into Document::blocks
  std::uint32_t block_count = 0;
  std::uint32_t row = 0;
  std::uint32_t column = 0;
  std::uint32_t row_span = 1;
  std::uint32_t column_span = 1;
  bool header = false;
};

/// In the text, a tab divides the cells of a row and a line break divides rows.
struct Table {
  Span span;
  std::uint32_t rows = 0;
  std::uint32_t columns = 0;
  std::vector<TableCell> cells;
};

/// Where a run of text stands in the source file. `offset` counts bytes of the source (text, HTML,
/// Markdown) or UTF-8 bytes into the run (DOCX). Every `text_step` bytes of `text` come from
/// `source_step` bytes of the source: 1 to 1 in UTF-8, 3 to 2 for Chinese in GB18030, 2 to 6 for
/// `&nbsp;`.
struct SourceSegment {
  Span text;
  std::uint32_t part = 0;       ///< index into Document::parts
  std::uint32_t paragraph = 0;  ///< from 0, in the part
  std::uint32_t run = 0;        ///< from 0, in the paragraph
  std::uint64_t offset = 0;
  std::uint8_t text_step = 1;
  std::uint8_t source_step = 1;
  bool generated = false;  ///< the reader wrote it: an automatic number
};

/// A comment of the source that speaks to this program: `<!-- tallybook: … -->`. The text lacks it.
struct SourceComment {
  std::uint32_t block = 0;  ///< index into Document::blocks: the one that it stands in, or else the next
  std::uint32_t line = 0;   ///< in the source, from 1
  std::string text;         ///< what stands behind `tallybook`, without outer blanks
};

/// An immutable text with its structure. `text` is valid UTF-8 and never normalised.
struct Document {
  std::string name;  ///< the file's name as given
  Format format = Format::text;
  std::string encoding;  ///< "UTF-8", "GB18030", …; empty where the format fixes it
  std::string text;
  std::vector<Block> blocks;
  std::vector<Table> tables;
  std::vector<std::string> parts;       ///< "word/document.xml"; empty for single-part formats
  std::vector<SourceSegment> segments;  ///< ascending, never overlapping; gaps are separators
  std::vector<SourceComment> comments;  ///< in the order of the source; Markdown and HTML only
};

}  // namespace tallybook

// What all readers write into: grows a Document and keeps its invariants.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <tallybook/document.hpp>
#include <tallybook/result.hpp>

#include "document/origin.hpp"

namespace tallybook::document {

/// The largest source and the largest text: offsets have 32 bits, and no report comes near.
inline constexpr std::uint64_t kMaxBytes = 1ull << 30;

/// Blocks are joined by line breaks, cells by tabs; blank blocks leave nothing behind.
///
///     builder.open(BlockKind::paragraph);
///     builder.add("全县共20所学校。", {.offset = 12});
///     builder.close();
class DocumentBuilder {
 public:
  DocumentBuilder(std::string_view name, Format format);

  /// Starts a block; one that is still open is closed first. Within a cell, the block belongs to it
  /// and its kind is table_cell.
  void open(BlockKind kind, std::uint8_t level = 0);
  /// Ends the open block, if there is one.
  void close();
  [[nodiscard]] bool is_open() const { return block_begin_.has_value(); }

  /// Appends valid UTF-8 to the open block; outside of one, nothing.
  void add(std::string_view text, const Origin& origin);
  /// The text of the open block so far.
  [[nodiscard]] std::string_view open_text() const;

  /// Keeps a comment of the source if it speaks to this program; it belongs to the open block, or else to
  /// the next one.
  void add_comment(std::string_view comment, std::size_t line);

  /// Tables inside a cell are flattened: their paragraphs become paragraphs of that cell.
  void begin_table();
  void begin_row();
  void begin_cell(TableCell cell);
  void end_cell();
  /// For a place that a cell of the row above covers, too: the cell that reaches `column` grows by a
  /// row. False where there is none, or in a flattened table.
  bool merge_with_cell_above(std::uint32_t column);
  /// Leaves a place in the row to a cell that reaches down to it.
  void pass_covered_place();
  void end_row();
  void end_table();
  [[nodiscard]] bool in_table() const { return table_depth_ > 0; }

  void set_encoding(std::string_view encoding) { document_.encoding = encoding; }
  void set_parts(std::vector<std::string> parts) { document_.parts = std::move(parts); }

  /// Whether nothing has been written yet but separators.
  [[nodiscard]] bool empty() const { return document_.blocks.empty(); }

  /// Error: file_too_large, where the text would have outgrown its offsets.
  [[nodiscard]] Result<Document> finish() &&;

 private:
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(document_.text.size()); }
  void break_line();
  void divide_cells();
  void cut_back(std::uint32_t size);
  void append_segment(Span span, const Origin& origin);

  Document document_;
  bool at_separator_ = true;  ///< nothing stands between here and the last separator

  std::optional<std::uint32_t> block_begin_;
  BlockKind kind_ = BlockKind::paragraph;
  std::uint8_t level_ = 0;
  std::uint32_t text_before_block_ = 0;  ///< what to go back to should the block stay blank
  bool separator_before_block_ = true;

  std::uint32_t table_depth_ = 0;
  std::uint32_t text_before_table_ = 0;  ///< what to go back to should the table stay blank
  bool separator_before_table_ = true;
  std::size_t blocks_before_table_ = 0;
  std::vector<std::size_t> cell_by_column_;  ///< the last cell that begins in each column
  bool in_cell_ = false;
  bool first_cell_ = true;
  bool too_large_ = false;
};

}  // namespace tallybook::document

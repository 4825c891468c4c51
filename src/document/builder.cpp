#include "document/builder.hpp"

#include <algorithm>
#include <utility>

#include "text/characters.hpp"

namespace tallybook::document {
namespace {

constexpr std::size_t kNoCell = static_cast<std::size_t>(-1);

/// Cells further to the right are kept, but not followed down for merging.
constexpr std::uint32_t kMostColumns = 1 << 14;

}  // namespace

DocumentBuilder::DocumentBuilder(std::string_view name, Format format) {
  document_.name = name;
  document_.format = format;
}

void DocumentBuilder::break_line() {
  if (!at_separator_) document_.text += '\n';
  at_separator_ = true;
}

void DocumentBuilder::cut_back(std::uint32_t size) {
  document_.text.resize(size);
  auto& segments = document_.segments;
  while (!segments.empty() && segments.back().text.end > size) {
    segments.back().text.end = std::max(size, segments.back().text.begin);
    if (segments.back().text.empty())
      segments.pop_back();
    else
      break;
  }
}

void DocumentBuilder::open(BlockKind kind, std::uint8_t level) {
  close();
  text_before_block_ = size();
  separator_before_block_ = at_separator_;
  break_line();
  block_begin_ = size();
  kind_ = in_cell_ ? BlockKind::table_cell : kind;
  level_ = in_cell_ ? std::uint8_t{0} : level;
}

void DocumentBuilder::close() {
  if (!block_begin_) return;
  if (text::trim(open_text()).empty()) {
    cut_back(text_before_block_);
    at_separator_ = separator_before_block_;
  } else {
    document_.blocks.push_back({.span = {*block_begin_, size()}, .kind = kind_, .level = level_});
    at_separator_ = false;
    if (in_cell_) ++document_.tables.back().cells.back().block_count;
  }
  block_begin_.reset();
}

void DocumentBuilder::add(std::string_view text, const Origin& origin) {
  if (!block_begin_ || text.empty() || too_large_) return;
  if (document_.text.size() + text.size() > kMaxBytes) {
    too_large_ = true;
    return;
  }
  const std::uint32_t begin = size();
  document_.text += text;
  append_segment({begin, size()}, origin);
}

void DocumentBuilder::append_segment(Span span, const Origin& origin) {
  auto& segments = document_.segments;
  if (!segments.empty() && segments.back().text.end == span.begin && continues(segments.back(), origin)) {
    segments.back().text.end = span.end;
    return;
  }
  segments.push_back({.text = span,
                      .part = origin.part,
                      .paragraph = origin.paragraph,
                      .run = origin.run,
                      .offset = origin.offset,
                      .text_step = origin.text_step,
                      .source_step = origin.source_step,
                      .generated = origin.generated});
}

std::string_view DocumentBuilder::open_text() const {
  return block_begin_ ? std::string_view(document_.text).substr(*block_begin_) : std::string_view{};
}

void DocumentBuilder::add_comment(std::string_view comment, std::size_t line) {
  constexpr std::string_view kAddressed = "tallybook";
  const std::string_view words = text::trim(comment);
  if (!words.starts_with(kAddressed)) return;
  document_.comments.push_back({.block = static_cast<std::uint32_t>(document_.blocks.size()),
                                .line = static_cast<std::uint32_t>(line),
                                .text = std::string(text::trim(words.substr(kAddressed.size())))});
}

void DocumentBuilder::begin_table() {
  close();
  if (table_depth_++ > 0) return;
  text_before_table_ = size();
  separator_before_table_ = at_separator_;
  blocks_before_table_ = document_.blocks.size();
  break_line();
  cell_by_column_.clear();
  document_.tables.push_back({.span = {size(), size()}, .rows = 0, .columns = 0, .cells = {}});
}

void DocumentBuilder::begin_row() {
  close();
  if (table_depth_ != 1) return;
  break_line();
  first_cell_ = true;
}

void DocumentBuilder::divide_cells() {
  if (std::exchange(first_cell_, false)) return;
  document_.text += '\t';
  at_separator_ = true;
}

void DocumentBuilder::begin_cell(TableCell cell) {
  close();
  if (table_depth_ != 1) return;
  divide_cells();
  cell.block = static_cast<std::uint32_t>(document_.blocks.size());
  cell.block_count = 0;
  Table& table = document_.tables.back();
  table.rows = std::max(table.rows, cell.row + cell.row_span);
  table.columns = std::max(table.columns, cell.column + cell.column_span);
  if (cell.column < kMostColumns) {
    if (cell_by_column_.size() <= cell.column) cell_by_column_.resize(cell.column + 1, kNoCell);
    cell_by_column_[cell.column] = table.cells.size();
  }
  table.cells.push_back(cell);
  in_cell_ = true;
}

bool DocumentBuilder::merge_with_cell_above(std::uint32_t column) {
  if (table_depth_ != 1 || column >= cell_by_column_.size() || cell_by_column_[column] == kNoCell)
    return false;
  close();
  divide_cells();
  Table& table = document_.tables.back();
  TableCell& above = table.cells[cell_by_column_[column]];
  ++above.row_span;
  table.rows = std::max(table.rows, above.row + above.row_span);
  return true;
}

void DocumentBuilder::pass_covered_place() {
  close();
  if (table_depth_ == 1) divide_cells();
}

void DocumentBuilder::end_cell() {
  close();
  if (table_depth_ == 1) in_cell_ = false;
}

void DocumentBuilder::end_row() {
  close();
  if (table_depth_ == 1) at_separator_ = false;
}

void DocumentBuilder::end_table() {
  close();
  if (table_depth_ == 0 || --table_depth_ > 0) return;
  if (document_.blocks.size() == blocks_before_table_) {
    document_.tables.pop_back();
    cut_back(text_before_table_);
    at_separator_ = separator_before_table_;
    return;
  }
  document_.tables.back().span.end = size();
  at_separator_ = false;
}

Result<Document> DocumentBuilder::finish() && {
  close();
  if (too_large_) {
    return tl::unexpected(Error{ErrorCode::file_too_large, document_.name, std::nullopt,
                                "the text in it is larger than 1 GiB"});
  }
  return std::move(document_);
}

}  // namespace tallybook::document

#include "figures/table_grid.hpp"

#include <algorithm>

#include "text/characters.hpp"
#include "text/skim.hpp"

namespace tallybook::figures {
namespace {

Span trimmed(std::string_view text, Span span) {
  const std::string_view words = slice(text, span);
  const std::string_view inner = text::trim(words);
  const auto begin = span.begin + static_cast<std::uint32_t>(inner.data() - words.data());
  return inner.empty() ? Span{span.begin, span.begin}
                       : Span{begin, begin + static_cast<std::uint32_t>(inner.size())};
}

Grid grid_of(const Document& document, const Table& table) {
  Grid grid;
  grid.first_block = static_cast<std::uint32_t>(document.blocks.size());
  for (const TableCell& cell : table.cells) {
    grid.first_block = std::min(grid.first_block, cell.block);
    if (cell.block_count == 0) continue;
    const Span span = {document.blocks[cell.block].span.begin,
                       document.blocks[cell.block + cell.block_count - 1].span.end};
    const Span words = trimmed(document.text, span);
    if (!words.empty()) grid.cells.push_back({words, cell.row, cell.column, cell.column_span});
  }
  return grid;
}

constexpr bool is_bar(char32_t c) {
  return c == U'|' || c == U'｜' || c == U'│';
}

/// The blanks and bars from `begin` on, and whether they divide cells: a tab, a bar, or blanks as wide as
/// two.
struct Gap {
  std::uint32_t end = 0;
  bool divides = false;
};

Gap gap_at(std::string_view text, std::uint32_t begin) {
  Gap gap{begin, false};
  int width = 0;
  for (auto c = text::code_point_at(text, begin); text::is_space(c.value) || is_bar(c.value);
       c = text::code_point_at(text, gap.end)) {
    width += c.value == 0x3000 ? 2 : 1;
    gap.divides = gap.divides || c.value == U'\t' || is_bar(c.value) || width >= 2;
    gap.end += c.size;
  }
  return gap;
}

/// Most lines are prose, which a glance tells.
bool may_have_cells(std::string_view text, Span line) {
  static constexpr text::Sieve kDividers = {U"\t|　｜│ "};
  for (std::uint32_t at = line.begin;; at += text::size_at(text, at)) {
    at = kDividers.find(text, at, line.end);
    if (at >= line.end) return false;
    const char32_t c = text::code_point_at(text, at).value;
    if (c == U'\t' || c == 0x3000 || is_bar(c)) return true;
    if (c == U' ' && at + 1 < line.end && text[at + 1] == ' ') return true;
  }
}

/// The cells of one line, numbered as columns; one cell where nothing divides it.
void divide_line(std::string_view text, Span line, std::uint32_t row, std::vector<GridCell>& cells) {
  const Span words = trimmed(text, line);
  std::uint32_t begin = words.begin;
  std::uint32_t column = 0;
  const auto add = [&](std::uint32_t end) {
    if (begin < end) cells.push_back({{begin, end}, row, column++, 1});
  };
  for (std::uint32_t at = words.begin; at < words.end;) {
    const Gap gap = gap_at(text.substr(0, words.end), at);
    if (gap.divides) {
      add(at);
      begin = gap.end;
    }
    at = gap.end > at ? gap.end : at + text::code_point_at(text, at).size;
  }
  add(words.end);
}

/// Collects lines of equally many cells, two and more, into a grid.
class LineGrids {
 public:
  LineGrids(const Document& document, std::vector<Grid>& grids) : document_(document), grids_(grids) {}

  void add_block(std::uint32_t block) {
    line_.clear();
    const Span span = document_.blocks[block].span;
    if (may_have_cells(document_.text, span)) divide_line(document_.text, span, row_, line_);
    if (line_.size() < 2 || (row_ > 0 && line_.size() != columns_)) close();
    if (line_.size() < 2) return;
    if (row_ == 0) {
      columns_ = line_.size();
      grid_.first_block = block;
    }
    for (GridCell& cell : line_) {
      cell.row = row_;
      grid_.cells.push_back(cell);
    }
    ++row_;
  }

  void close() {
    if (row_ >= 2) grids_.push_back(std::move(grid_));
    grid_ = {};
    row_ = 0;
  }

 private:
  const Document& document_;
  std::vector<Grid>& grids_;
  Grid grid_;
  std::vector<GridCell> line_;
  std::uint32_t row_ = 0;
  std::size_t columns_ = 0;
};

}  // namespace

std::vector<Grid> grids_in(const Document& document, Span report) {
  std::vector<Grid> grids;
  for (const Table& table : document.tables) {
    if (report.contains(table.span)) grids.push_back(grid_of(document, table));
  }
  if (document.format != Format::text) return grids;
  LineGrids lines(document, grids);
  const auto first =
      std::lower_bound(document.blocks.begin(), document.blocks.end(), report.begin,
                       [](const Block& block, std::uint32_t begin) { return block.span.begin < begin; });
  for (auto block = first; block != document.blocks.end() && report.contains(block->span); ++block) {
    lines.add_block(static_cast<std::uint32_t>(block - document.blocks.begin()));
  }
  lines.close();
  return grids;
}

}  // namespace tallybook::figures

// Tables as grids of cells, whether the file marks them or plain text only aligns them.
#pragma once

#include <vector>

#include <tallybook/document.hpp>
#include <tallybook/span.hpp>

namespace tallybook::figures {

struct GridCell {
  Span span;  ///< without spaces at its ends; never empty
  std::uint32_t row = 0;
  std::uint32_t column = 0;
  std::uint32_t column_span = 1;
};

/// Cells in reading order.
struct Grid {
  std::vector<GridCell> cells;
  std::uint32_t first_block = 0;  ///< index into Document::blocks; what stands above may name the unit
};

/// The tables within `report`, in order: those of the document, and in plain text the runs of two and
/// more lines that tabs, bars or wide blanks divide into equally many cells.
[[nodiscard]] std::vector<Grid> grids_in(const Document& document, Span report);

}  // namespace tallybook::figures

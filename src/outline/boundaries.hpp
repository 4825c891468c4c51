// Where one report ends and the next begins in a compiled page.
#pragma once

#include <cstdint>
#include <vector>

#include <tallybook/document.hpp>

namespace tallybook::outline {

/// What the splitter knows of one block.
struct BlockNote {
  Span text;              ///< without outer spaces
  bool page = false;      ///< a web page's own line
  bool excluded = false;  ///< empty, or a table cell, note, header or footer
};

[[nodiscard]] std::vector<BlockNote> note_blocks(const Document& document);

/// The indices of the blocks at which reports begin, ascending; the first is the first block that is
/// no page line. Evidence is added up, and no single cue suffices but a sample's own number.
[[nodiscard]] std::vector<std::uint32_t> find_report_starts(const Document& document,
                                                            const std::vector<BlockNote>& notes);

}  // namespace tallybook::outline

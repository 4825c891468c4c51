#include "outline/split.hpp"

#include "outline/boundaries.hpp"
#include "outline/metadata.hpp"

namespace tallybook::outline {
namespace {

/// Blocks `first` to `last` (excluded) of the document, at one report's edges.
struct BlockRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  [[nodiscard]] bool empty() const { return first == last; }
};

/// Page lines at the edges of a report belong to no report; those in its middle stay in it.
BlockRange without_page_lines(const std::vector<BlockNote>& notes, BlockRange range) {
  const auto outside = [&](std::uint32_t block) { return notes[block].page || notes[block].text.empty(); };
  while (!range.empty() && outside(range.first)) ++range.first;
  while (!range.empty() && outside(range.last - 1)) --range.last;
  return range;
}

void set_aside(const std::vector<BlockNote>& notes, BlockRange range, Compilation& compilation) {
  for (std::uint32_t block = range.first; block < range.last; ++block) {
    if (notes[block].page) compilation.boilerplate.push_back(notes[block].text);
  }
}

}  // namespace

Compilation split(const Document& document) {
  const std::vector<BlockNote> notes = note_blocks(document);
  const std::vector<std::uint32_t> starts = find_report_starts(document, notes);
  Compilation compilation;
  const auto block_count = static_cast<std::uint32_t>(notes.size());
  std::uint32_t aside = 0;  // blocks before this one are in a report or set aside
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const std::uint32_t end = i + 1 < starts.size() ? starts[i + 1] : block_count;
    const BlockRange range = without_page_lines(notes, {starts[i], end});
    if (range.empty()) continue;
    set_aside(notes, {aside, range.first}, compilation);
    aside = range.last;
    Report report;
    report.index = static_cast<std::uint32_t>(compilation.reports.size());
    report.span = {document.blocks[range.first].span.begin, document.blocks[range.last - 1].span.end};
    report.first_block = range.first;
    report.block_count = range.last - range.first;
    describe(document, report);
    compilation.reports.push_back(report);
  }
  set_aside(notes, {aside, block_count}, compilation);
  return compilation;
}

}  // namespace tallybook::outline

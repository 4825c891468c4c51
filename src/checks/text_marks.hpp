// Every bracket and filler of a report, block by block: several rules look at them, one pass finds them.
#pragma once

#include <span>
#include <vector>

#include <tallybook/document.hpp>
#include <tallybook/report.hpp>

#include "checks/brackets.hpp"
#include "checks/fillers.hpp"

namespace tallybook::checks {

struct BlockMarks {
  Span span;  ///< the block's
  std::span<const Bracket> brackets;
  std::span<const FillerRun> fillers;
};

class TextMarks {
 public:
  TextMarks(const Document& document, const Report& report);
  TextMarks(const TextMarks&) = delete;
  TextMarks& operator=(const TextMarks&) = delete;

  /// One for each block of the report, in order.
  [[nodiscard]] std::span<const BlockMarks> blocks() const { return blocks_; }

 private:
  std::vector<Bracket> brackets_;
  std::vector<FillerRun> fillers_;
  std::vector<BlockMarks> blocks_;  ///< views of the two vectors above
};

}  // namespace tallybook::checks

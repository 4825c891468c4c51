// Every bracket, filler, other sign and number of a report, block by block: many rules look at them,
// one pass finds them.
#pragma once

#include <span>
#include <vector>

#include <tallybook/document.hpp>
#include <tallybook/report.hpp>

#include "checks/brackets.hpp"
#include "checks/fillers.hpp"
#include "checks/signs.hpp"

namespace tallybook::checks {

struct BlockMarks {
  Span span;  ///< the block's
  std::span<const Bracket> brackets;
  std::span<const FillerRun> fillers;
  std::span<const Sign> signs;   ///< punctuation and spaces; no brackets, no fillers
  std::span<const Span> digits;  ///< runs of ASCII digits
};

class TextMarks {
 public:
  TextMarks(const Document& document, const Report& report);
  TextMarks(const TextMarks&) = delete;
  TextMarks& operator=(const TextMarks&) = delete;

  /// One for each block of the report, in order.
  [[nodiscard]] std::span<const BlockMarks> blocks() const { return blocks_; }

 private:
  class Scanner;

  std::vector<Bracket> brackets_;
  std::vector<FillerRun> fillers_;
  std::vector<Sign> signs_;
  std::vector<Span> digits_;
  std::vector<BlockMarks> blocks_;  ///< views of the vectors above
};

}  // namespace tallybook::checks

// One pass over a block: its sentences and clauses, and every place that may hold a list mark.
#pragma once

#include <vector>

#include <tallybook/document.hpp>
#include <tallybook/outline.hpp>

#include "outline/marks.hpp"

namespace tallybook::outline {

struct Scan {
  std::vector<Sentence> sentences;  ///< section is not yet known
  std::vector<Span> clauses;
  std::vector<Candidate> candidates;
};

/// Appends what the block holds. A block of spaces holds nothing.
///
/// A stop ends a sentence, together with the closing quotes and brackets after it. Inside 《》 and
/// （） nothing ends one; inside “” a stop does where the quotation goes on after it.
void scan_block(const Document& document, std::uint32_t block, Scan& scan);

}  // namespace tallybook::outline

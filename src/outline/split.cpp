#include "outline/split.hpp"

namespace tallybook::outline {

Compilation split(const Document& document) {
  Compilation compilation;
  if (document.blocks.empty()) return compilation;
  Report report;
  report.span = {document.blocks.front().span.begin, document.blocks.back().span.end};
  report.block_count = static_cast<std::uint32_t>(document.blocks.size());
  compilation.reports.push_back(report);
  return compilation;
}

}  // namespace tallybook::outline

// The report's own stretch of the document's blocks.
#pragma once

#include <span>

#include "checks/view.hpp"

namespace tallybook::checks {

[[nodiscard]] inline std::span<const Block> blocks_of(const ReportView& report) {
  return std::span(report.document.blocks).subspan(report.report.first_block, report.report.block_count);
}

}  // namespace tallybook::checks

// The tree of sections.
#pragma once

#include <vector>

#include <tallybook/document.hpp>
#include <tallybook/outline.hpp>
#include <tallybook/report.hpp>

#include "outline/scan.hpp"

namespace tallybook::outline {

/// Section 0 and all below it, in reading order. `numbers_section` has one flag a candidate.
[[nodiscard]] std::vector<Section> build_sections(const Document& document, const Report& report,
                                                  const Scan& scan, const std::vector<bool>& numbers_section);

}  // namespace tallybook::outline

// Which of the places that may hold a mark really number sections.
#pragma once

#include <span>
#include <vector>

#include <tallybook/document.hpp>
#include <tallybook/report.hpp>

#include "outline/scan.hpp"

namespace tallybook::outline {

/// One flag a candidate. A mark at the start of a paragraph numbers a section; one in running text
/// does where a chain shows that the text has lost its paragraph breaks; 一是 does where it heads
/// body paragraphs of its own.
[[nodiscard]] std::vector<bool> find_section_marks(const Document& document, const Report& report,
                                                   const Scan& scan);

}  // namespace tallybook::outline

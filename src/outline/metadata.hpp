// A report's title, organisation, area, period and date, where its own text tells them.
#pragma once

#include <tallybook/document.hpp>
#include <tallybook/report.hpp>

namespace tallybook::outline {

/// Fills in what the title, the lines under it, the first paragraph and the signature say clearly;
/// the rest stays empty.
void describe(const Document& document, Report& report);

}  // namespace tallybook::outline

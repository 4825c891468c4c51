// A compiled page into its reports.
#pragma once

#include <tallybook/document.hpp>
#include <tallybook/report.hpp>

namespace tallybook::outline {

/// Finds the reports in a document. A document that is one report stays one; a document without
/// text holds none.
[[nodiscard]] Compilation split(const Document& document);

}  // namespace tallybook::outline

// A report into its tree of sections, its enumerations, sentences and clauses.
#pragma once

#include <tallybook/document.hpp>
#include <tallybook/outline.hpp>
#include <tallybook/report.hpp>

namespace tallybook::outline {

/// Never fails: any text has an outline, if only section 0 and its sentences.
[[nodiscard]] Outline parse(const Document& document, const Report& report);

}  // namespace tallybook::outline

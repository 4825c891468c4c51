// A page to hand over: every report's text with the findings beside it, in one HTML file that needs no
// other, for a screen and for paper.
#pragma once

#include <array>
#include <span>
#include <string>

#include <tallybook/analysis.hpp>

#include "output/terminal.hpp"
#include "output/totals.hpp"

namespace tallybook::output {

/// A row of the list of files.
struct HtmlFile {
  std::string name;
  std::array<std::size_t, 3> by_severity{};  ///< by Severity
};

/// All that stands before the first file.
[[nodiscard]] std::string html_head(Language language);

/// One file: its text, block by block, with the places of the findings marked and the findings beside.
[[nodiscard]] std::string html_file(const Analysis& analysis, Language language);

/// The sum over all files, which the page shows at its top, and the end of the page.
[[nodiscard]] std::string html_tail(const CheckTotals& totals, std::span<const HtmlFile> files,
                                    Language language);

}  // namespace tallybook::output

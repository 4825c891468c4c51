// A run as SARIF 2.1.0 (OASIS), in the pieces in which it is printed: a head, the results of each file, a
// tail.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include <tallybook/analysis.hpp>
#include <tallybook/rule.hpp>

#include "output/terminal.hpp"

namespace tallybook::output {

/// The tool with its rules, up to the list of results.
[[nodiscard]] std::string sarif_head(std::span<const Rule* const> rules, Language language);

/// The results of one file, parted by commas; accepted findings are suppressed results. Empty where there are
/// none. `bytes` are the file's, because places count in it, not in the text that was read from it.
[[nodiscard]] std::string sarif_results(const Analysis& analysis, std::string_view bytes, Language language);

/// The file itself: its name, length and SHA-256.
[[nodiscard]] std::string sarif_artifact(const Document& document, std::string_view bytes);

/// From the end of the results on. Empty artifacts are those of files that could not be read.
[[nodiscard]] std::string sarif_tail(std::span<const std::string> artifacts);

}  // namespace tallybook::output

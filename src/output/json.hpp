// The JSON contract (docs/reference/*.schema.json). Offsets are code points, ends exclusive.
#pragma once

#include <string>

#include <tallybook/analysis.hpp>

namespace tallybook::output {

/// One object a line, one line a figure.
[[nodiscard]] std::string figures_jsonl(const Analysis& analysis);

/// {"file":…,"version":…,"reports":…,"findings":…,"relations":…,"coverage":…} on one line.
[[nodiscard]] std::string check_json(const Analysis& analysis);

/// The tree of every report with begin, end, level, mark, title, on one line.
[[nodiscard]] std::string outline_json(const Analysis& analysis);

}  // namespace tallybook::output

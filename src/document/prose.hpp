// How lines of source join in running text.
#pragma once

namespace tallybook::document {

/// Whether a line break of the source between these two characters stands for no space at all, as
/// between Chinese characters and their punctuation.
[[nodiscard]] bool joins_without_space(char32_t before, char32_t after);

}  // namespace tallybook::document

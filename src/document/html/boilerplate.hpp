// What of a page is its frame, not its text: navigation, footer, share buttons.
#pragma once

#include <unordered_set>

#include "document/html/tree.hpp"

namespace tallybook::document::html {

using Elements = std::unordered_set<const GumboNode*>;

/// The outermost elements to leave out. Precision comes first: nothing within <main> or <article>,
/// nothing that holds one of them, and nothing that reads like prose, whatever its name; and nothing
/// at all where little of the page would remain.
[[nodiscard]] Elements find_boilerplate(const GumboNode& root);

}  // namespace tallybook::document::html

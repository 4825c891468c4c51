// The lists of a report: 一是…二是…, 首先…其次…, ①…②…
#pragma once

#include <vector>

#include <tallybook/document.hpp>
#include <tallybook/outline.hpp>

#include "outline/scan.hpp"

namespace tallybook::outline {

/// From the candidates that number no section. Numbers are kept as written: 一是 二是 四是 is one list,
/// and a list inside an item does not break the outer one where the numbers prove it.
[[nodiscard]] std::vector<Enumeration> find_enumerations(const Document& document, const Scan& scan,
                                                         const std::vector<bool>& numbers_section,
                                                         const std::vector<Section>& sections);

}  // namespace tallybook::outline

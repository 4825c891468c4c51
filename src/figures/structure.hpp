// The parts of a whole written as one ratio: 三次产业结构为13.7：58.3：28.
#pragma once

#include <string_view>
#include <vector>

#include "figures/quantity.hpp"

namespace tallybook::figures {

/// The parts of a ratio of three or more bare numbers that add up to a hundred, as percentages without
/// a sign, where `first` opens such a ratio; else nothing. A time of day (8:30:00) or a score adds up
/// to something else.
[[nodiscard]] std::vector<Quantity> read_structure(std::string_view text, const Quantity& first,
                                                   std::uint32_t end, const Lexicon::Tables& tables);

}  // namespace tallybook::figures

// What a figure measures: the words before it, behind it or around it.
#pragma once

#include <optional>

#include <tallybook/span.hpp>

#include "figures/context.hpp"

namespace tallybook::figures {

/// The subject of the sentence's figure `index`, given that those before it have theirs.
[[nodiscard]] std::optional<Span> find_subject(const SentenceContext& context, std::size_t index,
                                               const Lexicon::Tables& tables);

}  // namespace tallybook::figures

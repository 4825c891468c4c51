// Role, direction, basis, bound and status of a figure, from the words around it.
#pragma once

#include "figures/context.hpp"
#include "figures/quantity.hpp"

namespace tallybook::figures {

/// Sets the fields of the sentence's figure `index`, given that those before it are set.
/// `quantities` runs parallel to the context's figures.
void set_fields(const SentenceContext& context, std::span<Figure> figures,
                std::span<const Quantity> quantities, std::size_t index, const Lexicon::Tables& tables);

/// Planned and required, over the whole sentence; to be called once its other fields are set. Returns
/// what holds at the sentence's end.
Status set_status(const SentenceContext& context, std::span<Figure> figures,
                  std::span<const Quantity> quantities, const Lexicon::Tables& tables);

}  // namespace tallybook::figures

#include "figures/relate.hpp"

#include "figures/relation_context.hpp"

namespace tallybook::figures {

std::vector<Relation> relate(const Document& document, const Outline& outline,
                             std::span<const Figure> figures, const Lexicon& lexicon) {
  std::vector<Relation> relations;
  const RelationContext context(document, outline, figures, lexicon.tables());
  find_sums(context, relations);
  find_parts(context, relations);
  find_flows(context, relations);
  find_identities(context, relations);
  find_shares(context, relations);
  find_changes(context, relations);
  find_weighted_changes(context, relations);
  find_divided_changes(context, relations);
  find_counts(context, relations);
  find_pairings(context, relations);
  find_repeats(context, relations);
  return relations;
}

}  // namespace tallybook::figures

// The words of data/relation_words.toml: what ties figures together.
#pragma once

#include <vector>

#include <tallybook/result.hpp>

#include "figures/word_set.hpp"

namespace tallybook::figures {

/// Words that divide one whole into parts that do not overlap; `words` values number them.
struct Partition {
  WordSet words;
  std::size_t parts = 0;
  bool exhaustive = false;  ///< the parts together are the whole
  WordSet masks;            ///< longer words that name no part
  WordSet except;           ///< what is divided into more: all the power used is not that of three industries
};

/// Two measures of one thing of which the second is no more than the first: 总投资, 完成投资.
struct Containment {
  WordSet wholes;
  WordSet parts;
  bool by_definition = false;  ///< wherever both stand in one paragraph
};

/// An indicator that two others define: plus − minus, or part ÷ whole in percent.
struct Identity {
  WordSet result;
  WordSet first;
  WordSet second;
};

struct RelationWords {
  WordSet part_leads;
  WordSet breakdown_heads;
  WordSet breakdown_tails;
  WordSet total_cues;
  WordSet total_weak_cues;
  WordSet complete_lists;
  WordSet open_lists;
  WordSet base_cues;  ///< of figures that another is compared with
  WordSet base_masks;
  WordSet intensive_nouns;  ///< of what cannot be added
  WordSet intensive_heads;
  WordSet intensive_units;
  WordSet net_wholes;
  WordSet aside_cues;
  std::vector<Partition> partitions;

  WordSet within_masks;
  WordSet stages;
  WordSet stage_marks;
  WordSet new_cues;
  WordSet all_cues;
  WordSet reach_links;
  std::vector<Containment> containments;

  WordSet flow_cues;  ///< values: 1 opening, 2 in, 3 out, 4 closing, 5 reached

  WordSet spread_cues;
  WordSet minus_signs;
  WordSet rank_cues;
  WordSet real_terms;
  WordSet whole_prefixes;
  WordSet rates;
  WordSet rest_cues;

  std::vector<Identity> differences;
  std::vector<Identity> quotients;
  WordSet identity_masks;

  WordSet claim_nouns;
  WordSet claim_units;
  WordSet claim_named_units;
  WordSet claim_bare_nouns;
  WordSet claim_compounds;
  WordSet claim_aliases;
  WordSet claim_closed_words;
  WordSet claim_openers;
  WordSet list_openers;
  WordSet pair_joints;
};

/// Compiles the shipped data file.
[[nodiscard]] Result<RelationWords> load_relation_words();

}  // namespace tallybook::figures

// The compiled vocabulary: what the data files say, in the form in which the grammar asks for it.
#pragma once

#include <string>
#include <vector>

#include <tallybook/decimal.hpp>
#include <tallybook/figure.hpp>

#include "figures/lexicon.hpp"
#include "figures/relation_words.hpp"
#include "figures/word_index.hpp"
#include "figures/word_set.hpp"

namespace tallybook::figures {

/// One spelling of a measure unit of data/units.toml.
struct Unit {
  std::string text;
  FigureKind kind = FigureKind::count;
  std::uint16_t family = 0;     ///< index into `Lexicon::Tables::unit_families`
  std::uint16_t dimension = 0;  ///< units of one dimension can be added
  Decimal factor{1};            ///< to the family's base unit
  bool compound = false;        ///< so much per something: 元/吨
  bool arabic_only = false;
  bool final_only = false;  ///< read only where no word goes on behind it
  bool hour_word = false;   ///< tells the hour, too: read only where no clock shows the number
};

struct UnitFamily {
  std::string dimension;
  std::string base;  ///< empty where its units do not convert
};

struct Lexicon::Tables {
  std::vector<Unit> units;  ///< `unit_words` values index it
  WordSet unit_words;
  WordSet point_words;  ///< those of them that measure points
  std::vector<UnitFamily> unit_families;
  WordSet currency_signs;  ///< that stand before the number: ￥

  // Values of the bound sets are Bound.
  WordSet approximators_before;
  WordSet approximators_before_scale;
  WordSet approximators_after;
  WordSet approximating_verbs;

  WordSet change_verbs;  ///< values are Direction
  WordSet change_masks;
  WordSet to_endings;
  WordSet change_transitive;
  WordSet change_links;
  WordSet comparing_more;
  WordSet comparing_less;
  WordSet list_breakers;

  WordSet share_cues;
  WordSet share_nouns;
  WordSet rate_nouns;
  WordSet each_cues;
  WordSet basis_cues;   ///< values are Basis
  WordSet status_cues;  ///< values are Status
  WordSet status_masks;
  WordSet future_times;
  WordSet status_after_cues;
  WordSet planned_subjects;
  WordSet done_cues;
  WordSet achieving_verbs;
  WordSet future_headings;
  WordSet past_headings;

  WordSet front_masks;
  WordSet one_before;
  WordSet duration_after;
  WordSet duration_before;
  WordSet phrases;
  WordSet not_unit;
  WordSet bare_nouns;
  WordSet bare_before;
  WordSet stage_after;

  WordSet table_captions;
  WordSet table_unit_columns;
  WordSet table_codes;
  WordSet table_generic;
  WordSet table_indicators;
  WordSet table_counters;
  WordSet table_amounts;
  WordSet table_ratios;
  WordSet table_either_way;

  WordSet verbs;  ///< that open or close a noun phrase
  WordSet subject_links;
  WordSet bare_heads;
  WordSet modifying_verbs;
  WordSet empty_names;    ///< that are no subject alone
  WordSet likeness_cues;  ///< 相当于10年前的1.3倍
  WordSet nominal_verbs;
  WordSet clause_heads;
  WordSet noun_suffixes;
  WordSet compound_nouns;
  WordSet stop_words;     ///< that no subject begins or ends with
  WordSet phrase_breaks;  ///< the marks at which a noun phrase ends

  WordUnion sentence_words;  ///< the sets that are looked for throughout a sentence

  RelationWords relations;  ///< what ties figures together
};

}  // namespace tallybook::figures

// The words that rules look for: the tables of data/ that are not about figures.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <tallybook/result.hpp>

#include "checks/doubled_words.hpp"
#include "checks/name_words.hpp"
#include "checks/spelling_lexicon.hpp"
#include "checks/word_finder.hpp"

namespace tallybook::checks {

/// A form that a standard or a dictionary calls wrong or does not recommend.
struct DiscouragedForm {
  std::string form;
  std::string instead;
  std::string example;              ///< a sentence with the form in it once
  std::vector<std::string> before;  ///< where not empty, the form counts only before one of these
  std::vector<std::string> except;  ///< longer words that hold the form and are right
  std::uint16_t source = 0;         ///< index into Vocabulary::sources
};

/// A measure unit outside the legal ones: 1 of `unit` is `numerator` ÷ `denominator` of `legal`.
struct NonLegalUnit {
  std::string unit;
  std::string legal;
  std::int64_t numerator = 1;
  std::int64_t denominator = 1;
};

/// A page's own furniture is in place on a page; the other phrases are out of place anywhere.
enum class WebPhrase : std::uint8_t { furniture, residue };

/// Whom a cue names: what of them may not be published with their names.
enum class PersonCue : std::uint8_t { patient, minor, aided };

struct Vocabulary {
  std::vector<std::string> sources;
  std::vector<DiscouragedForm> forms;
  std::vector<NonLegalUnit> non_legal_units;
  std::vector<std::string> bylines;       ///< offices that a space sets off from a name: 记者
  std::vector<std::string> list_leads;    ///< what the words before a list end with: 原因, 如下
  std::vector<std::string> dated_events;  ///< what may follow 5·12: 地震, 护士节
  std::vector<std::string> not_names;     ///< words that begin with a family name: 高血压
  DoubledWords doubled;                   ///< what never stands twice in a row
  NameWords names;                        ///< what tells two spellings of one name
  SpellingLexicon spelling;               ///< which characters make words, and which are taken for others
  WordFinder finder;                      ///< the words of all lists that are looked for

  /// Fails only if the data break their own schema.
  [[nodiscard]] static Result<Vocabulary> load();
};

}  // namespace tallybook::checks

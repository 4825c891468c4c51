// Many words looked for at once in one pass over a text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <tallybook/span.hpp>

namespace tallybook::checks {

/// Which list of words a hit belongs to.
enum class WordList : std::uint8_t {
  discouraged_form,  ///< row: Vocabulary::forms
  web_phrase,        ///< row: WebPhrase
  person_cue,        ///< row: PersonCue
  name_ending,       ///< row: NameWords::endings
  misspelling,       ///< row: SpellingLexicon::misspellings
};

struct WordHit {
  Span span;
  WordList list = WordList::discouraged_form;
  std::uint16_t row = 0;
};

/// Filled once, then only read. Most places cost one multiplication: a bit table tells whether any word
/// begins with the six bytes that stand there.
class WordFinder {
 public:
  /// Two Chinese characters.
  static constexpr std::size_t kShortestWord = 6;

  /// `word` has at least kShortestWord bytes.
  void add(std::string_view word, WordList list, std::uint16_t row);

  /// Appends every occurrence of every word, ascending; occurrences may overlap.
  void find(std::string_view text, Span span, std::vector<WordHit>& hits) const;

 private:
  static constexpr unsigned kFilterBits = 16;

  struct Entry {
    std::string word;
    WordList list;
    std::uint16_t row;
  };
  /// Whether a word may begin with these six bytes.
  [[nodiscard]] bool may_begin(std::uint64_t key) const;
  /// Appends the words that stand at `at`.
  void add_hits(std::string_view part, std::uint32_t at, std::vector<WordHit>& hits) const;

  std::vector<std::uint64_t> filter_ = std::vector<std::uint64_t>((1U << kFilterBits) / 64);
  std::unordered_map<std::uint64_t, std::vector<Entry>> entries_;  ///< by the first six bytes
};

}  // namespace tallybook::checks

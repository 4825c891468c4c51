// What of a report's words may be slips: found in one pass for all rules on spelling.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <tallybook/document.hpp>
#include <tallybook/report.hpp>

#include "checks/spelling_lexicon.hpp"

namespace tallybook::checks {

/// Four characters that are an idiom but for one: 寓交于乐.
struct NearIdiom {
  Span span;
  std::string right;
};

/// Two characters that are no word, beside a word of the same report that differs from them by one
/// confusable character and stands in the same surroundings: 癜痫患者, 癫痫患者.
struct WordVariant {
  Span span;
  Span evidence;  ///< where the word stands
  std::string right;
};

/// A phrase of the same report that lost a character: 监测评会议 beside 监测评估.
struct DroppedCharacter {
  Span span;             ///< what is left of the phrase, and the word behind it
  Span evidence;         ///< where the phrase stands whole
  std::uint32_t at = 0;  ///< where the character is missing
  std::string character;
};

struct SpellingScan {
  std::vector<NearIdiom> near_idioms;
  std::vector<WordVariant> variants;
  std::vector<DroppedCharacter> dropped;
};

/// Linear time; each list ascends.
[[nodiscard]] SpellingScan scan_spelling(const Document& document, const Report& report,
                                         const SpellingLexicon& lexicon);

/// The characters of a report, block by block, with which neighbours make words.
class WordMap {
 public:
  WordMap(const Document& document, const Report& report, const SpellingLexicon& lexicon);

  /// How many characters there are; the first and last two are none.
  [[nodiscard]] std::size_t size() const { return characters_.size(); }
  /// 0 where blocks meet.
  [[nodiscard]] char16_t operator[](std::size_t i) const { return characters_[i]; }
  /// Whether the character and the one behind it make a word.
  [[nodiscard]] bool word_at(std::size_t i) const { return word_[i] != 0; }
  [[nodiscard]] bool is_han(std::size_t i) const {
    return characters_[i] >= 0x4E00 && characters_[i] <= 0x9FFF;
  }
  /// The bytes of `count` characters from the one at `i` on.
  [[nodiscard]] Span span(std::size_t i, std::size_t count) const {
    return {offsets_[i], offsets_[i + count - 1] + size_of(characters_[i + count - 1])};
  }

 private:
  static std::uint32_t size_of(char16_t c) { return c < 0x80 ? 1 : c < 0x800 ? 2 : 3; }
  void push(char16_t c, std::uint32_t offset) {
    characters_.push_back(c);
    offsets_.push_back(offset);
  }

  std::vector<char16_t> characters_;
  std::vector<std::uint32_t> offsets_;
  std::vector<std::uint8_t> word_;
};

}  // namespace tallybook::checks

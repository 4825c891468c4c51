// Which characters make words, sound or look alike: data/spelling.toml, spelling_words.txt, syllables.toml.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <tallybook/result.hpp>

namespace tallybook::checks {

/// A wrong form that is looked for as it stands: of a word (缀学), or of a phrase with a character left
/// out (党十七大).
struct Misspelling {
  std::string wrong;
  std::string right;
  bool dropped = false;      ///< a character is left out, not replaced
  std::uint16_t source = 0;  ///< index into SpellingLexicon::sources; replaced characters only
};

/// Four characters that stand together: an idiom or a set phrase.
using Idiom = std::array<char16_t, 4>;

/// Filled once, then only read. Characters outside of the basic plane are in no word.
class SpellingLexicon {
 public:
  /// Fails only if the data break their own schema.
  [[nodiscard]] static Result<SpellingLexicon> load();

  /// Whether two characters make a word.
  [[nodiscard]] bool is_word(char16_t first, char16_t second) const;
  /// Whether the character is often a word by itself: 的, 在, 村.
  [[nodiscard]] bool stands_alone(char16_t c) const { return has(alone_, c); }
  /// Whether it ends words of three that have a longer twin: 管理费, 管理费用.
  [[nodiscard]] bool is_suffix(char16_t c) const { return has(suffixes_, c); }
  /// Whether one may have been written for the other: same syllable, or a part in common.
  [[nodiscard]] bool is_confusable(char16_t a, char16_t b) const;

  /// Whether some idiom begins, or ends, with these two characters; now and then wrongly yes.
  [[nodiscard]] bool may_begin_idiom(char16_t a, char16_t b) const { return has_bit(heads_, pair(a, b)); }
  [[nodiscard]] bool may_end_idiom(char16_t a, char16_t b) const { return has_bit(tails_, pair(a, b)); }
  /// The idiom that the four characters are but for one, which is confusable with the right one; null for
  /// what is right itself, and where there is none. Of a set phrase, the half that is wrong is no word.
  [[nodiscard]] const Idiom* find_near(const Idiom& written) const;
  [[nodiscard]] bool is_right(const Idiom& written) const;
  /// Whether the two characters are a noun before which phrases stand whole: 会议, 方案.
  [[nodiscard]] bool is_head(char16_t first, char16_t second) const;

  [[nodiscard]] const std::vector<Misspelling>& misspellings() const { return misspellings_; }
  [[nodiscard]] const std::vector<std::string>& sources() const { return sources_; }
  [[nodiscard]] const std::vector<Idiom>& idioms() const { return idioms_; }

 private:
  friend class SpellingReader;
  using CharacterSet = std::vector<std::uint64_t>;  ///< a bit for each character of the basic plane
  static constexpr unsigned kPairBits = 16;

  static constexpr std::uint32_t pair(char16_t a, char16_t b) {
    return static_cast<std::uint32_t>(a) << 16U | b;
  }
  static bool has(const CharacterSet& set, char16_t c) { return (set[c / 64U] >> c % 64U & 1U) != 0; }
  static bool has_bit(const std::vector<std::uint64_t>& filter, std::uint32_t key);

  std::vector<std::uint32_t> words_;  ///< open addressing; 0 is free
  CharacterSet alone_ = CharacterSet(0x10000 / 64);
  CharacterSet suffixes_ = CharacterSet(0x10000 / 64);
  std::vector<std::uint16_t> syllables_ = std::vector<std::uint16_t>(0x10000);         ///< 0: none known
  std::vector<std::uint16_t> first_family_ = std::vector<std::uint16_t>(0x10000 + 1);  ///< into families_
  std::vector<std::uint16_t> families_;  ///< those of each character, one character after the other
  std::vector<Idiom> idioms_;
  std::vector<Idiom> right_;        ///< sorted: idioms, and what is none and right all the same
  std::uint32_t first_phrase_ = 0;  ///< from here on idioms_ holds set phrases
  std::vector<std::pair<char16_t, char16_t>> heads_of_phrases_;
  std::vector<std::uint32_t> with_gap_;  ///< open addressing: an idiom's index × 4 + its gap, + 1
  std::vector<std::uint64_t> heads_, tails_;
  std::vector<Misspelling> misspellings_;
  std::vector<std::string> sources_;
};

}  // namespace tallybook::checks

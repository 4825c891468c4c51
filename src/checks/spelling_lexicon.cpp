#include "checks/spelling_lexicon.hpp"

#include <algorithm>

#include "checks/spelling_tables.hpp"

namespace tallybook::checks {

bool SpellingLexicon::has_bit(const std::vector<std::uint64_t>& filter, std::uint32_t key) {
  const std::uint64_t bit = spread(key, kPairBits);
  return (filter[bit / 64] >> bit % 64 & 1U) != 0;
}

bool SpellingLexicon::is_word(char16_t first, char16_t second) const {
  const std::uint32_t key = pair(first, second);
  const std::size_t mask = words_.size() - 1;
  for (std::size_t at = slot_of(key, words_.size()); words_[at] != 0; at = (at + 1) & mask) {
    if (words_[at] == key) return true;
  }
  return false;
}

bool SpellingLexicon::is_confusable(char16_t a, char16_t b) const {
  if (a == b) return false;
  if (syllables_[a] != 0 && syllables_[a] == syllables_[b]) return true;
  // A character belongs to a handful of families.
  const auto begin = families_.begin();
  return std::find_first_of(begin + first_family_[a], begin + first_family_[a + 1U], begin + first_family_[b],
                            begin + first_family_[b + 1U]) != begin + first_family_[a + 1U];
}

const Idiom* SpellingLexicon::find_near(const Idiom& written) const {
  const Idiom* found = nullptr;
  for (std::uint32_t gap = 0; gap < written.size(); ++gap) {
    const std::uint64_t key = gap_key(written, gap);
    const std::size_t mask = with_gap_.size() - 1;
    for (std::size_t at = slot_of(key, with_gap_.size()); with_gap_[at] != 0; at = (at + 1) & mask) {
      const std::uint32_t entry = with_gap_[at] - 1;
      const Idiom& idiom = idioms_[entry / 4];
      if (entry % 4 != gap || gap_key(idiom, gap) != key) continue;
      if (found != nullptr || !is_confusable(written[gap], idiom[gap])) continue;
      const std::size_t half = gap < 2 ? 0 : 2;
      if (entry / 4 >= first_phrase_ && is_word(written[half], written[half + 1])) continue;
      found = &idiom;
    }
  }
  // Most that comes here is an idiom with nothing wrong: asked last, for what is nearly one is rare.
  return found != nullptr && is_right(written) ? nullptr : found;
}

bool SpellingLexicon::is_right(const Idiom& written) const {
  return std::binary_search(right_.begin(), right_.end(), written);
}

bool SpellingLexicon::is_head(char16_t first, char16_t second) const {
  return std::find(heads_of_phrases_.begin(), heads_of_phrases_.end(), std::pair(first, second)) !=
         heads_of_phrases_.end();
}

}  // namespace tallybook::checks

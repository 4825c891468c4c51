// Where words of many sets stand in one sentence: found in one pass, asked for again and again.
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include <tallybook/span.hpp>

#include "figures/word_set.hpp"

namespace tallybook::figures {

/// A cue that stands in words.
struct Cue {
  std::size_t offset = 0;
  std::size_t size = 0;
  std::uint16_t value = 0;
  explicit operator bool() const { return size != 0; }
  [[nodiscard]] std::size_t end() const { return offset + size; }
};

/// The words of up to 64 sets, each with a bit for every set that holds it. Filled once, then only read.
class WordUnion {
 public:
  static constexpr std::size_t kMostSets = 64;

  /// Numbers the set; later words of it are not known here.
  void add(WordSet& set);

  /// A place of one word in a text.
  struct Hit {
    std::uint32_t begin = 0;
    std::uint32_t size = 0;
    std::uint64_t sets = 0;
  };
  /// Appends every word that begins in `span`, be it that it ends behind it: ascending, and the longer
  /// first at one place.
  void find(std::string_view text, Span span, std::vector<Hit>& hits) const;

 private:
  static constexpr std::uint32_t kNoWord = 0xFFFFFFFF;
  static constexpr unsigned kFilterBits = 16;

  struct Word {
    std::string letters;
    std::uint64_t sets = 0;
    std::uint32_t next = kNoWord;  ///< a shorter word, or one as long, that may stand in the same place
  };
  /// The words whose first two characters have these tags.
  struct Pair {
    std::uint32_t tags = 0;
    std::uint32_t first = kNoWord;
  };

  static constexpr std::uint32_t hash_of(std::uint32_t tags) {
    constexpr std::uint32_t kGoldenRatio = 0x9E3779B1;
    return tags * kGoldenRatio >> (32 - kFilterBits);
  }
  [[nodiscard]] bool may_begin(std::uint32_t tags) const {
    const std::uint32_t bit = hash_of(tags);
    return (filter_[bit / 64] >> bit % 64 & 1u) != 0;
  }
  [[nodiscard]] std::size_t slot_of(std::uint32_t tags) const;
  void add(std::string_view word, std::uint64_t set);
  [[nodiscard]] std::uint32_t& chain_of(std::string_view word);
  void grow();
  void add_hits(std::string_view text, std::uint32_t at, std::uint32_t word, std::vector<Hit>& hits) const;

  std::vector<Word> words_;
  std::array<std::uint32_t, text::kTags> singles_ = filled_with_none();  ///< words of one character, by tag
  std::array<std::uint64_t, (1u << kFilterBits) / 64> filter_{};
  std::vector<Pair> pairs_;  ///< open addressing, a power of two, at most half full
  std::size_t used_pairs_ = 0;
  std::uint8_t sets_ = 0;

  static constexpr std::array<std::uint32_t, text::kTags> filled_with_none() {
    std::array<std::uint32_t, text::kTags> chains{};
    chains.fill(kNoWord);
    return chains;
  }
};

class WordIndex {
 public:
  explicit WordIndex(const WordUnion& words) : words_(&words) {}

  /// Turns to another sentence of `text`.
  void read(std::string_view text, Span sentence);

  /// The last of `cues` in `words` that is no part of a longer word of `masks`, where both are taken from
  /// left to right. Sets of the union are looked up, others and words of another text are searched.
  [[nodiscard]] Cue last(std::string_view words, const WordSet& cues, const WordSet* masks = nullptr) const;

  /// Walks the places of `words`, a part of the sentence, at which words of some sets stand.
  class Places {
   public:
    Places(const WordIndex& index, std::string_view words, std::initializer_list<const WordSet*> sets);

    /// Goes to the next place that is not passed yet; false behind the last.
    bool next();
    /// Passes so many bytes from the place on.
    void pass(std::uint32_t size) { passed_ = at_ + size; }
    /// Counted from the start of the words.
    [[nodiscard]] std::uint32_t offset() const { return at_ - begin_; }
    /// The longest word of the set that stands here and ends within the words; 0 for none.
    [[nodiscard]] std::uint32_t size_of(const WordSet& set) const;

   private:
    using Hits = std::vector<WordUnion::Hit>::const_iterator;
    Hits next_;
    Hits end_;
    Hits here_;  ///< the first hit of the place
    std::uint64_t sets_ = 0;
    std::uint32_t begin_ = 0;
    std::uint32_t limit_ = 0;
    std::uint32_t at_ = 0;
    std::uint32_t passed_ = 0;
  };

 private:
  [[nodiscard]] std::vector<WordUnion::Hit>::const_iterator first_from(std::uint32_t offset) const;

  const WordUnion* words_;
  std::string_view text_;
  Span sentence_;
  std::uint64_t sets_ = 0;  ///< that stand in the sentence
  std::vector<WordUnion::Hit> hits_;
};

/// The last or the first of `cues` in any words; see WordIndex::last.
[[nodiscard]] Cue last_cue(std::string_view text, const WordSet& cues, const WordSet* masks = nullptr);
[[nodiscard]] Cue first_cue(std::string_view text, const WordSet& cues, const WordSet* masks = nullptr);

}  // namespace tallybook::figures

// Sets of words with a small value each, matched longest first at a place in a text.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/characters.hpp"

namespace tallybook::figures {

/// Filled once, then only read. Nearly every look-up finds nothing, and that costs one bit of half a
/// kilobyte: texts are in UTF-8 and stay so, no character is decoded.
class WordSet {
 public:
  struct Match {
    std::uint32_t size = 0;  ///< bytes; 0 where nothing matched
    std::uint16_t value = 0;
    explicit operator bool() const { return size != 0; }
  };

  /// The first value of a word counts.
  void add(std::string_view word, std::uint16_t value = 0);

  /// The longest word that begins at `offset`.
  [[nodiscard]] Match match_at(std::string_view text, std::size_t offset) const {
    if (offset >= text.size() || !by_first_.holds(text::tag_at(text, offset))) return {};
    return find_at(text, offset);
  }
  /// The longest word that ends at `offset`.
  [[nodiscard]] Match match_before(std::string_view text, std::size_t offset) const {
    if (offset == 0 || offset > text.size() || !by_last_.holds(text::tag_before(text, offset))) return {};
    return find_before(text, offset);
  }
  /// Whether a word may begin with the character of this tag; never wrong where it says no.
  [[nodiscard]] bool may_begin(text::Tag first) const { return by_first_.holds(first); }
  /// The first place from `from` on at which a word may begin; the end of `text` for none.
  [[nodiscard]] std::size_t next_place(std::string_view text, std::size_t from) const {
    for (std::size_t at = from; at < text.size();) {
      const std::size_t behind = text::behind_character(text, at);
      if (by_first_.holds(text::tag_before(text, behind))) return at;
      at = behind;
    }
    return text.size();
  }

  /// Calls `visit` with each word.
  template <typename Visit>
  void each_word(Visit visit) const {
    by_first_.each([&](const Entry& entry) { visit(letters(entry)); });
  }

  /// The set's bit in the union that it was added to, if it was.
  [[nodiscard]] bool is_numbered() const { return number_ != kNoNumber; }
  [[nodiscard]] std::uint64_t bit() const { return std::uint64_t{1} << number_; }

  /// The last word that lies wholly within `text`; `size` 0 where there is none.
  struct Found {
    std::size_t offset = 0;
    Match match;
  };
  [[nodiscard]] Found find_last(std::string_view text) const;
  [[nodiscard]] bool found_in(std::string_view text) const;

 private:
  /// A word as one of the two indices holds it, by the end at which texts are compared with it.
  struct Entry {
    std::uint64_t edge;   ///< the eight bytes at that end, zero where the word is shorter
    std::uint64_t mask;   ///< which of them are the word's
    std::uint32_t first;  ///< of the word's bytes in `letters_`
    std::uint16_t size;
    std::uint16_t value;
  };
  /// The entries that share the tag of their first (or last) character, longest first.
  struct Bucket {
    std::uint64_t neighbours = 0;  ///< a bit for each character that may stand beside it
    std::uint32_t first = 0;
    std::uint16_t tag = 0;
    std::uint16_t count = 0;  ///< 0: the slot is free
  };
  /// A hash table with open addressing whose size is a power of two, at most half full, behind a bit for
  /// each tag.
  class Index {
   public:
    [[nodiscard]] bool holds(text::Tag tag) const { return (bits_[tag / 64] >> tag % 64 & 1u) != 0; }
    /// Only for a tag that it holds.
    [[nodiscard]] const Bucket& bucket(text::Tag tag) const { return buckets_[slot_of(tag)]; }
    [[nodiscard]] const Entry* entries(const Bucket& bucket) const { return entries_.data() + bucket.first; }
    void add(text::Tag tag, std::uint64_t neighbours, Entry entry);
    template <typename Visit>
    void each(Visit visit) const {
      for (const Bucket& bucket : buckets_) {
        for (std::uint32_t i = 0; i < bucket.count; ++i) visit(entries_[bucket.first + i]);
      }
    }

   private:
    [[nodiscard]] std::size_t slot_of(text::Tag tag) const;
    void grow();

    std::array<std::uint64_t, text::kTags / 64> bits_{};
    std::vector<Bucket> buckets_;
    std::vector<Entry> entries_;  ///< each bucket's in a row, with room up to a power of two behind them
    std::size_t used_ = 0;
  };

  [[nodiscard]] std::string_view letters(const Entry& entry) const {
    return std::string_view(letters_).substr(entry.first, entry.size);
  }
  [[nodiscard]] Match find_at(std::string_view text, std::size_t offset) const;
  [[nodiscard]] Match find_before(std::string_view text, std::size_t offset) const;

  Index by_first_;
  Index by_last_;
  std::string letters_;  ///< all words, one after another

  friend class WordUnion;
  static constexpr std::uint8_t kNoNumber = 0xFF;
  std::uint8_t number_ = kNoNumber;
};

}  // namespace tallybook::figures

// Sets of words with a small value each, matched longest first at a place in a text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tallybook::figures {

/// Filled once, then only read. A look-up costs one hash of a code point and a few comparisons.
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
  [[nodiscard]] Match match_at(std::string_view text, std::size_t offset) const;
  /// The longest word that ends at `offset`.
  [[nodiscard]] Match match_before(std::string_view text, std::size_t offset) const;
  /// The last word that lies wholly within `text`; `size` 0 where there is none.
  struct Found {
    std::size_t offset = 0;
    Match match;
  };
  [[nodiscard]] Found find_last(std::string_view text) const;
  [[nodiscard]] bool found_in(std::string_view text) const { return bool{find_last(text).match}; }

 private:
  struct Entry {
    std::string word;
    std::uint16_t value;
  };
  /// The words that share one first (or last) code point, longest first.
  struct Bucket {
    char32_t key = 0;
    std::vector<Entry> entries;
  };
  /// A hash table with open addressing whose size is a power of two, at most half full.
  class Index {
   public:
    [[nodiscard]] const std::vector<Entry>* find(char32_t key) const;
    void add(char32_t key, Entry entry);

   private:
    [[nodiscard]] std::size_t slot_of(char32_t key) const;
    void grow();

    std::vector<Bucket> slots_;
    std::size_t used_ = 0;
  };
  Index by_first_;
  Index by_last_;
};

}  // namespace tallybook::figures

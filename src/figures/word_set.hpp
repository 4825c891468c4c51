// Sets of words with a small value each, matched longest first at a place in a text.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tallybook::figures {

/// Built once, then immutable. A look-up costs one hash of a code point and a few comparisons.
class WordSet {
 public:
  struct Match {
    std::uint32_t size = 0;  ///< bytes; 0 where nothing matched
    std::uint16_t value = 0;
    explicit operator bool() const { return size != 0; }
  };

  void add(std::string_view word, std::uint16_t value = 0);
  /// To be called after the last add().
  void seal();

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
  using Buckets = std::unordered_map<char32_t, std::vector<Entry>>;
  Buckets by_first_;
  Buckets by_last_;
};

}  // namespace tallybook::figures

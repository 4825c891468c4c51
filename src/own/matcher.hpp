// Finds what all rules of one scope look for, in one pass for the words and one for the patterns.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "own/pattern.hpp"
#include "own/rule.hpp"
#include "own/scope.hpp"
#include "own/word_trie.hpp"

namespace tallybook::own {

/// One term of one rule at one place.
struct Hit {
  std::uint32_t rule = 0;  ///< its number among all rules
  std::uint32_t unit = 0;
  std::uint32_t step = 0;
  std::uint32_t term = 0;
  Span span = {};
};

class Matcher {
 public:
  /// `patterns` are those of the rule's terms that are patterns, in their order.
  void add(std::uint32_t number, const OwnRule& rule, const std::vector<Pattern>& patterns);
  /// Called once after the last add().
  void compile();

  [[nodiscard]] bool empty() const { return entries_.empty(); }

  /// What the `wanted` rules, by number, find: ascending by rule, unit, step and place. Of hits of one step
  /// that overlap, the one that begins first stays, and of those the longest; what lies within a longer word
  /// that the rule excepts is left out. A rule gets at most `most` hits before that.
  [[nodiscard]] std::vector<Hit> find(std::string_view text, const ScopeText& scope,
                                      const std::vector<bool>& wanted, std::size_t most) const;

 private:
  struct Entry {
    std::uint32_t rule;
    std::uint32_t step;
    std::uint32_t term;
    std::uint32_t size;   ///< of the word; 0 for a pattern
    std::uint32_t exact;  ///< index into exact_ where the case counts, else kAnyCase
  };
  class Search;

  void add_word(const std::string& word, bool ignore_case, Entry entry);

  std::vector<Entry> entries_;
  std::vector<std::string> exact_;
  WordTrie words_;
  std::vector<Pattern> patterns_;
  std::vector<std::uint32_t> pattern_entries_;  ///< parallel: index into entries_
  PatternFilter filter_;
};

}  // namespace tallybook::own

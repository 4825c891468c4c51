// Any number of words, of any length, looked for at once: Chinese has no spaces to look behind.
#pragma once

#include <bitset>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/characters.hpp"

namespace tallybook::own {

/// Filled once, then only read. Letters are alike in both cases; whoever distinguishes them looks again.
class WordTrie {
 public:
  using Id = std::uint32_t;

  WordTrie() : nodes_(1) {}

  /// `word` is valid UTF-8 and not empty.
  void add(std::string_view word, Id id);

  /// Calls `fn(id, end)` for every word that begins at `at`, the shorter before the longer.
  template <typename Fn>
  void find_at(std::string_view text, std::size_t at, Fn fn) const {
    if (!first_.test(text::tag_of(folded(text::code_point_at(text, at).value)))) return;
    std::uint32_t node = 0;
    while (at < text.size()) {
      const text::CodePoint c = text::code_point_at(text, at);
      const auto edge = edges_.find(key(node, c.value));
      if (edge == edges_.end()) return;
      node = edge->second;
      at += c.size;
      for (const Id id : nodes_[node]) fn(id, at);
    }
  }

 private:
  static constexpr char32_t folded(char32_t c) { return c >= U'A' && c <= U'Z' ? c - U'A' + U'a' : c; }
  static constexpr std::uint64_t key(std::uint32_t node, char32_t c) {
    return static_cast<std::uint64_t>(node) << 32U | folded(c);
  }

  std::bitset<text::kTags> first_;                          ///< of the words' first characters
  std::vector<std::vector<Id>> nodes_;                      ///< the words that end there
  std::unordered_map<std::uint64_t, std::uint32_t> edges_;  ///< by node and character
};

}  // namespace tallybook::own

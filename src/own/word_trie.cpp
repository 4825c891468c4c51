#include "own/word_trie.hpp"

namespace tallybook::own {

void WordTrie::add(std::string_view word, Id id) {
  first_.set(text::tag_of(folded(text::code_point_at(word, 0).value)));
  std::uint32_t node = 0;
  for (std::size_t at = 0; at < word.size();) {
    const text::CodePoint c = text::code_point_at(word, at);
    const auto next = static_cast<std::uint32_t>(nodes_.size());
    const auto [edge, added] = edges_.emplace(key(node, c.value), next);
    if (added) nodes_.emplace_back();
    node = edge->second;
    at += c.size;
  }
  nodes_[node].push_back(id);
}

}  // namespace tallybook::own

#include "figures/word_set.hpp"

#include <algorithm>

#include "text/characters.hpp"

namespace tallybook::figures {

void WordSet::add(std::string_view word, std::uint16_t value) {
  if (word.empty()) return;
  by_first_[text::code_point_at(word, 0).value].push_back({std::string(word), value});
  by_last_[text::code_point_before(word, word.size()).value].push_back({std::string(word), value});
}

void WordSet::seal() {
  for (Buckets* buckets : {&by_first_, &by_last_}) {
    for (auto& [key, entries] : *buckets) {
      std::stable_sort(entries.begin(), entries.end(),
                       [](const Entry& a, const Entry& b) { return a.word.size() > b.word.size(); });
    }
  }
}

WordSet::Match WordSet::match_at(std::string_view text, std::size_t offset) const {
  const auto first = text::code_point_at(text, offset);
  if (first.size == 0) return {};
  const auto bucket = by_first_.find(first.value);
  if (bucket == by_first_.end()) return {};
  for (const Entry& entry : bucket->second) {
    if (text.compare(offset, entry.word.size(), entry.word) == 0) {
      return {static_cast<std::uint32_t>(entry.word.size()), entry.value};
    }
  }
  return {};
}

WordSet::Match WordSet::match_before(std::string_view text, std::size_t offset) const {
  const auto last = text::code_point_before(text, offset);
  if (last.size == 0) return {};
  const auto bucket = by_last_.find(last.value);
  if (bucket == by_last_.end()) return {};
  for (const Entry& entry : bucket->second) {
    const std::size_t size = entry.word.size();
    if (size <= offset && text.compare(offset - size, size, entry.word) == 0) {
      return {static_cast<std::uint32_t>(size), entry.value};
    }
  }
  return {};
}

WordSet::Found WordSet::find_last(std::string_view text) const {
  for (std::size_t at = text.size(); at > 0;) {
    if (const Match match = match_before(text, at)) return {at - match.size, match};
    at -= text::code_point_before(text, at).size;
  }
  return {};
}

}  // namespace tallybook::figures

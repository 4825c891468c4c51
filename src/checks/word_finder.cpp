#include "checks/word_finder.hpp"

#include <cstring>

#include "text/characters.hpp"
#include "text/skim.hpp"

namespace tallybook::checks {
namespace {

/// The six bytes at `offset` as one number; they must be there.
std::uint64_t key_at(std::string_view text, std::size_t offset) {
  std::uint32_t low = 0;
  std::uint16_t high = 0;
  std::memcpy(&low, text.data() + offset, sizeof low);
  std::memcpy(&high, text.data() + offset + sizeof low, sizeof high);
  return low | static_cast<std::uint64_t>(high) << 32U;
}

/// The upper bits of a product with an odd constant: 2^64 divided by the golden ratio.
std::uint64_t hash_of(std::uint64_t key, unsigned bits) {
  return (key * 0x9E3779B97F4A7C15U) >> (64U - bits);
}

}  // namespace

void WordFinder::add(std::string_view word, WordList list, std::uint16_t row) {
  const std::uint64_t key = key_at(word, 0);
  const std::uint64_t bit = hash_of(key, kFilterBits);
  filter_[bit / 64] |= std::uint64_t{1} << bit % 64;
  entries_[key].push_back({std::string(word), list, row});
}

bool WordFinder::may_begin(std::uint64_t key) const {
  const std::uint64_t bit = hash_of(key, kFilterBits);
  return (filter_[bit / 64] >> bit % 64 & 1U) != 0;
}

void WordFinder::add_hits(std::string_view part, std::uint32_t at, std::vector<WordHit>& hits) const {
  const auto found = entries_.find(key_at(part, at));
  if (found == entries_.end()) return;
  for (const Entry& entry : found->second) {
    if (!text::stands_at(part, at, entry.word)) continue;
    hits.push_back({{at, at + static_cast<std::uint32_t>(entry.word.size())}, entry.list, entry.row});
  }
}

void WordFinder::find(std::string_view text, Span span, std::vector<WordHit>& hits) const {
  constexpr std::uint32_t kThree = text::kThreeBytes;
  const std::string_view part = text.substr(0, span.end);
  for (std::uint32_t at = span.begin; at + kShortestWord <= part.size();) {
    const std::uint64_t key = key_at(part, at);
    // Two at once, where the second has its six bytes too: the step to the next then waits for nothing.
    if (text::are_two_of_three(key) && at + kThree + kShortestWord <= part.size()) {
      if (may_begin(key)) add_hits(part, at, hits);
      if (may_begin(key_at(part, at + kThree))) add_hits(part, at + kThree, hits);
      at += 2 * kThree;
      continue;
    }
    if (may_begin(key)) add_hits(part, at, hits);
    at += text::size_at(part, at);
  }
}

}  // namespace tallybook::checks

#include "checks/word_finder.hpp"

#include <cstring>

#include "text/characters.hpp"

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

constexpr std::uint32_t size_by_lead(unsigned char lead) {
  return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

}  // namespace

void WordFinder::add(std::string_view word, WordList list, std::uint16_t row) {
  const std::uint64_t key = key_at(word, 0);
  const std::uint64_t bit = hash_of(key, kFilterBits);
  filter_[bit / 64] |= std::uint64_t{1} << bit % 64;
  entries_[key].push_back({std::string(word), list, row});
}

void WordFinder::find(std::string_view text, Span span, std::vector<WordHit>& hits) const {
  const std::string_view part = text.substr(0, span.end);
  for (std::uint32_t at = span.begin; at + kShortestWord <= part.size();
       at += size_by_lead(static_cast<unsigned char>(part[at]))) {
    const std::uint64_t key = key_at(part, at);
    const std::uint64_t bit = hash_of(key, kFilterBits);
    if ((filter_[bit / 64] >> bit % 64 & 1U) == 0) continue;
    const auto found = entries_.find(key);
    if (found == entries_.end()) continue;
    for (const Entry& entry : found->second) {
      if (!part.substr(at).starts_with(entry.word)) continue;
      hits.push_back({{at, at + static_cast<std::uint32_t>(entry.word.size())}, entry.list, entry.row});
    }
  }
}

}  // namespace tallybook::checks

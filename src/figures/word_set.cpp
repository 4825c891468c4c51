#include "figures/word_set.hpp"

#include <algorithm>
#include <utility>

#include "text/characters.hpp"

namespace tallybook::figures {

std::size_t WordSet::Index::slot_of(char32_t key) const {
  constexpr std::uint32_t kGoldenRatio = 0x9E3779B1;
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = (key * kGoldenRatio >> 16) & mask;
  while (!slots_[slot].entries.empty() && slots_[slot].key != key) slot = (slot + 1) & mask;
  return slot;
}

const std::vector<WordSet::Entry>* WordSet::Index::find(char32_t key) const {
  if (slots_.empty()) return nullptr;
  const Bucket& bucket = slots_[slot_of(key)];
  return bucket.entries.empty() ? nullptr : &bucket.entries;
}

void WordSet::Index::grow() {
  constexpr std::size_t kFirstSize = 16;
  std::vector<Bucket> old(slots_.empty() ? kFirstSize : slots_.size() * 2);
  old.swap(slots_);
  for (Bucket& bucket : old) {
    if (!bucket.entries.empty()) slots_[slot_of(bucket.key)] = std::move(bucket);
  }
}

void WordSet::Index::add(char32_t key, Entry entry) {
  if (2 * (used_ + 1) > slots_.size()) grow();
  Bucket& bucket = slots_[slot_of(key)];
  if (bucket.entries.empty()) ++used_;
  bucket.key = key;
  const auto shorter = [&](const Entry& other) { return other.word.size() < entry.word.size(); };
  const auto place = std::find_if(bucket.entries.begin(), bucket.entries.end(), shorter);
  bucket.entries.insert(place, std::move(entry));
}

void WordSet::add(std::string_view word, std::uint16_t value) {
  if (word.empty()) return;
  by_first_.add(text::code_point_at(word, 0).value, {std::string(word), value});
  by_last_.add(text::code_point_before(word, word.size()).value, {std::string(word), value});
}

WordSet::Match WordSet::match_at(std::string_view text, std::size_t offset) const {
  const auto first = text::code_point_at(text, offset);
  const auto* entries = first.size == 0 ? nullptr : by_first_.find(first.value);
  if (entries == nullptr) return {};
  for (const Entry& entry : *entries) {
    if (text.compare(offset, entry.word.size(), entry.word) == 0) {
      return {static_cast<std::uint32_t>(entry.word.size()), entry.value};
    }
  }
  return {};
}

WordSet::Match WordSet::match_before(std::string_view text, std::size_t offset) const {
  const auto last = text::code_point_before(text, offset);
  const auto* entries = last.size == 0 ? nullptr : by_last_.find(last.value);
  if (entries == nullptr) return {};
  for (const Entry& entry : *entries) {
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

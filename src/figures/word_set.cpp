#include "figures/word_set.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <span>
#include <utility>

namespace tallybook::figures {
namespace {

constexpr std::size_t kEdge = sizeof(std::uint64_t);

/// The first bytes of `bytes`, up to eight, with zeros behind them.
std::uint64_t leading(std::string_view bytes) {
  std::uint64_t edge = 0;
  if (bytes.size() >= kEdge) {
    std::memcpy(&edge, bytes.data(), kEdge);
  } else {
    std::memcpy(&edge, bytes.data(), bytes.size());
  }
  return edge;
}

/// The last bytes of `bytes`, up to eight, with zeros before them.
std::uint64_t trailing(std::string_view bytes) {
  if (bytes.size() >= kEdge) return leading(bytes.substr(bytes.size() - kEdge));
  std::array<char, kEdge> edge{};
  std::memcpy(edge.data() + (kEdge - bytes.size()), bytes.data(), bytes.size());
  return leading({edge.data(), kEdge});
}

constexpr std::string_view kOnes = "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF";
constexpr std::uint64_t kAnyNeighbour = ~std::uint64_t{0};

/// The bit of a character among a bucket's neighbours.
constexpr std::uint64_t neighbour_bit(text::Tag tag) {
  return std::uint64_t{1} << tag % 64;
}

}  // namespace

std::size_t WordSet::Index::slot_of(text::Tag tag) const {
  constexpr std::uint32_t kGoldenRatio = 0x9E3779B1;
  const std::size_t mask = buckets_.size() - 1;
  std::size_t slot = (tag * kGoldenRatio >> 16) & mask;
  while (buckets_[slot].count != 0 && buckets_[slot].tag != tag) slot = (slot + 1) & mask;
  return slot;
}

void WordSet::Index::grow() {
  constexpr std::size_t kFirstSize = 16;
  std::vector<Bucket> old(buckets_.empty() ? kFirstSize : buckets_.size() * 2);
  old.swap(buckets_);
  for (const Bucket& bucket : old) {
    if (bucket.count != 0) buckets_[slot_of(bucket.tag)] = bucket;
  }
}

void WordSet::Index::add(text::Tag tag, std::uint64_t neighbours, Entry entry) {
  if (2 * (used_ + 1) > buckets_.size()) grow();
  bits_[tag / 64] |= std::uint64_t{1} << tag % 64;
  Bucket& bucket = buckets_[slot_of(tag)];
  if (bucket.count == 0) {
    ++used_;
    bucket.tag = static_cast<std::uint16_t>(tag);
  }
  // A full row moves to the end, where it has twice the room.
  const std::uint32_t count = bucket.count;
  if (count == 0 || std::has_single_bit(count)) {
    const std::size_t room = entries_.size();
    entries_.resize(room + std::max<std::size_t>(2 * std::size_t{count}, 1));
    std::copy_n(entries_.begin() + bucket.first, count, entries_.begin() + static_cast<std::ptrdiff_t>(room));
    bucket.first = static_cast<std::uint32_t>(room);
  }
  const auto begin = entries_.begin() + bucket.first;
  const auto end = begin + static_cast<std::ptrdiff_t>(count);
  const auto place = std::find_if(begin, end, [&](const Entry& other) { return other.size < entry.size; });
  std::copy_backward(place, end, end + 1);
  *place = entry;
  ++bucket.count;
  bucket.neighbours |= neighbours;
}

void WordSet::add(std::string_view word, std::uint16_t value) {
  if (word.empty()) return;
  const std::string_view ones = kOnes.substr(0, word.size());
  Entry entry{leading(word), leading(ones), static_cast<std::uint32_t>(letters_.size()),
              static_cast<std::uint16_t>(word.size()), value};
  letters_ += word;
  const std::size_t second = text::size_at(word, 0);
  const std::size_t last = word.size() - text::code_point_before(word, word.size()).size;
  const bool single = second == word.size();
  by_first_.add(text::tag_at(word, 0), single ? kAnyNeighbour : neighbour_bit(text::tag_at(word, second)),
                entry);
  entry.edge = trailing(word);
  entry.mask = trailing(ones);
  by_last_.add(text::tag_before(word, word.size()),
               single ? kAnyNeighbour : neighbour_bit(text::tag_before(word, last)), entry);
}

WordSet::Match WordSet::find_at(std::string_view text, std::size_t offset) const {
  const std::uint32_t step = text::size_at(text, offset);
  const Bucket& bucket = by_first_.bucket(text::tag_before(text, offset + step));
  const bool at_end = offset + step == text.size();
  if (!at_end && (bucket.neighbours & neighbour_bit(text::tag_at(text, offset + step))) == 0) return {};
  const std::string_view rest = text.substr(offset);
  const std::uint64_t edge = leading(rest);
  const Entry* entries = by_first_.entries(bucket);
  for (const Entry& entry : std::span(entries, bucket.count)) {
    if ((edge & entry.mask) != entry.edge) continue;
    if (entry.size > kEdge && !rest.starts_with(letters(entry))) continue;
    return {entry.size, entry.value};
  }
  return {};
}

WordSet::Match WordSet::find_before(std::string_view text, std::size_t offset) const {
  const Bucket& bucket = by_last_.bucket(text::tag_before(text, offset));
  const std::string_view rest = text.substr(0, offset);
  const std::uint64_t edge = trailing(rest);
  const Entry* entries = by_last_.entries(bucket);
  for (const Entry& entry : std::span(entries, bucket.count)) {
    if ((edge & entry.mask) != entry.edge) continue;
    if (entry.size > kEdge && !rest.ends_with(letters(entry))) continue;
    return {entry.size, entry.value};
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

bool WordSet::found_in(std::string_view text) const {
  for (std::size_t at = 0;; at += text::size_at(text, at)) {
    at = next_place(text, at);
    if (at == text.size()) return false;
    if (find_at(text, at)) return true;
  }
}

}  // namespace tallybook::figures

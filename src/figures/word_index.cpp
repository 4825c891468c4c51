#include "figures/word_index.hpp"

#include <algorithm>

#include "text/characters.hpp"

namespace tallybook::figures {
namespace {

template <typename Visit>
void each_cue(std::string_view text, const WordSet& cues, const WordSet* masks, Visit visit) {
  for (std::size_t at = 0; at < text.size();) {
    if (masks == nullptr) at = cues.next_place(text, at);
    if (at == text.size()) return;
    const std::uint32_t step = text::size_at(text, at);
    const text::Tag tag = text::tag_before(text, at + step);
    if (!cues.may_begin(tag) && (masks == nullptr || !masks->may_begin(tag))) {
      at += step;
      continue;
    }
    const auto cue = cues.match_at(text, at);
    const auto mask = masks == nullptr ? WordSet::Match{} : masks->match_at(text, at);
    if (mask && mask.size >= cue.size) {
      at += mask.size;
    } else if (cue) {
      if (!visit(Cue{at, cue.size, cue.value})) return;
      at += cue.size;
    } else {
      at += step;
    }
  }
}

constexpr std::uint32_t tags_of(text::Tag first, text::Tag second) {
  return first * static_cast<std::uint32_t>(text::kTags) + second;
}

}  // namespace

Cue last_cue(std::string_view text, const WordSet& cues, const WordSet* masks) {
  Cue last;
  each_cue(text, cues, masks, [&](const Cue& cue) {
    last = cue;
    return true;
  });
  return last;
}

Cue first_cue(std::string_view text, const WordSet& cues, const WordSet* masks) {
  Cue first;
  each_cue(text, cues, masks, [&](const Cue& cue) {
    first = cue;
    return false;
  });
  return first;
}

std::size_t WordUnion::slot_of(std::uint32_t tags) const {
  const std::size_t mask = pairs_.size() - 1;
  std::size_t slot = hash_of(tags) & mask;
  while (pairs_[slot].first != kNoWord && pairs_[slot].tags != tags) slot = (slot + 1) & mask;
  return slot;
}

void WordUnion::grow() {
  constexpr std::size_t kFirstSize = 64;
  std::vector<Pair> old(pairs_.empty() ? kFirstSize : pairs_.size() * 2);
  old.swap(pairs_);
  for (const Pair& pair : old) {
    if (pair.first != kNoWord) pairs_[slot_of(pair.tags)] = pair;
  }
}

/// The first of the words that may stand where `word` does, to be read or to be set.
std::uint32_t& WordUnion::chain_of(std::string_view word) {
  const std::uint32_t first = text::size_at(word, 0);
  const text::Tag tag = text::tag_before(word, first);
  if (first == word.size()) return singles_[tag];
  const std::uint32_t tags = tags_of(tag, text::tag_at(word, first));
  if (2 * (used_pairs_ + 1) > pairs_.size()) grow();
  const std::uint32_t bit = hash_of(tags);
  filter_[bit / 64] |= std::uint64_t{1} << bit % 64;
  Pair& pair = pairs_[slot_of(tags)];
  if (pair.first == kNoWord) {
    ++used_pairs_;
    pair.tags = tags;
  }
  return pair.first;
}

void WordUnion::add(std::string_view word, std::uint64_t set) {
  std::uint32_t* link = &chain_of(word);
  while (*link != kNoWord && words_[*link].letters.size() >= word.size()) {
    if (words_[*link].letters == word) {
      words_[*link].sets |= set;
      return;
    }
    link = &words_[*link].next;
  }
  const std::uint32_t next = *link;
  *link = static_cast<std::uint32_t>(words_.size());
  words_.push_back({std::string(word), set, next});
}

void WordUnion::add(WordSet& set) {
  set.number_ = sets_;
  const std::uint64_t bit = std::uint64_t{1} << sets_++;
  set.each_word([&](std::string_view word) { add(word, bit); });
}

void WordUnion::add_hits(std::string_view text, std::uint32_t at, std::uint32_t word,
                         std::vector<Hit>& hits) const {
  for (; word != kNoWord; word = words_[word].next) {
    const Word& candidate = words_[word];
    if (!text::stands_at(text, at, candidate.letters)) continue;
    hits.push_back({at, static_cast<std::uint32_t>(candidate.letters.size()), candidate.sets});
  }
}

void WordUnion::find(std::string_view text, Span span, std::vector<Hit>& hits) const {
  if (span.empty()) return;
  std::uint32_t behind = span.begin + text::size_at(text, span.begin);
  for (text::Tag tag = text::tag_before(text, behind); behind != span.begin;) {
    const std::uint32_t at = span.begin;
    const text::Tag first = tag;
    span.begin = behind;
    if (behind < text.size()) {
      behind = static_cast<std::uint32_t>(text::behind_character(text, behind));
      tag = text::tag_before(text, behind);
      const std::uint32_t tags = tags_of(first, tag);
      if (may_begin(tags)) add_hits(text, at, pairs_[slot_of(tags)].first, hits);
    }
    if (singles_[first] != kNoWord) add_hits(text, at, singles_[first], hits);
    if (span.begin >= span.end) return;
  }
}

void WordIndex::read(std::string_view text, Span sentence) {
  text_ = text;
  sentence_ = sentence;
  hits_.clear();
  words_->find(text, sentence, hits_);
  sets_ = 0;
  for (const WordUnion::Hit& hit : hits_) sets_ |= hit.sets;
}

std::vector<WordUnion::Hit>::const_iterator WordIndex::first_from(std::uint32_t offset) const {
  return std::lower_bound(hits_.begin(), hits_.end(), offset,
                          [](const WordUnion::Hit& hit, std::uint32_t at) { return hit.begin < at; });
}

Cue WordIndex::last(std::string_view words, const WordSet& cues, const WordSet* masks) const {
  if (words.empty()) return {};
  const auto begin = static_cast<std::uint32_t>(words.data() - text_.data());
  const Span place{begin, begin + static_cast<std::uint32_t>(words.size())};
  if (!cues.is_numbered() || (masks != nullptr && !masks->is_numbered()) || !sentence_.contains(place)) {
    return last_cue(words, cues, masks);
  }
  Cue last;
  if ((sets_ & cues.bit()) == 0) return last;
  Places places = masks == nullptr ? Places(*this, words, {&cues}) : Places(*this, words, {&cues, masks});
  while (places.next()) {
    const std::uint32_t cue = places.size_of(cues);
    const std::uint32_t mask = masks == nullptr ? 0 : places.size_of(*masks);
    const bool masked = mask != 0 && mask >= cue;
    if (!masked && cue != 0) last = {places.offset(), cue, 0};
    places.pass(masked ? mask : cue);
  }
  if (last) last.value = cues.match_at(words, last.offset).value;
  return last;
}

WordIndex::Places::Places(const WordIndex& index, std::string_view words,
                          std::initializer_list<const WordSet*> sets)
    : next_(index.hits_.end()), end_(next_), here_(next_) {
  if (words.empty()) return;
  for (const WordSet* set : sets) sets_ |= set->bit();
  begin_ = static_cast<std::uint32_t>(words.data() - index.text_.data());
  limit_ = begin_ + static_cast<std::uint32_t>(words.size());
  passed_ = begin_;
  next_ = here_ = index.first_from(begin_);
}

bool WordIndex::Places::next() {
  while (next_ != end_ && next_->begin < limit_) {
    here_ = next_;
    at_ = here_->begin;
    std::uint64_t found = 0;
    for (; next_ != end_ && next_->begin == at_; ++next_) {
      if (at_ + next_->size <= limit_) found |= next_->sets;
    }
    if (at_ >= passed_ && (found & sets_) != 0) return true;
  }
  return false;
}

std::uint32_t WordIndex::Places::size_of(const WordSet& set) const {
  for (auto hit = here_; hit != next_; ++hit) {
    if ((hit->sets & set.bit()) != 0 && at_ + hit->size <= limit_) return hit->size;
  }
  return 0;
}

}  // namespace tallybook::figures

#include "outline/organs.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "outline/vocabulary.hpp"
#include "text/characters.hpp"

namespace tallybook::outline {
namespace {

/// So many mentions on either side of a place are compared: enough to tell who speaks, and a bound
/// on the work for any text.
constexpr std::ptrdiff_t kMentionsCompared = 60;
/// An organ that is named this much less often on one side is not that side's.
constexpr int kRarer = 4;

/// Which two bytes may follow the lead byte of a listed word's first character.
class FirstCharacters {
 public:
  FirstCharacters() {
    for (const auto& organ : vocabulary::kOrgans) add(organ.stem);
    for (const auto word : vocabulary::kSelfWords) add(word);
  }
  [[nodiscard]] bool may_begin(std::string_view text, std::size_t at) const { return seen_[hash(text, at)]; }

 private:
  static std::size_t hash(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    return (byte(0) * 4096u + byte(1) * 64u + (byte(2) & 0x3Fu)) % kBuckets;
  }
  void add(std::string_view word) { seen_[hash(word, 0)] = true; }

  static constexpr std::size_t kBuckets = 4093;
  std::array<bool, kBuckets> seen_{};
};

std::size_t strongest(const std::vector<int>& counts) {
  return static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin());
}

}  // namespace

Voices::Voices(std::string_view text) {
  static const FirstCharacters kFirst;
  constexpr std::size_t kHanSize = 3;
  for (std::size_t at = 0; at < text.size();) {
    const auto lead = static_cast<unsigned char>(text[at]);
    if ((lead & 0xF0u) != 0xE0u) {
      at += text::code_point_at(text, at).size;
      continue;
    }
    const std::string_view rest = text.substr(at);
    const auto offset = static_cast<std::uint32_t>(at);
    at += kHanSize;
    if (!kFirst.may_begin(rest, 0)) continue;
    for (const auto& organ : vocabulary::kOrgans) {
      if (!rest.starts_with(organ.stem)) continue;
      organs_.push_back({offset, static_cast<std::uint32_t>(organ.field)});
      break;
    }
    for (std::uint32_t i = 0; i < std::size(vocabulary::kSelfWords); ++i) {
      if (rest.starts_with(vocabulary::kSelfWords[i])) selves_.push_back({offset, i});
    }
  }
}

std::vector<int> Voices::count(const std::vector<Mention>& mentions, std::size_t kinds, Span span,
                               bool from_end) {
  const auto before = [](const Mention& mention, std::uint32_t offset) { return mention.offset < offset; };
  auto first = std::lower_bound(mentions.begin(), mentions.end(), span.begin, before);
  auto last = std::lower_bound(mentions.begin(), mentions.end(), span.end, before);
  if (last - first > kMentionsCompared) {
    if (from_end) {
      first = last - kMentionsCompared;
    } else {
      last = first + kMentionsCompared;
    }
  }
  std::vector<int> counts(kinds, 0);
  for (; first != last; ++first) ++counts[first->kind];
  return counts;
}

bool Voices::organ_changes(Span before, Span after) const {
  const auto old_counts = count(organs_, vocabulary::kOrganFields, before, true);
  const auto new_counts = count(organs_, vocabulary::kOrganFields, after, false);
  const std::size_t old_top = strongest(old_counts);
  const std::size_t new_top = strongest(new_counts);
  const int old_best = old_counts[old_top];
  const int new_best = new_counts[new_top];
  constexpr int kFewestMentions = 3;
  if (old_best == 0 || new_best == 0 || old_best + new_best < kFewestMentions) return false;
  return old_counts[new_top] * kRarer <= old_best && new_counts[old_top] * kRarer <= new_best;
}

bool Voices::self_changes(Span before, Span after) const {
  const auto old_counts = count(selves_, std::size(vocabulary::kSelfWords), before, true);
  const auto new_counts = count(selves_, std::size(vocabulary::kSelfWords), after, false);
  const std::size_t old_top = strongest(old_counts);
  const std::size_t new_top = strongest(new_counts);
  return old_counts[old_top] >= 2 && new_counts[new_top] >= 2 && old_top != new_top &&
         old_counts[new_top] * kRarer <= old_counts[old_top];
}

}  // namespace tallybook::outline

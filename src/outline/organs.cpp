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

constexpr std::size_t kHanSize = 3;

/// The listed words by a hash of their first character, so that a text is read in one pass.
class WordsByFirst {
 public:
  WordsByFirst() {
    for (std::uint32_t i = 0; i < std::size(vocabulary::kOrgans); ++i) {
      organs_[hash(vocabulary::kOrgans[i].stem)].push_back(i);
    }
  }
  [[nodiscard]] const std::vector<std::uint32_t>& organs(std::string_view rest) const {
    return organs_[hash(rest)];
  }

 private:
  static std::size_t hash(std::string_view text) {
    return static_cast<std::size_t>(text::code_point_at(text, 0).value) % kBuckets;
  }

  static constexpr std::size_t kBuckets = 1021;
  std::array<std::vector<std::uint32_t>, kBuckets> organs_;
};

std::size_t strongest(const std::vector<int>& counts) {
  return static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin());
}

}  // namespace

Voices::Voices(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto lead = static_cast<unsigned char>(text[at]);
    if ((lead & 0xF0u) != 0xE0u) {
      at += text::code_point_at(text, at).size;
      continue;
    }
    const auto offset = static_cast<std::uint32_t>(at);
    add_words(text.substr(at), offset);
    add_place(text, offset);
    at += kHanSize;
  }
}

void Voices::add_words(std::string_view rest, std::uint32_t offset) {
  static const WordsByFirst words;
  for (const std::uint32_t i : words.organs(rest)) {
    if (!rest.starts_with(vocabulary::kOrgans[i].stem)) continue;
    organs_.push_back({offset, static_cast<std::uint32_t>(vocabulary::kOrgans[i].field)});
    break;
  }
  if (!rest.starts_with("我")) return;
  for (std::uint32_t i = 0; i < std::size(vocabulary::kSelfWords); ++i) {
    if (rest.starts_with(vocabulary::kSelfWords[i])) selves_.push_back({offset, i});
  }
}

/// 山阴县, 多祝镇: two Chinese characters that can be a name before the word.
void Voices::add_place(std::string_view text, std::uint32_t offset) {
  constexpr std::string_view kWords[] = {"县", "镇", "乡"};
  const std::string_view word = text.substr(offset, kHanSize);
  if (std::find(std::begin(kWords), std::end(kWords), word) == std::end(kWords)) return;
  if (offset < 2 * kHanSize) return;
  const std::string_view name = text.substr(offset - 2 * kHanSize, 2 * kHanSize);
  std::uint32_t hash = 0;
  for (std::size_t at = 0; at < name.size(); at += kHanSize) {
    const text::CodePoint c = text::code_point_at(name, at);
    const bool names = c.size == kHanSize && text::is_han(c.value) &&
                       vocabulary::kNoNames.find(name.substr(at, kHanSize)) == std::string_view::npos;
    if (!names) return;
    hash = hash << 16u ^ static_cast<std::uint32_t>(c.value);
  }
  places_.push_back({offset, hash});
}

std::span<const Voices::Mention> Voices::within(const std::vector<Mention>& mentions, Span span,
                                                bool from_end) {
  const auto before = [](const Mention& mention, std::uint32_t offset) { return mention.offset < offset; };
  auto first = std::lower_bound(mentions.begin(), mentions.end(), span.begin, before);
  auto last = std::lower_bound(first, mentions.end(), span.end, before);
  if (last - first > kMentionsCompared) {
    if (from_end) {
      first = last - kMentionsCompared;
    } else {
      last = first + kMentionsCompared;
    }
  }
  return {first, last};
}

std::vector<int> Voices::count(const std::vector<Mention>& mentions, std::size_t kinds, Span span,
                               bool from_end) {
  std::vector<int> counts(kinds, 0);
  for (const Mention& mention : within(mentions, span, from_end)) ++counts[mention.kind];
  return counts;
}

bool Voices::places_change(Span before, Span after) const {
  const auto old_places = within(places_, before, true);
  const auto new_places = within(places_, after, false);
  if (old_places.empty() || new_places.empty()) return false;
  return std::none_of(new_places.begin(), new_places.end(), [&](const Mention& here) {
    return std::any_of(old_places.begin(), old_places.end(),
                       [&](const Mention& there) { return here.kind == there.kind; });
  });
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

#include "checks/spelling_variants.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <tuple>

#include "text/characters.hpp"

namespace tallybook::checks {
namespace {

constexpr std::size_t kShortestMoved = 6;     // characters
constexpr std::size_t kShortestAlone = 6;     // each of the two standing once
constexpr std::size_t kShortestInserted = 8;  // characters
/// Twins that are two words, not two spellings.
constexpr std::u32string_view kParticles = U"的地得他她它";
constexpr std::u32string_view kNumerals = U"〇零一二三四五六七八九十百千万两";

/// One name with all its mentions.
struct Name {
  std::u32string characters;
  NameMention first;
  NameMention last;
  std::uint32_t count = 1;
};

/// What two names that are variants of one kind have in common.
struct Key {
  std::uint64_t hash = 0;
  std::uint32_t name = 0;
  VariantKind kind = VariantKind::same_sound;
};

std::u32string characters_of(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size(); at += text::code_point_at(text, at).size) {
    out += text::code_point_at(text, at).value;
  }
  return out;
}

class Hash {
 public:
  Hash& add(std::uint64_t value) {
    constexpr std::uint64_t kPrime = 0x9E3779B97F4A7C15;
    state_ = (state_ ^ value) * kPrime;
    state_ ^= state_ >> 29U;
    return *this;
  }
  [[nodiscard]] std::uint64_t value() const { return state_; }

 private:
  std::uint64_t state_ = 0xCBF29CE484222325;
};

/// A block moved: without what they begin and end with in common, one is the other turned round.
bool is_moved(std::u32string_view a, std::u32string_view b) {
  if (a.size() != b.size() || a == b) return false;
  while (a.front() == b.front()) a.remove_prefix(1), b.remove_prefix(1);
  while (a.back() == b.back()) a.remove_suffix(1), b.remove_suffix(1);
  const std::u32string twice = std::u32string(a) + std::u32string(a);
  return twice.find(b) != std::u32string::npos;
}

bool is_inserted(std::u32string_view longer, std::u32string_view shorter) {
  if (longer.size() != shorter.size() + 1) return false;
  std::size_t i = 0;
  while (i < shorter.size() && longer[i] == shorter[i]) ++i;
  return longer.substr(i + 1) == shorter.substr(i) && kNumerals.find(longer[i]) == std::u32string_view::npos;
}

class VariantFinder {
 public:
  VariantFinder(std::string_view text, const NameWords& words) : text_(text), words_(words) {}

  std::vector<SpellingVariant> run(std::span<const NameMention> mentions) {
    collect(mentions);
    for (std::uint32_t i = 0; i < names_.size(); ++i) add_keys(i);
    std::sort(keys_.begin(), keys_.end(), [](const Key& a, const Key& b) {
      return std::tie(a.kind, a.hash, a.name) < std::tie(b.kind, b.hash, b.name);
    });
    for (std::size_t begin = 0; begin < keys_.size();) {
      std::size_t end = begin + 1;
      while (end < keys_.size() && keys_[end].hash == keys_[begin].hash &&
             keys_[end].kind == keys_[begin].kind)
        ++end;
      compare(begin, std::min(end, begin + kMostAlike));
      begin = end;
    }
    return sorted();
  }

 private:
  /// A family of names made to one pattern has many members; a slip has a twin or two.
  static constexpr std::size_t kMostAlike = 8;

  void collect(std::span<const NameMention> mentions) {
    std::map<std::pair<bool, std::string_view>, std::uint32_t> known;
    for (const NameMention& mention : mentions) {
      const std::string_view words = slice(text_, mention.span);
      const auto [entry, is_new] =
          known.try_emplace({mention.whole, words}, static_cast<std::uint32_t>(names_.size()));
      if (is_new) {
        names_.push_back({characters_of(words), mention, mention, 1});
      } else {
        ++names_[entry->second].count;
        names_[entry->second].last = mention;
      }
    }
  }

  void add_keys(std::uint32_t index) {
    const std::u32string& name = names_[index].characters;
    const bool whole = names_[index].first.whole;
    // Of a name whose beginning is not known the first character may belong to the word before it.
    for (std::size_t i = whole ? 0 : 1; i < name.size(); ++i) {
      const std::uint16_t syllable = words_.syllable_of(name[i]);
      if (syllable != 0)
        keys_.push_back({key_with(name, i, syllable, whole), index, VariantKind::same_sound});
    }
    if (!whole) return;
    if (name.size() >= kShortestMoved) {
      std::u32string ordered = name;
      std::sort(ordered.begin(), ordered.end());
      keys_.push_back({hash_of(ordered), index, VariantKind::moved});
    }
    if (name.size() + 1 < kShortestInserted) return;
    keys_.push_back({hash_of(name), index, VariantKind::inserted});
    for (std::size_t i = 0; i < name.size() && name.size() >= kShortestInserted; ++i) {
      keys_.push_back({hash_of(std::u32string(name).erase(i, 1)), index, VariantKind::inserted});
    }
  }

  static std::uint64_t hash_of(std::u32string_view name) {
    Hash hash;
    for (const char32_t c : name) hash.add(c);
    return hash.value();
  }
  static std::uint64_t key_with(std::u32string_view name, std::size_t at, std::uint16_t syllable,
                                bool whole) {
    Hash hash;
    hash.add(whole ? 1 : 2).add(at).add(name.size());
    for (std::size_t i = 0; i < name.size(); ++i) hash.add(i == at ? 0x200000U + syllable : name[i]);
    return hash.value();
  }

  void compare(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      for (std::size_t j = i + 1; j < end; ++j) {
        if (keys_[i].name != keys_[j].name)
          compare(names_[keys_[i].name], names_[keys_[j].name], keys_[i].kind);
      }
    }
  }

  void compare(const Name& a, const Name& b, VariantKind kind) {
    if (a.first.whole != b.first.whole || !are_variants(a.characters, b.characters, kind)) return;
    const bool a_is_rare = a.count != b.count ? a.count < b.count : a.first.span.begin > b.first.span.begin;
    const Name& rare = a_is_rare ? a : b;
    const Name& usual = a_is_rare ? b : a;
    if (rare.count == 1 && is_believed(rare, usual, kind)) {
      variants_.push_back({rare.first, usual.first, usual.count, kind});
    }
  }

  bool are_variants(std::u32string_view a, std::u32string_view b, VariantKind kind) const {
    switch (kind) {
      case VariantKind::same_sound:
        return is_same_sound(a, b);
      case VariantKind::moved:
        return is_moved(a, b);
      case VariantKind::inserted:
        return is_inserted(a, b) || is_inserted(b, a);
    }
    return false;
  }

  bool is_same_sound(std::u32string_view a, std::u32string_view b) const {
    if (a.size() != b.size()) return false;
    std::size_t differences = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
      if (a[i] == b[i]) continue;
      const bool particles = kParticles.find(a[i]) != std::u32string_view::npos &&
                             kParticles.find(b[i]) != std::u32string_view::npos;
      const bool numerals = kNumerals.find(a[i]) != std::u32string_view::npos ||
                            kNumerals.find(b[i]) != std::u32string_view::npos;
      if (++differences > 1 || particles || numerals || !words_.sound_alike(a[i], b[i])) return false;
    }
    return differences == 1;
  }

  bool is_believed(const Name& rare, const Name& usual, VariantKind kind) const {
    if (kind != VariantKind::same_sound || usual.count > 1) return true;
    if (!usual.first.whole) return false;
    return usual.characters.size() >= kShortestAlone || words_.ends_like_name(slice(text_, rare.first.span));
  }

  std::vector<SpellingVariant> sorted() {
    std::stable_sort(
        variants_.begin(), variants_.end(),
        [](const SpellingVariant& a, const SpellingVariant& b) { return a.rare.span < b.rare.span; });
    variants_.erase(std::unique(variants_.begin(), variants_.end(),
                                [](const SpellingVariant& a, const SpellingVariant& b) {
                                  return a.rare.span.overlaps(b.rare.span);
                                }),
                    variants_.end());
    return std::move(variants_);
  }

  std::string_view text_;
  const NameWords& words_;
  std::vector<Name> names_;
  std::vector<Key> keys_;
  std::vector<SpellingVariant> variants_;
};

}  // namespace

std::vector<SpellingVariant> find_variants(std::string_view text, std::span<const NameMention> mentions,
                                           const NameWords& words) {
  return VariantFinder(text, words).run(mentions);
}

}  // namespace tallybook::checks

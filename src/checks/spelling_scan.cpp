#include "checks/spelling_scan.hpp"

#include <algorithm>
#include <map>
#include <span>
#include <string_view>
#include <tuple>
#include <utility>

#include "checks/spelling_tables.hpp"
#include "text/characters.hpp"

namespace tallybook::checks {
namespace {

/// So many characters at either end are no characters, so that nobody has to look for the ends.
constexpr std::size_t kMargin = 4;
/// Spots that share a key stand in the same surroundings: a few say what all would.
constexpr std::size_t kMostAlike = 8;
/// What stands so often is no slip but a word that the lexicon lacks.
constexpr std::uint32_t kMostSlips = 9;
/// A phrase is known as one from the second time on.
constexpr std::uint32_t kFewestWhole = 2;
/// A character in no more words than this is rare.
constexpr std::size_t kMostWords = 6;
/// So many characters are counted in a report; prose asks for fewer.
constexpr std::size_t kMostAsked = 16;
constexpr char16_t kFirstHan = 0x4E00;
constexpr char16_t kLastHan = 0x9FA5;

std::string utf8_of(std::initializer_list<char16_t> characters) {
  std::string out;
  for (const char16_t c : characters) {
    out += static_cast<char>(0xE0U | c >> 12U);
    out += static_cast<char>(0x80U | (c >> 6U & 0x3FU));
    out += static_cast<char>(0x80U | (c & 0x3FU));
  }
  return out;
}

/// What of a spot's surroundings would show that a word is what the spot was meant to be; `c` is any
/// character. Kinds: 0 (left, c, second) and (first, c, right); 1 (left, first, c); 2 (c, second, right);
/// 3 (first, second, third, c), a phrase whose fourth character is missing; 4 (first, c) and 5 (c, second),
/// which only tell of rare characters.
std::uint64_t key_of(std::uint64_t kind, char16_t first, char16_t second, char16_t third = 0) {
  return kind << 48U | static_cast<std::uint64_t>(first) << 32U | static_cast<std::uint64_t>(second) << 16U |
         third;
}

constexpr bool is_numeral(char16_t c) {
  constexpr std::u16string_view kNumerals = u"〇零一二三四五六七八九十百千万亿两几半";
  return kNumerals.find(c) != std::u16string_view::npos;
}

class Scanner {
 public:
  Scanner(const Document& document, const Report& report, const SpellingLexicon& lexicon)
      : lexicon_(lexicon), map_(document, report, lexicon) {}

  SpellingScan run() {
    for (std::size_t i = kMargin; i + kMargin < map_.size(); ++i) {
      if (!map_.is_han(i) || !map_.is_han(i + 1)) continue;
      if (map_.is_han(i + 2) && map_.is_han(i + 3)) look_for_idiom(i);
      if (is_loose(i)) add_spot(i);
      if (may_lack_character(i)) add_key(key_of(3, map_[i], map_[i + 1], map_[i + 2]), i);
    }
    if (!keys_.empty()) look_for_evidence();
    return std::move(scan_);
  }

 private:
  struct Entry {
    std::uint64_t key = 0;
    std::uint32_t at = 0;
    auto operator<=>(const Entry&) const = default;
  };
  /// How often a word stands where a slip for it may stand, and where first.
  struct Evidence {
    std::uint32_t count = 0;
    std::uint32_t at = 0;
  };
  using Pair = std::pair<char16_t, char16_t>;

  void look_for_idiom(std::size_t i) {
    const Idiom written = {map_[i], map_[i + 1], map_[i + 2], map_[i + 3]};
    if (!lexicon_.may_begin_idiom(written[0], written[1]) && !lexicon_.may_end_idiom(written[2], written[3]))
      return;
    const Idiom* idiom = lexicon_.find_near(written);
    if (idiom == nullptr) return;
    if (!scan_.near_idioms.empty() && scan_.near_idioms.back().span.end > map_.span(i, 1).begin) return;
    for (std::size_t gap = 0; gap < written.size(); ++gap) {
      const bool differs = written[gap] != (*idiom)[gap];
      if (differs && is_numeral(written[gap]) && is_numeral((*idiom)[gap])) return;  // 百分之七, 百分之几
    }
    // 会计师事务所作为: the wrong character belongs to the word beside it.
    if (written[0] != (*idiom)[0] && map_.word_at(i - 1)) return;
    if (written[3] != (*idiom)[3] && map_.word_at(i + 3)) return;
    scan_.near_idioms.push_back(
        {map_.span(i, 4), utf8_of({(*idiom)[0], (*idiom)[1], (*idiom)[2], (*idiom)[3]})});
  }

  /// Whether what lies before `i` ends there: a word, a character that is one by itself, or no word at all.
  bool ends_before(std::size_t i) const {
    return !map_.is_han(i - 1) || lexicon_.stands_alone(map_[i - 1]) || map_.word_at(i - 2);
  }
  bool begins_at(std::size_t i) const {
    return !map_.is_han(i) || lexicon_.stands_alone(map_[i]) || map_.word_at(i);
  }

  /// Two characters that are no word, each of which only makes sense in one, between words.
  bool is_loose(std::size_t i) const {
    if (map_.word_at(i) || map_.word_at(i - 1) || map_.word_at(i + 1)) return false;
    if (lexicon_.stands_alone(map_[i]) || lexicon_.stands_alone(map_[i + 1])) return false;
    if (lexicon_.is_suffix(map_[i + 1]) || is_numeral(map_[i]) || is_numeral(map_[i + 1])) return false;
    return ends_before(i) && begins_at(i + 2) && !is_in_idiom(i);
  }

  /// 国计 in 国计民生.
  bool is_in_idiom(std::size_t i) const {
    for (std::size_t first = i - 2; first <= i; ++first) {
      if (lexicon_.is_right({map_[first], map_[first + 1], map_[first + 2], map_[first + 3]})) return true;
    }
    return false;
  }

  /// 监测|评|会议: a word, a character that belongs to none, and a noun before which phrases stand whole.
  bool may_lack_character(std::size_t i) const {
    if (!map_.word_at(i) || map_.word_at(i - 1) || map_.word_at(i + 2)) return false;
    if (!lexicon_.is_head(map_[i + 3], map_[i + 4])) return false;
    const char16_t last = map_[i + 2];
    return map_.is_han(i + 2) && !lexicon_.stands_alone(last) && !lexicon_.is_suffix(last) &&
           !is_numeral(last);
  }

  void add_spot(std::size_t i) {
    spots_.push_back(static_cast<std::uint32_t>(i));
    ++slips_[{map_[i], map_[i + 1]}];
    if (map_.is_han(i - 1)) {
      add_key(key_of(0, map_[i - 1], map_[i + 1]), i);
      add_key(key_of(1, map_[i - 1], map_[i]), i);
    }
    if (map_.is_han(i + 2)) {
      add_key(key_of(0, map_[i], map_[i + 2]), i);
      add_key(key_of(2, map_[i + 1], map_[i + 2]), i);
    }
    add_key(key_of(4, map_[i], 0), i);
    add_key(key_of(5, map_[i + 1], 0), i);
  }

  void add_key(std::uint64_t key, std::size_t at) {
    keys_.push_back({key, static_cast<std::uint32_t>(at)});
    const std::uint64_t bit = spread(key, kFilterBits);
    filter_[bit / 64] |= std::uint64_t{1} << bit % 64;
  }

  /// Calls `fn(at)` for the spots of a key.
  template <typename Fn>
  void for_each_spot(std::uint64_t key, Fn fn) const {
    const std::uint64_t bit = spread(key, kFilterBits);
    if ((filter_[bit / 64] >> bit % 64 & 1U) == 0) return;
    auto entry = std::lower_bound(keys_.begin(), keys_.end(), Entry{key, 0});
    for (std::size_t n = 0; n < kMostAlike && entry != keys_.end() && entry->key == key; ++n, ++entry)
      fn(entry->at);
  }

  void look_for_evidence() {
    std::sort(keys_.begin(), keys_.end());
    for (std::size_t i = kMargin; i + kMargin < map_.size(); ++i) {
      if (!map_.is_han(i) || !map_.is_han(i + 1)) continue;
      const char16_t a = map_[i];
      const char16_t b = map_[i + 1];
      if (map_.word_at(i)) {
        for_each_spot(key_of(4, a, 0), [&](std::uint32_t spot) { compare_rare(spot, i, b); });
        for_each_spot(key_of(5, b, 0), [&](std::uint32_t spot) { compare_rare(spot, i, a); });
      }
      if (!map_.is_han(i + 2)) continue;
      const char16_t c = map_[i + 2];
      for_each_spot(key_of(0, a, c), [&](std::uint32_t spot) {
        if (map_[spot + 1] == c && map_[spot - 1] == a) compare(spot, i + 1);
        if (map_[spot] == a && map_[spot + 2] == c) compare(spot, i);
      });
      for_each_spot(key_of(1, a, b), [&](std::uint32_t spot) { compare(spot, i + 1); });
      for_each_spot(key_of(2, b, c), [&](std::uint32_t spot) { compare(spot, i); });
      for_each_spot(key_of(3, a, b, c), [&](std::uint32_t cut) { compare_whole(cut, i); });
    }
    report_variants();
    report_dropped();
  }

  /// Whether the word at `word` is what the spot was meant to be.
  void compare(std::uint32_t spot, std::size_t word) {
    if (!map_.word_at(word)) return;
    // 调水调沙: two things side by side are no two spellings of one.
    if (word + 2 == spot || spot + 2 == word) return;
    const bool first_differs = map_[spot] != map_[word];
    const bool second_differs = map_[spot + 1] != map_[word + 1];
    if (first_differs == second_differs) return;
    const std::size_t at = first_differs ? 0 : 1;
    if (!lexicon_.is_confusable(map_[spot + at], map_[word + at])) return;
    count(variants_[{map_[spot], map_[spot + 1]}][{map_[word], map_[word + 1]}], word);
  }

  /// A character of few words, `right`, tells enough by itself: 疟 is in 疟疾 and hardly anywhere else.
  void compare_rare(std::uint32_t spot, std::size_t word, char16_t right) {
    const char16_t wrong = map_[spot] == map_[word] ? map_[spot + 1] : map_[spot];
    if (lexicon_.is_confusable(wrong, right) && is_rare(right)) compare(spot, word);
  }

  bool is_rare(char16_t c) {
    const auto known = rare_.find(c);
    if (known != rare_.end()) return known->second;
    if (rare_.size() == kMostAsked) return false;
    std::size_t words = 0;
    // Most characters are soon known to be in many words.
    for (char16_t other = kFirstHan; other <= kLastHan && words <= kMostWords; ++other) {
      words += (lexicon_.is_word(c, other) ? 1U : 0U) + (lexicon_.is_word(other, c) ? 1U : 0U);
    }
    return rare_[c] = words <= kMostWords;
  }

  void compare_whole(std::uint32_t cut, std::size_t i) {
    if (!map_.word_at(i + 2)) ++without_[cut];
    if (!map_.word_at(i) || !map_.word_at(i + 2) || map_.word_at(i - 1) || map_.word_at(i + 3)) return;
    if (!lexicon_.stands_alone(map_[i + 3])) count(whole_[cut][map_[i + 3]], i);
  }

  static void count(Evidence& evidence, std::size_t at) {
    if (evidence.count++ == 0) evidence.at = static_cast<std::uint32_t>(at);
  }

  /// The one that stands most often; of equals the one that stands first.
  template <typename Map>
  static const typename Map::value_type& strongest(const Map& found) {
    return *std::max_element(found.begin(), found.end(), [](const auto& a, const auto& b) {
      return std::tuple(a.second.count, b.second.at) < std::tuple(b.second.count, a.second.at);
    });
  }

  void report_variants() {
    for (const std::uint32_t spot : spots_) {
      const Pair pair = {map_[spot], map_[spot + 1]};
      const auto found = variants_.find(pair);
      if (found == variants_.end() || slips_[pair] > kMostSlips) continue;
      const auto& [word, evidence] = strongest(found->second);
      scan_.variants.push_back(
          {map_.span(spot, 2), map_.span(evidence.at, 2), utf8_of({word.first, word.second})});
    }
  }

  void report_dropped() {
    for (const auto& [cut, found] : whole_) {
      const auto& [character, evidence] = strongest(found);
      // 房地产项目: what stands without the character more than once is a word by itself.
      if (evidence.count < kFewestWhole || without_[cut] > 1) continue;
      scan_.dropped.push_back(
          {map_.span(cut, 5), map_.span(evidence.at, 4), map_.span(cut + 3, 1).begin, utf8_of({character})});
    }
  }

  static constexpr unsigned kFilterBits = 14;

  const SpellingLexicon& lexicon_;
  WordMap map_;
  SpellingScan scan_;
  std::vector<std::uint32_t> spots_;
  std::map<Pair, std::uint32_t> slips_;
  std::vector<Entry> keys_;
  std::vector<std::uint64_t> filter_ = std::vector<std::uint64_t>((1U << kFilterBits) / 64);
  std::map<Pair, std::map<Pair, Evidence>> variants_;
  std::map<char16_t, bool> rare_;
  std::map<std::uint32_t, std::map<char16_t, Evidence>> whole_;  ///< by the place of what lacks a character
  std::map<std::uint32_t, std::uint32_t> without_;               ///< how often that stands so, by the same
};

}  // namespace

WordMap::WordMap(const Document& document, const Report& report, const SpellingLexicon& lexicon) {
  const std::size_t most = report.span.size() / 2 + 4 * kMargin;
  characters_.reserve(most);
  offsets_.reserve(most);
  for (std::size_t i = 0; i < kMargin; ++i) push(0, report.span.begin);
  const std::span<const Block> blocks = document.blocks;
  for (const Block& block : blocks.subspan(report.first_block, report.block_count)) {
    for (std::uint32_t at = block.span.begin; at < block.span.end;) {
      const text::CodePoint c = text::code_point_at(document.text, at);
      push(c.value < 0x10000 ? static_cast<char16_t>(c.value) : u'\0', at);
      at += c.size;
    }
    push(0, block.span.end);
  }
  for (std::size_t i = 0; i < kMargin; ++i) push(0, report.span.end);
  word_.resize(characters_.size());
  for (std::size_t i = kMargin; i + kMargin < characters_.size(); ++i) {
    word_[i] = is_han(i) && is_han(i + 1) && lexicon.is_word(characters_[i], characters_[i + 1]) ? 1 : 0;
  }
}

SpellingScan scan_spelling(const Document& document, const Report& report, const SpellingLexicon& lexicon) {
  return Scanner(document, report, lexicon).run();
}

}  // namespace tallybook::checks

// Fills the spelling lexicon from its data.
#include <toml++/toml.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "checks/spelling_lexicon.hpp"
#include "checks/spelling_tables.hpp"
#include "text/characters.hpp"

namespace tallybook::embedded {
extern const std::string_view spelling;
extern const std::string_view spelling_words;
extern const std::string_view syllables;
}  // namespace tallybook::embedded

namespace tallybook::checks {
namespace {

constexpr std::size_t kWordSlots = std::size_t{1} << 17U;
constexpr std::size_t kGapSlots = std::size_t{1} << 17U;
/// At most this part of an open table is filled, or its searches grow long.
constexpr std::size_t kFullest = 2;

std::u16string characters_of(std::string_view text) {
  std::u16string out;
  for (std::size_t at = 0; at < text.size();) {
    const text::CodePoint c = text::code_point_at(text, at);
    out.push_back(c.value < 0x10000 ? static_cast<char16_t>(c.value) : u'\0');
    at += c.size;
  }
  return out;
}

/// Calls `fn(word)` for every run of characters that are no space.
template <typename Fn>
void for_each_token(std::string_view text, Fn fn) {
  for (std::size_t begin = text.find_first_not_of(" \n"); begin != std::string_view::npos;) {
    const std::size_t end = std::min(text.find_first_of(" \n", begin), text.size());
    fn(text.substr(begin, end - begin));
    begin = text.find_first_not_of(" \n", end);
  }
}

}  // namespace

class SpellingReader {
 public:
  Result<SpellingLexicon> read() {
    lexicon_.words_.resize(kWordSlots);
    lexicon_.with_gap_.resize(kGapSlots);
    lexicon_.heads_.resize((std::size_t{1} << SpellingLexicon::kPairBits) / 64);
    lexicon_.tails_.resize((std::size_t{1} << SpellingLexicon::kPairBits) / 64);
    read_words(embedded::spelling_words);
    read_toml(embedded::syllables, "syllables.toml",
              [this](const toml::table& root) { read_syllables(root); });
    read_toml(embedded::spelling, "spelling.toml", [this](const toml::table& root) { read_own(root); });
    add_gaps();
    if (!problem_.empty()) {
      return tl::unexpected(Error{ErrorCode::invalid_data, file_, std::nullopt, problem_});
    }
    return std::move(lexicon_);
  }

 private:
  void require(bool holds, std::string_view file, std::string_view what) {
    if (holds || !problem_.empty()) return;
    file_ = file;
    problem_ = what;
  }

  template <typename Fn>
  void read_toml(std::string_view content, const char* file, Fn fn) {
    try {
      fn(toml::parse(content, std::string_view(file)));
    } catch (const toml::parse_error& error) {
      require(false, file, error.description());
    }
  }

  /// Sections `= name`; a line of words is a first character and all that may follow it.
  void read_words(std::string_view content) {
    std::string_view section;
    for (std::size_t begin = 0; begin < content.size();) {
      const std::size_t end = content.find('\n', begin);
      const std::string_view line = content.substr(begin, end - begin);
      begin = end + 1;
      if (line.starts_with("#")) continue;
      if (line.starts_with("= ")) {
        section = line.substr(2);
      } else if (section == "words") {
        const std::u16string characters = characters_of(line);
        for (std::size_t i = 1; i < characters.size(); ++i) add_word(characters[0], characters[i]);
      } else if (section == "idioms") {
        for_each_token(line, [this](std::string_view word) { add_idiom(word); });
      } else if (section == "alone") {
        add_to(lexicon_.alone_, line);
      } else if (section == "alike") {
        alike_.push_back(characters_of(line));
      } else {
        require(false, "spelling_words.txt", "a line outside of the known sections");
      }
    }
    place_families();
  }

  void add_word(char16_t first, char16_t second) {
    std::vector<std::uint32_t>& words = lexicon_.words_;
    if (word_count_ >= words.size() / kFullest) return require(false, "spelling_words.txt", "too many words");
    const std::uint32_t key = SpellingLexicon::pair(first, second);
    std::size_t at = slot_of(key, words.size());
    while (words[at] != 0 && words[at] != key) at = (at + 1) & (words.size() - 1);
    if (words[at] == key) return;
    words[at] = key;
    ++word_count_;
  }

  std::optional<Idiom> idiom_of(std::string_view word) {
    const std::u16string characters = characters_of(word);
    require(characters.size() == std::tuple_size_v<Idiom>, "spelling.toml", "an idiom has four characters");
    if (characters.size() != std::tuple_size_v<Idiom>) return std::nullopt;
    return Idiom{characters[0], characters[1], characters[2], characters[3]};
  }

  void add_idiom(std::string_view word) {
    const std::optional<Idiom> idiom = idiom_of(word);
    if (!idiom) return;
    lexicon_.idioms_.push_back(*idiom);
    lexicon_.right_.push_back(*idiom);
  }

  static void add_to(SpellingLexicon::CharacterSet& set, std::string_view line) {
    for (const char16_t c : characters_of(line)) set[c / 64U] |= std::uint64_t{1} << c % 64U;
  }

  /// Counted, then filled in: the families of a character stand side by side.
  void place_families() {
    std::vector<std::uint16_t>& first = lexicon_.first_family_;
    std::size_t count = 0;
    for (const std::u16string& family : alike_) {
      count += family.size();
      for (const char16_t c : family) ++first[c + 1U];
    }
    require(count <= 0xFFFF, "spelling_words.txt", "too many look-alikes");
    for (std::size_t c = 1; c < first.size(); ++c)
      first[c] = static_cast<std::uint16_t>(first[c] + first[c - 1]);
    lexicon_.families_.resize(count);
    std::vector<std::uint16_t> next = first;
    for (std::size_t family = 0; family < alike_.size(); ++family) {
      for (const char16_t c : alike_[family])
        lexicon_.families_[next[c]++] = static_cast<std::uint16_t>(family);
    }
  }

  void read_syllables(const toml::table& root) {
    const toml::table* table = root["syllables"].as_table();
    require(table != nullptr, "syllables.toml", "syllables is missing");
    if (table == nullptr) return;
    std::uint16_t number = 0;
    for (const auto& [key, value] : *table) {
      ++number;
      for (const char16_t c : characters_of(value.value_or(std::string_view{})))
        lexicon_.syllables_[c] = number;
    }
  }

  std::string_view text_of(const toml::table& table, const char* key) {
    const std::string_view text = table[key].value_or(std::string_view{});
    require(!text.empty(), "spelling.toml", std::string(key) + " must be a string with something in it");
    return text;
  }

  void read_own(const toml::table& root) {
    lexicon_.first_phrase_ = static_cast<std::uint32_t>(lexicon_.idioms_.size());
    for_each_token(text_of(root, "set_phrases"), [this](std::string_view word) { add_idiom(word); });
    for_each_token(text_of(root, "also_right"), [this](std::string_view word) {
      if (const auto idiom = idiom_of(word)) lexicon_.right_.push_back(*idiom);
    });
    for_each_token(text_of(root, "new_words"), [this](std::string_view word) {
      const std::u16string characters = characters_of(word);
      require(characters.size() == 2, "spelling.toml", "a new word has two characters");
      if (characters.size() == 2) add_word(characters[0], characters[1]);
    });
    add_to(lexicon_.alone_, text_of(root, "loose"));
    add_to(lexicon_.suffixes_, text_of(root, "suffixes"));
    for_each_token(text_of(root, "heads"), [this](std::string_view word) {
      const std::u16string characters = characters_of(word);
      require(characters.size() == 2, "spelling.toml", "a head has two characters");
      if (characters.size() == 2) lexicon_.heads_of_phrases_.emplace_back(characters[0], characters[1]);
    });
    for_each_token(text_of(root, "long_phrases"), [this](std::string_view phrase) { add_dropped(phrase); });
    for_each_pair(text_of(root, "dropped"), [this](std::string wrong, std::string right) {
      lexicon_.misspellings_.push_back({std::move(wrong), std::move(right), true, 0});
    });
    read_misspellings(root);
  }

  /// Calls `fn(wrong, right)` for words that stand in pairs.
  template <typename Fn>
  void for_each_pair(std::string_view text, Fn fn) {
    std::string wrong;
    for_each_token(text, [&](std::string_view word) {
      if (wrong.empty()) {
        wrong = word;
      } else {
        fn(std::exchange(wrong, {}), std::string(word));
      }
    });
    require(wrong.empty(), "spelling.toml", "a wrong form without its right one");
  }

  void read_misspellings(const toml::table& root) {
    const toml::array* groups = root["misspelling"].as_array();
    require(groups != nullptr, "spelling.toml", "misspelling is missing");
    if (groups == nullptr) return;
    for (const toml::node& node : *groups) {
      const toml::table* group = node.as_table();
      require(group != nullptr, "spelling.toml", "misspelling must hold tables");
      if (group == nullptr) return;
      lexicon_.sources_.emplace_back(text_of(*group, "source"));
      const auto source = static_cast<std::uint16_t>(lexicon_.sources_.size() - 1);
      for_each_pair(text_of(*group, "pairs"), [&](std::string wrong, std::string right) {
        lexicon_.misspellings_.push_back({std::move(wrong), std::move(right), false, source});
      });
    }
  }

  /// The phrase with one of its inner characters left out, for each of them.
  void add_dropped(std::string_view phrase) {
    std::vector<std::size_t> starts;
    for (std::size_t at = 0; at < phrase.size(); at += text::code_point_at(phrase, at).size)
      starts.push_back(at);
    for (std::size_t i = 1; i + 1 < starts.size(); ++i) {
      // Of two equal neighbours either may be the one left out.
      const std::string_view left_out = phrase.substr(starts[i], starts[i + 1] - starts[i]);
      if (phrase.substr(starts[i + 1]).starts_with(left_out)) continue;
      std::string wrong(phrase.substr(0, starts[i]));
      wrong += phrase.substr(starts[i + 1]);
      lexicon_.misspellings_.push_back({std::move(wrong), std::string(phrase), true, 0});
    }
  }

  void add_gaps() {
    std::sort(lexicon_.right_.begin(), lexicon_.right_.end());
    std::vector<std::uint32_t>& slots = lexicon_.with_gap_;
    if (lexicon_.idioms_.size() * std::tuple_size_v < Idiom >> slots.size() / kFullest) {
      return require(false, "spelling_words.txt", "too many idioms");
    }
    for (std::uint32_t i = 0; i < lexicon_.idioms_.size(); ++i) {
      const Idiom& idiom = lexicon_.idioms_[i];
      add_bit(lexicon_.heads_, SpellingLexicon::pair(idiom[0], idiom[1]));
      add_bit(lexicon_.tails_, SpellingLexicon::pair(idiom[2], idiom[3]));
      for (std::uint32_t gap = 0; gap < idiom.size(); ++gap) {
        std::size_t at = slot_of(gap_key(idiom, gap), slots.size());
        while (slots[at] != 0) at = (at + 1) & (slots.size() - 1);
        slots[at] = i * 4 + gap + 1;
      }
    }
  }

  static void add_bit(std::vector<std::uint64_t>& filter, std::uint32_t key) {
    const std::uint64_t bit = spread(key, SpellingLexicon::kPairBits);
    filter[bit / 64] |= std::uint64_t{1} << bit % 64;
  }

  SpellingLexicon lexicon_;
  std::vector<std::u16string> alike_;
  std::size_t word_count_ = 0;
  std::string file_;
  std::string problem_;
};

Result<SpellingLexicon> SpellingLexicon::load() {
  return SpellingReader().read();
}

}  // namespace tallybook::checks

#include "checks/name_words.hpp"

#include <algorithm>
#include <utility>

#include "checks/table_reader.hpp"
#include "checks/word_finder.hpp"
#include "text/characters.hpp"

namespace tallybook::embedded {
extern const std::string_view names;
extern const std::string_view syllables;
}  // namespace tallybook::embedded

namespace tallybook::checks {
namespace {

bool ends_with_any(std::string_view text, const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(),
                     [text](const std::string& word) { return text.ends_with(word); });
}

}  // namespace

Result<NameWords> NameWords::load() {
  NameWords words;
  TableReader syllables(embedded::syllables, "syllables.toml");
  const toml::table* rows = syllables.root()["syllables"].as_table();
  syllables.require(rows != nullptr && !rows->empty(), "syllables is missing");
  std::uint16_t number = 0;
  for (const auto& [syllable, node] : rows == nullptr ? toml::table{} : *rows) {
    const auto characters = node.value_or(std::string_view{});
    syllables.require(!characters.empty(), std::string(syllable.str()) + " must be a string of characters");
    ++number;
    for (std::size_t at = 0; at < characters.size();) {
      const text::CodePoint c = text::code_point_at(characters, at);
      syllables.require(words.syllables_.emplace(c.value, number).second,
                        std::string(syllable.str()) + " holds a character that stands in another row, too");
      at += c.size;
    }
  }
  if (auto error = syllables.error()) return tl::unexpected(*std::move(error));

  TableReader names(embedded::names, "names.toml");
  words.endings_ = names.strings_of(names.root(), "endings");
  for (const std::string& ending : words.endings_) {
    names.require(ending.size() >= WordFinder::kShortestWord, ending + " is too short to look for");
  }
  if (const toml::table* table = names.root()["not_places"].as_table()) {
    words.not_places_ = names.strings_of(*table, "kinds");
    for (std::string& verb : names.strings_of(*table, "verbs")) words.not_places_.push_back(std::move(verb));
    words.not_places_with_level_ = names.strings_of(*table, "kinds_with_level");
  } else {
    names.require(false, "not_places is missing");
  }
  if (auto error = names.error()) return tl::unexpected(*std::move(error));
  return words;
}

std::uint16_t NameWords::syllable_of(char32_t character) const {
  const auto found = syllables_.find(character);
  return found == syllables_.end() ? std::uint16_t{0} : found->second;
}

bool NameWords::ends_like_name(std::string_view text) const {
  return ends_with_any(text, endings_);
}

bool NameWords::ends_like_no_place(std::string_view text, std::size_t level) const {
  return ends_with_any(text, not_places_with_level_) ||
         ends_with_any(text.substr(0, text.size() - level), not_places_);
}

}  // namespace tallybook::checks

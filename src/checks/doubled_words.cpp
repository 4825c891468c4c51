#include "checks/doubled_words.hpp"

#include <algorithm>

#include "checks/table_reader.hpp"
#include "text/characters.hpp"

namespace tallybook::embedded {
extern const std::string_view doubled_words;
}  // namespace tallybook::embedded

namespace tallybook::checks {
namespace {

std::u32string characters_of(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size(); at += text::code_point_at(text, at).size) {
    out += text::code_point_at(text, at).value;
  }
  return out;
}

FunctionWord read_function_word(TableReader& reader, const toml::table& row) {
  const std::u32string character = characters_of(reader.string_of(row, "character"));
  reader.require(character.size() == 1 && text::is_han(character[0]), "character must be one character");
  FunctionWord word;
  word.character = character.empty() ? U'\0' : character[0];
  word.after = characters_of(row["after"].value_or(std::string_view{}));
  word.before = characters_of(row["before"].value_or(std::string_view{}));
  word.opening = characters_of(row["opening"].value_or(std::string_view{}));
  if (row.contains("never_after")) word.never_after = reader.strings_of(row, "never_after");
  for (const std::string& other : word.never_after) {
    const std::u32string characters = characters_of(other);
    reader.require(!characters.empty() && word.after.find(characters.back()) != std::u32string::npos,
                   other + " does not end as a word in after begins");
  }
  return word;
}

}  // namespace

Result<DoubledWords> DoubledWords::load() {
  DoubledWords out;
  TableReader reader(embedded::doubled_words, "doubled_words.toml");
  reader.each_table(reader.root().get("function_word"), "function_word", [&](const toml::table& row) {
    out.function_words_.push_back(read_function_word(reader, row));
  });
  const toml::table* words = reader.root()["words"].as_table();
  reader.require(words != nullptr, "words is missing");
  if (words != nullptr) out.words_ = reader.strings_of(*words, "words");
  if (auto error = reader.error()) return tl::unexpected(*std::move(error));
  std::sort(out.function_words_.begin(), out.function_words_.end(),
            [](const FunctionWord& a, const FunctionWord& b) { return a.character < b.character; });
  std::sort(out.words_.begin(), out.words_.end());
  return out;
}

const FunctionWord* DoubledWords::function_word(char32_t character) const {
  const auto found =
      std::lower_bound(function_words_.begin(), function_words_.end(), character,
                       [](const FunctionWord& word, char32_t c) { return word.character < c; });
  return found != function_words_.end() && found->character == character ? &*found : nullptr;
}

bool DoubledWords::is_never_doubled(std::string_view word) const {
  return std::binary_search(words_.begin(), words_.end(), word);
}

}  // namespace tallybook::checks

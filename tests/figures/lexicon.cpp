// The vocabulary keeps its schema, and the examples beside its units are read as they say.
#include <gtest/gtest.h>
#include <toml++/toml.h>

#include "figures/quantity.hpp"
#include "figures/tables.hpp"
#include "figures/word_set.hpp"
#include "support.hpp"
#include "text/characters.hpp"

namespace tallybook {
namespace {

toml::table units_file() {
  return toml::parse_file(TALLYBOOK_SOURCE_DIR "/data/units.toml");
}

TEST(Lexicon, ReadsTheExamplesOfEveryFamily) {
  const auto& tables = figures_tests::lexicon().tables();
  const toml::table file = units_file();
  for (const toml::node& node : *file["family"].as_array()) {
    const toml::table& family = *node.as_table();
    const toml::table* examples = family["examples"].as_table();
    ASSERT_TRUE(examples != nullptr && !examples->empty()) << family["dimension"].value_or("");
    for (const auto& [key, expected] : *examples) {
      const std::string text(key.str());
      const auto end = static_cast<std::uint32_t>(text.size());
      const auto at = figures::find_numeral_start(text, 0, end);
      const auto quantity = figures::read_quantity(text, 0, at, end, tables);
      ASSERT_TRUE(quantity) << text;
      EXPECT_EQ(quantity->value.to_string(), expected.value_or(std::string{})) << text;
      EXPECT_EQ(quantity->span.end, end) << text;
      EXPECT_EQ(std::string(name_of(quantity->kind)), family["kind"].value_or(std::string{})) << text;
    }
  }
}

TEST(Lexicon, NamesTheBaseUnitAmongItsUnitsWithFactorOne) {
  const auto& tables = figures_tests::lexicon().tables();
  const toml::table file = units_file();
  for (const toml::node& node : *file["family"].as_array()) {
    const auto base = (*node.as_table())["base"].value<std::string>();
    if (!base) continue;
    const auto match = tables.unit_words.match_at(*base, 0);
    ASSERT_EQ(match.size, base->size()) << *base;
    EXPECT_EQ(tables.units[match.value].factor, Decimal{1}) << *base;
  }
}

TEST(Lexicon, ReadsEveryUnitBehindANumber) {
  const auto& tables = figures_tests::lexicon().tables();
  for (const figures::Unit& unit : tables.units) {
    const std::string text = "5" + unit.text;
    const auto quantity = figures::read_quantity(text, 0, 0, static_cast<std::uint32_t>(text.size()), tables);
    ASSERT_TRUE(quantity) << text;
    EXPECT_EQ(quantity->span.end, text.size()) << text;
  }
}

TEST(WordSet, MatchesTheLongestWordAtAPlace) {
  figures::WordSet set;
  set.add("人", 1);
  set.add("人次", 2);
  set.add("次", 3);
  EXPECT_EQ(set.match_at("人次数", 0).value, 2);
  EXPECT_EQ(set.match_at("人民", 0).value, 1);
  EXPECT_FALSE(set.match_at("民", 0));
  EXPECT_FALSE(set.match_at("", 0));
  EXPECT_EQ(set.match_before("三人次", 9).value, 2);
  EXPECT_EQ(set.match_before("车次", 6).value, 3);
  const std::string text = "人次和人";
  EXPECT_EQ(set.find_last(text).offset, 9u);
  EXPECT_FALSE(set.found_in("无"));
  EXPECT_FALSE(figures::WordSet{}.match_at("人", 0));
}

TEST(WordSet, HoldsManyWordsWithOneFirstCharacter) {
  figures::WordSet set;
  for (char32_t c = U'一'; c < U'一' + 500; ++c) {
    std::string word = "平";
    text::append_utf8(word, c);
    set.add(word, static_cast<std::uint16_t>(c - U'一'));
    set.add(word.substr(3), static_cast<std::uint16_t>(c - U'一'));
  }
  for (char32_t c = U'一'; c < U'一' + 500; ++c) {
    std::string word;
    text::append_utf8(word, c);
    EXPECT_EQ(set.match_at(word, 0).value, c - U'一');
    EXPECT_EQ(set.match_before("平" + word, 6).size, 6u);
  }
}

}  // namespace
}  // namespace tallybook

// The vocabulary keeps its schema, and the examples beside its units are read as they say.
#include <gtest/gtest.h>
#include <toml++/toml.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "figures/quantity.hpp"
#include "figures/tables.hpp"
#include "figures/unit_table.hpp"
#include "figures/units.hpp"
#include "figures/word_set.hpp"
#include "support.hpp"
#include "text/characters.hpp"

namespace tallybook {
namespace {

const figures::Lexicon::Tables& tables() {
  return figures_tests::lexicon().tables();
}

/// Every [[family]] of data/units.toml.
std::vector<toml::table> families() {
  const toml::table file = toml::parse_file(TALLYBOOK_SOURCE_DIR "/data/units.toml");
  std::vector<toml::table> all;
  for (const toml::node& node : *file["family"].as_array()) all.push_back(*node.as_table());
  return all;
}

std::string dimension_of(const toml::table& family) {
  return family["dimension"].value_or(std::string{});
}

std::optional<figures::Quantity> first_quantity(const std::string& text) {
  const auto end = static_cast<std::uint32_t>(text.size());
  return figures::read_quantity(text, 0, figures::find_numeral_start(text, 0, end), end, tables());
}

/// The family that the tables give a unit.
std::string dimension_of(const figures::Unit& unit) {
  return tables().unit_families[unit.family].dimension;
}

TEST(Lexicon, ReadsTheExamplesOfEveryFamily) {
  for (const toml::table& family : families()) {
    const toml::table* examples = family["examples"].as_table();
    ASSERT_TRUE(examples != nullptr && !examples->empty()) << dimension_of(family);
    for (const auto& [key, expected] : *examples) {
      const std::string text(key.str());
      const auto quantity = first_quantity(text);
      ASSERT_TRUE(quantity) << text;
      EXPECT_EQ(quantity->value.to_string(), expected.value_or(std::string{})) << text;
      EXPECT_EQ(quantity->span.end, text.size()) << text;
      EXPECT_EQ(std::string(name_of(quantity->kind)), family["kind"].value_or(std::string{})) << text;
    }
  }
}

TEST(Lexicon, ConvertsToTheBaseUnit) {
  for (const toml::table& family : families()) {
    const toml::table* converts = family["converts"].as_table();
    const bool has_factors =
        std::any_of(tables().units.begin(), tables().units.end(), [&](const figures::Unit& unit) {
          return dimension_of(unit) == dimension_of(family) && unit.factor != Decimal{1} &&
                 name_of(unit.kind) == family["kind"].value_or(std::string_view{});
        });
    ASSERT_EQ(converts != nullptr && !converts->empty(), has_factors) << dimension_of(family);
    if (converts == nullptr) continue;
    for (const auto& [key, expected] : *converts) {
      const std::string text(key.str());
      const auto quantity = first_quantity(text);
      ASSERT_TRUE(quantity && quantity->unit_entry != nullptr) << text;
      const auto value = quantity->value.times(quantity->unit_entry->factor);
      ASSERT_TRUE(value) << text;
      EXPECT_EQ(value->to_string(), expected.value_or(std::string{})) << text;
      EXPECT_EQ(dimension_of(*quantity->unit_entry), dimension_of(family)) << text;
    }
  }
}

TEST(Lexicon, TakesNoUnitOfTheFamilyFromWhatItRefuses) {
  for (const toml::table& family : families()) {
    const toml::array* refuses = family["refuses"].as_array();
    const bool doubtful = family.contains("final_only") || family.contains("hour_words");
    ASSERT_TRUE(refuses != nullptr || !doubtful) << dimension_of(family);
    if (refuses == nullptr) continue;
    for (const toml::node& node : *refuses) {
      const std::string text = node.value_or(std::string{});
      const auto quantity = first_quantity(text);
      ASSERT_TRUE(quantity) << text;
      EXPECT_TRUE(quantity->unit_entry == nullptr ||
                  dimension_of(*quantity->unit_entry) != dimension_of(family))
          << text << " takes " << quantity->unit;
    }
  }
}

TEST(Lexicon, NamesTheBaseUnitAmongItsUnitsWithFactorOne) {
  for (const toml::table& family : families()) {
    const auto base = family["base"].value<std::string>();
    if (!base) continue;
    const auto match = tables().unit_words.match_at(*base, 0);
    ASSERT_EQ(match.size, base->size()) << *base;
    EXPECT_EQ(tables().units[match.value].factor, Decimal{1}) << *base;
    EXPECT_EQ(dimension_of(tables().units[match.value]), dimension_of(family)) << *base;
  }
}

TEST(Lexicon, ReadsEveryUnitBehindANumber) {
  for (const figures::Unit& unit : tables().units) {
    const std::string text = "65" + unit.text;  // no hour
    const auto quantity = first_quantity(text);
    ASSERT_TRUE(quantity) << text;
    EXPECT_EQ(quantity->span.end, text.size()) << text;
    ASSERT_TRUE(quantity->unit_entry != nullptr) << text;
    EXPECT_EQ(quantity->unit_entry->text, unit.text);
  }
}

TEST(Lexicon, AddsOnlyUnitsThatConvert) {
  const auto unit_of = [](std::string_view text) {
    return tables().units[tables().unit_words.match_at(text, 0).value];
  };
  EXPECT_EQ(unit_of("公里").dimension, unit_of("米").dimension);
  EXPECT_EQ(unit_of("兆瓦时").dimension, unit_of("吉焦").dimension);
  EXPECT_NE(unit_of("名").dimension, unit_of("人").dimension);
  EXPECT_NE(unit_of("美元").dimension, unit_of("欧元").dimension);
  EXPECT_NE(unit_of("总吨").dimension, unit_of("吨").dimension);
}

TEST(Lexicon, TellsWhatAUnitMeasures) {
  const auto kilometre = figures::find_measure_unit("公里", tables());
  ASSERT_TRUE(kilometre);
  EXPECT_EQ(kilometre->dimension, "length");
  EXPECT_EQ(kilometre->base, "米");
  EXPECT_EQ(kilometre->factor, Decimal{1000});
  EXPECT_FALSE(kilometre->compound);
  const auto price = figures::find_measure_unit("元/斤", tables());
  ASSERT_TRUE(price);
  EXPECT_EQ(price->base, "元/吨");
  EXPECT_TRUE(price->compound);
  EXPECT_EQ(figures::find_measure_unit("场次", tables())->base, "");
  EXPECT_FALSE(figures::find_measure_unit("公里长", tables()));
  EXPECT_FALSE(figures::find_measure_unit("", tables()));
}

/// What the reader of the unit file says of a file that breaks the schema.
std::string breach_of(std::string_view content) {
  figures::Lexicon::Tables empty;
  figures::Schema schema("units.toml");
  figures::read_unit_table(toml::parse(content), empty, schema);
  const auto error = schema.error();
  return error ? error->detail : "";
}

TEST(Lexicon, NamesWhatBreaksTheSchemaOfTheUnitFile) {
  const std::string head = "[[family]]\nkind = 'length'\ndimension = 'length'\n";
  EXPECT_EQ(breach_of(head + "base = '米'\nunits = ['米', { text = ['公里', '千米'], factor = '1000' }]"),
            "");
  EXPECT_EQ(breach_of("x = 1"), "[[family]] is missing");
  EXPECT_EQ(breach_of("[[family]]\nkind = 'length'"), "family: dimension is missing");
  EXPECT_EQ(breach_of("[[family]]\nkind = 'size'\ndimension = 'size'\nunits = []"), "size: unknown kind");
  EXPECT_EQ(breach_of(head), "length: units are missing");
  EXPECT_EQ(breach_of(head + "units = ['米', '米']"), "unit 米 stands twice");
  EXPECT_EQ(breach_of(head + "units = [5]"), "a unit must be a string or a table");
  EXPECT_EQ(breach_of(head + "units = [{ text = '里', factor = '500' }]"), "length: a factor without a base");
  EXPECT_EQ(breach_of(head + "base = '米'\nunits = [{ text = '里', factor = 500 }]"),
            "a factor must be a positive decimal in quotes");
  EXPECT_EQ(breach_of(head + "units = ['米']\nfinal_only = ['里']"), "里 is no unit of its family");
  EXPECT_EQ(breach_of(head + "units = ['米']\narabic_only = '米'"), "arabic_only must be an array");
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

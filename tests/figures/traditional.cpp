// Traditional characters: folding keeps every place, and words have their spellings.
#include "figures/traditional.hpp"

#include <gtest/gtest.h>

#include "figures/tables.hpp"
#include "support.hpp"
#include "text/characters.hpp"

namespace tallybook::figures {
namespace {

using Spellings = std::vector<std::string>;

TEST(Traditional, IsFoldedInPlace) {
  const std::string text = "農曆後天a個，里程";
  const std::string simplified = to_simplified(text);
  EXPECT_EQ(simplified, "农历后天a个，里程");
  EXPECT_EQ(simplified.size(), text.size());
}

TEST(Traditional, FoldsNoSimplifiedCharacter) {
  for (char32_t c = 0x4E00; c < 0xA000; ++c) {
    std::string character;
    text::append_utf8(character, c);
    const std::string folded = to_simplified(character);
    EXPECT_EQ(folded != character, is_traditional(c)) << character;
    EXPECT_EQ(to_simplified(folded), folded) << character;
  }
}

TEST(Traditional, SpellsAWordInEveryWay) {
  EXPECT_EQ(traditional_spellings("个月"), Spellings{"個月"});
  EXPECT_EQ(traditional_spellings("岁"), Spellings{"歲"});
  EXPECT_EQ(traditional_spellings("周岁"), (Spellings{"週歲", "周歲"}));
  EXPECT_EQ(traditional_spellings("元"), Spellings{});
}

TEST(Traditional, TakesNoUnitsSpelling) {
  const auto& tables = figures_tests::lexicon().tables();
  for (std::size_t i = 0; i < tables.units.size(); ++i) {
    EXPECT_EQ(tables.unit_words.match_at(tables.units[i].text, 0).value, i) << tables.units[i].text;
  }
}

}  // namespace
}  // namespace tallybook::figures

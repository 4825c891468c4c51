#include "checks/spelling_variants.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace tallybook::checks {
namespace {

const NameWords& words() {
  static const NameWords instance = NameWords::load().value();
  return instance;
}

/// The variants among names, each enclosed by marks or not: `rare<usual*count`.
std::string variants(const std::vector<std::string_view>& names, bool whole = true) {
  std::string text;
  std::vector<NameMention> mentions;
  for (const std::string_view name : names) {
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += name;
    mentions.push_back({{begin, static_cast<std::uint32_t>(text.size())}, whole});
  }
  std::string out;
  for (const SpellingVariant& variant : find_variants(text, mentions, words())) {
    out += (out.empty() ? "" : " ") + std::string(slice(text, variant.rare.span)) + "<" +
           std::string(slice(text, variant.usual.span)) + "*" + std::to_string(variant.usual_count);
  }
  return out;
}

TEST(SpellingVariants, SoundAlikeInOneCharacter) {
  EXPECT_EQ(variants({"春蕾计划", "春雷计划", "春蕾计划"}), "春雷计划<春蕾计划*2");
  EXPECT_EQ(variants({"春蕾计划", "春雷计划"}), "春雷计划<春蕾计划*1") << "the later of two";
  EXPECT_EQ(variants({"春蕾计划", "春节计划", "春蕾计划"}), "") << "another sound";
  EXPECT_EQ(variants({"三期工程", "散期工程", "三期工程"}), "") << "a numeral";
  EXPECT_EQ(variants({"水运青澜", "水韵青澜"}), "") << "no name's ending, each once";
  EXPECT_EQ(variants({"水运青澜", "水韵青澜", "水韵青澜"}), "水运青澜<水韵青澜*2");
  EXPECT_EQ(variants({"高效办成一件事", "高啸办成一件事"}), "高啸办成一件事<高效办成一件事*1")
      << "long enough";
}

TEST(SpellingVariants, AreBothUsedWhereBothAreFrequent) {
  EXPECT_EQ(variants({"春蕾计划", "春雷计划", "春蕾计划", "春雷计划"}), "");
}

TEST(SpellingVariants, MoveAPart) {
  EXPECT_EQ(variants({"青澜滨江新城", "滨江青澜新城", "青澜滨江新城"}), "滨江青澜新城<青澜滨江新城*2");
  EXPECT_EQ(variants({"要我环保", "我要环保"}), "") << "too short to be a slip";
  EXPECT_EQ(variants({"青澜滨江新城", "城新江滨澜青"}), "") << "not one part";
}

TEST(SpellingVariants, HoldACharacterMore) {
  EXPECT_EQ(variants({"农村饮水安全管理办法", "农村饮水水安全管理办法"}),
            "农村饮水水安全管理办法<农村饮水安全管理办法*1");
  EXPECT_EQ(variants({"平安家庭", "平安好家庭"}), "") << "too short to be a slip";
  EXPECT_EQ(variants({"饮水安全管理办法二则", "饮水安全管理办法二三则"}), "") << "a numeral";
}

TEST(SpellingVariants, NeedTheFrequentNameWhereNoMarksEncloseThem) {
  EXPECT_EQ(variants({"春蕾计划", "春雷计划"}, false), "");
  EXPECT_EQ(variants({"春蕾计划", "春雷计划", "春蕾计划"}, false), "春雷计划<春蕾计划*2");
  EXPECT_EQ(variants({"时蕾计划", "使蕾计划", "时蕾计划"}, false), "")
      << "the first may belong to another word";
}

TEST(NameWords, KnowWhatSoundsAlike) {
  EXPECT_TRUE(words().sound_alike(U'蕾', U'雷'));
  EXPECT_FALSE(words().sound_alike(U'蕾', U'蕾'));
  EXPECT_FALSE(words().sound_alike(U'南', U'北'));
  EXPECT_EQ(words().syllable_of(U'A'), 0);
  EXPECT_TRUE(words().ends_like_name("春蕾计划"));
  EXPECT_FALSE(words().ends_like_name("水韵青澜"));
}

TEST(NameWords, KnowWhatIsNoPlace) {
  constexpr std::size_t kLevel = 3;  // bytes
  for (const std::string_view text :
       {"贫困县", "生态县", "建制镇", "综保区", "老城区", "农业大县", "按照县"}) {
    EXPECT_TRUE(words().ends_like_no_place(text, kLevel)) << text;
  }
  for (const std::string_view text : {"白沙县", "谷城县", "永新县", "房山县", "柳河镇"}) {
    EXPECT_FALSE(words().ends_like_no_place(text, kLevel)) << text;
  }
}

}  // namespace
}  // namespace tallybook::checks

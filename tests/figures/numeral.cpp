// Numerals by themselves: what is written, how far it is read, what it is worth.
#include "figures/numeral.hpp"

#include <gtest/gtest.h>

#include <string>

#include "figures/tables.hpp"
#include "support.hpp"
#include "text/characters.hpp"

namespace tallybook {
namespace {

using figures::Numeral;

std::optional<Numeral> read(std::string_view text) {
  return figures::read_numeral(text, 0, static_cast<std::uint32_t>(text.size()),
                               figures_tests::lexicon().tables().unit_words);
}

/// `20000~30000 more 2、3万多`: value, high, flags, and the words read.
std::string dump(std::string_view text) {
  const auto numeral = read(text);
  if (!numeral) return "none";
  std::string line = numeral->value.to_string();
  if (numeral->high) line += "~" + numeral->high->to_string();
  if (numeral->more) line += " more";
  if (numeral->bare_scale) line += " bare";
  if (numeral->percent) line += " percent";
  if (numeral->permille) line += " permille";
  if (numeral->fraction) line += " fraction";
  if (numeral->half) line += " half";
  return line.append(" ").append(slice(text, numeral->span));
}

struct Case {
  std::string_view text;
  std::string_view expected;
};

class NumeralTest : public testing::TestWithParam<Case> {};

TEST_P(NumeralTest, IsReadAsFarAsItGoes) {
  EXPECT_EQ(dump(GetParam().text), GetParam().expected) << GetParam().text;
}

constexpr Case kArabic[] = {
    {"152名", "152 152"},
    {"1,100.76万元", "11007600 1,100.76万"},
    {"1，120人", "1120 1，120"},
    {"11 503人", "11503 11 503"},
    {"１２３名", "123 １２３"},
    {"12,34", "12 12"},
    {"1,2345", "1 1"},
    {"3.5亿元", "350000000 3.5亿"},
    {"3.", "3 3"},
    {"1.2.3", "1.2 1.2"},
    {"429.4 亿元", "42940000000 429.4 亿"},
    {"2万5千人", "25000 2万5千"},
    {"2万5000元", "25000 2万5000"},
    {"1亿9228万元", "192280000 1亿9228万"},
    {"2千零30万", "20300000 2千零30万"},
    {"1千零1", "1001 1千零1"},
    {"5亿1萬4千6百", "500014600 5亿1萬4千6百"},
    {"1.2万亿元", "1200000000000 1.2万亿"},
    {"3千米", "3 3"},
    {"3百分点", "3 3"},
    {"20多万", "200000 more 20多万"},
    {"2万余份", "20000 more 2万余"},
    {"60多人", "60 more 60多"},
    {"1000 余人", "1000 more 1000 余"},
    {"5几", "5 5"},
    {"1/3以上", "0.3333 fraction 1/3"},
    {"12/5", "12 12"},
    {"3/8/2026", "3 3"},
    {"5/10万", "5 5"},
    {"1/2:30", "1 1"},
    {"1234567890123456789", "none"},
    {"9000000000000万亿", "none"},
    {"7 万5 千4 百", "75400 7 万5 千4 百"},
    {"3 百", "3 3"},
    {".5", "0.5 .5"},
    {".５", "0.5 .５"},
    {"1 3/5", "1.6 fraction 1 3/5"},
    {"4 6/3", "6 fraction 4 6/3"},
    {"2 1/2:30", "2 2"},
    {"1/100", "0.01 fraction 1/100"},
    {"7/20的", "0.35 fraction 7/20"},
    {"7/20", "7 7"},
    {"5/2000", "5 5"},
};
INSTANTIATE_TEST_SUITE_P(Arabic, NumeralTest, testing::ValuesIn(kArabic));

constexpr Case kChinese[] = {
    {"一百二十三", "123 一百二十三"},
    {"两千零五", "2005 两千零五"},
    {"三千五", "3500 三千五"},
    {"一万二百五十", "10250 一万二百五十"},
    {"九万四", "94000 九万四"},
    {"两亿三千万", "230000000 两亿三千万"},
    {"四万万", "400000000 四万万"},
    {"三百五十一万亿", "351000000000000 三百五十一万亿"},
    {"十", "10 十"},
    {"零十", "10 零十"},
    {"一百零十万", "1100000 一百零十万"},
    {"廿三", "23 廿三"},
    {"卅", "30 卅"},
    {"壹佰零伍", "105 壹佰零伍"},
    {"肆拾陆", "46 肆拾陆"},
    {"兩千兩百貳拾二", "2222 兩千兩百貳拾二"},
    {"二〇一〇", "2010 二〇一〇"},
    {"一二三", "123 一二三"},
    {"十五点七", "15.7 十五点七"},
    {"二点五万", "25000 二点五万"},
    {"三点一是", "3 三"},
    {"三四十", "30~40 三四十"},
    {"三四十万", "300000~400000 三四十万"},
    {"十五六", "15~16 十五六"},
    {"三五个", "3~5 三五"},
    {"七八百", "700~800 七八百"},
    {"一百二三十", "120~130 一百二三十"},
    {"两三", "2~3 两三"},
    {"一五七", "157 一五七"},
    {"五三", "none"},
    {"十几", "10 more 十几"},
    {"二十多万", "200000 more 二十多万"},
    {"三十万多亿", "30000000000000 more 三十万多亿"},
    {"三多", "3 三"},
    {"上", "none"},
    {"百", "100 bare 百"},
    {"百余", "100 more bare 百余"},
    {"千万", "10000000 bare 千万"},
    {"三千 八百 九十六 万", "38960000 三千 八百 九十六 万"},
    {"二十 五所", "20 二十"},
    {"两千 四 百 五", "2450 两千 四 百 五"},
    {"陆续", "none"},
    {"伍建设", "none"},
    {"拾起", "none"},
    {"陆万", "60000 陆万"},
    {"半", "0.5 half 半"},
    {"九千九百九十九万九千九百九十九亿", "9999999900000000 九千九百九十九万九千九百九十九亿"},
    {"亿亿亿亿亿亿", "none"},
    {"五兆六十二亿", "5006200000000 五兆六十二亿"},
    {"五十千", "50 五十"},
    {"一百十五", "115 一百十五"},
    {"两百点两", "200 两百"},
    {"两万两", "20000 两万"},
    {"两千两百", "2200 两千两百"},
    {"三十两", "30 三十"},
    {"两两", "none"},
    {"八五折", "85 八五"},
    {"七八折", "7~8 七八"},
    {"两千 四 百 五。", "2450 两千 四 百 五"},
    {"伍元", "5 伍"},
    {"伍", "5 伍"},
    {"拾多万", "100000 more 拾多万"},
    {"伍多", "none"},
    {"陆军", "none"},
};
INSTANTIATE_TEST_SUITE_P(Chinese, NumeralTest, testing::ValuesIn(kChinese));

constexpr Case kFractions[] = {
    {"百分之三十", "30 percent 百分之三十"},
    {"百分之12.5", "12.5 percent 百分之12.5"},
    {"百分之百", "100 percent 百分之百"},
    {"千分之五", "5 permille 千分之五"},
    {"万分之三", "0.0003 fraction 万分之三"},
    {"三分之一", "0.3333 fraction 三分之一"},
    {"三分之二", "0.6667 fraction 三分之二"},
    {"十分之七", "0.7 fraction 十分之七"},
    {"3分之1", "0.3333 fraction 3分之1"},
    {"二十五分之四", "0.16 fraction 二十五分之四"},
    {"三又四分之一", "3.25 fraction 三又四分之一"},
    {"五分 之 一", "0.2 fraction 五分 之 一"},
    {"零分之一", "0 零"},
    {"十分之", "10 十"},
    {"百分之负三", "-3 percent 百分之负三"},
    {"一百分之二", "0.02 fraction 一百分之二"},
    {"3又1/2", "3.5 fraction 3又1/2"},
    {"3又百分之二", "3 3"},
    {"一万万分之七", "0.00000007 fraction 一万万分之七"},
};
INSTANTIATE_TEST_SUITE_P(Fractions, NumeralTest, testing::ValuesIn(kFractions));

TEST(Numeral, KnowsThePrecisionItWasWrittenWith) {
  EXPECT_EQ(read("82.4万")->precision, Decimal{1000});
  EXPECT_EQ(read("79")->precision, Decimal{1});
  EXPECT_EQ(read("2万5千")->precision, Decimal{1000});
  EXPECT_EQ(read("三万")->precision, Decimal{10000});
  EXPECT_EQ(read("三千五")->precision, Decimal{100});
  EXPECT_EQ(read("十五点七")->precision, (Decimal{1, 1}));
  EXPECT_EQ(read("二十多万")->precision, Decimal{10000});
}

TEST(Numeral, StartsWhereACharacterMayBeginOne) {
  const std::string text = "全县共有ａ学校：20所、教学点三个，半年来０";
  const auto end = static_cast<std::uint32_t>(text.size());
  std::string starts;
  for (std::uint32_t at = 0; (at = figures::find_numeral_start(text, at, end)) != end;) {
    const std::uint32_t size = static_cast<unsigned char>(text[at]) < 0x80 ? 1 : 3;
    starts += text.substr(at, size) + " ";
    at += size;
  }
  EXPECT_EQ(starts, "2 0 三 半 ０ ");
}

TEST(Numeral, StartsAtAPointThatStandsAlone) {
  const auto start_of = [](std::string_view text) {
    return figures::find_numeral_start(text, 0, static_cast<std::uint32_t>(text.size()));
  };
  EXPECT_EQ(start_of(".5"), 0U);
  EXPECT_EQ(start_of("v.5"), 2U);
  EXPECT_EQ(start_of("...9"), 3U);
  EXPECT_EQ(start_of("(1).5"), 1U);
}

TEST(Numeral, IsNoneBehindAWordForSome) {
  // The numeral at the last character of the text; 几十 and 数百 say no number.
  const auto reads = [](std::string_view text) {
    const auto end = static_cast<std::uint32_t>(text.size());
    return figures::read_numeral(text, end - 3, end, figures_tests::lexicon().tables().unit_words)
        .has_value();
  };
  EXPECT_FALSE(reads("几十"));
  EXPECT_FALSE(reads("数百"));
  EXPECT_TRUE(reads("户数百"));
  EXPECT_FALSE(reads("队伍"));
  EXPECT_TRUE(reads("第伍"));
}

TEST(Numeral, IsNegatedByWhatStandsBeforeIt) {
  /// The text from the sign of `numeral` on, or from the numeral where it has none.
  const auto signed_part = [](std::string_view text, std::string_view numeral) {
    const auto at = static_cast<std::uint32_t>(text.find(numeral));
    const bool arabic = text::is_digit(text::code_point_at(numeral, 0).value);
    return text.substr(figures::find_sign(text, 0, at, arabic));
  };
  EXPECT_EQ(signed_part("-5%", "5"), "-5%");
  EXPECT_EQ(signed_part("增速为负三", "三"), "负三");
  EXPECT_EQ(signed_part("大于负5", "5"), "负5");
  EXPECT_EQ(signed_part("零下5度", "5"), "零下5度");
  EXPECT_EQ(signed_part("税负5亿", "5"), "5亿");
  EXPECT_EQ(signed_part("3-5", "5"), "5");
  EXPECT_EQ(signed_part("27%-5", "5"), "5");
}

}  // namespace
}  // namespace tallybook

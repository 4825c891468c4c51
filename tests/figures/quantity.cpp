// Quantities: numeral, unit and the approximators that touch them.
#include "figures/quantity.hpp"

#include <gtest/gtest.h>

#include <string>

#include "support.hpp"

namespace tallybook {
namespace {

/// `20000 count 份 over | 近2万余份`: the first quantity that begins at or behind ^, and its words.
std::string dump(std::string_view text) {
  const auto& tables = figures_tests::lexicon().tables();
  const auto end = static_cast<std::uint32_t>(text.size());
  const std::uint32_t at = figures::find_numeral_start(text, 0, end);
  const auto quantity = figures::read_quantity(text, 0, at, end, tables);
  if (!quantity) return "none";
  Figure figure;
  figure.value = quantity->value;
  figure.high = quantity->high;
  figure.kind = quantity->kind;
  figure.bound = quantity->bound;
  figure.unit = quantity->unit;
  return figures_tests::summary(figure).append(" | ").append(slice(text, quantity->span));
}

struct Case {
  std::string_view text;
  std::string_view expected;
};

class QuantityTest : public testing::TestWithParam<Case> {};

TEST_P(QuantityTest, IsReadWithAllThatBelongsToIt) {
  EXPECT_EQ(dump(GetParam().text), GetParam().expected) << GetParam().text;
}

constexpr Case kUnits[] = {
    {"投入243万元用于", "2430000 money 元 | 243万元"},
    {"到位79.503万元人民币。", "795030 money 元 | 79.503万元人民币"},
    {"门诊82.4万人(次)", "824000 count 人(次) | 82.4万人(次)"},
    {"30期（册）", "30 count 期（册） | 30期（册）"},
    {"每立方米 35 微克/立方米", "35 other 微克/立方米 | 35 微克/立方米"},
    {"1200元/平方米·月", "1200 money 元/平方米·月 | 1200元/平方米·月"},
    {"30公里/百平方公里", "30 other 公里/百平方公里 | 30公里/百平方公里"},
    {"3000元/月", "3000 money 元/月 | 3000元/月"},
    {"10.21/10万", "10.21 per_100k /10万 | 10.21/10万"},
    {"1.8个百分点", "1.8 points 百分点 | 1.8个百分点"},
    {"三年半", "3.5 duration 年 | 三年半"},
    {"三个半月", "3.5 duration 个月 | 三个半月"},
    {"五个多月", "5 duration 个月 over | 五个多月"},
    {"半小时", "0.5 duration 小时 | 半小时"},
    {"两个半小时", "2.5 duration 个小时 | 两个半小时"},
    {"3个多月", "3 duration 个月 over | 3个多月"},
    {"5个多功能", "5 count 个 | 5个"},
    {"半数以上", "0.5 fraction over | 半数以上"},
    {"一半以上", "0.5 fraction over | 一半以上"},
    {"一半天气", "1 count | 一"},
    {"一千二百头牛", "1200 count 头 | 一千二百头"},
    {"百头", "100 count | 百"},
    {"5.5亿手，", "550000000 count 手 | 5.5亿手"},
    {"5手机", "5 count | 5"},
    {"3点建议", "3 count | 3"},
    {"3人日前", "3 count 人 | 3人"},
    {"半山腰", "none"},
    {"5machines", "5 count | 5"},
    {"5m。", "5 length m | 5m"},
    {"两面旗", "2 count | 两"},
    {"￥300", "300 money ￥ | ￥300"},
    {"2×35万千瓦", "700000 other 千瓦 | 2×35万千瓦"},
    {"0.9∶1", "0.9 fraction | 0.9∶1"},
    {"三成五，", "0.35 fraction | 三成五"},
    {"三成立", "3 count | 三"},
    {"八折优惠", "0.8 fraction | 八折"},
    {"三折页", "3 count | 三"},
    {"七成 六，", "0.76 fraction | 七成 六"},
    {"2成5，", "0.25 fraction | 2成5"},
    {"半成，", "0.05 fraction | 半成"},
    {"半成品", "none"},
    {"八五折", "0.85 fraction | 八五折"},
    {"7 2 折", "0.72 fraction | 7 2 折"},
    {"打对折。", "0.5 fraction | 对折"},
    {"十折", "10 count | 十"},
    {"一 百 个 百 分 点", "100 points 百分点 | 一 百 个 百 分 点"},
    {"六個百分點", "6 points 百分點 | 六個百分點"},
    {"七万戶", "70000 count 戶 | 七万戶"},
    {"三十两", "30 mass 两 | 三十两"},
    {"三两天", "none"},
    {"半斤", "0.5 mass 斤 | 半斤"},
    {"两岁半", "2.5 age 岁 | 两岁半"},
    {"十个月大的婴儿", "10 age 个月 | 十个月大"},
    {"90天大会战", "90 duration 天 | 90天"},
    {"50元6角三分", "50.63 money 元 | 50元6角三分"},
    {"5角5分", "5.5 money 角 | 5角5分"},
    {"两美元又三美分", "2.03 money 美元 | 两美元又三美分"},
    {"3亿人民币", "300000000 money 元 | 3亿人民币"},
    {"500人民币普通股", "500 count | 500"},
    {"US$50", "50 money US$ | US$50"},
    {"RMB 500", "500 money RMB | RMB 500"},
    {"XRMB5", "5 count | 5"},
    {"$20，300美元", "20 money $ | $20"},
};
INSTANTIATE_TEST_SUITE_P(Units, QuantityTest, testing::ValuesIn(kUnits));

constexpr Case kBounds[] = {
    {"近1000人", "1000 count 人 under | 近1000人"},
    {"约2.5万本", "25000 count 本 about | 约2.5万本"},
    {"节约20元", "20 money 元 | 20元"},
    {"附近3公里", "3 length 公里 | 3公里"},
    {"95%以上", "95 percent % over | 95%以上"},
    {"800张及以上", "800 count 张 over | 800张及以上"},
    {"不少于5次", "5 count 次 at_least | 不少于5次"},
    {"不超过3%", "3 percent % at_most | 不超过3%"},
    {"不得超过3%", "3 percent % at_most | 超过3%"},
    {"不能低于5次", "5 count 次 at_least | 低于5次"},
    {"上万人", "10000 count 人 over | 上万人"},
    {"5个多功能厅", "5 count 个 | 5个"},
    {"3年多", "3 duration 年 over | 3年多"},
    {"20元左右", "20 money 元 about | 20元左右"},
    {"约 100 人 左右", "100 count 人 about | 约 100 人 左右"},
    {"5 人 多", "5 count 人 | 5 人"},
    {"大于等于10%", "10 percent % at_least | 大于等于10%"},
    {"≥50元", "50 money 元 at_least | ≥50元"},
    {"< = 100个", "100 count 个 at_most | < = 100个"},
    {"未超过50%", "50 percent % at_most | 超过50%"},
    {"25个或更多", "25 count 个 at_least | 25个或更多"},
    {"比三十岁大一些", "30 age 岁 over | 比三十岁大"},
    {"比30元高位", "30 money 元 | 30元"},
    {"比一个好", "1 count 个 | 一个"},
    {"占比过20%", "20 percent % over | 过20%"},
    {"去过20个", "20 count 个 | 20个"},
};
INSTANTIATE_TEST_SUITE_P(Bounds, QuantityTest, testing::ValuesIn(kBounds));

constexpr Case kRanges[] = {
    {"3—5个", "3~5 count 个 | 3—5个"},
    {"3至5个", "3~5 count 个 | 3至5个"},
    {"63%～68%", "63~68 percent % | 63%～68%"},
    {"13万元～17万元", "130000~170000 money 元 | 13万元～17万元"},
    {"2-3万元", "20000~30000 money 元 | 2-3万元"},
    {"三至四成，", "0.3~0.4 fraction | 三至四成"},
    {"二十至三十万元", "200000~300000 money 元 | 二十至三十万元"},
    {"二至三万亿元", "2000000000000~3000000000000 money 元 | 二至三万亿元"},
    {"二至三点五万元", "20000~35000 money 元 | 二至三点五万元"},
    {"三四十名", "30~40 count 名 | 三四十名"},
    {"从3个到5个", "3 count 个 | 3个"},
    {"5——8个", "5 count | 5"},
    {"3个至5天", "3 count 个 | 3个"},
    {"5% 至 7%", "5~7 percent % | 5% 至 7%"},
    {"百分之二十至三十", "20~30 percent % | 百分之二十至三十"},
    {"100与200人之间", "100~200 count 人 | 100与200人"},
    {"100与200人", "100 count | 100"},
    {"1.7亿-2.4亿。", "170000000~240000000 count | 1.7亿-2.4亿"},
    {"400—500万", "4000000~5000000 count | 400—500万"},
    {"20到10", "20 count | 20"},
    {"增加13.5万至110.6万", "135000 count | 13.5万"},
    {"增长1至5倍", "1~5 multiple 倍 | 1至5倍"},
    {"-5至5度", "-5~5 energy 度 | -5至5度"},
    {"第十和第十五之间", "10~15 count | 十和第十五"},
};
INSTANTIATE_TEST_SUITE_P(Ranges, QuantityTest, testing::ValuesIn(kRanges));

constexpr Case kSigns[] = {
    {"增速为-5.2%", "-5.2 percent % | -5.2%"},    {"负3.9%", "-3.9 percent % | 负3.9%"},
    {"税负5亿元", "500000000 money 元 | 5亿元"},  {"A-5个", "5 count 个 | 5个"},
    {"大于负5%", "-5 percent % over | 大于负5%"},
};
INSTANTIATE_TEST_SUITE_P(Signs, QuantityTest, testing::ValuesIn(kSigns));

}  // namespace
}  // namespace tallybook

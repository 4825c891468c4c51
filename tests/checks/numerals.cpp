#include "checks/numerals.hpp"

#include <gtest/gtest.h>

namespace tallybook::checks {
namespace {

TEST(ChineseNumeral, WritesAsListsDo) {
  EXPECT_EQ(chinese_numeral(1), "一");
  EXPECT_EQ(chinese_numeral(10), "十");
  EXPECT_EQ(chinese_numeral(12), "十二");
  EXPECT_EQ(chinese_numeral(20), "二十");
  EXPECT_EQ(chinese_numeral(105), "一百零五");
  EXPECT_EQ(chinese_numeral(110), "一百一十");
  EXPECT_EQ(chinese_numeral(1010), "一千零一十");
  EXPECT_EQ(chinese_numeral(0), "零");
  EXPECT_EQ(chinese_numeral(10000), "10000");
}

TEST(Renumbered, KeepsTheStyleOfTheMark) {
  EXPECT_EQ(renumbered("四是", 3), "三是");
  EXPECT_EQ(renumbered("（四）", 3), "（三）");
  EXPECT_EQ(renumbered("4、", 3), "3、");
  EXPECT_EQ(renumbered("（１２）", 11), "（11）");
  EXPECT_EQ(renumbered("第四章", 3), "第三章");
  EXPECT_EQ(renumbered("④", 3), "③");
  EXPECT_EQ(renumbered("㈣", 3), "㈢");
  EXPECT_EQ(renumbered("⒋", 3), "⒊");
}

}  // namespace
}  // namespace tallybook::checks

#include "document/number_format.hpp"

#include <gtest/gtest.h>

namespace tallybook::document {
namespace {

TEST(NumberFormat, WritesWhatWordWrites) {
  struct Case {
    const char* format;
    std::uint32_t number;
    const char* text;
  };
  const Case cases[] = {
      {"decimal", 12, "12"},
      {"decimalZero", 5, "05"},
      {"decimalFullWidth", 12, "１２"},
      {"decimalEnclosedCircle", 1, "①"},
      {"decimalEnclosedCircleChinese", 20, "⑳"},
      {"decimalEnclosedCircle", 21, "㉑"},
      {"decimalEnclosedCircle", 50, "㊿"},
      {"decimalEnclosedCircle", 51, "51"},
      {"decimalEnclosedParen", 2, "⑵"},
      {"chineseCounting", 10, "十"},
      {"chineseCountingThousand", 11, "十一"},
      {"chineseCountingThousand", 20, "二十"},
      {"chineseCountingThousand", 105, "一百零五"},
      {"chineseCountingThousand", 1010, "一千零一十"},
      {"japaneseCounting", 3, "三"},
      {"ideographDigital", 10, "一〇"},
      {"chineseLegalSimplified", 12, "壹拾贰"},
      {"ideographTraditional", 3, "丙"},
      {"ideographEnclosedCircle", 2, "㊁"},
      {"lowerLetter", 28, "bb"},
      {"upperRoman", 14, "XIV"},
      {"bullet", 1, ""},
      {"none", 1, ""},
      {"someNewFormat", 7, "7"},
  };
  for (const Case& expected : cases) {
    EXPECT_EQ(format_number(expected.number, number_format(expected.format)), expected.text)
        << expected.format;
  }
}

TEST(NumberFormat, TakesAnyNumberInAnyFormat) {
  for (std::uint32_t number : {0u, 1u, 99u, 10'000u, 4'294'967'295u}) {
    for (int format = 0; format <= static_cast<int>(NumberFormat::none); ++format) {
      EXPECT_LT(format_number(number, static_cast<NumberFormat>(format)).size(), 64u);
    }
  }
}

}  // namespace
}  // namespace tallybook::document

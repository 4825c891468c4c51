#include <gtest/gtest.h>

#include "document/origin.hpp"
#include "support.hpp"

namespace tallybook::document {
namespace {

TEST(TextReader, MakesEveryLineABlockAndKeepsTheText) {
  constexpr std::string_view kText = "　　一、主要工作\r\n\r\n（一）宣传\r二\f三\u2028四\n   \n";
  const Document document = read_or_fail(kText, "a.txt");
  EXPECT_EQ(document.text, kText);
  EXPECT_EQ(document.encoding, "UTF-8");
  EXPECT_EQ(dump(document), "p|　　一、主要工作\np|（一）宣传\np|二\np|三\np|四\n");
}

TEST(TextReader, ReadsNothingFromNothing) {
  EXPECT_TRUE(read_or_fail("", "a.txt").blocks.empty());
  EXPECT_TRUE(read_or_fail("\xEF\xBB\xBF\n \n", "a.txt").blocks.empty());
}

TEST(TextReader, LocatesCharactersInTheirOwnEncoding) {
  const Document document = read_or_fail("a\xC8\xAB\xCF\xD8\n20\xCB\xF9", "a.txt");  // GBK: a全县, 20所
  EXPECT_EQ(document.text, "a全县\n20所");
  EXPECT_EQ(locate(document, 0)->offset, 0u);
  EXPECT_EQ(locate(document, 4)->offset, 3u);
  EXPECT_EQ(locate(document, 10)->offset, 8u);
}

}  // namespace
}  // namespace tallybook::document

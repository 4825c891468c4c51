#include "text/line_index.hpp"

#include <gtest/gtest.h>

#include <string>

#include "text/characters.hpp"

namespace tallybook::text {
namespace {

TEST(LineIndex, CountsEveryKindOfLineEnd) {
  constexpr std::string_view kText = "全县\r\n二\r三\n\n五";
  const LineIndex index(kText);
  EXPECT_EQ(index.position(0).line, 1u);
  EXPECT_EQ(index.position(3).column, 2u);
  EXPECT_EQ(index.position(8).line, 2u);
  EXPECT_EQ(index.position(12).line, 3u);
  EXPECT_EQ(index.position(17).line, 5u);
  EXPECT_EQ(index.position(17).column, 1u);
  EXPECT_EQ(index.line_at(4), "全县");
  EXPECT_EQ(index.line_at(16), "");
  EXPECT_EQ(index.line_at(17), "五");
}

TEST(LineIndex, CountsCodePointsBeforeEveryOffset) {
  std::string text;
  while (text.size() < 2000) text += "全县a𠀀\n";
  const LineIndex index(text);
  for (std::uint32_t at = 0; at <= text.size(); ++at) {
    ASSERT_EQ(index.code_points(at), count_code_points(std::string_view(text).substr(0, at))) << at;
  }
}

TEST(LineIndex, TakesEmptyTextAndOffsetsPastTheEnd) {
  const LineIndex index("");
  EXPECT_EQ(index.position(0).line, 1u);
  EXPECT_EQ(index.code_points(5), 0u);
  EXPECT_EQ(index.line_at(5), "");
  EXPECT_EQ(LineIndex("全县").code_points(99), 2u);
}

}  // namespace
}  // namespace tallybook::text

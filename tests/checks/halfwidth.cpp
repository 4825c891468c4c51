#include "checks/halfwidth.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace tallybook::checks {
namespace {

HalfwidthMarks find(std::string_view text) {
  Document document;
  document.text = text;
  document.blocks.push_back({{0, static_cast<std::uint32_t>(text.size())}, BlockKind::paragraph, 0});
  return find_halfwidth(document);
}

/// The marks found, parted by spaces.
std::string marks_of(std::string_view text) {
  std::string out;
  for (const HalfwidthMark& mark : find(text).marks) out.append(slice(text, mark.span)) += ' ';
  return out;
}

TEST(Halfwidth, FindsStopsBesideChineseText) {
  EXPECT_EQ(marks_of("上半年,新建2座;改造6公里:好!吗?"), ", ; : ! ? ");
  EXPECT_EQ(marks_of("合格率98%,提高2个点"), ", ") << "a number before, a word behind";
  EXPECT_EQ(marks_of("上半年，新建2座；好！"), "");
}

TEST(Halfwidth, PassesOverNumbersAndLatinText) {
  EXPECT_EQ(marks_of("1,234万元，8:30，3:2"), "");
  EXPECT_EQ(marks_of("quality first, safety first; http://a.cn"), "");
}

TEST(Halfwidth, TakesBracketsByPairsAroundChineseText) {
  EXPECT_EQ(marks_of("水厂(小河镇)和(1)、f(x)、（石桥镇）"), "(小河镇) ");
  const HalfwidthMarks mixed = find("水厂（小河镇)");
  ASSERT_EQ(mixed.marks.size(), 1U);
  EXPECT_FALSE(mixed.marks[0].open);
  EXPECT_TRUE(mixed.marks[0].close);
}

TEST(Halfwidth, AscendsThoughPairsAreKnownOnlyWhenTheyClose) {
  EXPECT_EQ(marks_of("水厂(小河镇,石桥镇(新),松石镇)"), "(小河镇,石桥镇(新),松石镇) , (新) , ");
}

TEST(Halfwidth, CountsBothWidthsOfEveryKind) {
  const HalfwidthMarks found = find("一,二，三，四(五)（六）");
  EXPECT_EQ(found.half[static_cast<std::size_t>(WidthKind::comma)], 1U);
  EXPECT_EQ(found.full[static_cast<std::size_t>(WidthKind::comma)], 2U);
  EXPECT_EQ(found.half[static_cast<std::size_t>(WidthKind::bracket)], 1U);
  EXPECT_EQ(found.full[static_cast<std::size_t>(WidthKind::bracket)], 1U);
}

TEST(Halfwidth, GivesThoseThatBeginWithinASpan) {
  const HalfwidthMarks found = find("一,二,三,四");
  const auto within = found.within({found.marks[1].span.begin, found.marks[2].span.begin});
  ASSERT_EQ(within.size(), 1U);
  EXPECT_EQ(within[0].span, found.marks[1].span);
}

TEST(Halfwidth, PassesOverNumbersThatTheFormatWrites) {
  Document document;
  document.text = "(一)抓早,抓小";
  document.blocks.push_back({{0, static_cast<std::uint32_t>(document.text.size())}, BlockKind::paragraph, 0});
  SourceSegment number;
  number.text = {0, 5};
  number.generated = true;
  document.segments.push_back(number);
  const HalfwidthMarks found = find_halfwidth(document);
  ASSERT_EQ(found.marks.size(), 1U);
  EXPECT_EQ(slice(document.text, found.marks[0].span), ",");
  EXPECT_EQ(found.half[static_cast<std::size_t>(WidthKind::bracket)], 0U);
}

}  // namespace
}  // namespace tallybook::checks

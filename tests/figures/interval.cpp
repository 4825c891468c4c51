// Which values a written number may stand for.
#include "figures/interval.hpp"

#include <gtest/gtest.h>

#include "support.hpp"

namespace tallybook {
namespace {

using figures::Interval;

/// `[823500, 825000]` for the only figure of the text.
std::string interval_of(std::string_view text) {
  const figures_tests::ReadText read(text);
  const auto figures = read.figures();
  if (figures.size() != 1) return std::to_string(figures.size()) + " figures";
  const auto interval = figures::interval_of(read.document.text, figures.front());
  if (!interval) return "unbounded";
  return "[" + interval->low.to_string() + ", " + interval->high.to_string() + "]";
}

TEST(Interval, OfACountIsTheCount) {
  EXPECT_EQ(interval_of("培训79名。"), "[79, 79]");
}

TEST(Interval, OfARoundedNumberHoldsAllThatRoundsOrIsCutOffToIt) {
  EXPECT_EQ(interval_of("门诊诊疗82.4万人次。"), "[823500, 825000]");
  EXPECT_EQ(interval_of("投入3.50亿元。"), "[349500000, 351000000]");
  EXPECT_EQ(interval_of("合格率达到41.9%。"), "[41.85, 42]");
}

TEST(Interval, OfMoreThanANumberReachesItsNextRoundOne) {
  EXPECT_EQ(interval_of("培训60多名。"), "[60, 70]");
  EXPECT_EQ(interval_of("发放资料1300余份。"), "[1300, 1400]");
  EXPECT_EQ(interval_of("发放资料2万余份。"), "[20000, 30000]");
}

TEST(Interval, IsUnknownWhereTheTextBoundsOneSideOnly) {
  for (const auto text :
       {"培训近80人。", "培训约80人。", "培训超80人。", "培训80人以上。", "培训70—80人。"}) {
    EXPECT_EQ(interval_of(text), "unbounded") << text;
  }
}

TEST(Interval, AddsAndSubtractsEndByEnd) {
  const Interval a{Decimal{10}, Decimal{12}};
  const Interval b{Decimal{3}, Decimal{4}};
  EXPECT_EQ(a.plus(b)->low, Decimal{13});
  EXPECT_EQ(a.plus(b)->high, Decimal{16});
  EXPECT_EQ(a.minus(b)->low, Decimal{6});
  EXPECT_EQ(a.minus(b)->high, Decimal{9});
  EXPECT_TRUE(a.overlaps({Decimal{12}, Decimal{13}}));
  EXPECT_FALSE(a.overlaps({Decimal{13}, Decimal{14}}));
}

}  // namespace
}  // namespace tallybook

#include "checks/moments.hpp"

#include <gtest/gtest.h>

#include <string>

namespace tallybook::checks {
namespace {

/// The parts that the words tell: `y m d`.
std::string told(std::string_view words) {
  const ToldParts parts = told_parts(words);
  return std::string(parts.year ? "y" : "") + (parts.month ? "m" : "") + (parts.day ? "d" : "");
}

std::string ends(std::string_view words) {
  const auto range = split_range(words);
  return range ? std::string(range->first) + " | " + std::string(range->last) : "";
}

TEST(MomentWords, TellWhatStandsInThem) {
  EXPECT_EQ(told("2026年6月30日"), "ymd");
  EXPECT_EQ(told("二〇二六年六月三十号"), "ymd");
  EXPECT_EQ(told("2026 年 6 月"), "ym");
  EXPECT_EQ(told("6月30日"), "md");
  EXPECT_EQ(told("30日"), "d");
  EXPECT_EQ(told("2026-06-30"), "ymd");
  EXPECT_EQ(told("2026/6/30"), "ymd");
  EXPECT_EQ(told("2026.6.30"), "ymd");
}

TEST(MomentWords, DoNotTellWhatTheyOnlyPointAt) {
  EXPECT_EQ(told("今年6月"), "m");
  EXPECT_EQ(told("去年同期"), "");
  EXPECT_EQ(told("上半年"), "");
  EXPECT_EQ(told("25时"), "");
  EXPECT_EQ(told(""), "");
}

TEST(MomentWords, FallApartAtTheJoinerOfARange) {
  EXPECT_EQ(ends("6月20日至25日"), "6月20日 | 25日");
  EXPECT_EQ(ends("2024—2026年"), "2024 | 2026年");
  EXPECT_EQ(ends("1-6月"), "1 | 6月");
  EXPECT_EQ(ends("6月30日"), "");
  EXPECT_EQ(ends("2026-06-30"), "") << "marks within a date";
}

TEST(MomentWords, AreNamedWhereQuotationMarksEncloseThemAlone) {
  const std::string text = "“6月31日”有误，“自6月31日起”也是。";
  const auto first = static_cast<std::uint32_t>(text.find("6月31日"));
  const auto second = static_cast<std::uint32_t>(text.rfind("6月31日"));
  const auto size = static_cast<std::uint32_t>(std::string_view("6月31日").size());
  EXPECT_TRUE(is_quoted_alone(text, {first, first + size}));
  EXPECT_FALSE(is_quoted_alone(text, {second, second + size}));
  EXPECT_FALSE(is_quoted_alone("6月31日", {0, size}));
}

}  // namespace
}  // namespace tallybook::checks

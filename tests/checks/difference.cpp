#include "checks/difference.hpp"

#include <gtest/gtest.h>

#include <string>

namespace tallybook::checks {
namespace {

/// Every short text over a small alphabet: applying the hunks to the first gives the second.
std::u32string apply(std::u32string_view a, std::u32string_view b, const std::vector<Hunk>& hunks) {
  std::u32string out;
  std::size_t at = 0;
  for (const Hunk& hunk : hunks) {
    out += a.substr(at, hunk.a_begin - at);
    out += b.substr(hunk.b_begin, hunk.b_end - hunk.b_begin);
    at = hunk.a_end;
  }
  return out.append(a.substr(at));
}

std::vector<std::u32string> words(std::size_t longest) {
  std::vector<std::u32string> out = {U""};
  for (std::size_t i = 0; i < out.size(); ++i) {
    if (out[i].size() == longest) break;
    for (const char32_t c : U"我县市" + std::u32string()) {
      if (c != U'\0') out.push_back(out[i] + c);
    }
  }
  return out;
}

TEST(Difference, TurnsEveryShortTextIntoEveryOther) {
  for (const std::u32string& a : words(4)) {
    for (const std::u32string& b : words(4)) {
      const auto hunks = difference(a, b, 8);
      ASSERT_TRUE(hunks);
      EXPECT_EQ(apply(a, b, *hunks), b);
      EXPECT_EQ(hunks->empty(), a == b);
    }
  }
}

TEST(Difference, JoinsNeighbouringEdits) {
  const auto hunks = difference(U"净化了我县市场", U"净化了我市市场", 4);
  ASSERT_TRUE(hunks);
  ASSERT_EQ(hunks->size(), 1U);
  EXPECT_EQ(hunks->front().a_begin, 4U);
  EXPECT_EQ(hunks->front().a_end, 6U);
}

TEST(Difference, GivesUpBeyondTheLimit) {
  EXPECT_FALSE(difference(U"甲乙丙丁", U"戊己庚辛", 7));
  EXPECT_TRUE(difference(U"甲乙丙丁", U"戊己庚辛", 8));
  EXPECT_FALSE(difference(U"甲", U"甲乙丙丁", 2));
}

}  // namespace
}  // namespace tallybook::checks

#include "checks/numbering.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace tallybook::checks {
namespace {

/// The slips of a list of numbers: `gap@2` at index 2, `dup@3` at index 3.
std::string slips(const std::vector<std::uint32_t>& numbers) {
  std::vector<Mark> marks;
  marks.reserve(numbers.size());
  for (const std::uint32_t number : numbers) marks.push_back({{}, MarkForm::item_is, number});
  std::string out;
  for (const Slip& slip : find_slips(marks)) {
    out += (out.empty() ? "" : " ") + std::string(slip.kind == SlipKind::gap ? "gap@" : "dup@") +
           std::to_string(slip.index);
  }
  return out;
}

TEST(Numbering, FindsNothingInRunsThatCount) {
  EXPECT_EQ(slips({}), "");
  EXPECT_EQ(slips({1}), "");
  EXPECT_EQ(slips({1, 2, 3, 4, 5}), "");
  EXPECT_EQ(slips({3, 4, 5}), "") << "an excerpt";
}

TEST(Numbering, FindsGaps) {
  EXPECT_EQ(slips({1, 2, 4}), "gap@2");
  EXPECT_EQ(slips({1, 2, 4, 5, 7}), "gap@2 gap@4");
  EXPECT_EQ(slips({1, 2, 9}), "") << "too far to be one list";
  EXPECT_EQ(slips({1, 3, 2, 4}), "") << "out of order, nothing missing";
}

TEST(Numbering, FindsDuplicatesAndNotTheirShadows) {
  EXPECT_EQ(slips({1, 2, 3, 3, 4}), "dup@3");
  EXPECT_EQ(slips({1, 2, 2, 4}), "dup@2");
  EXPECT_EQ(slips({1, 2, 4, 4, 5}), "dup@3");
  EXPECT_EQ(slips({1, 2, 3, 2, 5}), "dup@3");
  EXPECT_EQ(slips({1, 1, 3}), "dup@1");
}

TEST(Numbering, LetsListsBeginAgainAndNest) {
  EXPECT_EQ(slips({1, 2, 3, 1, 2, 3}), "");
  EXPECT_EQ(slips({1, 1, 2}), "");
  EXPECT_EQ(slips({1, 2, 1, 2, 3, 3, 4}), "") << "1 2 (1 2 3) 3 4";
  EXPECT_EQ(slips({1, 2, 3, 1, 2, 4}), "") << "1 2 3 (1 2) 4";
}

}  // namespace
}  // namespace tallybook::checks

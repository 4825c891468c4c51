#include "checks/numbering.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace tallybook::checks {
namespace {

std::vector<Mark> marks_of(const std::vector<std::uint32_t>& numbers) {
  std::vector<Mark> marks;
  marks.reserve(numbers.size());
  for (const std::uint32_t number : numbers) marks.push_back({{}, MarkForm::item_is, number});
  return marks;
}

/// The slips of a list of numbers: `gap@2` at index 2, `dup@3` at index 3.
std::string slips(const std::vector<std::uint32_t>& numbers) {
  std::string out;
  for (const Slip& slip : find_slips(marks_of(numbers))) {
    out += (out.empty() ? "" : " ") + std::string(slip.kind == SlipKind::gap ? "gap@" : "dup@") +
           std::to_string(slip.index);
  }
  return out;
}

/// The disorders of a list of numbers: `1-2→2` where the marks at indices 1 to 2 begin at what should
/// be 2.
std::string disorders(const std::vector<std::uint32_t>& numbers) {
  std::string out;
  for (const Disorder& disorder : find_disorders(marks_of(numbers))) {
    out += (out.empty() ? "" : " ") + std::to_string(disorder.first) + "-" + std::to_string(disorder.last) +
           "→" + std::to_string(disorder.expected);
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

TEST(Numbering, FindsNumbersOutOfOrder) {
  EXPECT_EQ(disorders({1, 3, 2, 4}), "1-2→2");
  EXPECT_EQ(disorders({1, 3, 2}), "1-2→2");
  EXPECT_EQ(disorders({1, 2, 5, 3, 4, 6}), "2-4→3");
  EXPECT_EQ(disorders({1, 2, 4, 5, 3, 6}), "2-4→3");
  EXPECT_EQ(disorders({1, 3, 2, 4, 6, 5}), "1-2→2 4-5→5");
  EXPECT_EQ(disorders({2, 1, 3}), "0-1→1");
  EXPECT_EQ(disorders({1, 2, 9, 4, 5}), "2-2→3") << "one number far ahead";
}

TEST(Numbering, LeavesWhatIsNoDisorder) {
  EXPECT_EQ(disorders({}), "");
  EXPECT_EQ(disorders({1, 2, 3, 4}), "");
  EXPECT_EQ(disorders({3, 4, 5}), "") << "an excerpt";
  EXPECT_EQ(disorders({2, 1}), "") << "the ends of two lists";
  EXPECT_EQ(disorders({1, 2, 4}), "") << "a gap";
  EXPECT_EQ(disorders({1, 2, 4, 4}), "") << "a number twice";
  EXPECT_EQ(disorders({1, 2, 1, 2, 3, 3}), "") << "1 2 (1 2 3) 3";
  EXPECT_EQ(disorders({1, 2, 9}), "") << "another list";
}

TEST(Numbering, AgreesThatADisorderIsNoSlip) {
  const std::vector<std::vector<std::uint32_t>> lists = {
      {1, 3, 2, 4}, {1, 3, 2}, {1, 2, 5, 3, 4, 6}, {2, 1, 3}, {1, 2, 9, 4, 5}};
  for (const auto& list : lists) EXPECT_EQ(slips(list), "") << disorders(list);
}

}  // namespace
}  // namespace tallybook::checks

#include "output/diff.hpp"

#include <gtest/gtest.h>

namespace tallybook::output {
namespace {

TEST(Diff, ShowsChangedLinesWithThreeAroundThem) {
  EXPECT_EQ(unified_diff("a.txt", "1\n2\n3\n4\n甲\n6\n7\n8\n9\n", "1\n2\n3\n4\n乙\n6\n7\n8\n9\n"),
            "--- a.txt\n+++ a.txt\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-甲\n+乙\n 6\n 7\n 8\n");
}

TEST(Diff, JoinsNeighboursAndPartsTheRest) {
  const std::string before = "a\nb\n1\n2\n3\n4\n5\n6\n7\nc\n";
  const std::string after = "A\nB\n1\n2\n3\n4\n5\n6\n7\nC\n";
  EXPECT_EQ(
      unified_diff("x", before, after),
      "--- x\n+++ x\n@@ -1,5 +1,5 @@\n-a\n-b\n+A\n+B\n 1\n 2\n 3\n@@ -7,4 +7,4 @@\n 5\n 6\n 7\n-c\n+C\n");
}

TEST(Diff, SaysWhereTheLastLineHasNoBreak) {
  EXPECT_EQ(unified_diff("x", "甲", "乙"),
            "--- x\n+++ x\n@@ -1,1 +1,1 @@\n-甲\n\\ No newline at end of file\n+乙\n\\ No newline at end of "
            "file\n");
}

TEST(Diff, IsEmptyWhereNothingChanged) {
  EXPECT_EQ(unified_diff("x", "甲\n", "甲\n"), "");
}

}  // namespace
}  // namespace tallybook::output

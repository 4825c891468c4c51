#include "program.hpp"

namespace tallybook::cli::testing {
namespace {

/// A document number in square brackets: PUN008, which has a safe fix.
constexpr std::string_view kWrong = "第一行。\n青澜县卫生局印发了《通知》（青卫[2026]46号）。\n";
constexpr std::string_view kRight = "第一行。\n青澜县卫生局印发了《通知》（青卫〔2026〕46号）。\n";

class Fix : public ProgramTest {};

TEST_F(Fix, RewritesTheFileAndSaysSo) {
  write("a.txt", kWrong);
  const Outcome o = run({"check", "--fix", "--fail-on", "note", "a.txt"});
  EXPECT_EQ(o.status, 0);
  EXPECT_EQ(o.err, "a.txt：已改正 1 处\n");
  EXPECT_EQ(read("a.txt"), kRight);
}

TEST_F(Fix, ShowsADiffAndWritesNothing) {
  write("a.txt", kWrong);
  const Outcome o = run({"check", "--diff", "a.txt"});
  EXPECT_EQ(o.status, 1);
  EXPECT_EQ(o.out,
            "--- a.txt\n+++ a.txt\n@@ -1,2 +1,2 @@\n 第一行。\n"
            "-青澜县卫生局印发了《通知》（青卫[2026]46号）。\n"
            "+青澜县卫生局印发了《通知》（青卫〔2026〕46号）。\n");
  EXPECT_EQ(read("a.txt"), kWrong);
}

TEST_F(Fix, LeavesAFileWithoutFixesAlone) {
  write("a.txt", kRight);
  EXPECT_EQ(run({"check", "--diff", "a.txt"}).status, 0);
  EXPECT_EQ(run({"check", "--fix", "a.txt"}).err, "");
  EXPECT_EQ(read("a.txt"), kRight);
}

TEST_F(Fix, MakesOnlyTheFixesOfTheRulesThatRun) {
  write("a.txt", kWrong);
  run({"check", "--fix", "--ignore", "PUN008", "a.txt"});
  EXPECT_EQ(read("a.txt"), kWrong);
}

/// One finding on the whole page has edits in every report of it; others want the same marks.
TEST_F(Fix, AppliesAFixThatReachesOverSeveralReports) {
  write("a.txt", "篇一\n上半年,新建水厂2座,,改造管网6公里.\n篇二\n上半年,培训农民300人, 办班12期,效果好.\n");
  EXPECT_EQ(run({"check", "--fix", "--select", "PUN", "a.txt"}).status, 0);
  EXPECT_EQ(read("a.txt"),
            "篇一\n上半年，新建水厂2座，改造管网6公里.\n篇二\n上半年，培训农民300人，办班12期，效果好.\n");
}

TEST_F(Fix, CannotRewriteStandardInput) {
  const Outcome o = run({"check", "--fix", "-"}, kWrong);
  EXPECT_EQ(o.status, 2);
  EXPECT_EQ(o.err, "tallybook: <stdin>: 参数有误（标准输入不能就地改正，可用 --diff）\n");
  EXPECT_EQ(run({"check", "--diff", "-"}, kWrong).status, 1);
}

TEST_F(Fix, GoesOnBehindAFileThatCannotBeRead) {
  write("a.txt", kWrong);
  const Outcome o = run({"check", "--fix", "没有.txt", "a.txt"});
  EXPECT_EQ(o.status, 2);
  EXPECT_EQ(read("a.txt"), kRight);
}

}  // namespace
}  // namespace tallybook::cli::testing

// The rules that only report what a relation has decided, on relations written by hand.
#include <gtest/gtest.h>

#include "support.hpp"

namespace tallybook {
namespace {

using testing::HandMade;

Relation failed(RelationKind kind, std::vector<Term> terms, std::string arithmetic) {
  Relation relation;
  relation.kind = kind;
  relation.terms = std::move(terms);
  relation.verdict = Verdict::fail;
  relation.arithmetic = std::move(arithmetic);
  return relation;
}

TEST(RelationRules, ReportASumAtItsTotalWithEveryPart) {
  HandMade report("全县共有学校48所，其中小学30所、初中12所。");
  const auto total = report.add_figure("48所");
  const auto primary = report.add_figure("30所");
  const auto middle = report.add_figure("12所");
  report.add_relation(failed(RelationKind::sum_of,
                             {{total, TermRole::total}, {primary, TermRole::part}, {middle, TermRole::part}},
                             "30 + 12 = 42 ≠ 48"));
  const auto findings = report.run();
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].rule, "FIG001");
  EXPECT_EQ(report.text(findings[0].span), "48所");
  EXPECT_EQ(findings[0].message.zh, "分项相加与总数不符：30 + 12 = 42 ≠ 48。");
  ASSERT_EQ(findings[0].related.size(), 2U);
  EXPECT_EQ(report.text(findings[0].related[1].span), "12所");
  EXPECT_EQ(findings[0].related[1].note.zh, "分项");
}

TEST(RelationRules, ReportAFlowAtItsClosingFigure) {
  HandMade report("原有79名，新增11名，现共有89名。");
  const auto opening = report.add_figure("79名");
  const auto in = report.add_figure("11名");
  const auto closing = report.add_figure("89名");
  report.add_relation(failed(RelationKind::flow,
                             {{opening, TermRole::opening}, {in, TermRole::in}, {closing, TermRole::closing}},
                             "79 + 11 = 90 ≠ 89"));
  const auto findings = report.run();
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].rule, "FIG002");
  EXPECT_EQ(report.text(findings[0].span), "89名");
  EXPECT_NE(findings[0].message.en.find("79 + 11 = 90 ≠ 89"), std::string::npos);
  ASSERT_EQ(findings[0].related.size(), 2U);
  EXPECT_EQ(findings[0].related[0].note.zh, "原有数");
}

TEST(RelationRules, ReportAConflictAtTheLaterFigureWhateverTheOrderOfTerms) {
  HandMade report("接待记者60多人次。共接待记者80多人次。");
  const auto first = report.add_figure("60多人次");
  const auto second = report.add_figure("80多人次");
  report.add_relation(
      failed(RelationKind::same_as, {{second, TermRole::same}, {first, TermRole::same}}, "60 ≠ 80"));
  const auto findings = report.run();
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].rule, "FIG007");
  EXPECT_EQ(report.text(findings[0].span), "80多人次");
  ASSERT_EQ(findings[0].related.size(), 1U);
  EXPECT_EQ(report.text(findings[0].related[0].span), "60多人次");
}

TEST(RelationRules, ReportACountAtItsClaimWithTheItemsNumbered) {
  HandMade report("抓好四项工作：完善制度；培训骨干。");
  Relation relation =
      failed(RelationKind::count_of, {{report.add_figure("四项"), TermRole::claim}}, "四项 ≠ 2 项");
  relation.items = {report.span("完善制度"), report.span("培训骨干")};
  report.add_relation(relation);
  const auto findings = report.run();
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].rule, "NUM006");
  EXPECT_EQ(report.text(findings[0].span), "四项");
  ASSERT_EQ(findings[0].related.size(), 2U);
  EXPECT_EQ(findings[0].related[1].note.zh, "第2项");
}

TEST(RelationRules, ReportACountThatIsNoFigureAtItsWords) {
  HandMade report("落实《青澜县甲规划》《青澜县乙规划》“三个规划”。");
  Relation relation = failed(RelationKind::count_of, {}, "3 ≠ 2");
  relation.evidence = {report.span("“三个规划”")};
  relation.items = {report.span("《青澜县甲规划》"), report.span("《青澜县乙规划》")};
  report.add_relation(relation);
  const auto findings = report.run();
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].rule, "NUM006");
  EXPECT_EQ(report.text(findings[0].span), "“三个规划”");
  EXPECT_EQ(findings[0].related.size(), 2U);
}

TEST(RelationRules, ReportAWrongDirectionAtTheLevelReached) {
  HandMade report("失业率由5.3%降到5.5%。");
  const auto opening = report.add_figure("5.3%");
  const auto level = report.add_figure("5.5%");
  report.add_relation(failed(RelationKind::change_of,
                             {{level, TermRole::level}, {opening, TermRole::opening}}, "5.3% < 5.5%"));
  const auto findings = report.run();
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].rule, "FIG005");
  EXPECT_EQ(report.text(findings[0].span), "5.5%");
  EXPECT_EQ(findings[0].message.zh, "升降的说法与前后两个数相反：5.3% < 5.5%。");
  ASSERT_EQ(findings[0].related.size(), 1U);
}

TEST(RelationRules, AreSilentOnWhatPassesOrCannotBeDecided) {
  for (const Verdict verdict : {Verdict::pass, Verdict::not_checkable}) {
    for (const RelationKind kind :
         {RelationKind::sum_of, RelationKind::flow, RelationKind::same_as, RelationKind::count_of}) {
      HandMade report("共48所，小学30所，初中12所。");
      Relation relation = failed(kind,
                                 {{report.add_figure("48所"), TermRole::total},
                                  {report.add_figure("30所"), TermRole::part},
                                  {report.add_figure("12所"), TermRole::part}},
                                 "");
      relation.verdict = verdict;
      report.add_relation(relation);
      EXPECT_TRUE(report.run().empty());
    }
  }
}

}  // namespace
}  // namespace tallybook

#include "checks/run.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <tuple>

#include "support.hpp"

namespace tallybook {
namespace {

TEST(Run, SortsByPlaceThenRule) {
  const Analysis analysis =
      testing::analyse("20__年，认真落实《条例，办好*市教育。依据青政发[2026]18号（（。");
  const std::vector<Finding>& findings = analysis.reports.at(0).findings;
  EXPECT_GE(findings.size(), 5U);
  EXPECT_TRUE(std::is_sorted(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
    return std::tie(a.span, a.rule) < std::tie(b.span, b.rule);
  }));
}

TEST(Run, DropsRepeatedRelations) {
  testing::HandMade report("共48所，其中小学30所、初中12所。");
  const Relation relation = {.kind = RelationKind::sum_of,
                             .terms = {{report.add_figure("48所"), TermRole::total},
                                       {report.add_figure("30所"), TermRole::part},
                                       {report.add_figure("12所"), TermRole::part}},
                             .items = {},
                             .evidence = {},
                             .verdict = Verdict::fail,
                             .reason = Reason::none,
                             .arithmetic = "30 + 12 = 42 ≠ 48"};
  report.add_relation(relation);
  report.add_relation(relation);
  EXPECT_EQ(report.run().size(), 1U);
}

TEST(Run, LimitsWhatOneRuleMaySayOfOneReport) {
  std::string text;
  for (std::size_t i = 0; i <= FindingSink::kMost; ++i) text += "《";
  EXPECT_EQ(testing::HandMade(text).run().size(), FindingSink::kMost);
}

TEST(Run, SaysNothingOfAnEmptyReport) {
  EXPECT_TRUE(testing::HandMade("").run().empty());
}

}  // namespace
}  // namespace tallybook

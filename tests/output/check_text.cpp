#include <gtest/gtest.h>

#include "output/terminal.hpp"
#include "output/totals.hpp"
#include "support.hpp"

namespace tallybook::output {
namespace {

using testing::analysis_of;
using testing::finding_at;
using testing::place_of;

Analysis flow_analysis() {
  Analysis a = analysis_of("一、救治管理\n认真落实政策。原有79名，新增11名，现有89名。下一步继续抓好。");
  Finding finding = finding_at(place_of(a, "89名"));
  finding.related = {{place_of(a, "79名"), {"期初", "opening"}}, {place_of(a, "11名"), {"新增", "in"}}};
  a.reports[0].findings.push_back(finding);
  a.reports[0].coverage = {
      .figures = 3, .with_subject = 2, .linked = 3, .checkable = 1, .checked = 1, .failed = 1};
  return a;
}

TEST(CheckText, ShowsTheSentenceAndWhatItRestsOn) {
  EXPECT_EQ(check_text(flow_analysis(), {}),
            "错误[FIG002]：期初、新增与期末对不上：79 + 11 = 90 ≠ 89\n"
            " --> 总结.txt:2:22\n"
            "  |\n"
            "2 | 原有79名，新增11名，现有89名。\n"
            "  |     ----      ----      ^^^^\n"
            "  = 2:10 “79名”：期初\n"
            "  = 2:16 “11名”：新增\n"
            "\n"
            "总结.txt：错误 1，警告 0，提示 0\n"
            "  识别数字 3 个，其中 2 个有主语；可核对关系 1 组，核对 1 组：相符 0，不符 1\n");
}

TEST(CheckText, English) {
  EXPECT_EQ(check_text(flow_analysis(), {.language = Language::en}),
            "error[FIG002]: the flow does not add up: 79 + 11 = 90 ≠ 89\n"
            " --> 总结.txt:2:22\n"
            "  |\n"
            "2 | 原有79名，新增11名，现有89名。\n"
            "  |     ----      ----      ^^^^\n"
            "  = 2:10 \"79名\": opening\n"
            "  = 2:16 \"11名\": in\n"
            "\n"
            "总结.txt: 1 error, 0 warnings, 0 notes\n"
            "  3 figures, 2 with a subject; 1 checkable relation, 1 checked: 0 hold, 1 fail\n");
}

TEST(CheckText, RelatedPlaceElsewhereGetsItsOwnExcerpt) {
  Analysis a = analysis_of("培训60多人次。\n\n\n\n\n\n\n\n\n累计培训80多人次。");
  Finding finding = finding_at(place_of(a, "80多人次"));
  finding.message.zh = "同一指标两个数";
  finding.related = {{place_of(a, "60多人次"), {"前面写作", "here"}}};
  finding.fix = Fix{{"统一为一个数", "use one"}, {}};
  a.reports[0].findings.push_back(finding);
  EXPECT_EQ(findings_text(a, {}),
            "错误[FIG002]：同一指标两个数\n"
            "  --> 总结.txt:10:5\n"
            "   |\n"
            "10 | 累计培训80多人次。\n"
            "   |         ^^^^^^^^\n"
            "   ::: 1:3 前面写作\n"
            " 1 | 培训60多人次。\n"
            "   |     --------\n"
            "   = 建议：统一为一个数\n"
            "\n");
}

TEST(CheckText, NamesTheReportOfSeveral) {
  Analysis a = analysis_of("青澜县卫生局工作总结\n现有89名。");
  a.reports[0].report.title = place_of(a, "青澜县卫生局工作总结");
  a.reports[0].findings.push_back(finding_at(place_of(a, "89名")));
  EXPECT_NE(findings_text(a, {}).find(" --> 总结.txt:2:3  青澜县卫生局工作总结\n"), std::string::npos);
  a.reports.emplace_back().report.index = 1;
  EXPECT_NE(findings_text(a, {}).find(" --> 总结.txt:2:3  第1篇 青澜县卫生局工作总结\n"), std::string::npos);
  a.reports[0].report.title.reset();
  EXPECT_NE(findings_text(a, {.language = Language::en}).find(":2:3  report 1\n"), std::string::npos);
}

TEST(CheckText, NeighbouringSentenceIsShownWithWhatRestsOnIt) {
  Analysis a = analysis_of("抓好两项工作。一是培训。下一步继续。");
  Finding finding = finding_at(place_of(a, "两项"));
  finding.related = {{place_of(a, "一是"), {"第1项", "item 1"}}};
  a.reports[0].findings.push_back(finding);
  EXPECT_NE(findings_text(a, {}).find("1 | 抓好两项工作。一是培训。\n"
                                      "  |     ^^^^      ----\n"
                                      "  = 1:8 “一是”：第1项\n"),
            std::string::npos)
      << findings_text(a, {});
}

TEST(CheckText, ManyRelatedPlacesAreCounted) {
  Analysis a = analysis_of("现有89名。");
  Finding finding = finding_at(place_of(a, "89名"));
  finding.related.assign(11, {place_of(a, "现有"), {"同上", "same"}});
  a.reports[0].findings.push_back(finding);
  EXPECT_NE(findings_text(a, {}).find("  = 另有 3 处相关\n"), std::string::npos);
}

TEST(CheckText, ColourOnlyWhereAsked) {
  EXPECT_EQ(check_text(flow_analysis(), {}).find('\x1b'), std::string::npos);
  const std::string colored = findings_text(flow_analysis(), {.color = true});
  EXPECT_NE(colored.find("\x1b[1;31m错误[FIG002]\x1b[0m"), std::string::npos);
  EXPECT_NE(colored.find("\x1b[1;31m^^^^\x1b[0m"), std::string::npos);
  EXPECT_NE(colored.find("\x1b[1;34m----\x1b[0m"), std::string::npos);
}

TEST(CoverageText, SaysWhatWasNotChecked) {
  Analysis a = analysis_of("全县共20所。");
  ReportAnalysis& report = a.reports[0];
  report.coverage = {.figures = 5, .with_subject = 5, .linked = 3};
  report.relations.resize(3);
  report.relations[0].reason = Reason::open_list;
  report.relations[1].reason = Reason::approximate;
  report.relations[2].reason = Reason::open_list;
  EXPECT_EQ(coverage_text(a, {}),
            "总结.txt：没有发现问题\n"
            "  识别数字 5 个，其中 5 个有主语；可核对关系 0 组，核对 0 组：相符 0，不符 0\n"
            "  未能核对：3 组关系（列举不完全 2，含约数 1）；2 个数字没有可对照的数字\n");
}

TEST(CheckText, ShowsKeysWhereAsked) {
  Analysis a = flow_analysis();
  a.reports[0].findings[0].key = 255;
  EXPECT_NE(findings_text(a, {.keys = true}).find("\n  = 键：00000000000000ff\n\n"), std::string::npos);
  EXPECT_EQ(findings_text(a, {}).find("00ff"), std::string::npos);
}

TEST(CoverageText, SaysWhatWasAcceptedAndByWhat) {
  Analysis a = flow_analysis();
  ReportAnalysis& report = a.reports[0];
  const Finding finding = report.findings[0];
  report.accepted = {{finding, AcceptedBy::baseline, ""},
                     {finding, AcceptedBy::comment, "照原件"},
                     {finding, AcceptedBy::baseline, ""}};
  EXPECT_NE(coverage_text(a, {}).find("\n  已接受、不再列出 3 处：基线 2，文内注释 1\n"), std::string::npos);
  report.findings.clear();
  EXPECT_TRUE(coverage_text(a, {}).starts_with("总结.txt：没有新的问题\n"));
  EXPECT_TRUE(coverage_text(a, {.language = Language::en}).starts_with("总结.txt: no new findings\n"));
}

TEST(CoverageText, FileWithoutTextHasNoReport) {
  Analysis a;
  a.document.name = "空.txt";
  EXPECT_EQ(coverage_text(a, {}),
            "空.txt：没有发现问题（0 篇报告）\n"
            "  识别数字 0 个，其中 0 个有主语；可核对关系 0 组，核对 0 组：相符 0，不符 0\n");
}

TEST(SummaryText, OneFileWithFewFindingsNeedsNone) {
  EXPECT_EQ(summary_text(totals_of(flow_analysis()), {}), "");
}

TEST(SummaryText, AddsUpFilesAndListsRules) {
  Analysis a = flow_analysis();
  a.reports[0].findings.assign(6, finding_at(place_of(a, "89名")));
  a.reports[0].findings.push_back(finding_at(place_of(a, "79名"), Severity::note));
  a.reports[0].findings.back().rule = "NUM004";
  a.reports[0].findings.back().name = "orphan-level";
  CheckTotals totals = totals_of(a);
  totals += totals_of(a);
  EXPECT_EQ(summary_text(totals, {}),
            "  FIG002  错误  flow-mismatch      12\n"
            "  NUM004  提示  orphan-level        2\n"
            "合计 2 个文件、2 篇报告：错误 12，警告 0，提示 2\n"
            "  识别数字 6 个，其中 4 个有主语；可核对关系 2 组，核对 2 组：相符 0，不符 2\n");
}

TEST(CheckTotals, ThresholdCountsWhatIsWorse) {
  const CheckTotals totals = totals_of(flow_analysis());
  EXPECT_EQ(totals.at_least(Severity::note), 1U);
  EXPECT_EQ(totals.at_least(Severity::error), 1U);
  EXPECT_EQ(totals.by_severity[0], 0U);
}

}  // namespace
}  // namespace tallybook::output

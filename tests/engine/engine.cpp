#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <thread>
#include <vector>

#include <tallybook/engine.hpp>

#include "engine/coverage.hpp"

namespace tallybook {
namespace {

constexpr std::string_view kReport =
    "一、主要工作\n全县新增患者11名，原有患者79名。依据青政发[2026]18号文件，办好*市教育。\n二、存在的问题\n";

std::vector<std::string> codes_of(const Analysis& analysis) {
  std::vector<std::string> codes;
  for (const ReportAnalysis& report : analysis.reports) {
    for (const Finding& finding : report.findings) codes.emplace_back(finding.rule);
  }
  return codes;
}

TEST(Engine, NamesItsVersion) {
  EXPECT_EQ(std::count(version().begin(), version().end(), '.'), 2);
}

TEST(Engine, GoesFromBytesToFindings) {
  const Engine engine = Engine::create().value();
  const Analysis analysis = engine.analyse(kReport, "a.txt").value();
  ASSERT_EQ(analysis.reports.size(), 1U);
  EXPECT_EQ(codes_of(analysis), (std::vector<std::string>{"PUN008", "RES002", "NUM005"}));
  EXPECT_EQ(analysis.reports[0].coverage.figures, 2U);
}

TEST(Engine, ExplainsTheFiguresOfAReport) {
  const Engine engine = Engine::create().value();
  const Analysis analysis = engine.analyse(kReport, "a.txt").value();
  const auto traces = engine.explain(analysis.document, analysis.reports[0]);
  ASSERT_EQ(traces.size(), analysis.reports[0].figures.size());
  EXPECT_EQ(slice(analysis.document.text, traces[0].role.span), "新增");
  EXPECT_EQ(traces[0].role.way, Way::words);
}

TEST(Engine, KeepsTheMomentsThatAReportNames) {
  const Engine engine = Engine::create().value();
  const Analysis analysis = engine.analyse("3月28日开会，6月31日总结，9时到会。", "a.txt").value();
  ASSERT_EQ(analysis.reports.size(), 1U);
  std::vector<std::string_view> texts;
  for (const Moment& moment : analysis.reports[0].moments) {
    texts.push_back(slice(analysis.document.text, moment.span));
  }
  EXPECT_EQ(texts, (std::vector<std::string_view>{"3月28日", "6月31日", "9时"}));
  EXPECT_FALSE(analysis.reports[0].moments[1].valid);
}

TEST(Engine, GivesTheSameForADocumentReadBefore) {
  const Engine engine = Engine::create().value();
  const Analysis analysis = engine.analyse(Engine::read(kReport, "a.txt").value());
  EXPECT_EQ(codes_of(analysis), codes_of(engine.analyse(kReport, "a.txt").value()));
}

TEST(Engine, TellsHowAFiguresUnitConverts) {
  const Engine engine = Engine::create().value();
  const Analysis analysis = engine.analyse("新修公路1.5万公里。", "a.txt").value();
  const Figure& figure = analysis.reports.at(0).figures.at(0);
  const auto unit = engine.unit(figure.unit);
  ASSERT_TRUE(unit);
  EXPECT_EQ(unit->base, "米");
  EXPECT_EQ(figure.value.times(unit->factor)->to_string(), "15000000");
  EXPECT_FALSE(engine.unit("丈二"));
}

TEST(Engine, PassesErrorsOn) {
  const Engine engine = Engine::create().value();
  const auto analysis = engine.analyse(std::string_view("\0\1\2\3\0\0\0\0", 8), "a.bin");
  ASSERT_FALSE(analysis);
  EXPECT_EQ(analysis.error().file, "a.bin");
}

TEST(Engine, FindsNothingInAnEmptyFile) {
  const Engine engine = Engine::create().value();
  const auto analysis = engine.analyse("", "empty.txt");
  ASSERT_TRUE(analysis);
  EXPECT_TRUE(codes_of(*analysis).empty());
}

TEST(Engine, ServesManyThreads) {
  const Engine engine = Engine::create().value();
  const std::vector<std::string> expected = codes_of(engine.analyse(kReport, "a.txt").value());
  std::vector<std::vector<std::string>> found(4);
  std::vector<std::thread> threads;
  threads.reserve(found.size());
  for (std::vector<std::string>& codes : found) {
    threads.emplace_back([&] { codes = codes_of(engine.analyse(kReport, "a.txt").value()); });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::vector<std::string>& codes : found) EXPECT_EQ(codes, expected);
}

TEST(Coverage, CountsWhatTheRelationsReach) {
  std::vector<Figure> figures(4);
  figures[0].subject = Span{0, 6};
  std::vector<Relation> relations(3);
  relations[0].terms = {{0, TermRole::total}, {1, TermRole::part}};
  relations[0].verdict = Verdict::pass;
  relations[1].terms = {{1, TermRole::total}, {2, TermRole::part}};
  relations[1].verdict = Verdict::fail;
  relations[2].terms = {{2, TermRole::same}};
  relations[2].verdict = Verdict::not_checkable;
  const Coverage coverage = engine::measure_coverage(figures, relations);
  EXPECT_EQ(coverage.figures, 4U);
  EXPECT_EQ(coverage.with_subject, 1U);
  EXPECT_EQ(coverage.linked, 3U);
  EXPECT_EQ(coverage.checkable, 2U);
  EXPECT_EQ(coverage.checked, 2U);
  EXPECT_EQ(coverage.passed, 1U);
  EXPECT_EQ(coverage.failed, 1U);
}

TEST(Coverage, AddsUpOverReports) {
  Coverage sum;
  sum +=
      {.figures = 3, .with_subject = 2, .linked = 2, .checkable = 1, .checked = 1, .passed = 1, .failed = 0};
  sum +=
      {.figures = 4, .with_subject = 1, .linked = 2, .checkable = 1, .checked = 1, .passed = 0, .failed = 1};
  EXPECT_EQ(sum.figures, 7U);
  EXPECT_EQ(sum.passed + sum.failed, sum.checked);
}

}  // namespace
}  // namespace tallybook

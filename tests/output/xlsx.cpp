#include <gtest/gtest.h>
#include <set>

#include "output/workbook.hpp"
#include "output/xlsx/book.hpp"
#include "output/xlsx/cells.hpp"
#include "output/xlsx/sheet_names.hpp"
#include "support.hpp"
#include "text/characters.hpp"

namespace tallybook::output {
namespace {

using testing::analysis_of;
using testing::place_of;
using xlsx::cell_text;
using xlsx::exact_number;
using xlsx::number_format;
using xlsx::SheetNames;

TEST(SheetNames, WhatNoNameMayHoldIsDoubled) {
  SheetNames names;
  EXPECT_EQ(names.take("2026/6: [甲]*?\\'乙'", ""), "2026／6： ［甲］＊？＼’乙’");
  EXPECT_EQ(names.take(" \n", "第2篇"), "第2篇");
  EXPECT_EQ(names.take("History", ""), "History (2)");
}

TEST(SheetNames, DifferByMoreThanCaseAndWidth) {
  SheetNames names;
  EXPECT_EQ(names.take("Report A", ""), "Report A");
  EXPECT_EQ(names.take("REPORT a", ""), "REPORT a (2)");
  EXPECT_EQ(names.take("Ｒeport A", ""), "Ｒeport A (3)");
  EXPECT_EQ(names.take("report a (2)", ""), "report a (2) (2)");
}

TEST(SheetNames, AreCutByUtf16Units) {
  std::string han, astral;
  for (int i = 0; i < 40; ++i) {
    han += "县";
    astral += "𠮷";
  }
  SheetNames names;
  EXPECT_EQ(text::count_code_points(names.take(han, "")), 31U);
  EXPECT_EQ(names.take(han, ""), han.substr(0, std::size_t{27} * 3) + " (2)");
  EXPECT_EQ(text::count_code_points(names.take(astral, "")), 15U);
}

TEST(SheetNames, StayNewHoweverManyThereAre) {
  SheetNames names;
  std::set<std::string> all;
  for (int i = 0; i < 300; ++i) {
    all.insert(names.take("青澜县", ""));
    all.insert(names.take("青澜县 (7)", ""));
  }
  EXPECT_EQ(all.size(), 600U);
}

TEST(ExactNumber, IsANumberWhereADoubleHoldsEveryDigit) {
  EXPECT_EQ(exact_number({824000}), 824000.0);
  EXPECT_EQ(exact_number({-995, 2}), -9.95);
  EXPECT_EQ(exact_number({0}), 0.0);
  EXPECT_EQ(exact_number({999'999'999'999'999, 4}), 99'999'999'999.9999);
  EXPECT_EQ(exact_number({1'200'000'000'000'000'000}), 1.2e18);
  EXPECT_EQ(exact_number({1'234'567'890'123'456}), std::nullopt);
  EXPECT_EQ(exact_number({1'000'000'000'000'001, 8}), std::nullopt);
}

TEST(NumberFormat, CarriesTheUnitAndEveryDigit) {
  EXPECT_EQ(number_format({824000}, "人(次)"), "#,##0\" 人(次)\"");
  EXPECT_EQ(number_format({1021, 2}, "/10万"), "#,##0.00\" /10万\"");
  EXPECT_EQ(number_format({13}, "%"), "#,##0\"%\"");
  EXPECT_EQ(number_format({1500, 3}, ""), "#,##0.0");
}

TEST(NumberFormat, LeavesOutAUnitThatNoFormatHolds) {
  EXPECT_EQ(number_format({1}, "a\"b"), "#,##0");
  EXPECT_EQ(number_format({1}, "a\\b"), "#,##0");
  EXPECT_EQ(number_format({1}, std::string(200, 'm')), "#,##0");
}

TEST(CellText, HoldsNothingThatACellCannot) {
  EXPECT_EQ(cell_text("=1+1"), "=1+1");
  EXPECT_EQ(cell_text("a\x1b_x0041_\u202E\uFFFF"), "a␛_x005F_x0041_\uFFFD\uFFFD");
  EXPECT_EQ(text::count_code_points(cell_text(std::string(40'000, 'a'))), 16'000U);
}

Analysis wide_analysis() {
  Analysis a = analysis_of("门诊诊疗82.4万人(次)。");
  Figure figure;
  figure.span = place_of(a, "82.4万人(次)");
  figure.value = {824000};
  a.reports[0].figures.push_back(figure);
  return a;
}

std::string workbook_of(const Analysis& analysis) {
  auto workbook = FiguresWorkbook::create(Language::zh);
  if (!workbook || !workbook->add(analysis)) return {};
  return workbook->finish().value_or("");
}

TEST(FiguresWorkbook, SameFiguresGiveTheSameBytes) {
  const std::string bytes = workbook_of(wide_analysis());
  EXPECT_TRUE(bytes.starts_with("PK\x03\x04"));
  EXPECT_EQ(bytes, workbook_of(wide_analysis()));
}

TEST(FiguresWorkbook, RefusesMoreFiguresThanASheetHasRows) {
  Analysis a = wide_analysis();
  a.reports[0].figures.resize(xlsx::Book::kMostRows + 1);
  auto workbook = FiguresWorkbook::create(Language::zh);
  const auto added = workbook->add(a);
  ASSERT_FALSE(added);
  EXPECT_EQ(added.error().code, ErrorCode::limit_exceeded);
  EXPECT_EQ(added.error().file, "总结.txt");
  EXPECT_TRUE(workbook->add(wide_analysis())) << "the others go on";
  EXPECT_TRUE(workbook->finish());
}

}  // namespace
}  // namespace tallybook::output

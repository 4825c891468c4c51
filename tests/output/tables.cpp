#include <gtest/gtest.h>
#include <sstream>

#include "output/csv.hpp"
#include "output/display.hpp"
#include "output/terminal.hpp"
#include "support.hpp"

namespace tallybook::output {
namespace {

using testing::analysis_of;
using testing::place_of;

Analysis figures_analysis() {
  Analysis a = analysis_of("门诊诊疗82.4万人(次)，\n增长13%～15%。", "a,b.txt");
  Figure visits;
  visits.span = place_of(a, "82.4万人(次)");
  visits.value = {824000};
  visits.unit = "人(次)";
  visits.subject = place_of(a, "门诊诊疗");
  Figure growth;
  growth.span = place_of(a, "13%～15%");
  growth.value = {13};
  growth.high = {15};
  growth.unit = "%";
  growth.kind = FigureKind::percent;
  growth.role = Role::change;
  growth.direction = Direction::up;
  growth.basis = Basis::year_on_year;
  growth.period = Period{{2026, 1, 0}, {2026, 6, 30}};
  a.reports[0].figures = {visits, growth};
  return a;
}

TEST(FiguresText, MarksEachSentenceAndAlignsItsFigures) {
  EXPECT_EQ(figures_text(figures_analysis(), {}),
            "a,b.txt：2 个数字\n"
            "  行:列  数字          值             类别    作用          主语\n"
            "1 | 门诊诊疗82.4万人(次)，\n"
            "  |         ^^^^^^^^^^^^\n"
            "    1:5  82.4万人(次)  824000 人(次)  数量    水平          门诊诊疗\n"
            "\n"
            "2 | 增长13%～15%。\n"
            "  |     ^^^^^^^^\n"
            "    2:3  13%～15%      13～15 %       百分比  同比 变动 增  —\n");
}

Figure figure_at(const Analysis& a, std::string_view words) {
  Figure figure;
  figure.span = place_of(a, words);
  return figure;
}

TEST(FiguresText, ASentenceStandsOnceForAllItsFigures) {
  Analysis a = analysis_of("原有79名，新增11名。");
  a.reports[0].figures = {figure_at(a, "79名"), figure_at(a, "11名")};
  EXPECT_EQ(figures_text(a, {}),
            "总结.txt：2 个数字\n"
            "  行:列  数字  值  类别  作用  主语\n"
            "1 | 原有79名，新增11名。\n"
            "  |     ^^^^      ^^^^\n"
            "    1:3  79名  0   数量  水平  —\n"
            "    1:9  11名  0   数量  水平  —\n");
}

TEST(FiguresText, ACellIsShownInItsRow) {
  Analysis a = analysis_of("税收收入\t4100.5\t-1.3");
  a.reports[0].outline.sentences.clear();
  for (const std::string_view cell : {"税收收入", "4100.5", "-1.3"}) {
    a.reports[0].outline.sentences.emplace_back().span = place_of(a, cell);
  }
  a.reports[0].figures = {figure_at(a, "4100.5"), figure_at(a, "-1.3")};
  EXPECT_EQ(figures_text(a, {}),
            "总结.txt：2 个数字\n"
            "  行:列  数字    值  类别  作用  主语\n"
            "1 | 税收收入    4100.5    -1.3\n"
            "  |             ^^^^^^    ^^^^\n"
            "    1:6  4100.5  0   数量  水平  —\n"
            "   1:13  -1.3    0   数量  水平  —\n");
}

TEST(FiguresText, FiguresTooFarApartForALineAreShownOneAfterTheOther) {
  std::string between;
  for (int i = 0; i < 80; ++i) between += "间";
  Analysis a = analysis_of("原有79名" + between + "新增11名。");
  a.reports[0].figures = {figure_at(a, "79名"), figure_at(a, "11名")};
  const std::string text = figures_text(a, {});
  const std::size_t second = text.find("\n\n1 | …");
  ASSERT_NE(second, std::string::npos) << text;
  EXPECT_LT(text.find("  1:3  79名"), second);
  EXPECT_LT(second, text.find(" 1:87  11名"));
}

TEST(FiguresText, NoLineIsWiderThanTheTerminal) {
  std::string text;
  for (int i = 0; i < 30; ++i)
    text += "青澜县新建改建扩建农村公路及附属桥梁涵洞等工程项目共1234567.8万立方米，";
  Analysis a = analysis_of(text);
  for (int i = 1; i <= 30; ++i) {
    Figure figure;
    figure.span = place_of(a, "1234567.8万立方米", i);
    figure.subject = place_of(a, "新建改建扩建农村公路及附属桥梁涵洞等工程项目", i);
    figure.value = {12345678000};
    figure.unit = "立方米";
    figure.basis = Basis::year_on_year;
    figure.status = Status::planned;
    a.reports[0].figures.push_back(figure);
  }
  for (const Language language : {Language::zh, Language::en}) {
    for (int width = 60; width <= 160; width += 20) {
      std::istringstream lines(figures_text(a, {.language = language, .width = width}));
      for (std::string line; std::getline(lines, line);) EXPECT_LE(display_columns(line), width) << line;
    }
  }
}

TEST(FiguresText, ReportWithoutFigures) {
  EXPECT_EQ(figures_text(analysis_of("无。"), {.language = Language::en}), "总结.txt: 0 figures\n");
}

TEST(FiguresCsv, QuotesWhatMustBe) {
  EXPECT_EQ(figures_csv(figures_analysis()),
            "\"a,b.txt\",1,1,5,82.4万人(次),824000,,人(次),count,exact,level,none,none,actual,门诊诊疗,,\r\n"
            "\"a,b.txt\",1,2,3,13%～15%,13,15,%,percent,exact,change,up,year_on_year,actual,,2026-01,"
            "2026-06-30\r\n");
  EXPECT_TRUE(figures_csv_header().starts_with("\uFEFFfile,report,line,"));
  EXPECT_TRUE(figures_csv_header().ends_with(",from,to\r\n"));
}

TEST(OutlineText, ShowsTheTreeWithLinesAndEnumerations) {
  Analysis a = analysis_of("一、主要工作\n（一）培训\n一是抓早。二是抓实。\n二、打算\n");
  Outline& outline = a.reports[0].outline;
  const auto add = [&](std::string_view mark, std::string_view heading, std::uint32_t parent,
                       std::uint8_t level) {
    Section section;
    section.mark.span = place_of(a, mark);
    section.heading = place_of(a, heading);
    section.span = {section.mark.span.begin, section.heading.end};
    section.parent = parent;
    section.level = level;
    outline.sections.push_back(section);
  };
  add("一、", "主要工作", 0, 1);
  add("（一）", "培训", 1, 2);
  add("二、", "打算", 0, 1);
  Enumeration list;
  list.section = 2;
  list.items = {{{place_of(a, "一是"), MarkForm::item_is, 1}, {}},
                {{place_of(a, "二是"), MarkForm::item_is, 2}, {}}};
  list.span = {list.items[0].mark.span.begin, list.items[1].mark.span.end};
  outline.enumerations.push_back(list);
  EXPECT_EQ(outline_text(a, {}),
            "总结.txt（第 1—4 行）\n"
            "     1  一、主要工作\n"
            "     2    （一）培训\n"
            "     3      [一是 … 二是  2 项]\n"
            "     4  二、打算\n");
}

}  // namespace
}  // namespace tallybook::output

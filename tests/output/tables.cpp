#include <gtest/gtest.h>

#include "output/csv.hpp"
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

TEST(FiguresText, IsAlignedByColumns) {
  EXPECT_EQ(figures_text(figures_analysis(), {}),
            "a,b.txt：2 个数字\n"
            "  行  数字          值             类别    作用          主语\n"
            "   1  82.4万人(次)  824000 人(次)  数量    水平          门诊诊疗\n"
            "   2  13%～15%      13～15 %       百分比  同比 变动 增  —\n");
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

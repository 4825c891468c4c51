// Numbers in tables: their unit, subject and role stand in headers, captions and rows.
#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "document/read.hpp"
#include "figures/extract.hpp"
#include "figures/moment.hpp"
#include "figures/table_grid.hpp"
#include "figures/table_labels.hpp"
#include "invariants.hpp"
#include "outline/parse.hpp"
#include "outline/split.hpp"
#include "support.hpp"

namespace tallybook {
namespace {

const figures::Lexicon::Tables& tables() {
  return figures_tests::lexicon().tables();
}

struct TableText {
  TableText(std::string_view content, std::string_view name) {
    document = document::read(content, name).value();
    report = outline::split(document).reports.at(0);
    const Outline outline = outline::parse(document, report);
    const auto moments = figures::read_moments(document, report);
    figures = figures::extract(document, report, outline, moments, figures_tests::lexicon());
  }

  /// `6300.5 = 63005000 money 元 level · 税收收入`, one a line.
  [[nodiscard]] std::string dump() const {
    std::string lines;
    for (const Figure& figure : figures) {
      lines.append(slice(document.text, figure.span)).append(" = ");
      lines.append(figures_tests::full_summary(figure));
      if (figure.subject) lines.append(" · ").append(slice(document.text, *figure.subject));
      lines += '\n';
    }
    return lines;
  }

  Document document;
  Report report;
  std::vector<Figure> figures;
};

std::string read_markdown(std::string_view content) {
  return TableText("# 青澜县各乡镇情况\n\n" + std::string(content), "t.md").dump();
}

TEST(TableUnits, ComeFromTheCaption) {
  EXPECT_EQ(read_markdown("单位：万元\n\n"
                          "| 项目 | 预算数 | 完成数 | 比上年增长（%） |\n|---|---|---|---|\n"
                          "| 税收收入 | 8000 | 4,100.5 | -1.3 |\n"),
            "8000 = 80000000 money 元 level · 税收收入\n"
            "4,100.5 = 41005000 money 元 level · 税收收入\n"
            "-1.3 = -1.3 percent % change up year_on_year · 税收收入\n");
  EXPECT_EQ(
      read_markdown("表1 站点建设情况（单位：个）\n\n| 乡镇 | 服务站 |\n|---|---|\n| 东山镇 | 约12 |\n"),
      "约12 = 12 count 个 about level · 服务站\n");
}

TEST(TableUnits, ComeFromTheHeaderOfTheColumn) {
  EXPECT_EQ(
      read_markdown(
          "| 乡镇 | 产量（吨） | 面积/亩 | 投资额(万元) | 增长% | 参加人数 |\n|---|---|---|---|---|---|\n"
          "| 东山镇 | 350 | 1200 | 80.5 | 12.0 | 64 |\n"),
      "350 = 350 mass 吨 level · 产量\n"
      "1200 = 1200 area 亩 level · 面积\n"
      "80.5 = 805000 money 元 level · 投资额\n"
      "12.0 = 12 percent % change up · 投资额\n"
      "64 = 64 count 人 level · 参加人数\n");
}

TEST(TableUnits, ComeFromTheRow) {
  EXPECT_EQ(read_markdown("| 指标 | 单位 | 绝对数 | 比上年同期增长% |\n|---|---|---|---|\n"
                          "| 粮食产量 | 万吨 | 30.5 | 2.1 |\n| 城镇化率 | % | 61.2 | 0.8 |\n"),
            "30.5 = 305000 mass 吨 level · 粮食产量\n"
            "2.1 = 2.1 percent % change up year_on_year · 粮食产量\n"
            "61.2 = 61.2 percent % rate · 城镇化率\n"
            "0.8 = 0.8 percent % change up year_on_year · 城镇化率\n");
  EXPECT_EQ(read_markdown("| 指标 | 东山镇 | 西河乡 |\n|---|---|---|\n"
                          "| 生猪出栏（头） | 1200 | 850 |\n| 绿化率（%） | 35 | 41.5 |\n"),
            "1200 = 1200 count 头 level · 生猪出栏\n"
            "850 = 850 count 头 level · 生猪出栏\n"
            "35 = 35 percent % rate · 绿化率\n"
            "41.5 = 41.5 percent % rate · 绿化率\n");
}

TEST(TableUnits, StayWithACellThatHasItsOwn) {
  EXPECT_EQ(read_markdown("单位：万元\n\n| 工程 | 投资 | 占比 |\n|---|---|---|\n| 东渠 | 300亿元 | 30% |\n"),
            "300亿元 = 30000000000 money 元 level · 投资\n"
            "30% = 30 percent % share · 投资\n");
}

TEST(TableUnits, LeaveCodesYearsAndRanksAlone) {
  EXPECT_EQ(read_markdown("单位：个\n\n| 序号 | 乡镇 | 联系电话 | 全县排名 | 站点 |\n|---|---|---|---|---|\n"
                          "| 1 | 东山镇 | 6622001 | 3 | 15 |\n"),
            "15 = 15 count 个 level · 站点\n");
  EXPECT_EQ(
      read_markdown(
          "单位：个\n\n| 乡镇 | 2024 | 2025 |\n|---|---|---|\n| 东山镇 | 15 | 2025 |\n| 排名 | 1 | 2 |\n"),
      "15 = 15 count 个 level · 东山镇\n");
}

TEST(TableUnits, GiveNoneWhereTheCaptionFitsNot) {
  // A rate is no money, nor is a number of projects; of two units only one can be meant.
  EXPECT_EQ(
      read_markdown("单位：万元\n\n| 乡镇 | 自给率 | 同比增长 | 项目数 | 数量 |\n|---|---|---|---|---|\n"
                    "| 东山镇 | 12.5 | 3.0 | 4 | 5 |\n"),
      "");
  EXPECT_EQ(read_markdown("单位：万元、人\n\n| 乡镇 | 规模 |\n|---|---|\n| 东山镇 | 12 |\n"), "");
  EXPECT_EQ(read_markdown("单位：万元、%\n\n| 乡镇 | 投资 | 占比 |\n|---|---|---|\n| 东山镇 | 12 | 40 |\n"),
            "12 = 120000 money 元 level · 投资\n40 = 40 percent % share · 投资\n");
  EXPECT_EQ(read_markdown("编制单位：青澜县统计局\n\n| 乡镇 | 投资 |\n|---|---|\n| 东山镇 | 12 |\n"), "");
}

TEST(TableUnits, TellPlansAndChanges) {
  EXPECT_EQ(read_markdown("| 工程 | 年度计划（米） | 新增面积（亩） | 增减（米） | 人均面积（平方米） |\n"
                          "|---|---|---|---|---|\n| 东渠 | 900 | 50 | -20 | 3.5 |\n"),
            "900 = 900 length 米 level planned · 东渠\n"
            "50 = 50 area 亩 change up · 新增面积\n"
            "-20 = -20 length 米 change down · 新增面积\n"
            "3.5 = 3.5 area 平方米 each · 人均面积\n");
}

TEST(TableUnits, ReachThroughMergedHeaders) {
  const TableText read(
      "<h1>青澜县水利工程情况</h1><p>单位：立方米</p><table><tr><th rowspan=2>工程</th><th "
      "colspan=2>土石方</th><th "
      "rowspan=2>占比（%）</th></tr>"
      "<tr><th>2025年</th><th>2026年</th></tr>"
      "<tr><td>东渠</td><td>12000</td><td>9000</td><td>75</td></tr></table>",
      "t.html");
  EXPECT_EQ(read.dump(),
            "12000 = 12000 volume 立方米 level · 土石方\n"
            "9000 = 9000 volume 立方米 level · 土石方\n"
            "75 = 75 percent % share · 土石方\n");
  EXPECT_EQ(read.figures.at(0).period->from, (Date{2025, 1, 1}));
  EXPECT_EQ(read.figures.at(1).period->to, (Date{2026, 12, 31}));
}

TEST(TableUnits, DateTheRowsOfAColumnOfYears) {
  const TableText read(
      "# 青澜县各乡镇情况\n\n| 年份 | 产量（吨） |\n|---|---|\n| 2024 | 350 |\n| 2025 | 380 |\n", "t.md");
  ASSERT_EQ(read.figures.size(), 2U);
  EXPECT_EQ(read.figures[0].period->from, (Date{2024, 1, 1}));
  EXPECT_EQ(read.figures[1].period->from, (Date{2025, 1, 1}));
}

TEST(TableUnits, AreReadInPlainTextThatAlignsItsColumns) {
  const std::string expected =
      "1200 = 12000000 money 元 level planned · 计划投资\n"
      "850 = 8500000 money 元 level · 完成投资\n"
      "70.8 = 70.8 percent % rate · 完成投资\n";
  const std::string head = "青澜县林业局2026年上半年工作总结\n完成情况如下。\n                单位：万元\n";
  EXPECT_EQ(
      TableText(head + "工程\t计划投资\t完成投资\t完成率（%）\n东山绿化\t1200\t850\t70.8\n", "t.txt").dump(),
      expected);
  EXPECT_EQ(
      TableText(head + "工程　　计划投资  完成投资   完成率（%）\n东山绿化　　1200　　850  70.8\n", "t.txt")
          .dump(),
      expected);
  EXPECT_EQ(
      TableText(head + "工程|计划投资|完成投资|完成率（%）\n东山绿化 | 1200 | 850 | 70.8\n", "t.txt").dump(),
      expected);
}

TEST(TableUnits, NeedATable) {
  EXPECT_EQ(TableText("单位：万元\n东山镇完成 850 其他\n西河乡\n", "t.txt").dump(), "");
  EXPECT_EQ(TableText("单位：万元\n东山镇  850\n", "t.txt").dump(), "");
}

TEST(TableGrid, DividesLinesAtTabsBarsAndWideBlanks) {
  Document document;
  document.text = "甲\t乙 丙\n丁  3\n无\n";
  document.blocks = {{.span = {0, 11}}, {.span = {12, 18}}, {.span = {19, 22}}};
  const auto grids = figures::grids_in(document, {0, static_cast<std::uint32_t>(document.text.size())});
  ASSERT_EQ(grids.size(), 1U);
  std::string cells;
  for (const auto& cell : grids[0].cells) {
    cells += std::to_string(cell.row) + std::to_string(cell.column) +
             std::string(slice(document.text, cell.span)) + "|";
  }
  EXPECT_EQ(cells, "00甲|01乙 丙|10丁|113|");
}

/// Tables of three rows whose cells are drawn at random, among them odd ones.
TEST(TableUnits, KeepTheInvariantsOfFiguresInAnyTable) {
  static constexpr std::string_view kCells[] = {"项目",
                                                "产量（吨）",
                                                "增长%",
                                                "单位",
                                                "万元",
                                                "2025年",
                                                "12",
                                                "约30",
                                                "-1.5",
                                                "1,200.5",
                                                "300万元",
                                                "",
                                                "单位：万元",
                                                "）",
                                                "序号",
                                                "（",
                                                "99999999999999999",
                                                "3～5",
                                                "东渠",
                                                "50%",
                                                "人数",
                                                "1."};
  std::uint32_t seed = 7;
  const auto cell = [&] {
    seed = seed * 1664525 + 1013904223;
    return std::string(kCells[(seed >> 16) % std::size(kCells)]);
  };
  for (int i = 0; i < 400; ++i) {
    std::string markdown = "# 青澜县各乡镇情况\n\n单位：万元\n\n";
    std::string text = "青澜县各乡镇情况\n单位：万元\n";
    for (int row = 0; row < 3; ++row) {
      const std::string a = cell();
      const std::string b = cell();
      const std::string c = cell();
      markdown.append("| ").append(a).append(" | ").append(b).append(" | ").append(c).append(" |\n");
      if (row == 0) markdown.append("|---|---|---|\n");
      text.append(a).append("\t").append(b).append("  ").append(c).append("\n");
    }
    for (const auto& [content, name] : {std::pair(markdown, "t.md"), std::pair(text, "t.txt")}) {
      const Document document = document::read(content, name).value();
      EXPECT_EQ(figures_tests::broken_invariant(document, figures_tests::lexicon()), "") << content;
    }
  }
}

struct LabelCase {
  std::string_view label;
  std::string_view expected;  ///< name, unit with scale, c for code, g for generic
};

class TableLabelTest : public testing::TestWithParam<LabelCase> {};

TEST_P(TableLabelTest, IsReadAsNameAndUnit) {
  const std::string_view text = GetParam().label;
  const auto label = figures::read_table_label(text, {0, static_cast<std::uint32_t>(text.size())}, tables());
  std::string found(slice(text, label.name));
  if (label.unit) found += "|" + label.unit->scale.to_string() + label.unit->unit;
  if (label.counter) found += "|#" + label.counter->unit;
  if (label.code) found += "|c";
  if (label.generic) found += "|g";
  EXPECT_EQ(found, GetParam().expected);
}

constexpr LabelCase kLabels[] = {
    {"产量（吨）", "产量|1吨"},
    {"投资额(万元)", "投资额|10000元"},
    {"投资额（单位：亿元）", "投资额|100000000元"},
    {"面积/千公顷", "面积|1000公顷"},
    {"产量 吨", "产量|1吨"},
    {"产量\n（吨）", "产量|1吨"},
    {"增长%", "增长|1%|g"},
    {"比上年同期增长（%）", "比上年同期增长|1%|g"},
    {"万元", "|10000元|g"},
    {"死亡率（/10万）", "死亡率|1/10万"},
    {"人数", "人数|#人"},
    {"参加培训人次数", "参加培训人次数|#人次"},
    {"床位数", "床位数"},
    {"序　号", "序　号|c"},
    {"年份", "年份|c"},
    {"2025年完成", "2025年完成|g"},
    {"项目（含续建）", "项目（含续建）"},
    {"绿化（一期）", "绿化（一期）"},
    {"备注", "备注|c"},
};
INSTANTIATE_TEST_SUITE_P(All, TableLabelTest, testing::ValuesIn(kLabels));

TEST(TableCaption, NamesOneUnitOrSeveral) {
  const auto dump = [](std::string_view words) {
    std::string line;
    for (const auto& unit : figures::read_table_caption(words, tables())) {
      line += unit.scale.to_string() + unit.unit + " ";
    }
    return line;
  };
  EXPECT_EQ(dump("单位：万元"), "10000元 ");
  EXPECT_EQ(dump("表3 收支情况（单位：亿元、%）"), "100000000元 1% ");
  EXPECT_EQ(dump("计量单位: 元/平方米"), "1元/平方米 ");
  EXPECT_EQ(dump("单位：人民币万元"), "10000元 ");
  EXPECT_EQ(dump("填报单位：卫生局"), "");
  EXPECT_EQ(dump("单位："), "");
  EXPECT_EQ(dump("万元"), "");
}

}  // namespace
}  // namespace tallybook

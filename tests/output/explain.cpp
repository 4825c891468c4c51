#include "output/explain.hpp"

#include <gtest/gtest.h>

#include "support.hpp"

namespace tallybook::output {
namespace {

using testing::analysis_of;
using testing::place_of;

struct Explained {
  Analysis analysis = analysis_of("门诊诊疗约82.4万人次，同比增长13%。");
  std::vector<std::vector<FigureTrace>> traces = {{}};

  Explained() {
    add_visits();
    add_growth();
  }

  [[nodiscard]] std::string text(std::optional<Place> at, Language language = Language::zh) const {
    return explain_text(analysis, traces, at, {.language = language});
  }

 private:
  void add_visits() {
    Figure& visits = analysis.reports[0].figures.emplace_back();
    visits.span = place_of(analysis, "约82.4万人次");
    visits.value = {824000};
    visits.unit = "人次";
    visits.bound = Bound::about;
    visits.subject = place_of(analysis, "门诊诊疗");
    visits.period = Period{{2026, 1, 1}, {2026, 6, 30}};
    FigureTrace& trace = traces[0].emplace_back();
    trace.numeral = place_of(analysis, "82.4万");
    trace.power = 4;
    trace.unit = {Way::words, place_of(analysis, "人次")};
    trace.measure = MeasureUnit{"人次", FigureKind::count, "count", {}, {1}, false};
    trace.bound = {Way::words, place_of(analysis, "约")};
    trace.subject = {Way::before, *visits.subject};
    trace.period = {Way::report, {}};
  }

  void add_growth() {
    Figure& growth = analysis.reports[0].figures.emplace_back();
    growth.span = place_of(analysis, "13%");
    growth.value = {13};
    growth.unit = "%";
    growth.kind = FigureKind::percent;
    growth.role = Role::change;
    growth.direction = Direction::up;
    growth.basis = Basis::year_on_year;
    growth.subject = place_of(analysis, "门诊诊疗");
    FigureTrace& trace = traces[0].emplace_back();
    trace.numeral = place_of(analysis, "13");
    trace.unit = {Way::words, place_of(analysis, "%")};
    trace.measure = MeasureUnit{"%", FigureKind::percent, "ratio", "%", {1}, false};
    trace.lowest = Decimal{125, 1};
    trace.highest = Decimal{14};
    trace.role = trace.direction = {Way::words, place_of(analysis, "增长")};
    trace.basis = {Way::words, place_of(analysis, "同比")};
    trace.subject = {Way::figure, *growth.subject};
  }
};

TEST(ExplainText, GivesEachFieldItsReason) {
  EXPECT_EQ(Explained().text({}),
            "总结.txt:1:5  约82.4万人次\n"
            "1 | 门诊诊疗约82.4万人次，同比增长13%。\n"
            "  | --------^^^^^^^^^^^^\n"
            "  数值  “82.4万” = 82.4 × 10^4 = 824000\n"
            "  单位  “人次” = 人次\n"
            "  类别  数量\n"
            "  量纲  count，不换算\n"
            "  界限  约                        1:5 “约”\n"
            "  作用  水平\n"
            "  方向  —\n"
            "  基期  —\n"
            "  状态  实际\n"
            "  主语  门诊诊疗                  数字之前的名词 1:1\n"
            "  期间  2026-01-01—2026-06-30     报告的期间\n"
            "\n"
            "总结.txt:1:18  13%\n"
            "1 | 门诊诊疗约82.4万人次，同比增长13%。\n"
            "  | --------              --------^^^\n"
            "  数值  “13” = 13，可能是 12.5 到 14\n"
            "  单位  “%” = %\n"
            "  类别  百分比\n"
            "  量纲  ratio，以它为基准\n"
            "  界限  确数\n"
            "  作用  变动                      1:16 “增长”\n"
            "  方向  增                        1:16 “增长”\n"
            "  基期  同比                      1:14 “同比”\n"
            "  状态  实际\n"
            "  主语  门诊诊疗                  承接前一个数字 1:1\n"
            "  期间  —\n");
}

TEST(ExplainText, English) {
  const std::string text = Explained().text(Place{1, 18}, Language::en);
  EXPECT_NE(text.find("  number     \"13\" = 13, which can be 12.5 to 14\n"), std::string::npos) << text;
  EXPECT_NE(text.find("  role       change                    1:16 \"增长\"\n"), std::string::npos);
  EXPECT_NE(text.find("  subject    门诊诊疗                  carried on from the figure before, 1:1\n"),
            std::string::npos);
}

TEST(ExplainText, ConvertsToTheBaseUnit) {
  Explained explained;
  explained.traces[0][0].measure = MeasureUnit{"公里", FigureKind::length, "length", "米", {1000}, false};
  EXPECT_NE(explained.text({}).find("  量纲  length，1 公里 = 1000 米\n"), std::string::npos);
}

TEST(ExplainText, NamesTheHeaderOfATable) {
  Explained explained;
  explained.traces[0][0].unit = {Way::header, place_of(explained.analysis, "增长")};
  EXPECT_NE(explained.text({}).find("  单位  人次                      表头 1:16 “增长”\n"),
            std::string::npos)
      << explained.text({});
}

TEST(ExplainText, OnlyThePlaceThatIsAskedFor) {
  const Explained explained;
  EXPECT_EQ(explained.text(Place{1, 0}), explained.text({}));
  EXPECT_TRUE(explained.text(Place{1, 5}).starts_with("总结.txt:1:5  约82.4万人次\n"));
  EXPECT_EQ(explained.text(Place{1, 12}), explained.text(Place{1, 5})) << "the last character of it";
  EXPECT_EQ(explained.text(Place{1, 13}), "总结.txt：1:13 处没有识别出数字；这一行的数字在 1:5 1:18\n");
  EXPECT_EQ(explained.text(Place{2, 0}, Language::en), "总结.txt: no figure was found at 2\n");
}

}  // namespace
}  // namespace tallybook::output

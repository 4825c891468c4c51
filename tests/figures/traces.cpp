// The words that decided how a figure was read.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "document/read.hpp"
#include "figures/extract.hpp"
#include "figures/moment.hpp"
#include "outline/parse.hpp"
#include "outline/split.hpp"
#include "support.hpp"

namespace tallybook {
namespace {

using figures_tests::lexicon;

/// The trace of the figure that is written so.
class Traced {
 public:
  Traced(std::string_view text, std::string_view figure, std::string_view name = "a.txt")
      : document_(document::read(text, name).value()) {
    const Report report = outline::split(document_).reports.at(0);
    const Outline outline = outline::parse(document_, report);
    const auto moments = figures::read_moments(document_, report);
    const auto traced = figures::extract_traced(document_, report, outline, moments, lexicon());
    const auto found = std::find_if(
        traced.figures.begin(), traced.figures.end(),
        [&](const Figure& candidate) { return slice(document_.text, candidate.span) == figure; });
    if (found != traced.figures.end()) {
      trace_ = traced.traces[static_cast<std::size_t>(found - traced.figures.begin())];
    }
  }

  const FigureTrace* operator->() const { return &trace_; }
  /// `words 增长`, `unit`
  [[nodiscard]] std::string why(const Evidence& evidence) const {
    const std::string_view words = slice(document_.text, evidence.span);
    return std::string(name_of(evidence.way)) + (words.empty() ? "" : " ") + std::string(words);
  }
  [[nodiscard]] std::string_view words(Span span) const { return slice(document_.text, span); }

 private:
  Document document_;
  FigureTrace trace_;
};

struct Case {
  std::string_view text;
  std::string_view figure;
  Evidence FigureTrace::*field;
  std::string_view why;
};

constexpr Case kCases[] = {
    {"门诊诊疗约82.4万人次。", "约82.4万人次", &FigureTrace::bound, "words 约"},
    {"发放资料2万余份。", "2万余份", &FigureTrace::bound, "words 余"},
    {"合格率达95%以上。", "95%以上", &FigureTrace::bound, "words 以上"},
    {"总产值突破100亿元。", "100亿元", &FigureTrace::bound, "words 突破"},
    {"培训教师120名。", "120名", &FigureTrace::bound, "none"},

    {"门诊诊疗同比增长13%。", "13%", &FigureTrace::role, "words 增长"},
    {"门诊诊疗同比增长13%。", "13%", &FigureTrace::direction, "words 增长"},
    {"门诊诊疗同比增长13%。", "13%", &FigureTrace::basis, "words 同比"},
    {"实现了8%的增长。", "8%", &FigureTrace::direction, "words 增长"},
    {"合格率比全国高1.8个百分点。", "1.8个百分点", &FigureTrace::role, "unit"},
    {"合格率比全国高1.8个百分点。", "1.8个百分点", &FigureTrace::direction, "words 高"},
    {"收入和支出分别增长4.2%、5%。", "5%", &FigureTrace::role, "figure 4.2%"},
    {"女教师占40%。", "40%", &FigureTrace::role, "words 占"},
    {"抽检合格率98%。", "98%", &FigureTrace::role, "words 率"},
    {"发病率2.96‰。", "2.96‰", &FigureTrace::role, "unit"},
    {"每人下乡25天。", "25天", &FigureTrace::role, "words 每人"},
    {"培训教师120名。", "120名", &FigureTrace::role, "none"},

    {"计划培训教师120名。", "120名", &FigureTrace::status, "words 计划"},
    {"已培训教师120名。", "120名", &FigureTrace::status, "words 已"},
    {"实现撤并小学20所的目标。", "20所", &FigureTrace::status, "words 的目标"},
    {"一、下半年打算\n培训教师120名。", "120名", &FigureTrace::status, "heading 下半年打算"},

    {"门诊诊疗82万人次。", "82万人次", &FigureTrace::subject, "before 门诊诊疗"},
    {"遴选450名骨干教师。", "450名", &FigureTrace::subject, "after 骨干教师"},
    {"门诊诊疗82万人次，增长13%。", "13%", &FigureTrace::subject, "figure 门诊诊疗"},
    {"小学、初中分别为39所、12所。", "12所", &FigureTrace::subject, "paired 初中"},
    {"门诊诊疗，达82万人次。", "82万人次", &FigureTrace::subject, "clause 门诊诊疗"},

    {"2026年上半年，门诊诊疗82万人次。", "82万人次", &FigureTrace::period, "moment 2026年上半年"},
    {"2026年上半年，工作顺利。门诊诊疗82万人次。", "82万人次", &FigureTrace::period,
     "paragraph 2026年上半年"},
    {"青澜县2026年上半年工作总结\n一、工作\n门诊诊疗82万人次。", "82万人次", &FigureTrace::period, "report"},
};

TEST(Traces, NameTheWordsThatDecided) {
  for (const Case& row : kCases) {
    const Traced traced(row.text, row.figure);
    EXPECT_FALSE(traced->numeral.empty()) << row.text << ": no figure " << row.figure;
    EXPECT_EQ(traced.why((*traced.operator->()).*row.field), row.why) << row.text;
  }
}

TEST(Traces, TellNumeralAndUnitApart) {
  const auto parts = [](std::string_view text, std::string_view figure) {
    const Traced traced(text, figure);
    return std::string(traced.words(traced->numeral)) + "|" + std::string(traced.words(traced->unit.span));
  };
  EXPECT_EQ(parts("门诊诊疗约82.4万人(次)。", "约82.4万人(次)"), "82.4万|人(次)");
  EXPECT_EQ(parts("增长1.8个百分点以上。", "1.8个百分点以上"), "1.8|个百分点");
  EXPECT_EQ(parts("工期3—5个月。", "3—5个月"), "3—5|个月");
  EXPECT_EQ(parts("投入￥300。", "￥300"), "300|￥");
  EXPECT_EQ(parts("投入429.4 亿元。", "429.4 亿元"), "429.4 亿|元");
}

TEST(Traces, OfATableNameItsLabels) {
  constexpr std::string_view kTable =
      "# 青澜县2026年上半年情况\n\n单位：万元\n\n"
      "| 项目 | 完成数 | 比上年增长（%） | 计划数 |\n|---|---|---|---|\n| 税收收入 | 4100.5 | -1.3 | 8000 "
      "|\n";
  const Traced revenue(kTable, "4100.5", "t.md");
  EXPECT_EQ(revenue.why(revenue->subject), "header 税收收入");
  EXPECT_EQ(revenue.why(revenue->unit), "header 单位：万元");
  EXPECT_EQ(revenue->power, 4);
  EXPECT_EQ(revenue->measure->dimension, "money:CNY");
  const Traced growth(kTable, "-1.3", "t.md");
  EXPECT_EQ(growth.why(growth->unit), "header 比上年增长（%）");
  EXPECT_EQ(growth.why(growth->role), "header 比上年增长");
  EXPECT_EQ(growth.why(growth->direction), "header 比上年增长");
  EXPECT_EQ(growth.why(growth->basis), "header 比上年增长");
  const Traced plan(kTable, "8000", "t.md");
  EXPECT_EQ(plan.why(plan->status), "header 计划数");
}

TEST(Traces, KnowWhatTheUnitMeasures) {
  const Traced road("新建公路240公里。", "240公里");
  EXPECT_EQ(road->measure->dimension, "length");
  EXPECT_EQ(road->measure->base, "米");
  EXPECT_EQ(road->measure->factor, Decimal{1000});
  EXPECT_FALSE(Traced("满分100，得92分。", "100")->measure);
}

TEST(Traces, TellWhatTheNumberCanMean) {
  const auto range = [](std::string_view text, std::string_view figure) {
    const Traced traced(text, figure);
    return traced->lowest ? traced->lowest->to_string() + "~" + traced->highest->to_string() : "none";
  };
  EXPECT_EQ(range("门诊诊疗82.4万人次。", "82.4万人次"), "823500~825000");
  EXPECT_EQ(range("培训教师120名。", "120名"), "120~120");
  EXPECT_EQ(range("培训教师约120名。", "约120名"), "none");
  EXPECT_EQ(Traced("门诊诊疗82.4万人次。", "82.4万人次")->power, 4);
  EXPECT_EQ(Traced("培训教师120名。", "120名")->power, 0);
}

}  // namespace
}  // namespace tallybook

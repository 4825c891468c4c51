#include "output/json.hpp"

#include <gtest/gtest.h>
#include <ctime>
#include <nlohmann/json.hpp>

#include "support.hpp"

namespace tallybook::output {
namespace {

using nlohmann::json;
using testing::analysis_of;
using testing::finding_at;
using testing::place_of;

TEST(FiguresJsonl, OffsetsAreCodePoints) {
  Analysis a = analysis_of("全县𠮷祥乡门诊\"诊疗\"82.4万人(次)。");
  Figure figure;
  figure.span = place_of(a, "82.4万人(次)");
  figure.value = {824000};
  figure.unit = "人(次)";
  figure.subject = place_of(a, "门诊\"诊疗\"");
  figure.period = Period{{2010, 1, 1}, {2010, 6, 30}};
  figure.section = 2;
  figure.clause = 7;
  a.reports[0].figures.push_back(figure);
  EXPECT_EQ(figures_jsonl(a),
            R"j({"report":0,"begin":11,"end":20,"text":"82.4万人(次)","value":"824000","high":null,)j"
            R"j("kind":"count","unit":"人(次)","bound":"exact","role":"level","direction":"none",)j"
            R"j("basis":"none","status":"actual","subject":{"text":"门诊\"诊疗\"","begin":5,"end":11},)j"
            R"j("period":{"from":"2010-01-01","to":"2010-06-30"},"section":2,"clause":7,"file":"总结.txt"})j"
            "\n");
}

TEST(FiguresJsonl, NullsWhereTheTextTellsNothing) {
  Analysis a = analysis_of("共5～8个。");
  Figure figure;
  figure.span = place_of(a, "5～8个");
  figure.value = {5};
  figure.high = {8};
  a.reports[0].figures.push_back(figure);
  const json line = json::parse(figures_jsonl(a));
  EXPECT_EQ(line["high"], "8");
  EXPECT_TRUE(line["subject"].is_null());
  EXPECT_TRUE(line["period"].is_null());
}

TEST(FiguresJsonl, OneLongLineIsLinear) {
  Analysis a = analysis_of("");
  for (int i = 0; i < 200000; ++i) {
    Figure figure;
    const auto begin = static_cast<std::uint32_t>(a.document.text.size());
    a.document.text += "完成任务共12个，";
    figure.span = {begin + 15, begin + 20};
    a.reports[0].figures.push_back(figure);
  }
  const std::clock_t start = std::clock();
  const std::string lines = figures_jsonl(a);
  EXPECT_LT(std::clock() - start, 20 * CLOCKS_PER_SEC);
  EXPECT_NE(lines.find(R"("begin":1799996,"end":1799999,"text":"12个")"), std::string::npos);
}

TEST(CheckJson, HoldsTheContract) {
  Analysis a = analysis_of("青澜县卫生局\n原有79名，现有89名。");
  ReportAnalysis& report = a.reports[0];
  report.report.organisation = place_of(a, "青澜县卫生局");
  Finding finding = finding_at(place_of(a, "89名"));
  finding.related = {{place_of(a, "79名"), {"期初", "opening"}}};
  finding.fix = Fix{{"改", "change"}, {{place_of(a, "89"), "90"}}};
  finding.key = 255;
  report.findings.push_back(finding);
  report.coverage = {.figures = 2, .with_subject = 1, .linked = 2, .checkable = 1, .checked = 1, .failed = 1};
  report.relations.resize(1);
  report.relations[0].reason = Reason::open_list;

  const std::string text = check_json(a);
  EXPECT_EQ(text.find('\n'), text.size() - 1);
  const json root = json::parse(text);
  EXPECT_EQ(root["reports"], json::parse(R"([{"index":0,"begin":0,"end":19,"title":null,
      "organisation":"青澜县卫生局","area":null,"period":null,"date":null}])"));
  EXPECT_EQ(root["findings"],
            json::parse(R"([{"report":0,"rule":"FIG002","name":"flow-mismatch","key":"00000000000000ff",
      "severity":"error","begin":15,"end":18,"text":"89名",
      "message":{"zh":"期初、新增与期末对不上：79 + 11 = 90 ≠ 89","en":"the flow does not add up: 79 + 11 = 90 ≠ 89"},
      "related":[{"begin":9,"end":12,"text":"79名","note":{"zh":"期初","en":"opening"}}],
      "fix":{"title":{"zh":"改","en":"change"},"edits":[{"begin":15,"end":17,"replacement":"90"}]}}])"));
  EXPECT_EQ(root["coverage"], json::parse(R"({"figures":2,"with_subject":1,"linked":2,"checkable":1,
      "checked":1,"passed":0,"failed":1,"not_checkable":{"open_list":1}})"));
}

TEST(CheckJson, AcceptedFindingsStandApart) {
  Analysis a = analysis_of("原有79名，现有89名。");
  a.reports[0].accepted = {{finding_at(place_of(a, "89名")), AcceptedBy::setting, "照原件"},
                           {finding_at(place_of(a, "79名")), AcceptedBy::baseline, ""}};
  const json root = json::parse(check_json(a));
  EXPECT_TRUE(root["findings"].empty());
  ASSERT_EQ(root["accepted"].size(), 2U);
  EXPECT_EQ(root["accepted"][0]["begin"], 8);
  EXPECT_EQ(root["accepted"][0]["accepted"], json::parse(R"({"by":"setting","reason":"照原件"})"));
  EXPECT_EQ(root["accepted"][1]["accepted"], json::parse(R"({"by":"baseline","reason":null})"));
}

TEST(CheckJson, RelationsNameTheirFiguresByPlace) {
  Analysis a = analysis_of("青澜县\n抓好两项工作。原有79名，现有89名。其一，其二。");
  ReportAnalysis& report = a.reports[0];
  report.report.index = 3;
  for (const std::string_view words : {"两项", "79名", "89名"}) {
    report.figures.emplace_back().span = place_of(a, words);
  }
  Relation flow;
  flow.kind = RelationKind::flow;
  flow.terms = {{1, TermRole::opening}, {2, TermRole::closing}};
  flow.evidence = {place_of(a, "现有")};
  flow.verdict = Verdict::fail;
  flow.arithmetic = "79 = 79 ≠ 89";
  Relation count;
  count.kind = RelationKind::count_of;
  count.terms = {{0, TermRole::claim}};
  count.items = {place_of(a, "其一"), place_of(a, "其二")};
  count.reason = Reason::open_list;
  report.relations = {flow, count};

  EXPECT_EQ(json::parse(check_json(a))["relations"], json::parse(R"([
      {"report":3,"kind":"flow","verdict":"fail","reason":"none","arithmetic":"79 = 79 ≠ 89",
       "terms":[{"begin":13,"end":16,"text":"79名","role":"opening"},
                {"begin":19,"end":22,"text":"89名","role":"closing"}],
       "items":[],"evidence":[{"begin":17,"end":19,"text":"现有"}]},
      {"report":3,"kind":"count_of","verdict":"not_checkable","reason":"open_list","arithmetic":"",
       "terms":[{"begin":6,"end":8,"text":"两项","role":"claim"}],
       "items":[{"begin":23,"end":25,"text":"其一"},{"begin":26,"end":28,"text":"其二"}],"evidence":[]}])"));
}

TEST(CheckJson, AnyFileNameGivesValidJson) {
  const json root = json::parse(check_json(analysis_of("无。", "\xFF\"\n.txt")));
  EXPECT_EQ(root["file"], "\uFFFD\"\n.txt");
}

TEST(OutlineJson, SectionsNest) {
  Analysis a = analysis_of("一、工作\n（一）培训\n（二）检查\n二、打算");
  Outline& outline = a.reports[0].outline;
  const auto add = [&](std::string_view mark, std::string_view heading, std::uint32_t parent,
                       std::uint8_t level) {
    Section section;
    section.mark = {place_of(a, mark), MarkForm::chinese, 1};
    section.heading = place_of(a, heading);
    section.span = {section.mark.span.begin, section.heading.end};
    section.parent = parent;
    section.level = level;
    outline.sections.push_back(section);
  };
  add("一、", "工作", 0, 1);
  add("（一）", "培训", 1, 2);
  add("（二）", "检查", 1, 2);
  add("二、", "打算", 0, 1);
  const json root = json::parse(outline_json(a));
  const json& sections = root["reports"][0]["sections"];
  ASSERT_EQ(sections.size(), 2U);
  EXPECT_EQ(sections[0]["mark"], "一、");
  EXPECT_EQ(sections[0]["title"], "工作");
  ASSERT_EQ(sections[0]["sections"].size(), 2U);
  EXPECT_EQ(sections[0]["sections"][1]["title"], "检查");
  EXPECT_EQ(sections[0]["sections"][1]["level"], 2);
  EXPECT_EQ(sections[1]["begin"], 17);
}

}  // namespace
}  // namespace tallybook::output

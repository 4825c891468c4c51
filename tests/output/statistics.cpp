#include "output/statistics.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "support.hpp"

namespace tallybook::output {
namespace {

using nlohmann::json;
using testing::analysis_of;
using testing::finding_at;

CheckTotals totals() {
  Analysis a = analysis_of("原有79名，现有89名。");
  Finding rare = finding_at({0, 6});
  Finding often = finding_at({0, 6}, Severity::note);
  often.rule = "PUN004";
  often.name = "halfwidth-punctuation";
  a.reports[0].findings = {rare, often, often};
  a.reports[0].accepted = {{often, AcceptedBy::baseline, ""}};
  return totals_of(a);
}

TEST(Statistics, ListRulesByTheirFindings) {
  EXPECT_EQ(statistics_text(totals(), {}),
            "       2  PUN004  提示  halfwidth-punctuation\n"
            "       1  FIG002  错误  flow-mismatch\n"
            "\n"
            "合计 1 个文件、1 篇报告：错误 1，警告 0，提示 2\n"
            "  识别数字 0 个，其中 0 个有主语；可核对关系 0 组，核对 0 组：相符 0，不符 0\n"
            "  已接受、不再列出 1 处：基线 1\n");
  EXPECT_TRUE(statistics_text({}, {}).starts_with("合计 0 个文件"));
}

TEST(Statistics, AreOneJsonObject) {
  const json root = json::parse(statistics_json(totals()));
  EXPECT_EQ(root["files"], 1);
  EXPECT_EQ(root["rules"], json::parse(R"([
      {"rule":"PUN004","name":"halfwidth-punctuation","severity":"note","findings":2},
      {"rule":"FIG002","name":"flow-mismatch","severity":"error","findings":1}])"));
  EXPECT_EQ(root["accepted"], json::parse(R"({"comment":0,"setting":0,"baseline":1})"));
  EXPECT_EQ(root["coverage"]["checked"], 0);
}

TEST(RunTime, NamesTheSlowestRulesAndTheSpeed) {
  const RuleTime rules[] = {{"FIG001", 1'500'000}, {"DUP001", 20'000'000}};
  EXPECT_EQ(run_time_text({3'000'000, 500'000'000, rules}, Language::en),
            "      20.0 ms  DUP001\n"
            "       1.5 ms  FIG001\n"
            "3.0 MB in 0.50 s, 6.0 MB/s\n");
}

}  // namespace
}  // namespace tallybook::output

#include "acceptance/accept.hpp"

#include <gtest/gtest.h>
#include <array>

#include "acceptance/key.hpp"
#include "support.hpp"

namespace tallybook::acceptance {
namespace {

using testing::analysis_of;
using testing::finding_of;
using testing::place_of;

constexpr Rule rule(std::string_view code, std::string_view name) {
  Rule rule{};
  rule.code = code;
  rule.name = name;
  return rule;
}
constexpr Rule kFlow = rule("FIG002", "flow-mismatch");
constexpr Rule kComma = rule("PUN004", "halfwidth-punctuation");
constexpr std::array<const Rule*, 2> kRules = {&kFlow, &kComma};
const RulePlan kBoth = {{true, Severity::error}, {true, Severity::note}};
const RulePlan kCommaOnly = {{false, Severity::error}, {true, Severity::note}};

/// Two half-width commas and a flow that does not add up.
Analysis three_findings() {
  Analysis analysis = analysis_of("上半年,新增12名，好。\n原有86名，新增14名，现有92名。\n下半年,新增15名。");
  const std::string& text = analysis.document.text;
  ReportAnalysis& report = analysis.reports[0];
  report.findings = {finding_of("PUN004", place_of(text, ",")), finding_of("FIG002", place_of(text, "92名")),
                     finding_of("PUN004", {static_cast<std::uint32_t>(text.rfind(',')),
                                           static_cast<std::uint32_t>(text.rfind(',') + 1)})};
  report.findings[1].related = {{place_of(text, "86名"), {}}, {place_of(text, "14名"), {}}};
  set_keys(analysis.document, report.outline, report.findings);
  return analysis;
}

/// What is left, and what was accepted with whose word.
std::string outcome(const Analysis& analysis) {
  std::string text;
  for (const Finding& finding : analysis.reports[0].findings) text += std::string(finding.rule) + " ";
  text += "|";
  for (const AcceptedFinding& a : analysis.reports[0].accepted) {
    text += " " + std::string(a.finding.rule) + ":" + std::string(name_of(a.by)) + ":" + a.reason;
  }
  return text;
}

std::string problems(const AcceptanceUse& use) {
  std::string text;
  for (const SettingProblem& problem : use.problems) {
    text += problem.file + ":" + std::to_string(problem.line) + ": " + problem.message.en + "\n";
  }
  return text;
}

std::string with_comment(std::string words, std::uint32_t block = 1, const RulePlan& plan = kBoth) {
  Analysis analysis = three_findings();
  analysis.document.format = Format::markdown;
  analysis.document.comments = {{block, 7, std::move(words)}};
  const AcceptanceUse use = accept(analysis, kRules, plan, {});
  return outcome(analysis) + "\n" + problems(use);
}

TEST(Comments, AcceptTheFindingsOfTheirParagraph) {
  EXPECT_EQ(with_comment(": ignore FIG002 照原件"), "PUN004 PUN004 | FIG002:comment:照原件\n");
  EXPECT_EQ(with_comment("：忽略 flow-mismatch，PUN004 照原件", 0, kCommaOnly),
            "FIG002 PUN004 | PUN004:comment:照原件\n");
}

TEST(Comments, ThatAcceptNothingAreTold) {
  EXPECT_EQ(with_comment(": ignore PUN004 照原件"),
            "PUN004 FIG002 PUN004 |\n总结.txt:7: this paragraph has no finding of PUN004 to ignore\n");
  EXPECT_EQ(with_comment(": ignore FIG002 照原件", 3),
            "PUN004 FIG002 PUN004 |\n总结.txt:7: this paragraph has no finding of FIG002 to ignore\n");
}

TEST(Comments, AreNotHeldAgainstARuleThatDidNotRun) {
  EXPECT_EQ(with_comment(": ignore FIG002 照原件", 0, kCommaOnly), "PUN004 FIG002 PUN004 |\n");
}

TEST(Comments, ThatAreMisspeltAreTold) {
  const std::string open = "PUN004 FIG002 PUN004 |\n总结.txt:7: ";
  const std::string usage = open + "write <!-- tallybook: ignore RULE REASON -->\n";
  EXPECT_EQ(with_comment("ignore FIG002 照原件"), usage);
  EXPECT_EQ(with_comment(":"), usage);
  EXPECT_EQ(with_comment(": ignore"), usage);
  EXPECT_EQ(with_comment(": dismiss FIG002 照原件"), usage);
  EXPECT_EQ(with_comment(": ingore FIG002 照原件"), open + "there is no 'ingore'; did you mean 'ignore'?\n");
  EXPECT_EQ(with_comment(": ignore FIG02 照原件"),
            open + "there is no rule 'FIG02'; did you mean 'FIG002'?\n");
  EXPECT_EQ(with_comment(": ignore FIG 照原件").substr(0, open.size() + 23),
            open + "there is no rule 'FIG';");
  EXPECT_EQ(with_comment(": ignore FIG002"), open + "ignoring FIG002 needs a reason\n");
}

TEST(Comments, DoNotBelongInTextThatIsFiled) {
  for (const std::string_view line :
       {"# tallybook: ignore FIG002 照原件", "<!-- tallybook: ignore FIG002 照原件 -->",
        "// tallybook：忽略 FIG002 照原件"}) {
    Analysis analysis = analysis_of("第一段。\n" + std::string(line) + "\n");
    const AcceptanceUse use = accept(analysis, kRules, kBoth, {});
    ASSERT_EQ(use.problems.size(), 1U) << line;
    EXPECT_EQ(use.problems[0].line, 2U);
  }
  Analysis analysis = analysis_of("# 台账\n他们用 tallybook: ignore 的写法。\n");
  EXPECT_TRUE(accept(analysis, kRules, kBoth, {}).problems.empty());
}

Dismissal row(std::string rule, std::string text) {
  Dismissal row;
  row.rule.text = std::move(rule);
  row.text = std::move(text);
  row.reason = "照原件";
  return row;
}

std::string with_row(const Dismissal& row) {
  Analysis analysis = three_findings();
  const AcceptanceUse use = accept(analysis, kRules, kBoth, {.dismissals = {&row}, .baseline = {}});
  EXPECT_EQ(use.used.size(), analysis.reports[0].accepted.empty() ? 0U : 1U);
  return outcome(analysis);
}

TEST(Dismissals, TakeFindingsByKey) {
  Dismissal by_key = row("flow-mismatch", "");
  by_key.key = three_findings().reports[0].findings[1].key;
  EXPECT_EQ(with_row(by_key), "PUN004 PUN004 | FIG002:setting:照原件");
  by_key.rule.text = "PUN004";
  EXPECT_EQ(with_row(by_key), "PUN004 FIG002 PUN004 |");
}

TEST(Dismissals, TakeFindingsByWordsThatHoldThePlace) {
  EXPECT_EQ(with_row(row("PUN004", "年, 新增")), "FIG002 | PUN004:setting:照原件 PUN004:setting:照原件");
  EXPECT_EQ(with_row(row("PUN004", "新增99名")), "PUN004 FIG002 PUN004 |");
  EXPECT_EQ(with_row(row("PUN004", "上半年,新增7名")),
            "FIG002 | PUN004:setting:照原件 PUN004:setting:照原件");
  EXPECT_EQ(with_row(row("PUN004", "名，好")), "PUN004 FIG002 PUN004 |");
}

/// Where numbers are the point, the words must name all that the finding rests on.
TEST(Dismissals, OfASumHoldAllItsNumbers) {
  EXPECT_EQ(with_row(row("FIG002", "86名，新增14名，现有 92名")), "PUN004 PUN004 | FIG002:setting:照原件");
  EXPECT_EQ(with_row(row("FIG002", "现有92名")), "PUN004 FIG002 PUN004 |");
  EXPECT_EQ(with_row(row("FIG002", "86名，新增14名，现有93名")), "PUN004 FIG002 PUN004 |");
}

BaselineEntry entry_for(const Finding& finding, std::uint32_t count) {
  BaselineEntry entry;
  entry.file = "a";
  entry.rule = finding.rule;
  entry.key = finding.key;
  entry.count = count;
  return entry;
}

TEST(Baselines, AcceptAsManyAsTheyCount) {
  Analysis analysis = three_findings();
  const std::vector<Finding> findings = analysis.reports[0].findings;
  ASSERT_EQ(findings[0].key, findings[2].key);
  const std::vector<BaselineEntry> one = {entry_for(findings[0], 1)};
  EXPECT_TRUE(accept(analysis, kRules, kBoth, {.dismissals = {}, .baseline = one}).stale.empty());
  EXPECT_EQ(outcome(analysis), "FIG002 PUN004 | PUN004:baseline:");
}

TEST(Baselines, TellWhatIsGone) {
  Analysis analysis = three_findings();
  const std::vector<Finding> findings = analysis.reports[0].findings;
  std::vector<BaselineEntry> entries = {entry_for(findings[1], 2), entry_for(findings[0], 5),
                                        entry_for(finding_of("ZZZ001", {}), 1)};
  const AcceptanceUse use = accept(analysis, kRules, kCommaOnly, {.dismissals = {}, .baseline = entries});
  ASSERT_EQ(use.stale.size(), 2U);  // FIG002 did not run
  EXPECT_EQ(use.stale[0].rule, "PUN004");
  EXPECT_EQ(use.stale[0].count, 3U);
  EXPECT_EQ(use.stale[1].rule, "ZZZ001");
}

TEST(Baselines, KeepThePlaceInItsWords) {
  const auto entries = baseline_of(three_findings(), "总结/a.txt");
  ASSERT_EQ(entries.size(), 3U);
  EXPECT_EQ(entries[1].file, "总结/a.txt");
  EXPECT_EQ(entries[1].rule, "FIG002");
  EXPECT_EQ(entries[1].text, "原有86名，新增14名，现有92名。");
}

TEST(Acceptance, AsksCommentsThenSettingsThenTheBaseline) {
  Analysis analysis = three_findings();
  analysis.document.format = Format::html;
  analysis.document.comments = {{0, 1, ": ignore PUN004 注释"}};
  const std::vector<BaselineEntry> entries = {entry_for(analysis.reports[0].findings[0], 1)};
  const Dismissal setting = row("PUN004", "年,新增");
  const AcceptanceUse use = accept(analysis, kRules, kBoth, {.dismissals = {&setting}, .baseline = entries});
  EXPECT_EQ(outcome(analysis), "FIG002 | PUN004:comment:注释 PUN004:setting:照原件");
  EXPECT_EQ(use.stale.size(), 1U);
}

}  // namespace
}  // namespace tallybook::acceptance

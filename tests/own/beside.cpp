// Own rules beside those that ship: chosen alike, reported together.
#include <gtest/gtest.h>

#include "support.hpp"

namespace tallybook::own_tests {
namespace {

const Engine& engine() {
  static const Engine instance = Engine::create().value();
  return instance;
}

RuleSet house_style() {
  return load(rule_of("kind = 'existence'\nwords = ['高度重视']") +
              rule_of("kind = 'existence'\nwords = ['狠抓']\nenabled = false", "XBG002"));
}

std::string codes(const RuleSelection& asked, const Settings& settings = {}) {
  const RuleSet own = house_style();
  const auto plan = engine().plan(settings, asked, "a.txt", own);
  if (!plan) return plan.error().message.zh;
  std::string codes;
  const auto analysis = engine().analyse("。。高度重视。。狠抓。", "a.txt", *plan, own);
  for (const Finding& finding : analysis->reports.front().findings) {
    codes.append(finding.rule).append(finding.severity == Severity::error ? "! " : " ");
  }
  return codes;
}

TEST(Beside, AllFindingsAscendTogether) {
  EXPECT_EQ(codes({}), "PUN002 XBG001 PUN002 ");
}

TEST(Beside, OwnRulesAreChosenByCodeNameAndGroup) {
  RuleSelection group;
  group.select = {{"XBG", 0}};
  EXPECT_EQ(codes(group), "XBG001 XBG002 ");
  RuleSelection both;
  both.enable = {{"xbg002", 0}};
  both.ignore = {{"PUN", 0}};
  EXPECT_EQ(codes(both), "XBG001 XBG002 ");
  RuleSelection name;
  name.ignore = {{"RULE-XBG001", 0}};
  EXPECT_EQ(codes(name), "PUN002 PUN002 ");
}

TEST(Beside, OwnRulesAreAsSevereAsTheSettingsSay) {
  RuleSelection asked;
  asked.select = {{"XBG001", 0}};
  asked.severity = {{{"XBG", 0}, Severity::error}};
  EXPECT_EQ(codes(asked), "XBG001! ");
}

TEST(Beside, AWordThatMeansNoRuleIsAMistakeThatKnowsTheOwnRules) {
  RuleSelection asked;
  asked.ignore = {{"XBG01", 0}};
  EXPECT_EQ(codes(asked), "没有规则“XBG01”；是否指 XBG001？");
}

TEST(Beside, APlanWithoutOwnRulesRunsNone) {
  const RuleSet own = house_style();
  const auto plan = engine().plan({}, {}, "a.txt");
  EXPECT_TRUE(engine().analyse("高度重视。", "a.txt", *plan, own)->reports.front().findings.empty());
}

TEST(Beside, FindingsOutliveTheSetTheyCameFrom) {
  Analysis analysis;
  {
    const RuleSet own = house_style();
    analysis = analyse(own, "高度重视。");
  }
  EXPECT_EQ(analysis.reports.front().findings.front().rule, "XBG001");
}

TEST(Beside, AreFoundAndListedWithTheOthers) {
  const RuleSet own = house_style();
  EXPECT_EQ(find_rule("xbg002", own), own.rules()[1]);
  EXPECT_EQ(find_rule("FIG001", own), find_rule("FIG001"));
  EXPECT_EQ(find_rule("XBG001"), nullptr);
  EXPECT_EQ(rules(own).size(), rules().size() + 2);
  EXPECT_EQ(rules(own).back(), own.rules()[1]);
}

}  // namespace
}  // namespace tallybook::own_tests

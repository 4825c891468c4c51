#include <gtest/gtest.h>

#include <tallybook/engine.hpp>

namespace tallybook {
namespace {

TEST(Profiles, NameOnlyRulesThatExist) {
  const auto engine = Engine::create();
  ASSERT_TRUE(engine);
  ASSERT_FALSE(engine->profiles().empty());
  for (const Profile& profile : engine->profiles()) {
    Settings settings;
    settings.profile = SettingWord{profile.name, 1};
    const auto plan = engine->plan(settings, {}, "a.txt");
    EXPECT_TRUE(plan) << profile.name << ": " << (plan ? "" : plan.error().message.en);
    EXPECT_FALSE(profile.description.zh.empty()) << profile.name;
    EXPECT_FALSE(profile.description.en.empty()) << profile.name;
  }
}

TEST(Profiles, StrictHasEveryRule) {
  const auto engine = Engine::create();
  ASSERT_TRUE(engine);
  Settings settings;
  settings.profile = SettingWord{"strict", 1};
  const auto plan = engine->plan(settings, {}, "a.txt");
  ASSERT_TRUE(plan);
  for (std::size_t i = 0; i < plan->size(); ++i) {
    EXPECT_TRUE((*plan)[i].enabled) << rules()[i]->code;
    EXPECT_NE((*plan)[i].severity, Severity::note) << rules()[i]->code;
  }
}

TEST(Plan, DecidesWhatAFileIsToldOf) {
  const auto engine = Engine::create();
  ASSERT_TRUE(engine);
  constexpr std::string_view kText = "去年79名患者入组，又新增11名，现共有89名。";
  RuleSelection quiet;
  quiet.ignore = {{"FIG", 0}};
  const auto plan = engine->plan({}, quiet, "a.txt");
  ASSERT_TRUE(plan);
  EXPECT_EQ(engine->analyse(kText, "a.txt")->reports.front().findings.size(), 1u);
  EXPECT_TRUE(engine->analyse(kText, "a.txt", *plan)->reports.front().findings.empty());
}

std::uint64_t ticks() {
  static std::uint64_t now = 0;
  return now += 3;
}

TEST(RuleClock, IsToldWhatEachRuleTook) {
  const auto engine = Engine::create();
  ASSERT_TRUE(engine);
  RuleSelection asked;
  asked.select = {{"FIG", 0}};
  const auto plan = engine->plan({}, asked, "a.txt");
  ASSERT_TRUE(plan);
  RuleClock clock{&ticks, {}};
  ASSERT_TRUE(engine->analyse("去年79名患者入组，又新增11名，现共有89名。", "a.txt", *plan, {}, &clock));
  for (std::size_t i = 0; i < clock.spent.size(); ++i) {
    EXPECT_EQ(clock.spent[i], (*plan)[i].enabled ? 3U : 0U) << rules()[i]->code;
  }
  EXPECT_FALSE(clock.spent.empty());
}

/// What a fix changes must not be what somebody accepted.
TEST(Fix, LeavesAcceptedFindingsAlone) {
  const auto engine = Engine::create();
  ASSERT_TRUE(engine);
  const auto plan = engine->plan({}, {}, "a.txt");
  ASSERT_TRUE(plan);
  constexpr std::string_view kText = "青澜县认真开展工作,成效明显。";
  Dismissal row;
  row.rule.text = "halfwidth-punctuation";
  row.text = "工作,成效";
  EXPECT_EQ(engine->fix(kText, "a.txt", *plan)->fixes, 1U);
  EXPECT_EQ(engine->fix(kText, "a.txt", *plan, {}, {.dismissals = {&row}, .baseline = {}})->fixes, 0U);
}

}  // namespace
}  // namespace tallybook

#include "settings/plan.hpp"

#include <gtest/gtest.h>
#include <array>

#include "settings/parse.hpp"

namespace tallybook::settings {
namespace {

constexpr Rule rule(std::string_view code, std::string_view name, Severity severity) {
  Rule rule{};
  rule.code = code;
  rule.name = name;
  rule.severity = severity;
  return rule;
}
constexpr Rule kGap = rule("NUM001", "numbering-gap", Severity::warning);
constexpr Rule kSum = rule("FIG001", "sum-mismatch", Severity::error);
constexpr Rule kQuiet = rule("PUN011", "separator", Severity::note);
constexpr std::array<const Rule*, 3> kRules = {&kSum, &kGap, &kQuiet};

RulePlan defaults() {
  return {{true, Severity::error}, {true, Severity::warning}, {false, Severity::note}};
}

SettingResult<RulePlan> plan(std::string_view toml, const RuleSelection& asked = {},
                             std::string_view path = "a.txt") {
  return parse(toml, "tallybook.toml").and_then([&](const Settings& settings) {
    return shipped_profiles().and_then([&](const std::vector<Profile>& profiles) {
      return plan_for(kRules, defaults(), profiles, settings, asked, path);
    });
  });
}

/// One letter a rule: e, w, n by severity, - where it is off.
std::string letters(const SettingResult<RulePlan>& plan) {
  if (!plan) return std::to_string(plan.error().line) + ": " + plan.error().message.en;
  std::string text;
  for (const RuleChoice& choice : *plan) {
    text += choice.enabled ? name_of(choice.severity).front() : '-';
  }
  return text;
}

TEST(Plan, IsTheDefaultsWithoutSettings) {
  EXPECT_EQ(letters(plan("")), "ew-");
}

TEST(Plan, TakesCodesNamesAndGroupsInAnyCase) {
  EXPECT_EQ(letters(plan("select = ['fig']")), "e--");
  EXPECT_EQ(letters(plan("select = ['Numbering-Gap']")), "-w-");
  EXPECT_EQ(letters(plan("enable = ['PUN011']")), "ewn");
  EXPECT_EQ(letters(plan("ignore = ['FIG001']")), "-w-");
  EXPECT_EQ(letters(plan("[severity]\nFIG = 'note'\nnum001 = 'error'")), "ne-");
}

TEST(Plan, IgnoresAfterItSelects) {
  EXPECT_EQ(letters(plan("select = ['FIG', 'NUM']\nignore = ['FIG001']")), "-w-");
}

TEST(Plan, LetsLaterMatchingPathsHaveTheLastWord) {
  const std::string_view toml =
      "ignore = ['NUM']\n[[paths]]\nmatch = ['各乡镇/*']\nenable = ['NUM']\n"
      "[[paths]]\nmatch = ['*.md', '*/甲.txt']\nselect = ['PUN']\n";
  EXPECT_EQ(letters(plan(toml, {}, "a.txt")), "e--");
  EXPECT_EQ(letters(plan(toml, {}, "各乡镇/乙.txt")), "ew-");
  EXPECT_EQ(letters(plan(toml, {}, "各乡镇/深/乙.txt")), "ew-");
  EXPECT_EQ(letters(plan(toml, {}, "各乡镇/甲.txt")), "--n");
}

TEST(Plan, HearsTheCommandLineLast) {
  RuleSelection asked;
  asked.select = {{"NUM", 0}};
  EXPECT_EQ(letters(plan("select = ['FIG']", asked)), "-w-");
}

TEST(Plan, SwitchesEverythingOnInTheStrictProfile) {
  EXPECT_EQ(letters(plan("profile = 'strict'")).find('-'), std::string::npos);
}

TEST(Plan, NamesTheLineOfAWordThatMeansNothing) {
  EXPECT_EQ(letters(plan("\n\nignore = ['FIG01']")), "3: there is no rule 'FIG01'; did you mean 'FIG001'?");
  EXPECT_EQ(letters(plan("profile = 'strickt'")), "1: there is no profile 'strickt'; did you mean 'strict'?");
}

TEST(Settings, RefuseWhatTheSchemaDoesNotHave) {
  EXPECT_EQ(letters(plan("ignor = []")), "1: there is no setting 'ignor'");
  EXPECT_EQ(letters(plan("ignore = 'FIG'")), "1: 'ignore' must be an array of strings: ignore = [\"…\"]");
  EXPECT_EQ(letters(plan("ignore = [3]")), "1: 'ignore' must hold non-empty strings");
  EXPECT_EQ(letters(plan("[severity]\nFIG = 'loud'")),
            "2: the severity of 'FIG' must be note, warning or error");
  EXPECT_EQ(letters(plan("[[paths]]\nignore = ['FIG']")), "1: [[paths]] needs match = [\"…\"]");
  EXPECT_EQ(letters(plan("paths = 3")), "1: settings by path are written as [[paths]]");
  EXPECT_TRUE(letters(plan("ignore = [")).starts_with("1: this is no valid TOML: "));
}

/// What is wrong with a row [[dismiss]] of these lines.
std::string mistake_in_row(const std::string& lines) {
  return letters(plan("[[dismiss]]\n" + lines));
}

TEST(Dismissals, AreReadWithTheirLines) {
  const auto settings = parse(
      "baseline = '基线.toml'\n[[dismiss]]\nrule = 'FIG001'\nkey = '00000000000000ff'\nreason = '照原件'\n"
      "[[dismiss]]\nrule = 'numbering-gap'\ntext = '三、存在的问题'\nreason = '上级要求'\nmatch = ['*.md']\n",
      "tallybook.toml");
  ASSERT_TRUE(settings);
  EXPECT_EQ(settings->baseline->text, "基线.toml");
  ASSERT_EQ(settings->dismissals.size(), 2U);
  const Dismissal& first = settings->dismissals[0];
  EXPECT_EQ(first.line, 2U);
  EXPECT_EQ(first.rule.text, "FIG001");
  EXPECT_EQ(first.key, 255U);
  EXPECT_EQ(first.reason, "照原件");
  EXPECT_TRUE(first.match.empty());
  const Dismissal& second = settings->dismissals[1];
  EXPECT_FALSE(second.key);
  EXPECT_EQ(second.text, "三、存在的问题");
  EXPECT_EQ(second.match.front().text, "*.md");
}

TEST(Dismissals, NeedARuleAPlaceAndAReason) {
  EXPECT_EQ(mistake_in_row("text = '三'\nreason = '照原件'"), "1: [[dismiss]] needs rule = \"…\"");
  EXPECT_EQ(mistake_in_row("rule = 'FIG001'\ntext = '三'"), "1: [[dismiss]] needs reason = \"…\"");
  EXPECT_EQ(mistake_in_row("rule = 'FIG001'\nreason = '照原件'"), "1: [[dismiss]] needs either key or text");
  EXPECT_EQ(mistake_in_row("rule = 'FIG001'\nreason = '照原件'\ntext = '三'\nkey = '00000000000000ff'"),
            "1: [[dismiss]] needs either key or text");
  EXPECT_EQ(mistake_in_row("rule = 'FIG001'\nreason = '照原件'\nkey = 'ff'"),
            "4: 'key' must be 16 hexadecimal digits in lower case");
  EXPECT_EQ(mistake_in_row("rule = 'FIG001'\nreason = '照原件'\ntext = '三'\nuntil = '2026'"),
            "5: there is no setting 'until'");
  EXPECT_EQ(letters(plan("dismiss = 3")), "1: accepted findings are written as [[dismiss]]");
}

TEST(Dismissals, NameOneRuleThatExists) {
  const std::string rest = "\nreason = '照原件'\ntext = '三'";
  EXPECT_EQ(mistake_in_row("rule = 'FIG01'" + rest), "2: there is no rule 'FIG01'; did you mean 'FIG001'?");
  EXPECT_EQ(mistake_in_row("rule = 'fig'" + rest).substr(0, 28), "2: there is no rule 'fig'; d");
  EXPECT_EQ(mistake_in_row("rule = 'sum-mismatch'" + rest), "ew-");
}

}  // namespace
}  // namespace tallybook::settings

// What each kind of rule finds, says and fixes.
#include <gtest/gtest.h>

#include "support.hpp"

namespace tallybook::own_tests {
namespace {

TEST(Existence, FindsWordsInUnbrokenText) {
  EXPECT_EQ(marked("kind = 'existence'\nwords = ['高度重视', '抓']", "县委高度重视，狠抓落实。"),
            "县委⟦高度重视⟧，狠⟦抓⟧落实。");
}

TEST(Existence, TakesTheLongestOfTheWordsThatBeginAtOnePlace) {
  EXPECT_EQ(marked("kind = 'existence'\nwords = ['狠抓', '狠抓落实', '抓落实']", "狠抓落实，狠抓管理。"),
            "⟦狠抓落实⟧，⟦狠抓⟧管理。");
}

TEST(Existence, LeavesOutWhatLiesInALongerWordThatIsExcepted) {
  constexpr std::string_view kRule =
      "kind = 'existence'\nwords = ['截止']\nexceptions = ['截止阀', '未截止']";
  EXPECT_EQ(marked(kRule, "截止昨日，检修截止阀3个，报名未截止。"),
            "⟦截止⟧昨日，检修截止阀3个，报名未截止。");
}

TEST(Existence, AnExceptionUncoversAShorterWordOnlyOutsideOfIt) {
  EXPECT_EQ(marked("kind = 'existence'\nwords = ['甲乙丙', '乙']\nexceptions = ['甲乙丙丁']", "甲乙丙丁乙。"),
            "甲乙丙丁⟦乙⟧。");
}

TEST(Existence, FindsPatternsCharacterByCharacter) {
  EXPECT_EQ(marked("kind = 'existence'\npatterns = ['[一二三]个.强化']", "做到三个大强化，两个强化。"),
            "做到⟦三个大强化⟧，两个强化。");
  EXPECT_EQ(marked("kind = 'existence'\npatterns = ['^全县', '。$']", "全县共有全县。\n全县好。"),
            "⟦全县⟧共有全县⟦。⟧\n⟦全县⟧好⟦。⟧");
}

TEST(Existence, MindsTheCaseUnlessToldOtherwise) {
  EXPECT_EQ(marked("kind = 'existence'\nwords = ['App']", "开发App一个，app两个。"),
            "开发⟦App⟧一个，app两个。");
  EXPECT_EQ(marked("kind = 'existence'\nwords = ['App']\nignorecase = true", "开发App一个，APP两个。"),
            "开发⟦App⟧一个，⟦APP⟧两个。");
  EXPECT_EQ(marked("kind = 'existence'\npatterns = ['a[pq]p']\nignorecase = true", "开发App一个。"),
            "开发⟦App⟧一个。");
}

TEST(Existence, SaysWhatItFound) {
  EXPECT_EQ(messages("kind = 'existence'\nwords = ['高度重视']\nmessage = '“{match}”空泛。'", "高度重视。"),
            "“高度重视”空泛。\n");
}

TEST(Substitution, FixesWhatHasOneReplacement) {
  constexpr std::string_view kRule =
      "kind = 'substitution'\nmessage = '“{match}”应作“{instead}”。'\n"
      "swap = { '县府' = '县政府', '县府办' = '县政府办公室', '了的' = '' }";
  EXPECT_EQ(marked(kRule, "县府和县府办已报了的。"), "⟦县府⟧和⟦县府办⟧已报⟦了的⟧。");
  EXPECT_EQ(fixed(kRule, "县府和县府办已报了的。"), "县政府和县政府办公室已报。");
  EXPECT_EQ(messages(kRule, "县府办。"), "“县府办”应作“县政府办公室”。\n");
}

TEST(Substitution, LeavesAChoiceToPeople) {
  constexpr std::string_view kRule =
      "kind = 'substitution'\nmessage = '宜作{instead}。'\nswap = { '搞' = ['做', '开展'] }";
  EXPECT_EQ(messages(kRule, "搞活动。"), "宜作做／开展。\n");
  EXPECT_EQ(fixed(kRule, "搞活动。"), "搞活动。");
  EXPECT_EQ(fixed("kind = 'substitution'\nswap = { '搞' = '做' }\nfix = false", "搞活动。"), "搞活动。");
}

TEST(Substitution, RewritesByGroupsOfThePattern) {
  constexpr std::string_view kRule =
      "kind = 'substitution'\nmessage = '应作{instead}。'\n"
      "swap_patterns = { '(\\d+)号(令|文)' = '第\\1号\\2' }";
  EXPECT_EQ(fixed(kRule, "按照12号令和3号文办理。"), "按照第12号令和第3号文办理。");
  EXPECT_EQ(messages(kRule, "按照12号令办理。"), "应作第12号令。\n");
}

TEST(Substitution, IsSilentWhereThePatternFindsWhatIsRight) {
  EXPECT_EQ(
      marked("kind = 'substitution'\nswap_patterns = { '第?(\\d)号令' = '第\\1号令' }", "3号令、第4号令。"),
      "⟦3号令⟧、第4号令。");
}

TEST(Substitution, IsSilentWhereTheReplacementStands) {
  constexpr std::string_view kRule =
      "kind = 'substitution'\nswap = { '政府办' = '县政府办公室', '政府' = '县政府' }";
  EXPECT_EQ(marked(kRule, "县政府办公室、政府办、县政府、政府。"),
            "县政府办公室、⟦政府办⟧、县政府、⟦政府⟧。");
}

TEST(Occurrence, PointsAtTheFirstOneTooMany) {
  constexpr std::string_view kRule =
      "kind = 'occurrence'\nwords = ['我们']\nmax = 2\nmessage = '“我们”有 {count} 处，至多 {limit} 处。'";
  EXPECT_EQ(marked(kRule, "我们做。\n我们干。\n我们想。我们说。"), "我们做。\n我们干。\n⟦我们⟧想。我们说。");
  EXPECT_EQ(messages(kRule, "我们做。我们干。我们想。我们说。"), "“我们”有 4 处，至多 2 处。\n");
  EXPECT_EQ(marked(kRule, "我们做。我们干。"), "我们做。我们干。");
}

TEST(Occurrence, CountsWithinItsScope) {
  EXPECT_EQ(
      marked("kind = 'occurrence'\nscope = 'sentence'\nwords = ['的']\nmax = 1", "我的书。你的他的书。"),
      "我的书。你的他⟦的⟧书。");
}

TEST(Occurrence, PointsAtTheUnitThatHasTooFew) {
  EXPECT_EQ(marked("kind = 'occurrence'\nscope = 'sentence'\nwords = ['，']\nmin = 1", "好。好，坏。"),
            "⟦好。⟧好，坏。");
  EXPECT_EQ(marked("kind = 'occurrence'\nwords = ['下半年']\nmin = 1", "青澜县教育局工作总结\n\n开学。"),
            "⟦青澜县教育局工作总结⟧\n\n开学。");
}

TEST(Consistency, FaultsTheRarerSpelling) {
  constexpr std::string_view kRule =
      "kind = 'consistency'\neither = { '账户' = '帐户' }\nmessage = '“{match}”与“{other}”混用。'";
  EXPECT_EQ(marked(kRule, "账户3个。\n帐户2个，账户1个。"), "账户3个。\n⟦帐户⟧2个，账户1个。");
  EXPECT_EQ(marked(kRule, "帐户3个，账户2个。"), "帐户3个，⟦账户⟧2个。");
  EXPECT_EQ(messages(kRule, "帐户3个，账户2个。"), "“账户”与“帐户”混用。\n");
  EXPECT_EQ(marked(kRule, "帐户3个，帐户2个。"), "帐户3个，帐户2个。");
}

TEST(Consistency, KeepsPairsApart) {
  EXPECT_EQ(marked("kind = 'consistency'\neither = { '账户' = '帐户', '其他' = '其它' }", "账户、其它。"),
            "账户、其它。");
}

TEST(Sequence, FindsStepsInTheirOrderWithinASentence) {
  constexpr std::string_view kRule = "kind = 'sequence'\nsteps = [{ words = ['通过'] }, { words = ['使'] }]";
  EXPECT_EQ(marked(kRule, "通过学习，使大家提高。"), "⟦通过学习，使⟧大家提高。");
  EXPECT_EQ(marked(kRule, "使大家通过。通过学习。使人进步。"), "使大家通过。通过学习。使人进步。");
}

TEST(Sequence, BeginsWhereItIsShortest) {
  EXPECT_EQ(
      marked("kind = 'sequence'\nsteps = [{ words = ['甲'] }, { words = ['乙'] }]", "甲丙甲丁乙，乙甲乙。"),
      "甲丙⟦甲丁乙⟧，乙⟦甲乙⟧。");
}

TEST(Sequence, CountsAGapInCharacters) {
  constexpr std::string_view kRule =
      "kind = 'sequence'\nsteps = [{ words = ['甲'] }, { words = ['乙'], gap = 2 }]";
  EXPECT_EQ(marked(kRule, "甲中文乙，甲中文字乙。"), "⟦甲中文乙⟧，甲中文字乙。");
  EXPECT_EQ(marked("kind = 'sequence'\nsteps = [{ words = ['甲'] }, { words = ['乙'], gap = 0 }]",
                   "甲乙，甲，乙。"),
            "⟦甲乙⟧，甲，乙。");
}

TEST(Sequence, IsStoppedByWhatMustNotStandBetween) {
  constexpr std::string_view kRule =
      "kind = 'sequence'\nsteps = [{ words = ['甲'] }, "
      "{ words = ['不'], negate = true }, { words = ['乙'] }]";
  EXPECT_EQ(marked(kRule, "甲，乙；甲不乙。"), "⟦甲，乙⟧；甲不乙。");
}

TEST(Sequence, LooksBeforeItsFirstAndBehindItsLastStep) {
  constexpr std::string_view kBefore =
      "kind = 'sequence'\nsteps = [{ words = ['同比', '比上年'], negate = true }, "
      "{ patterns = ['增长\\d+%'] }]";
  EXPECT_EQ(marked(kBefore, "收入增长5%。同比增长6%。增长7%，同比快。"),
            "收入⟦增长5%⟧。同比增长6%。⟦增长7%⟧，同比快。");
  constexpr std::string_view kBehind =
      "kind = 'sequence'\nsteps = [{ words = ['印发'] }, "
      "{ words = ['号'], negate = true, gap = 5 }]";
  EXPECT_EQ(marked(kBehind, "印发第3号文。印发通知。印发一二三四五六号。"),
            "印发第3号文。⟦印发⟧通知。⟦印发⟧一二三四五六号。");
}

TEST(Sequence, TriesEveryStepThatCanBeCompleted) {
  // The first 乙 cannot go on to 丙 within the gap; the second can.
  EXPECT_EQ(
      marked(
          "kind = 'sequence'\nsteps = [{ words = ['甲'] }, { words = ['乙'] }, { words = ['丙'], gap = 0 }]",
          "甲乙一乙丙。"),
      "⟦甲乙一乙丙⟧。");
}

}  // namespace
}  // namespace tallybook::own_tests

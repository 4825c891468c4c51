// What is wrong with a rule file is said when it is loaded, with the line.
#include <gtest/gtest.h>

#include <algorithm>

#include "support.hpp"

namespace tallybook::own_tests {
namespace {

struct Mistake {
  std::string_view body;
  std::string_view problem;
};

/// In rules that rule_of() writes, with [[rule]], code, name and message in the lines 1 to 4.
constexpr Mistake kMistakes[] = {
    {"words = ['甲']", "rules.toml:1: 缺少“kind”"},
    {"kind = 'exists'",
     "rules.toml:5: “kind”应是 existence, substitution, occurrence, consistency, sequence 之一"},
    {"kind = 'existence'", "rules.toml:1: 缺少要找的词语：words 或 patterns"},
    {"kind = 'existence'\nwords = []", "rules.toml:6: “words”应是字符串的数组：words = [\"…\"]"},
    {"kind = 'existence'\nwords = '甲'", "rules.toml:6: “words”应是字符串的数组：words = [\"…\"]"},
    {"kind = 'existence'\nwords = [\n'甲',\n'']", "rules.toml:8: “words”中应是非空字符串"},
    {"kind = 'existence'\nwords = ['甲', '甲']", "rules.toml:6: XBG001 里“甲”写了两次"},
    {"kind = 'existence'\nwords = [\"甲\\n乙\"]", "rules.toml:6: 要找的词语不能换行，段落里没有换行"},
    {"kind = 'existence'\nwords = [\"甲\\u001B乙\"]", "rules.toml:6: 含有控制字符"},
    {"kind = 'existence'\nwrods = ['甲']", "rules.toml:6: existence 规则没有“wrods”这个键；是否指 words？"},
    {"kind = 'existence'\nwords = ['甲']\nmax = 3", "rules.toml:7: existence 规则没有“max”这个键"},
    {"kind = 'existence'\nwords = ['甲']\nscope = 'page'",
     "rules.toml:7: “scope”应是 report, title, heading, paragraph, sentence, list_item 之一"},
    {"kind = 'existence'\nwords = ['甲']\nseverity = 'bad'",
     "rules.toml:7: “severity”应是 note, warning, error 之一"},
    {"kind = 'existence'\nwords = ['甲']\nenabled = 'no'", "rules.toml:7: “enabled”应是 true 或 false"},
    {"kind = 'existence'\nwords = ['甲']\nexceptions = ['乙丙']",
     "rules.toml:7: XBG001 的例外“乙丙”不含任何要找的词语"},
    {"kind = 'existence'\npatterns = ['甲(乙']", "rules.toml:6: XBG001 的模式“甲(乙”有误：missing ): 甲(乙"},
    {"kind = 'existence'\npatterns = ['甲(?!乙)']",
     "rules.toml:6: XBG001 的模式“甲(?!乙)”有误：invalid perl operator: (?!"},
    {"kind = 'existence'\npatterns = ['甲*']",
     "rules.toml:6: XBG001 的模式“甲*”有误：不要求有任何文字也能匹配"},
    {"kind = 'substitution'", "rules.toml:1: 缺少“swap”或“swap_patterns”"},
    {"kind = 'substitution'\nswap = { '甲' = 3 }",
     "rules.toml:6: 替换成什么，应是一个字符串，或几个字符串的数组"},
    {"kind = 'substitution'\nswap = { '' = '乙' }", "rules.toml:6: 要找的词语不能为空"},
    {"kind = 'substitution'\nswap = { '甲' = '乙', '丙' = '甲丙' }",
     "rules.toml:6: XBG001：“丙”换成“甲丙”后仍会被这条规则报告；把换成的词语列入 exceptions"},
    {"kind = 'substitution'\nswap_patterns = { '(甲)' = '\\2' }",
     "rules.toml:6: XBG001 的模式“(甲)”有误：Rewrite schema requests 2 matches, but the regexp only has 1 "
     "parenthesized subexpressions."},
    {"kind = 'occurrence'\nwords = ['甲']", "rules.toml:1: 缺少“max”或“min”"},
    {"kind = 'occurrence'\nwords = ['甲']\nmax = -1", "rules.toml:7: “max”应是 0 到 1000000 的整数"},
    {"kind = 'occurrence'\nwords = ['甲']\nmax = 1\nmin = 2", "rules.toml:7: “max”小于“min”"},
    {"kind = 'occurrence'\nwords = ['甲']\nmin = 0", "rules.toml:7: “min”为 0，什么也不会报告"},
    {"kind = 'consistency'", "rules.toml:1: 缺少“either”"},
    {"kind = 'consistency'\neither = { '甲' = '甲' }", "rules.toml:6: 两种写法相同"},
    {"kind = 'sequence'\nsteps = [{ words = ['甲'] }]",
     "rules.toml:6: “steps”应有二到 20 步，其中至少一步不带 negate"},
    {"kind = 'sequence'\nsteps = [{ words = ['甲'] }, { words = ['乙'], gab = 3 }]",
     "rules.toml:6: steps 中的一步没有“gab”这个键；是否指 gap？"},
    {"kind = 'existence'\nwords = ['甲']\nexamples = [{ bad = '甲。' }]",
     "rules.toml:7: bad 里应报告的位置用 ⟦ ⟧ 标出，不能嵌套"},
    {"kind = 'existence'\nwords = ['甲']\nexamples = [{ good = '⟦甲⟧。' }]",
     "rules.toml:7: good 里不能有 ⟦ ⟧"},
    {"kind = 'existence'\nwords = ['甲']\nexamples = [{}]", "rules.toml:7: 例子应有 bad 或 good"},
};

TEST(Load, NamesLineAndKeyOfAMistakeInARule) {
  for (const Mistake& mistake : kMistakes) EXPECT_EQ(problem_of(rule_of(mistake.body)), mistake.problem);
}

TEST(Load, KnowsThePlaceholdersOfEachKind) {
  EXPECT_EQ(problem_of(rule_of("kind = 'existence'\nwords = ['甲']\nmessage = '应作{instead}。'")),
            "rules.toml:6: existence 规则的说明里可以用 {match}，没有 {instead}");
  EXPECT_EQ(problem_of(rule_of(
                "kind = 'existence'\nwords = ['甲']\nmessage = { zh = '{ } {甲} {match}', fr = 'x' }")),
            "rules.toml:6: “message”没有“fr”这个键");
  EXPECT_EQ(messages("kind = 'existence'\nwords = ['甲']\nmessage = '{ } {甲} {match}'", "甲。"),
            "{ } {甲} 甲\n");
}

TEST(Load, RefusesCodesAndNamesThatAreTaken) {
  constexpr std::string_view kBody = "kind = 'existence'\nwords = ['甲']";
  EXPECT_EQ(problem_of(rule_of(kBody, "FIG901")),
            "rules.toml:1: FIG901：代码以 FIG 开头的是内置规则，请另取字母");
  EXPECT_EQ(problem_of(rule_of(kBody, "X1")), "rules.toml:2: “code”应是三到八个大写字母加三位数字：XBG001");
  EXPECT_EQ(problem_of(rule_of(kBody) + rule_of(kBody)),
            "rules.toml:7: “XBG001”已有一条规则在用：rules.toml:1");
  EXPECT_EQ(
      problem_of("[[rule]]\ncode = 'XBG001'\nname = 'sum-mismatch'\nkind = 'existence'\nmessage = '不用。'\n"
                 "words = ['甲']"),
      "rules.toml:1: “sum-mismatch”已有一条规则在用：FIG001");
}

TEST(Load, RefusesWhatIsNoRuleFile) {
  EXPECT_EQ(problem_of("").substr(0, 13), "rules.toml:0:");
  EXPECT_EQ(problem_of("[[rules]]\ncode = 'XBG001'"),
            "rules.toml:1: 规则文件没有“rules”这个键；是否指 rule？");
  EXPECT_EQ(problem_of("rule = 3"), "rules.toml:1: “rule”应是表的数组：rule = [{ … }]");
  EXPECT_NE(problem_of("[[rule]\n").find("不是合法的 TOML"), std::string::npos);
}

TEST(Load, DescribesEveryRuleForTheCatalogue) {
  const RuleSet own =
      load(rule_of("kind = 'existence'\nwords = ['甲', '乙']\nwhy = { zh = '因为。', en = 'Because.' "
                   "}\nsource = '县办〔2026〕1号'\n"
                   "link = 'https://example.org/1'",
                   "XBG001") +
           rule_of("kind = 'substitution'\nswap = { '甲' = '乙', '丁' = '' }\nenabled = false", "XBG002") +
           rule_of("kind = 'occurrence'\nscope = 'sentence'\nwords = ['，']\nmax = 5\nseverity = 'note'",
                   "XBG003") +
           rule_of("kind = 'consistency'\neither = { '账户' = '帐户' }", "XBG004") +
           rule_of("kind = 'sequence'\nsteps = [{ words = ['甲'] }, { patterns = ['乙+'], negate = true }, { "
                   "words = ['丙'] }]",
                   "XBG005"));
  std::string catches;
  for (const Rule* rule : own.rules()) catches.append(rule->catches.zh).append("\n");
  EXPECT_EQ(catches,
            "全篇中不应出现“甲”、“乙”。\n"
            "“丁”应删去、“甲”应作“乙”。\n"
            "一句中“，”至多 5 处。\n"
            "全篇中“账户”与“帐户”只用一种写法。\n"
            "一句中不应先后出现“甲”……（没有/乙+/）……“丙”。\n");
  const Rule& first = *own.rules().front();
  EXPECT_EQ(first.why.en, "Because.");
  EXPECT_EQ(first.source, "县办〔2026〕1号 https://example.org/1");
  EXPECT_EQ(first.file, "rules.toml");
  EXPECT_FALSE(own.rules()[1]->enabled_by_default);
  EXPECT_EQ(own.rules()[2]->severity, Severity::note);
}

TEST(Load, TakesSeveralFilesTogether) {
  const RuleFile files[] = {{"甲.toml", rule_of("kind = 'existence'\nwords = ['甲']")},
                            {"乙.toml", rule_of("kind = 'existence'\nwords = ['乙']", "XBG002")}};
  ASSERT_TRUE(load_rules(files));
  EXPECT_EQ(load_rules(files)->rules().size(), 2U);
  const RuleFile twice[] = {files[0], {"丙.toml", files[0].text}};
  EXPECT_EQ(load_rules(twice).error().message.zh, "“XBG001”已有一条规则在用：甲.toml:1");
}

}  // namespace
}  // namespace tallybook::own_tests

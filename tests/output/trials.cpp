#include "output/trials.hpp"

#include <gtest/gtest.h>

namespace tallybook::output {
namespace {

const Rule kRule{
    .code = "XBG001", .name = "空话", .since = "", .catches = {}, .why = {}, .source = "", .examples = {}};

TEST(TrialsText, SaysWhatShouldHaveComeAndWhatCame) {
  const RuleTrial trials[] = {
      {&kRule,
       "规则.toml",
       3,
       2,
       {{7, Demand::fixed, "甲。\n乙。", "甲。\n丙。"}, {8, Demand::silent, "甲", "⟦甲⟧"}}}};
  EXPECT_EQ(trials_text(trials, {}),
            "规则.toml:7: XBG001 空话: 反例改正后不是正例\n"
            "  应为  甲。\n        乙。\n"
            "  实为  甲。\n        丙。\n"
            "规则.toml:8: XBG001 空话: 正例不应报告\n"
            "  应为  甲\n"
            "  实为  ⟦甲⟧\n"
            "规则 1 条，例子 2 个：不符 2 处，没有例子的规则 0 条\n");
}

TEST(TrialsText, SpeaksEnglish) {
  const RuleTrial trials[] = {{&kRule, "rules.toml", 3, 0, {}},
                              {&kRule, "rules.toml", 9, 1, {{12, Demand::reported, "⟦甲⟧", "甲"}}}};
  EXPECT_EQ(trials_text(trials, {.language = Language::en}),
            "rules.toml:3: XBG001 空话: has no examples\n"
            "rules.toml:12: XBG001 空话: the bad text is not reported as marked\n"
            "  expected  ⟦甲⟧\n"
            "  actual    甲\n"
            "2 rules, 1 examples: 1 failures, 1 rules without examples\n");
}

}  // namespace
}  // namespace tallybook::output

#include "output/catalogue.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace tallybook::output {
namespace {

constexpr Example kExamples[] = {{.bad = "原有79名，新增11名，\n⟦现有89名⟧。", .good = "现有90名。"}};

const Rule kRule{.code = "FIG002",
                 .name = "flow-mismatch",
                 .severity = Severity::error,
                 .since = "0.1.0",
                 .catches = {"期初、新增与期末对不上。", "The flow does not add up."},
                 .why = {"读者会问哪个数对。", "Readers ask which is right."},
                 .source = "期初 + 新增 = 期末",
                 .examples = kExamples};
const Rule* const kRules[] = {&kRule};

TEST(RuleText, ExamplesHaveTheirPlaceMarked) {
  EXPECT_EQ(rule_text(kRule, {}),
            "FIG002 flow-mismatch  错误\n"
            "\n查什么\n    期初、新增与期末对不上。\n"
            "\n为什么\n    读者会问哪个数对。\n"
            "\n依据\n    期初 + 新增 = 期末\n"
            "\n应报\n    原有79名，新增11名，\n    现有89名。\n    ^^^^^^^^\n"
            "\n不报\n    现有90名。\n");
}

constexpr Example kOwnExamples[] = {{.bad = "⟦县府⟧和⟦县府⟧办。", .good = ""},
                                    {.bad = "", .good = "县政府。"}};
const Rule kOwn{.code = "QLZF001",
                .name = "机构简称",
                .since = "",
                .catches = {"“县府”应作“县政府”。", "“县府” should be “县政府”."},
                .why = {},
                .source = "",
                .examples = kOwnExamples,
                .file = "县办.toml"};
const Rule* const kBoth[] = {&kRule, &kOwn};

TEST(RuleText, MarksEveryPlaceAndLeavesOutWhatAnOwnRuleDoesNotSay) {
  EXPECT_EQ(rule_text(kOwn, {}),
            "QLZF001 机构简称  警告\n"
            "\n查什么\n    “县府”应作“县政府”。\n"
            "\n规则文件\n    县办.toml\n"
            "\n应报\n    县府和县府办。\n    ^^^^  ^^^^\n"
            "\n不报\n    县政府。\n");
}

TEST(RulesText, AlignsCodesAndNamesOfAnyWidth) {
  EXPECT_EQ(rules_text(kBoth, {}),
            "FIG002   错误  flow-mismatch  期初、新增与期末对不上。\n"
            "QLZF001  警告  机构简称       “县府”应作“县政府”。\n");
}

TEST(RulesJson, NamesTheFileOfAnOwnRule) {
  const auto root = nlohmann::json::parse(rules_json(kBoth));
  EXPECT_EQ(root["rules"][1]["file"], "县办.toml");
  EXPECT_FALSE(root["rules"][0].contains("file"));
}

TEST(RulesText, OneLineARule) {
  EXPECT_EQ(rules_text(kRules, {.language = Language::en}),
            "FIG002  error    flow-mismatch  The flow does not add up.\n");
}

TEST(RulesJson, IsTheCatalogue) {
  const auto root = nlohmann::json::parse(rules_json(kRules));
  EXPECT_EQ(root["rules"][0]["code"], "FIG002");
  EXPECT_EQ(root["rules"][0]["catches"]["en"], "The flow does not add up.");
  EXPECT_EQ(root["rules"][0]["examples"][0]["good"], "现有90名。");
}

}  // namespace
}  // namespace tallybook::output

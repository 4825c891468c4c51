#include "program.hpp"

namespace tallybook::cli::testing {
namespace {

constexpr std::string_view kRules =
    "[[rule]]\n"
    "code = 'QLZF001'\n"
    "name = '机构简称'\n"
    "kind = 'substitution'\n"
    "message = '“{match}”应作“{instead}”。'\n"
    "why = '县外的读者不知道是哪个机构。'\n"
    "swap = { '县府办' = '县政府办公室' }\n"
    "examples = [\n"
    "  { bad = '⟦县府办⟧发文12件。', good = '县政府办公室发文12件。' },\n"
    "]\n";
constexpr std::string_view kText = "县府办发文12件。\n";

class OwnRules : public ProgramTest {};

TEST_F(OwnRules, StandInFilesThatTheSettingsName) {
  write("tallybook.toml", "rules = ['规则/*.toml']\n");
  write("规则/县办.toml", kRules);
  write("总结/a.txt", kText);
  const Outcome o = run({"check", "-q", "总结/a.txt"});
  EXPECT_EQ(o.status, 1);
  EXPECT_EQ(o.out,
            "警告[QLZF001]：“县府办”应作“县政府办公室”。\n"
            " --> 总结/a.txt:1:1\n"
            "  |\n"
            "1 | 县府办发文12件。\n"
            "  | ^^^^^^\n"
            "  = 建议：改为“县政府办公室”\n\n");
}

TEST_F(OwnRules, CanBeNamedOnTheCommandLine) {
  write("县办.toml", kRules);
  write("a.txt", kText);
  EXPECT_EQ(run({"check", "a.txt"}).status, 0);
  EXPECT_EQ(run({"check", "--rules", "县办.toml", "a.txt"}).status, 1);
  EXPECT_EQ(run({"check", "--rules", "县办.toml", "--ignore", "qlzf", "a.txt"}).status, 0);
  write("tallybook.toml", "rules = ['县办.toml']\n[severity]\nQLZF001 = 'note'\n");
  EXPECT_EQ(run({"check", "--rules", "县办.toml", "a.txt"}).status, 0) << "named twice, loaded once";
}

TEST_F(OwnRules, FixFilesLikeTheOthers) {
  write("县办.toml", kRules);
  write("a.txt", kText);
  EXPECT_EQ(run({"check", "--diff", "--rules", "县办.toml", "a.txt"}).out,
            "--- a.txt\n+++ a.txt\n@@ -1,1 +1,1 @@\n-县府办发文12件。\n+县政府办公室发文12件。\n");
  EXPECT_EQ(run({"check", "--fix", "--rules", "县办.toml", "a.txt"}).status, 0);
  EXPECT_EQ(read("a.txt"), "县政府办公室发文12件。\n");
}

TEST_F(OwnRules, AreListedAndExplained) {
  write("tallybook.toml", "rules = ['县办.toml']\n");
  write("县办.toml", kRules);
  const std::string list = run({"rules"}).out;
  EXPECT_NE(list.find("\nQLZF001  警告  机构简称"), std::string::npos) << list;
  EXPECT_NE(run({"rules", "--format", "json"}).out.find("\"file\":\"县办.toml\""), std::string::npos);
  EXPECT_EQ(run({"rules", "--no-config"}).out.find("QLZF"), std::string::npos);
  EXPECT_EQ(run({"explain", "qlzf001"}).out,
            "QLZF001 机构简称  警告\n"
            "\n查什么\n    “县府办”应作“县政府办公室”。\n"
            "\n为什么\n    县外的读者不知道是哪个机构。\n"
            "\n规则文件\n    县办.toml\n"
            "\n应报\n    县府办发文12件。\n    ^^^^^^\n"
            "\n不报\n    县政府办公室发文12件。\n");
}

TEST_F(OwnRules, MistakesNameFileAndLineAndNothingIsChecked) {
  write("tallybook.toml", "rules = [\n  '规则.toml',\n]\n");
  write("a.txt", kText);
  Outcome o = run({"check", "a.txt"});
  EXPECT_EQ(o.status, 2);
  EXPECT_EQ(o.err, "tallybook: tallybook.toml:2: 规则文件“规则.toml”无法读取\n");
  write("规则.toml",
        "[[rule]]\ncode = 'QLZF001'\nname = 'a'\nkind = 'existence'\nmessage = 'b'\nwords = ['']\n");
  o = run({"check", "a.txt"});
  EXPECT_EQ(o.status, 2);
  EXPECT_EQ(o.out, "");
  EXPECT_EQ(o.err, "tallybook: 规则.toml:6: “words”中应是非空字符串\n");
  write("tallybook.toml", "rules = ['规则/*.toml']\n");
  EXPECT_EQ(run({"check", "a.txt"}).err, "tallybook: tallybook.toml:1: 没有文件符合“规则/*.toml”\n");
  EXPECT_EQ(run({"check", "--no-config", "--rules", "没有.toml", "a.txt"}).err,
            "tallybook: 规则文件“没有.toml”无法读取\n");
}

TEST_F(OwnRules, AreTestedByTheirExamples) {
  write("县办.toml", kRules);
  Outcome o = run({"rules", "test", "县办.toml"});
  EXPECT_EQ(o.status, 0);
  EXPECT_EQ(o.out, "规则 1 条，例子 1 个：不符 0 处，没有例子的规则 0 条\n");
  write("乡镇.toml",
        "[[rule]]\ncode = 'XZBG001'\nname = '空话'\nkind = 'existence'\nmessage = '“{match}”空泛。'\n"
        "words = ['狠抓落实']\nexamples = [\n  { bad = \"做法：\\n⟦狠抓⟧落实。\" },\n]\n\n"
        "[[rule]]\ncode = 'XZBG002'\nname = '套话'\nkind = 'existence'\nmessage = '“{match}”空泛。'\n"
        "words = ['亮点纷呈']\n");
  o = run({"rules", "test", "县办.toml", "乡镇.toml"});
  EXPECT_EQ(o.status, 1);
  EXPECT_EQ(o.out,
            "乡镇.toml:8: XZBG001 空话: 反例报告的不是所标的位置\n"
            "  应为  做法：\n"
            "        ⟦狠抓⟧落实。\n"
            "  实为  做法：\n"
            "        ⟦狠抓落实⟧。\n"
            "乡镇.toml:11: XZBG002 套话: 没有例子\n"
            "规则 3 条，例子 2 个：不符 1 处，没有例子的规则 1 条\n");
}

TEST_F(OwnRules, OfTheSettingsAreTestedWhereNoFileIsNamed) {
  EXPECT_EQ(run({"rules", "test"}).out,
            "没有自编规则：在 tallybook.toml 里写 rules = [\"规则/*.toml\"]，或写出规则文件\n");
  write("tallybook.toml", "rules = ['县办.toml']\n");
  write("县办.toml", kRules);
  EXPECT_EQ(run({"rules", "test"}).out, "规则 1 条，例子 1 个：不符 0 处，没有例子的规则 0 条\n");
}

TEST_F(OwnRules, HoldInEachFolderAsItsOwnSettingsSay) {
  write("卫生局/tallybook.toml", "rules = ['../县办.toml']\n");
  write("县办.toml", kRules);
  write("卫生局/a.txt", kText);
  write("教育局/a.txt", kText);
  const Outcome o = run({"check", "-q", "卫生局", "教育局"});
  EXPECT_NE(o.out.find("卫生局/a.txt:1:1"), std::string::npos);
  EXPECT_EQ(o.out.find("教育局/a.txt"), std::string::npos);
}

}  // namespace
}  // namespace tallybook::cli::testing

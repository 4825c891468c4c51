#include <nlohmann/json.hpp>

#include "program.hpp"

namespace tallybook::cli::testing {
namespace {

using nlohmann::json;

/// A document number in square brackets: PUN008, a note.
constexpr std::string_view kNote = "青澜县卫生局印发了《通知》（青卫[2008]46号）。\n";
/// A mark without its partner: PUN001, a warning.
constexpr std::string_view kWarning = "青澜县卫生局学习了《条例，成效明显。\n";
constexpr std::string_view kClean = "青澜县卫生局认真开展工作。\n";

class Check : public ProgramTest {};

std::vector<json> lines_of(const std::string& text) {
  std::vector<json> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(json::parse(line));
  return lines;
}

TEST_F(Check, CleanFileEndsWithZeroAndSaysWhatItReached) {
  write("a.txt", kClean);
  const Outcome o = run({"check", "a.txt"});
  EXPECT_EQ(o.status, 0);
  EXPECT_EQ(o.out,
            "a.txt：没有发现问题\n"
            "  识别数字 0 个，其中 0 个有主语；可核对关系 0 组，核对 0 组：相符 0，不符 0\n");
  EXPECT_EQ(o.err, "");
}

TEST_F(Check, FindingsEndWithOne) {
  write("a.txt", kWarning);
  const Outcome o = run({"check", "a.txt"});
  EXPECT_EQ(o.status, 1);
  EXPECT_NE(o.out.find("警告[PUN001]"), std::string::npos);
  EXPECT_NE(o.out.find(" --> a.txt:1:10\n"), std::string::npos);
  EXPECT_NE(o.out.find("\n  |                   ^"), std::string::npos);
}

TEST_F(Check, ThresholdDecidesTheStatus) {
  write("note.txt", kNote);
  write("warning.txt", kWarning);
  EXPECT_EQ(run({"check", "note.txt"}).status, 0);
  EXPECT_EQ(run({"check", "--fail-on", "note", "note.txt"}).status, 1);
  EXPECT_EQ(run({"check", "--fail-on", "error", "warning.txt"}).status, 0);
}

TEST_F(Check, StandardInput) {
  const Outcome o = run({"check", "-", "--stdin-name", "来件.txt"}, kWarning);
  EXPECT_EQ(o.status, 1);
  EXPECT_NE(o.out.find(" --> 来件.txt:1:10\n"), std::string::npos);
}

TEST_F(Check, LanguageComesFromTheLocaleUnlessGiven) {
  write("a.txt", kClean);
  EXPECT_NE(run({"check", "a.txt"}, "", {"LANG=zh_CN.UTF-8"}).out.find("没有发现问题"), std::string::npos);
  EXPECT_NE(run({"check", "a.txt"}, "", {"LANG=zh_CN", "LC_ALL=C"}).out.find("no findings"),
            std::string::npos);
  EXPECT_NE(run({"check", "a.txt"}, "", {}).out.find("no findings"), std::string::npos);
  EXPECT_NE(run({"check", "--lang", "zh", "a.txt"}, "", {}).out.find("没有发现问题"), std::string::npos);
}

TEST_F(Check, SelectAndIgnore) {
  write("a.txt", std::string(kNote) + std::string(kWarning));
  const auto rules_in = [&](const std::vector<std::string>& arguments) {
    std::vector<std::string> all = {"check", "--format", "json", "a.txt"};
    all.insert(all.end(), arguments.begin(), arguments.end());
    std::vector<std::string> found;
    const json root = json::parse(run(all).out);
    for (const json& finding : root["findings"]) found.push_back(finding["rule"]);
    return found;
  };
  using Rules = std::vector<std::string>;
  EXPECT_EQ(rules_in({}), (Rules{"PUN008", "PUN001"}));
  EXPECT_EQ(rules_in({"--select", "pun008"}), (Rules{"PUN008"}));
  EXPECT_EQ(rules_in({"--select", "NUM,unpaired-mark"}), (Rules{"PUN001"}));
  EXPECT_EQ(rules_in({"--select", "PUN", "--ignore", "PUN001"}), (Rules{"PUN008"}));
  EXPECT_EQ(rules_in({"--ignore", "PUN"}), Rules{});
}

TEST_F(Check, UnknownRuleIsAMistakeWithAGuess) {
  write("a.txt", kClean);
  const Outcome o = run({"check", "--select", "PUN0O1", "a.txt"});
  EXPECT_EQ(o.status, 2);
  EXPECT_EQ(o.out, "");
  EXPECT_EQ(o.err, "tallybook: 没有规则“PUN0O1”；是否指 PUN001？\n");
}

TEST_F(Check, QuietPrintsFindingsOnly) {
  write("a.txt", kClean);
  EXPECT_EQ(run({"check", "-q", "a.txt"}).out, "");
}

TEST_F(Check, JsonHasTheContractsShape) {
  write("a.txt", kWarning);
  const Outcome o = run({"check", "--format", "json", "a.txt"});
  const json root = json::parse(o.out);
  EXPECT_EQ(root["file"], "a.txt");
  ASSERT_EQ(root["reports"].size(), 1U);
  EXPECT_EQ(root["reports"][0]["index"], 0);
  ASSERT_EQ(root["findings"].size(), 1U);
  EXPECT_EQ(root["findings"][0]["rule"], "PUN001");
  EXPECT_EQ(root["findings"][0]["begin"], 9);
  EXPECT_TRUE(root["coverage"].contains("checked"));
}

TEST_F(Check, SeveralFilesAreOneJsonObjectALine) {
  write("b.txt", kClean);
  write("a.txt", kClean);
  const auto lines = lines_of(run({"check", "--format", "json", "b.txt", "a.txt"}).out);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0]["file"], "b.txt");
  EXPECT_EQ(lines[1]["file"], "a.txt");
}

TEST_F(Check, SeveralFilesAreAddedUp) {
  write("a.txt", kClean);
  write("b.txt", kWarning);
  const Outcome o = run({"check", "a.txt", "b.txt"});
  EXPECT_NE(o.out.find("\n合计 2 个文件、2 篇报告：错误 0，警告 1，提示 0\n"), std::string::npos);
}

TEST_F(Check, OutputDoesNotDependOnThreads) {
  for (int i = 0; i < 200; ++i) {
    std::string text;
    for (int line = 0; line < i % 17; ++line) text += line % 2 == 0 ? kWarning : kNote;
    write("报告/" + std::to_string(i) + ".txt", text);
  }
  write("报告/无.txt", std::string("ab\0\0\0\1\2\3", 8));
  for (const char* format : {"text", "json"}) {
    const Outcome one = run({"check", "--format", format, "--jobs", "1", "报告"});
    const Outcome many = run({"check", "--format", format, "--jobs", "8", "报告"});
    EXPECT_EQ(one.out, many.out);
    EXPECT_EQ(one.err, many.err);
    EXPECT_EQ(one.status, 2);
    EXPECT_EQ(many.status, 2);
  }
}

TEST_F(Check, ColourOnlyWhereAsked) {
  write("a.txt", kWarning);
  EXPECT_EQ(run({"check", "a.txt"}).out.find('\x1b'), std::string::npos);
  EXPECT_NE(run({"check", "--color", "always", "a.txt"}).out.find("\x1b["), std::string::npos);
}

}  // namespace
}  // namespace tallybook::cli::testing

#include <nlohmann/json.hpp>

#include "program.hpp"

namespace tallybook::cli::testing {
namespace {

using nlohmann::json;

constexpr std::string_view kReport =
    "一、主要工作\n青澜县共培训教师120名。\n二、下一步打算\n继续抓好培训。\n";

class Commands : public ProgramTest {};

TEST_F(Commands, VersionAndHelp) {
  const Outcome version = run({"--version"});
  EXPECT_EQ(version.status, 0);
  EXPECT_TRUE(version.out.starts_with("tallybook ")) << version.out;
  const Outcome help = run({"--help"});
  EXPECT_EQ(help.status, 0);
  for (const char* command : {"check", "figures", "outline", "split", "rules", "explain"}) {
    EXPECT_NE(help.out.find(command), std::string::npos);
    EXPECT_EQ(run({command, "--help"}).status, 0);
  }
}

TEST_F(Commands, WrongUsageEndsWithTwo) {
  for (const std::vector<std::string>& arguments :
       std::vector<std::vector<std::string>>{{},
                                             {"chekc"},
                                             {"check"},
                                             {"check", "--format", "xml", "a.txt"},
                                             {"check", "--nonsense", "a.txt"},
                                             {"split", "a.txt"}}) {
    const Outcome o = run(arguments);
    EXPECT_EQ(o.status, 2);
    EXPECT_EQ(o.out, "");
    EXPECT_TRUE(o.err.starts_with("tallybook: ")) << o.err;
  }
}

TEST_F(Commands, MisspeltCommandGetsAGuess) {
  EXPECT_EQ(run({"chekc"}).err, "tallybook: 没有命令“chekc”；是否指 check？\n");
  EXPECT_EQ(run({"xyz123"}).err, "tallybook: 没有命令“xyz123”；用法见 tallybook --help\n");
}

TEST_F(Commands, FiguresAsJsonLines) {
  write("a.txt", kReport);
  const Outcome o = run({"figures", "--format", "jsonl", "a.txt"});
  EXPECT_EQ(o.status, 0);
  const json figure = json::parse(o.out);
  EXPECT_EQ(figure["report"], 0);
  EXPECT_EQ(figure["text"], "120名");
  EXPECT_EQ(figure["begin"], 15);
  EXPECT_EQ(figure["end"], 19);
  EXPECT_EQ(figure["value"], "120");
  EXPECT_EQ(figure["file"], "a.txt");
}

TEST_F(Commands, FiguresAsCsvHaveOneHeader) {
  write("a.txt", kReport);
  const Outcome o = run({"figures", "--format", "csv", "a.txt", "a.txt"});
  EXPECT_TRUE(o.out.starts_with("\uFEFFfile,report,"));
  EXPECT_EQ(o.out.find("file,report,"), o.out.rfind("file,report,"));
  EXPECT_NE(o.out.find("\r\na.txt,1,2,9,120名,120,,名,count,"), std::string::npos) << o.out;
}

TEST_F(Commands, FiguresAsText) {
  write("a.txt", kReport);
  EXPECT_TRUE(run({"figures", "a.txt"}).out.starts_with("a.txt：1 个数字\n"));
}

TEST_F(Commands, FiguresExplained) {
  write("a.txt", kReport);
  const Outcome all = run({"figures", "--explain", "a.txt"});
  EXPECT_EQ(all.status, 0);
  EXPECT_TRUE(all.out.starts_with("a.txt:2:9  120名\n")) << all.out;
  EXPECT_NE(all.out.find("  主语  教师                      数字之前的名词 2:7\n"), std::string::npos)
      << all.out;
  EXPECT_EQ(run({"figures", "--explain", "--at", "2", "a.txt"}).out, all.out);
  EXPECT_EQ(run({"figures", "--explain", "--at", "2:12", "a.txt"}).out, all.out);
  EXPECT_EQ(run({"figures", "--explain", "--at", "4:1", "a.txt"}).out, "a.txt：4:1 处没有识别出数字\n");
}

TEST_F(Commands, ExplainingIsAskedForRightly) {
  write("a.txt", kReport);
  for (const std::vector<std::string>& wrong :
       std::vector<std::vector<std::string>>{{"--explain", "--at", "0"},
                                             {"--explain", "--at", "2:"},
                                             {"--explain", "--at", "2:x"},
                                             {"--explain", "--format", "csv"},
                                             {"--at", "2"}}) {
    std::vector<std::string> arguments = {"figures", "a.txt"};
    arguments.insert(arguments.end(), wrong.begin(), wrong.end());
    const Outcome o = run(arguments);
    EXPECT_EQ(o.status, 2) << wrong.back();
    EXPECT_TRUE(o.err.starts_with("tallybook: ")) << o.err;
    EXPECT_EQ(o.out, "");
  }
}

TEST_F(Commands, OutlineAsTextAndJson) {
  write("a.txt", kReport);
  EXPECT_EQ(run({"outline", "a.txt"}).out,
            "a.txt（第 1—4 行）\n"
            "     1  一、主要工作\n"
            "     3  二、下一步打算\n");
  const json root = json::parse(run({"outline", "--format", "json", "a.txt"}).out);
  EXPECT_EQ(root["reports"][0]["sections"][1]["title"], "下一步打算");
}

TEST_F(Commands, RulesAreListed) {
  const Outcome text = run({"rules"});
  EXPECT_EQ(text.status, 0);
  EXPECT_TRUE(text.out.starts_with("NUM001 ") || text.out.find("\nNUM001 ") != std::string::npos);
  const json root = json::parse(run({"rules", "--format", "json"}).out);
  EXPECT_GE(root["rules"].size(), 14U);
}

TEST_F(Commands, ExplainTakesCodeOrName) {
  const Outcome by_code = run({"explain", "pun001"});
  EXPECT_EQ(by_code.status, 0);
  EXPECT_TRUE(by_code.out.starts_with("PUN001 unpaired-mark"));
  EXPECT_EQ(run({"explain", "unpaired-mark"}).out, by_code.out);
  const Outcome unknown = run({"explain", "PUN01"});
  EXPECT_EQ(unknown.status, 2);
  EXPECT_EQ(unknown.err, "tallybook: 没有规则“PUN01”；是否指 PUN001？\n");
}

TEST_F(Commands, SplitWritesOneFileAReport) {
  write("a.txt", kReport);
  const Outcome o = run({"split", "a.txt", "-d", "out/deep"});
  EXPECT_EQ(o.status, 0);
  EXPECT_EQ(o.out, "out/deep/01.txt\n");
  EXPECT_EQ(read("out/deep/01.txt"), kReport);
}

TEST_F(Commands, SplitNeverOverwritesUnlessForced) {
  write("a.txt", kReport);
  write("out/01.txt", "mine");
  const Outcome o = run({"split", "a.txt", "-d", "out"});
  EXPECT_EQ(o.status, 2);
  EXPECT_EQ(o.err, "tallybook: out/01.txt: 无法写入（文件已存在，加 --force 可覆盖）\n");
  EXPECT_EQ(read("out/01.txt"), "mine");
  EXPECT_EQ(run({"split", "a.txt", "-d", "out", "--force"}).status, 0);
  EXPECT_EQ(read("out/01.txt"), kReport);
}

TEST_F(Commands, SplitOfSeveralFilesKeepsThemApart) {
  write("甲.txt", kReport);
  write("乙.txt", kReport);
  EXPECT_EQ(run({"split", "甲.txt", "乙.txt", "-d", "out"}).out, "out/甲-01.txt\nout/乙-01.txt\n");
  write("旧/甲.txt", kReport);
  EXPECT_EQ(run({"split", "甲.txt", "旧", "-d", "new"}).out, "new/甲-01.txt\nnew/甲(2)-01.txt\n");
}

}  // namespace
}  // namespace tallybook::cli::testing

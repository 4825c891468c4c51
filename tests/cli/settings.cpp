#include "program.hpp"

namespace tallybook::cli::testing {
namespace {

/// A document number in square brackets: PUN008, a note.
constexpr std::string_view kNote = "青澜县卫生局印发了《通知》（青卫[2008]46号）。\n";

class SettingsFile : public ProgramTest {};

TEST_F(SettingsFile, HoldsForAllFilesBelowIt) {
  write("tallybook.toml", "[severity]\nPUN008 = 'error'\n");
  write("年中/卫生局/a.txt", kNote);
  const Outcome o = run({"check", "年中/卫生局/a.txt"});
  EXPECT_EQ(o.status, 1);
  EXPECT_NE(o.out.find("错误[PUN008]"), std::string::npos);
}

TEST_F(SettingsFile, NearestOneHolds) {
  write("tallybook.toml", "[severity]\nPUN008 = 'error'\n");
  write("卫生局/tallybook.toml", "ignore = ['PUN']\n");
  write("卫生局/a.txt", kNote);
  write("教育局/a.txt", kNote);
  const Outcome o = run({"check", "-q", "卫生局/a.txt", "教育局/a.txt"});
  EXPECT_EQ(o.out.find("卫生局/a.txt"), std::string::npos);
  EXPECT_NE(o.out.find("教育局/a.txt"), std::string::npos);
}

TEST_F(SettingsFile, CanBeNamedOrLeftOut) {
  write("tallybook.toml", "[severity]\nPUN008 = 'error'\n");
  write("其他.toml", "ignore = ['PUN']\n");
  write("a.txt", kNote);
  EXPECT_EQ(run({"check", "a.txt"}).status, 1);
  EXPECT_EQ(run({"check", "--no-config", "a.txt"}).status, 0);
  EXPECT_EQ(run({"check", "--config", "其他.toml", "-q", "a.txt"}).out, "");
  const Outcome o = run({"check", "--config", "没有.toml", "a.txt"});
  EXPECT_EQ(o.status, 2);
  EXPECT_EQ(o.err, "tallybook: 没有.toml: 设置文件无法读取\n");
}

TEST_F(SettingsFile, SaysWhereItIsWrongAndChecksNothing) {
  write("tallybook.toml", "ignore = [\n  'PUN08',\n]\n");
  write("a.txt", kNote);
  const Outcome o = run({"check", "a.txt"});
  EXPECT_EQ(o.status, 2);
  EXPECT_EQ(o.out, "");
  EXPECT_EQ(o.err, "tallybook: tallybook.toml:2: 没有规则“PUN08”；是否指 PUN008？\n");
}

TEST_F(SettingsFile, RefusesAPatternThatNoFileMatches) {
  write("tallybook.toml", "[[paths]]\nmatch = ['乡镇/*']\nignore = ['PUN']\n");
  write("各乡镇/a.txt", kNote);
  const Outcome o = run({"check", "各乡镇"});
  EXPECT_EQ(o.status, 2);
  EXPECT_EQ(o.err, "tallybook: tallybook.toml:2: 没有文件符合“乡镇/*”\n");
}

TEST_F(SettingsFile, YieldsToTheCommandLine) {
  write("tallybook.toml", "profile = 'strict'\n");
  write("a.txt", kNote);
  EXPECT_EQ(run({"check", "a.txt"}).status, 1);
  EXPECT_EQ(run({"check", "--profile", "standard", "a.txt"}).status, 0);
  EXPECT_EQ(run({"check", "--ignore", "PUN008", "a.txt"}).status, 0);
  const Outcome o = run({"check", "--profile", "strickt", "a.txt"});
  EXPECT_EQ(o.err, "tallybook: 没有方案“strickt”；是否指 strict？\n");
}

}  // namespace
}  // namespace tallybook::cli::testing

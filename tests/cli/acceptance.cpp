#include <nlohmann/json.hpp>

#include "program.hpp"

namespace tallybook::cli::testing {
namespace {

/// A document number in square brackets (PUN008, a note) and a mark without its partner (PUN001, a warning).
constexpr std::string_view kNote = "青澜县卫生局印发了《通知》（青卫[2026]46号）。\n";
constexpr std::string_view kWarning = "青澜县卫生局学习了《条例，成效明显。\n";
constexpr std::string_view kNextWarning = "青澜县教育局学习了《办法，措施有力。\n";

class Accepting : public ProgramTest {};

TEST_F(Accepting, BaselineShowsOnlyWhatIsNew) {
  write("总结/a.txt", std::string(kNote) + std::string(kWarning));
  const Outcome written = run({"check", "--write-baseline", "基线.toml", "总结"});
  EXPECT_EQ(written.status, 0);
  EXPECT_EQ(written.out, "");
  EXPECT_EQ(written.err, "基线.toml：写入 2 处已接受的问题\n");
  const Outcome same = run({"check", "--baseline", "基线.toml", "总结"});
  EXPECT_EQ(same.status, 0);
  EXPECT_NE(same.out.find("没有新的问题"), std::string::npos);
  EXPECT_NE(same.out.find("已接受、不再列出 2 处：基线 2"), std::string::npos);
  write("总结/a.txt", std::string(kNote) + std::string(kWarning) + std::string(kNextWarning));
  const Outcome more = run({"check", "-q", "--baseline", "基线.toml", "总结"});
  EXPECT_EQ(more.status, 1);
  EXPECT_NE(more.out.find(" --> 总结/a.txt:3:10\n"), std::string::npos);
  EXPECT_EQ(more.out.find("a.txt:2:"), std::string::npos);
}

TEST_F(Accepting, BaselineCountsTheSameFindingTwice) {
  write("a.txt", std::string(kWarning));
  run({"check", "--write-baseline", "b.toml", "a.txt"});
  write("a.txt", std::string(kWarning) + "其他工作。\n" + std::string(kWarning));
  EXPECT_EQ(run({"check", "-q", "--baseline", "b.toml", "--select", "PUN001", "a.txt"}).status, 1);
}

TEST_F(Accepting, BaselineTellsWhatIsGone) {
  write("a.txt", kWarning);
  write("b.txt", kWarning);
  run({"check", "--write-baseline", "b.toml", "a.txt", "b.txt"});
  write("a.txt", "青澜县卫生局认真开展工作。\n");
  const Outcome note = run({"check", "--baseline", "b.toml", "a.txt"});
  EXPECT_EQ(note.status, 0);
  EXPECT_EQ(note.err, "b.toml：1 条已经没有对应的问题，可用 --write-baseline 重写\n");
  const Outcome strict = run({"check", "--strict-baseline", "--baseline", "b.toml", "a.txt"});
  EXPECT_EQ(strict.status, 2);
  EXPECT_EQ(strict.err,
            "tallybook: b.toml:6: a.txt 里的 PUN001 “青澜县卫生局学习了《条例，成效明显。”已经没有了\n");
  EXPECT_EQ(run({"check", "--strict-baseline", "--baseline", "b.toml", "--ignore", "PUN001", "a.txt"}).status,
            0);
}

TEST_F(Accepting, BaselineKeepsWhatWasNotChecked) {
  write("a.txt", kWarning);
  write("b.txt", std::string(kWarning) + std::string(kNote));
  run({"check", "--write-baseline", "b.toml", "a.txt", "b.txt"});
  write("a.txt", "青澜县卫生局认真开展工作。\n");
  run({"check", "--write-baseline", "b.toml", "a.txt"});
  EXPECT_EQ(read("b.toml").find("a.txt"), std::string::npos);
  EXPECT_EQ(run({"check", "--fail-on", "note", "--baseline", "b.toml", "b.txt"}).status, 0);
  run({"check", "--write-baseline", "b.toml", "--select", "PUN008", "b.txt"});
  EXPECT_EQ(run({"check", "--fail-on", "note", "--baseline", "b.toml", "b.txt"}).status, 0);
}

TEST_F(Accepting, BaselineThatIsBrokenStopsTheRun) {
  write("a.txt", kWarning);
  write("b.toml", "tallybook_baseline = 1\n['a.txt']\nPUN001 = [{key = 'x'}]\n");
  for (const char* option : {"--baseline", "--write-baseline"}) {
    const Outcome o = run({"check", option, "b.toml", "a.txt"});
    EXPECT_EQ(o.status, 2);
    EXPECT_EQ(o.out, "");
    EXPECT_EQ(o.err, "tallybook: b.toml:3: 须有 key = \"…\"，16 位十六进制数字\n");
  }
  EXPECT_EQ(run({"check", "--baseline", "没有.toml", "a.txt"}).err,
            "tallybook: 没有.toml: 基线文件无法读取\n");
}

TEST_F(Accepting, BaselineMayStandInTheSettings) {
  write("tallybook.toml", "profile = 'standard'\nbaseline = '基线/a.toml'\n");
  write("卫生局/a.txt", kWarning);
  const Outcome o = run({"check", "卫生局"});
  EXPECT_EQ(o.status, 2);
  EXPECT_EQ(o.err, "tallybook: tallybook.toml:2: 基线文件“基线/a.toml”无法读取\n");
  write("基线/无.txt", "");
  EXPECT_EQ(run({"check", "--write-baseline", "基线/a.toml", "卫生局"}).status, 0);
  EXPECT_NE(read("基线/a.toml").find("[\"../卫生局/a.txt\"]"), std::string::npos);
  EXPECT_EQ(run({"check", "卫生局"}).status, 0);
}

TEST_F(Accepting, DismissalCarriesOverToTheNextHalfYear) {
  write("tallybook.toml", "[[dismiss]]\nrule = 'PUN008'\ntext = '青卫[2026]46号'\nreason = '原文如此'\n");
  write("a.txt", "上半年，印发了《通知》（青卫[2027]51号），效果好。\n");
  const Outcome o = run({"check", "--fail-on", "note", "."});
  EXPECT_EQ(o.status, 0) << o.err;
  EXPECT_NE(o.out.find("已接受、不再列出 1 处：设置 1"), std::string::npos);
}

TEST_F(Accepting, DismissalThatMatchesNothingIsAMistake) {
  write("tallybook.toml",
        "\n[[dismiss]]\nrule = 'PUN001'\ntext = '办法'\nreason = '原文如此'\n"
        "[[dismiss]]\nrule = 'PUN008'\ntext = '通知'\nreason = '原文如此'\n");
  write("a.txt", kNote);
  write("b.txt", kWarning);
  const std::string told =
      "tallybook: tallybook.toml:2: [[dismiss]] PUN001 “办法”没有对上任何问题\n"
      "tallybook: tallybook.toml:6: [[dismiss]] PUN008 “通知”没有对上任何问题\n";
  const Outcome whole = run({"check", "."});
  EXPECT_EQ(whole.status, 2);
  EXPECT_EQ(whole.err, told);
  EXPECT_EQ(run({"check", "--config", "tallybook.toml", "a.txt"}).err, told);
  const Outcome part = run({"check", "a.txt"});
  EXPECT_EQ(part.status, 0);
  EXPECT_EQ(part.err, "tallybook.toml：2 条 [[dismiss]] 没有用上；它管的文件没有都查，不能断定多余\n");
  EXPECT_EQ(run({"check", "--ignore", "PUN", "."}).status, 0);
}

TEST_F(Accepting, DismissalHoldsForTheFilesItNames) {
  write("tallybook.toml",
        "[[dismiss]]\nrule = 'PUN001'\ntext = '《条例'\nreason = '原文如此'\nmatch = ['卫生局/*']\n");
  write("卫生局/a.txt", kWarning);
  write("教育局/a.txt", kWarning);
  EXPECT_EQ(run({"check", "卫生局"}).status, 0);
  EXPECT_EQ(run({"check", "教育局"}).status, 1);
  write("tallybook.toml",
        "[[dismiss]]\nrule = 'PUN001'\ntext = '《条例'\nreason = '原文如此'\nmatch = ['财政局/*']\n");
  EXPECT_EQ(run({"check", "."}).err, "tallybook: tallybook.toml:5: 没有文件符合“财政局/*”\n");
}

TEST_F(Accepting, CommentInMarkdownAndHtml) {
  write("a.md", "<!-- tallybook: ignore PUN001 照原件 -->\n" + std::string(kWarning));
  EXPECT_EQ(run({"check", "a.md"}).status, 0);
  write("a.html",
        "<p>青澜县卫生局学习了《条例，成效明显。<!-- tallybook: ignore unpaired-mark 照原件 --></p>");
  EXPECT_EQ(run({"check", "a.html"}).status, 0);
  write("b.md", "第一段。\n\n第二段。<!-- tallybook: ignore PUN001 照原件 -->\n");
  const Outcome o = run({"check", "-q", "b.md"});
  EXPECT_EQ(o.status, 2);
  EXPECT_EQ(o.err, "tallybook: b.md:3: 这一段没有 PUN001 的问题，不必忽略\n");
}

TEST_F(Accepting, FixLeavesAcceptedFindingsAlone) {
  write("a.md", std::string(kNote) + "<!-- tallybook: ignore PUN008 照原件 -->\n");
  write("b.txt", kNote);
  write("b.toml", "");
  write("tallybook.toml",
        "[[dismiss]]\nrule = 'PUN008'\ntext = '青卫[2026]46号'\nreason = '原文如此'\nmatch = ['*.txt']\n");
  EXPECT_EQ(run({"check", "--diff", "a.md", "b.txt"}).status, 0);
  EXPECT_EQ(run({"check", "--diff", "--no-config", "b.txt"}).status, 1);
}

TEST_F(Accepting, StatisticsCountInPlaceOfListing) {
  write("a.md",
        std::string(kWarning) + "\n" + std::string(kNote) + "<!-- tallybook: ignore PUN008 照原件 -->\n");
  const Outcome o = run({"check", "--statistics", "a.md"});
  EXPECT_EQ(o.status, 1);
  EXPECT_TRUE(o.out.starts_with(
      "       1  PUN001  警告  unpaired-mark\n\n合计 1 个文件、1 篇报告：错误 0，警告 1，提示 0\n"))
      << o.out;
  EXPECT_NE(o.out.find("文内注释 1"), std::string::npos);
  EXPECT_NE(o.err.find("PUN001"), std::string::npos);  // how long it took
  EXPECT_EQ(run({"check", "-q", "--statistics", "a.md"}).err, "");
  const auto root =
      nlohmann::json::parse(run({"check", "-q", "--statistics", "--format", "json", "a.md"}).out);
  EXPECT_EQ(root["rules"][0]["rule"], "PUN001");
  EXPECT_EQ(run({"check", "--statistics", "--format", "html", "a.md"}).err,
            "tallybook: --statistics 只有 text 和 json 两种格式\n");
}

TEST_F(Accepting, JsonKeepsAcceptedFindingsApart) {
  write("a.md", std::string(kWarning) + "<!-- tallybook: ignore PUN001 照原件 -->\n");
  const auto root = nlohmann::json::parse(run({"check", "--format", "json", "a.md"}).out);
  EXPECT_TRUE(root["findings"].empty());
  EXPECT_EQ(root["accepted"][0]["rule"], "PUN001");
  EXPECT_EQ(root["accepted"][0]["accepted"]["reason"], "照原件");
}

}  // namespace
}  // namespace tallybook::cli::testing

#include <unistd.h>

#include "program.hpp"

namespace tallybook::cli::testing {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kText = "青澜县卫生局认真开展工作。\n";

class Files : public ProgramTest {
 protected:
  /// The files that a run printed something of, in order.
  static std::string files_in(const std::string& out) {
    std::string names;
    std::istringstream stream(out);
    for (std::string line; std::getline(stream, line);) {
      const std::size_t mark = line.find("：没有");
      if (mark != std::string::npos && !line.starts_with("合计")) names += line.substr(0, mark) + ' ';
    }
    return names;
  }
};

TEST_F(Files, FolderIsSearchedInOrderWithoutHiddenFiles) {
  for (const char* name : {"f/b.md", "f/a.txt", "f/.hidden.txt", "f/~$a.docx", "f/c.pdf", "f/sub/d.HTML",
                           "f/sub/.git/e.txt", "f/z.htm"}) {
    write(name, kText);
  }
  const Outcome o = run({"check", "f"});
  EXPECT_EQ(o.err, "");
  EXPECT_EQ(files_in(o.out), "f/a.txt f/b.md f/sub/d.HTML f/z.htm ");
}

TEST_F(Files, NamedFileIsReadWhateverItsExtension) {
  write("总结 稿.text", kText);
  EXPECT_EQ(files_in(run({"check", "总结 稿.text"}).out), "总结 稿.text ");
}

TEST_F(Files, NameThatIsNoUtf8) {
  write("b\xFF.txt", kText);
  EXPECT_EQ(files_in(run({"check", "b\xFF.txt"}).out), "b\uFFFD.txt ");
  EXPECT_EQ(run({"check", "c\xFF"}).err, "tallybook: c\uFFFD: 找不到文件\n");
}

TEST_F(Files, SameFileTwiceIsReadTwice) {
  write("a.txt", kText);
  EXPECT_EQ(files_in(run({"check", "a.txt", "a.txt"}).out), "a.txt a.txt ");
}

TEST_F(Files, LinkedFoldersAreNotFollowed) {
  write("f/a.txt", kText);
  fs::create_directory_symlink("..", path("f/loop"));
  EXPECT_EQ(files_in(run({"check", "f"}).out), "f/a.txt ");
}

TEST_F(Files, MissingFileIsNamedAndTheOthersGoOn) {
  write("a.txt", kText);
  const Outcome o = run({"check", "无.txt", "a.txt"});
  EXPECT_EQ(o.status, 2);
  EXPECT_EQ(o.err, "tallybook: 无.txt: 找不到文件\n");
  EXPECT_EQ(files_in(o.out), "a.txt ");
}

TEST_F(Files, EmptyFolderIsAnError) {
  fs::create_directory(path("f"));
  const Outcome o = run({"check", "f"});
  EXPECT_EQ(o.status, 2);
  EXPECT_EQ(o.err, "tallybook: f: 找不到文件（文件夹中没有可读的文件）\n");
}

TEST_F(Files, BrokenLinkIsAnError) {
  fs::create_directory(path("f"));
  fs::create_symlink("nowhere.txt", path("f/a.txt"));
  const Outcome o = run({"check", "f"});
  EXPECT_EQ(o.status, 2);
  EXPECT_EQ(o.err, "tallybook: f/a.txt: 找不到文件\n");
}

TEST_F(Files, UnreadableFileIsAnError) {
  if (geteuid() == 0) GTEST_SKIP() << "root may read everything";
  write("a.txt", kText);
  fs::permissions(path("a.txt"), fs::perms::none);
  const Outcome o = run({"check", "a.txt"});
  EXPECT_EQ(o.status, 2);
  EXPECT_EQ(o.err, "tallybook: a.txt: 无法读取（没有权限）\n");
}

TEST_F(Files, BinaryContentIsNamedWithItsOffset) {
  write("a.txt", std::string("ab\0\0\0\1\2\3", 8));
  const Outcome o = run({"check", "--lang", "en", "a.txt"});
  EXPECT_EQ(o.status, 2);
  EXPECT_TRUE(o.err.starts_with("tallybook: a.txt: byte ")) << o.err;
}

TEST_F(Files, TooLargeAFileIsRefused) {
  write("a.txt", std::string(2 << 20, 'a'));
  const Outcome o = run({"check", "--lang", "en", "--max-size", "1", "a.txt"});
  EXPECT_EQ(o.status, 2);
  EXPECT_EQ(o.err, "tallybook: a.txt: the file is too large: more than 1 MB; --max-size raises the limit\n");
  EXPECT_EQ(run({"check", "--max-size", "1", "-"}, std::string(2 << 20, 'a')).status, 2);
}

TEST_F(Files, OutputGoesToAFile) {
  write("a.txt", kText);
  const Outcome o = run({"check", "a.txt", "-o", "out.txt"});
  EXPECT_EQ(o.status, 0);
  EXPECT_EQ(o.out, "");
  EXPECT_TRUE(read("out.txt").starts_with("a.txt：没有发现问题\n"));
}

TEST_F(Files, OutputThatCannotBeOpenedIsAnError) {
  write("a.txt", kText);
  const Outcome o = run({"check", "a.txt", "-o", "no/such/out.txt"});
  EXPECT_EQ(o.status, 2);
  EXPECT_EQ(o.err, "tallybook: no/such/out.txt: 无法写入（没有这个文件夹）\n");
}

TEST_F(Files, OutputNeverOverwritesAnInput) {
  write("a.txt", kText);
  const Outcome o = run({"check", "a.txt", "-o", "./a.txt"});
  EXPECT_EQ(o.status, 2);
  EXPECT_EQ(read("a.txt"), kText);
}

TEST_F(Files, OutputIsWrittenWholeOrNotAtAll) {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "青澜县印发了《通知》（青卫[2008]46号）。\n";
  write("a.txt", text);
  write("out.txt", "mine");
  limit_file_size(50'000);
  const Outcome o = run({"check", "a.txt", "-o", "out.txt"});
  EXPECT_EQ(o.status, 2);
  EXPECT_EQ(o.err, "tallybook: out.txt: 无法写入（文件超过系统允许的大小）\n");
  EXPECT_EQ(read("out.txt"), "mine");
  EXPECT_EQ(std::distance(fs::directory_iterator(path("")), {}), 2) << "nothing else is left behind";
}

TEST_F(Files, OutputKeepsPermissionsAndLinks) {
  write("a.txt", kText);
  write("real.txt", "old");
  fs::permissions(path("real.txt"), fs::perms::owner_read | fs::perms::owner_write);
  fs::create_symlink("real.txt", path("out.txt"));
  EXPECT_EQ(run({"check", "a.txt", "-o", "out.txt"}).status, 0);
  EXPECT_TRUE(fs::is_symlink(path("out.txt")));
  EXPECT_TRUE(read("real.txt").starts_with("a.txt：没有发现问题\n"));
  EXPECT_EQ(fs::status(path("real.txt")).permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(Files, OutputThatMustNotBeWrittenIsKept) {
  if (geteuid() == 0) GTEST_SKIP() << "root may write everything";
  write("a.txt", kText);
  write("out.txt", "mine");
  fs::permissions(path("out.txt"), fs::perms::owner_read);
  const Outcome o = run({"check", "a.txt", "-o", "out.txt"});
  EXPECT_EQ(o.status, 2);
  EXPECT_EQ(o.err, "tallybook: out.txt: 无法写入（没有权限）\n");
  EXPECT_EQ(read("out.txt"), "mine");
}

TEST_F(Files, FullDiskIsAnError) {
  if (!fs::exists("/dev/full")) GTEST_SKIP() << "no /dev/full here";
  write("a.txt", kText);
  const Outcome o = run({"check", "a.txt", "-o", "/dev/full"});
  EXPECT_EQ(o.status, 2);
  EXPECT_EQ(o.err, "tallybook: /dev/full: 无法写入（磁盘已满）\n");
}

}  // namespace
}  // namespace tallybook::cli::testing

#include <gtest/gtest.h>

#include "document/origin.hpp"
#include "document/read.hpp"
#include "support.hpp"

namespace tallybook::document {
namespace {

std::string dump_of(std::string_view markdown) {
  return dump(read_or_fail(markdown, "总结.md"));
}

TEST(MarkdownReader, KeepsHeadingsAndParagraphs) {
  EXPECT_EQ(dump_of("# 总结\n\n工作**总体**平稳。\n\n第二级\n---\n    缩进"),
            "h1|总结\np|工作总体平稳。\nh2|第二级\np|缩进\n");
}

TEST(MarkdownReader, KeepsListNumbersAsWritten) {
  EXPECT_EQ(dump_of("1. 甲\n2. 乙\n4. 丁\n   - 子项\n     1) 孙\n\n   续\n"),
            "l1|1. 甲\nl1|2. 乙\nl1|4. 丁\nl2|子项\nl3|1) 孙\nl1|续\n");
}

TEST(MarkdownReader, TakesShortLinesForParagraphs) {
  EXPECT_EQ(dump_of("一、主要工作\n（一）宣传\n新增5所。"), "p|一、主要工作\np|（一）宣传\np|新增5所。\n");
}

TEST(MarkdownReader, JoinsWrappedLinesWithoutASpaceInChinese) {
  std::string line;
  for (int i = 0; i < 40; ++i) line += "县";
  EXPECT_EQ(dump_of(line + "\n" + line + "\n完"), "p|" + line + line + "完\n");
  const std::string latin(70, 'a');
  EXPECT_EQ(dump_of(latin + "\n" + latin), "p|" + latin + " " + latin + "\n");
}

TEST(MarkdownReader, ReadsTablesCodeReferencesAndTags) {
  EXPECT_EQ(dump_of("| 项目 | 数 |\n|---|---|\n| 学校 | 5 |\n| | |\n"), "c|项目\nc|数\nc|学校\nc|5\n");
  EXPECT_EQ(dump_of("```\n甲\n\n  乙\n```\n"), "p|甲\np|  乙\n");
  EXPECT_EQ(dump_of("甲&nbsp;&#12289;乙&nosuch;<b>丙</b><br>丁"), "p|甲\u00A0、乙&nosuch;丙\np|丁\n");
  const Document document = read_or_fail("| 项目 | 数 |\n|---|---|\n| 学校 | 5 |\n", "a.md");
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_EQ(document.text, "项目\t数\n学校\t5");
  EXPECT_TRUE(document.tables[0].cells[1].header);
  EXPECT_EQ(document.tables[0].rows, 2u);
}

TEST(MarkdownReader, KnowsEachCharactersByteInTheSource) {
  const std::string source = "\xEF\xBB\xBF# 甲*乙*&amp;丙\n\n3. 丁";
  const Document document = read_or_fail(source, "a.md");
  EXPECT_EQ(document.text, "甲乙&丙\n3. 丁");
  for (const std::string word : {"甲", "乙", "丙", "3. ", "丁"}) {
    const auto origin = locate(document, static_cast<std::uint32_t>(document.text.find(word)));
    ASSERT_TRUE(origin);
    EXPECT_EQ(origin->offset, source.find(word)) << word;
  }
  EXPECT_EQ(locate(document, 6)->offset, source.find("&amp;"));
}

TEST(MarkdownReader, RefusesTablesThatMultiply) {
  std::string source(20'001, '|');
  source += "\n";
  for (int i = 0; i < 20'000; ++i) source += "---|";
  source += "\n";
  for (int i = 0; i < 2'000; ++i) source += "|\n";
  EXPECT_EQ(read_error(source, "a.md").code, ErrorCode::limit_exceeded);
}

}  // namespace
}  // namespace tallybook::document

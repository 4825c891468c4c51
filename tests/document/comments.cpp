#include <gtest/gtest.h>

#include "document/read.hpp"

namespace tallybook::document {
namespace {

/// For each comment its line, the block it belongs to, and its words.
std::string comments_in(std::string_view source, std::string_view name) {
  const auto document = read(source, name);
  if (!document) return document.error().detail;
  std::string text;
  for (const SourceComment& comment : document->comments) {
    const bool last = comment.block >= document->blocks.size();
    const std::string block(last ? "-" : slice(document->text, document->blocks[comment.block].span));
    text += std::to_string(comment.line) + " " + block + " " + comment.text + "\n";
  }
  return text;
}

TEST(MarkdownComments, BelongToTheirParagraphOrTheNext) {
  EXPECT_EQ(
      comments_in("<!-- tallybook: a -->\n\n第一段。\n\n第二段。<!-- tallybook: b -->\n\n第三段。\n", "a.md"),
      "1 第一段。 : a\n5 第二段。 : b\n");
  EXPECT_EQ(comments_in("<!-- tallybook: a -->\n第一段。\n\n第二段。\n<!-- tallybook: b -->\n", "a.md"),
            "1 第一段。 : a\n5 第二段。 : b\n");
  EXPECT_EQ(comments_in("第一段。\n<!--tallybook: a-->\n第二段。\n<!-- tallybook: b -->第三段。\n", "a.md"),
            "2 第二段。 : a\n4 第三段。 : b\n");
  EXPECT_EQ(comments_in("第一段。\n\n<!-- tallybook: a -->\n", "a.md"), "3 - : a\n");
}

TEST(MarkdownComments, StayOutOfTheText) {
  const auto document = read("第一段。\n<!-- tallybook: a -->\n", "a.md");
  ASSERT_TRUE(document);
  EXPECT_EQ(document->text, "第一段。");
}

TEST(MarkdownComments, MayRunOverLinesAndStandInListsAndTables) {
  EXPECT_EQ(comments_in("<!-- tallybook: ignore\n  FIG001 理由 -->\n第一段。\n", "a.md"),
            "1 第一段。 : ignore\n  FIG001 理由\n");
  EXPECT_EQ(comments_in("- 甲\n- 乙<!-- tallybook: a -->\n", "a.md"), "2 乙 : a\n");
  EXPECT_EQ(comments_in("| 甲 | 乙 |\n|---|---|\n| 丙 | 丁<!-- tallybook: a --> |\n", "a.md"), "3 丁 : a\n");
}

TEST(MarkdownComments, OfOthersAndInCodeAreNotKept) {
  EXPECT_EQ(comments_in("<!-- 编者按 -->\n第一段。`<!-- tallybook: a -->`\n", "a.md"), "");
}

TEST(HtmlComments, BelongToTheirParagraphOrTheNext) {
  EXPECT_EQ(
      comments_in("<html><body><!-- tallybook: a --><p>第一段。</p>\n<p>第二段。<!-- tallybook: b --></p>\n"
                  "<p><!-- tallybook: c -->第三段。</p><!-- 其他 --><!-- tallybook: d --></body></html>",
                  "a.html"),
      "1 第一段。 : a\n2 第二段。 : b\n3 第三段。 : c\n3 - : d\n");
}

TEST(HtmlComments, BetweenTheRowsOfATableBelongToTheNextCell) {
  EXPECT_EQ(
      comments_in("<table><tr><td>甲</td><td>乙</td></tr>\n<!-- tallybook: a --><tr>\n<!-- tallybook: b -->"
                  "<td>丙</td><td>丁<!-- tallybook: c --></td></tr></table>",
                  "a.html"),
      "2 丙 : a\n3 丙 : b\n3 丁 : c\n");
}

}  // namespace
}  // namespace tallybook::document

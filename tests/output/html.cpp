#include "output/html.hpp"

#include <gtest/gtest.h>

#include "output/html_marks.hpp"
#include "support.hpp"

namespace tallybook::output {
namespace {

using testing::analysis_of;
using testing::finding_at;
using testing::place_of;

/// Every line of the hand-made analysis is a block, as a reader would make it.
Analysis page_of(std::string text, std::string name = "总结.txt") {
  Analysis analysis = analysis_of(std::move(text), std::move(name));
  const std::string_view all = analysis.document.text;
  for (std::size_t begin = 0; begin < all.size();) {
    const std::size_t end = std::min(all.find('\n', begin), all.size());
    Block block;
    block.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    analysis.document.blocks.push_back(block);
    begin = end + 1;
  }
  return analysis;
}

std::size_t count_of(std::string_view text, std::string_view words) {
  std::size_t count = 0;
  for (std::size_t at = text.find(words); at != text.npos; at = text.find(words, at + words.size())) ++count;
  return count;
}

TEST(Html, TextNeverBecomesMarkup) {
  EXPECT_EQ(html_escaped("a<b & \"c\" > d\t"), "a&lt;b &amp; &quot;c&quot; &gt; d\t");
  EXPECT_EQ(html_escaped(std::string_view("\x1b[31m\0", 6)), "␛[31m␀");
  const Analysis analysis = page_of("<script>alert(1)</script>新增11名。", "<img src=x>\".txt");
  const std::string page = html_file(analysis, Language::zh);
  EXPECT_EQ(page.find("<script"), std::string::npos);
  EXPECT_EQ(page.find("<img"), std::string::npos);
}

TEST(Html, IdsOfTwoFilesDiffer) {
  EXPECT_EQ(html_id("a b.txt", "n", 3), "n3-a_20b.txt");
  EXPECT_NE(html_id("a b", "n", 1), html_id("a_b", "n", 1));
  EXPECT_NE(html_id("a_20b", "n", 1), html_id("a b", "n", 1));
}

TEST(Html, MarksTheFindingAndUnderlinesWhatItRestsOn) {
  Analysis analysis = page_of("原有79名，新增11名，现有89名。");
  Finding finding = finding_at(place_of(analysis, "89名"));
  finding.related = {{place_of(analysis, "79名"), {"原有数", "opening"}}};
  analysis.reports[0].findings = {finding};
  const std::string page = html_file(analysis, Language::zh);
  EXPECT_NE(page.find("原有<u class=\"error\">79名</u>，新增11名，现有<a class=\"ref error\""),
            std::string::npos)
      << page;
  EXPECT_NE(page.find("<mark class=\"error\">89名</mark>。</p>"), std::string::npos) << page;
  EXPECT_NE(page.find("<b>错误 FIG002</b> 期初、新增与期末对不上：79 + 11 = 90 ≠ 89"), std::string::npos)
      << page;
  EXPECT_NE(page.find("1:3 “79名” 原有数"), std::string::npos) << page;
}

TEST(Html, FindingsThatOverlapKeepTheTextWhole) {
  Analysis analysis = page_of("一二三四五六七八");
  const Finding whole = finding_at(place_of(analysis, "一二三四五六"), Severity::note);
  const Finding inner = finding_at(place_of(analysis, "三四"), Severity::error);
  const Finding across = finding_at(place_of(analysis, "四五六七"), Severity::warning);
  const std::string_view text = analysis.document.text;
  const HtmlMarks marks(text, "a", {&whole, &inner, &across});
  const std::string marked = marks.marked({0, static_cast<std::uint32_t>(text.size())});
  std::string plain;
  bool tag = false;
  bool number = false;
  for (std::size_t i = 0; i < marked.size(); ++i) {
    if (marked.compare(i, 3, "<a ") == 0) number = true;
    if (marked[i] == '<') tag = true;
    if (!tag && !number) plain += marked[i];
    if (marked[i] == '>') tag = false;
    if (marked.compare(i, 4, "</a>") == 0) number = false;
  }
  EXPECT_EQ(plain, text) << marked;
  EXPECT_EQ(count_of(marked, "<a "), 3U);
  EXPECT_NE(marked.find("<mark class=\"error\">四</mark>"), std::string::npos) << marked;
}

TEST(Html, APlaceWithoutWordsIsNumberedAllTheSame) {
  Analysis analysis = page_of("一是抓落实。\n三是抓提升。");
  const std::uint32_t at = place_of(analysis, "三是").begin;
  analysis.reports[0].findings = {finding_at({at, at})};
  const std::string page = html_file(analysis, Language::zh);
  EXPECT_EQ(count_of(page, "class=\"ref error\""), 2U) << page;  // in the text and beside it
}

TEST(Html, TablesKeepTheirCells) {
  Analysis analysis = page_of("名称\n数量\n学校\n88");
  Table table;
  table.rows = table.columns = 2;
  table.span = {0, static_cast<std::uint32_t>(analysis.document.text.size())};
  for (std::uint32_t i = 0; i < 4; ++i) {
    TableCell cell;
    cell.block = i;
    cell.block_count = 1;
    cell.row = i / 2;
    cell.column = i % 2;
    cell.header = i < 2;
    table.cells.push_back(cell);
  }
  analysis.document.tables = {table};
  analysis.reports[0].findings = {finding_at(place_of(analysis, "88"))};
  const std::string page = html_file(analysis, Language::zh);
  EXPECT_EQ(count_of(page, "<tr>"), 2U) << page;
  EXPECT_EQ(count_of(page, "<th "), 2U);
  EXPECT_EQ(count_of(page, "<mark class=\"error\">88</mark></td>"), 1U) << page;
  EXPECT_EQ(count_of(page, "<div class=\"row\">"), 1U);
}

TEST(Html, ThePageNeedsNoOtherFile) {
  const Analysis analysis = page_of("新增11名。");
  const HtmlFile file{"总结.txt", {}};
  const std::string page = html_head(Language::zh) + html_file(analysis, Language::zh) +
                           html_tail(totals_of(analysis), {&file, 1}, Language::zh);
  for (const std::string_view outside : {"http:", "https:", "src=", "@import", "url(", "<link"}) {
    EXPECT_EQ(page.find(outside), std::string::npos) << outside;
  }
  EXPECT_TRUE(page.starts_with("<!DOCTYPE html>\n<html lang=\"zh-CN\">"));
  EXPECT_TRUE(page.ends_with("</html>\n"));
}

TEST(Html, FilesAreListedWhereThereAreSeveral) {
  const std::array<HtmlFile, 2> files = {HtmlFile{"甲.txt", {0, 0, 3}}, HtmlFile{"乙.txt", {1, 0, 0}}};
  const std::string tail = html_tail({}, files, Language::zh);
  EXPECT_NE(tail.find(">甲.txt</a></td><td class=\"error\">3</td><td class=\"none\">0</td>"),
            std::string::npos)
      << tail;
  EXPECT_EQ(html_tail({}, std::span(files).first(1), Language::zh).find("甲.txt"), std::string::npos);
}

}  // namespace
}  // namespace tallybook::output

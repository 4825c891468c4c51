#include <gtest/gtest.h>

#include "document/html/tree.hpp"
#include "document/origin.hpp"
#include "support.hpp"

namespace tallybook::document {
namespace {

std::string dump_of(std::string_view html) {
  return dump(read_or_fail(html, "总结.html"));
}

const std::string kProse =
    "上半年，青澜县卫生局围绕全年目标任务，扎实推进各项工作，全县共有村卫生室152所，门诊诊疗82.4万人次，"
    "住院1.3万人次，各项指标均有提高。";

TEST(HtmlReader, CollapsesSpaceAndKeepsChineseTogether) {
  EXPECT_EQ(dump_of("<p>　　全县\n  共有\n<b>20</b> 所&nbsp;学校  </p> 完"),
            "p|　　全县共有 20 所\u00A0学校\np|完\n");
  EXPECT_EQ(dump_of("<pre>一\n  二</pre>"), "p|一\np|  二\n");
}

TEST(HtmlReader, MakesBlocksOfBlockElementsAndLineBreaks) {
  EXPECT_EQ(dump_of("<h2>标题</h2><div>甲<p>乙</div>丙<br>丁<hr>戊"),
            "h2|标题\np|甲\np|乙\np|丙\np|丁\np|戊\n");
}

TEST(HtmlReader, NumbersListsAsABrowserDoes) {
  EXPECT_EQ(
      dump_of(
          "<ol start=3><li>甲<li><p>乙</p><p>续</p><li value=9>丙<ol type=a><li>子</ol></ol><ul><li>丁</ul>"),
      "l1|3. 甲\nl1|4. 乙\nl1|续\nl1|9. 丙\nl2|a. 子\nl1|丁\n");
}

TEST(HtmlReader, DecodesReferencesAndKnowsTheirPlace) {
  const std::string source = "<p>甲&nbsp;乙&#12289;丙&ltb&gt AT&T &amp;&amp;丁&hellip;戊 & 己</p>";
  const Document document = read_or_fail(source, "a.html");
  EXPECT_EQ(document.text, "甲\u00A0乙、丙<b> AT&T &&丁…戊 & 己");
  for (const std::string word : {"甲", "乙", "丙", "T ", "丁", "戊", "己"}) {
    const auto origin = locate(document, static_cast<std::uint32_t>(document.text.find(word)));
    ASSERT_TRUE(origin);
    EXPECT_EQ(origin->offset, source.find(word)) << word;
  }
}

TEST(HtmlReader, NeverCutsCharactersWhereReferencesAreBroken) {
  EXPECT_EQ(dump_of("<p>&nbsp;&nbs;\u00AE&nbsp\u00A9&#xA9\u00AE&#;&#x;&;&</p>"),
            "p|\u00A0&nbs;\u00AE\u00A0\u00A9\u00A9\u00AE&#;&#x;&;&\n");
}

TEST(HtmlReader, TrustsTheLabelOfGbPagesAndMapsTheirBytes) {
  const std::string source = "<html><meta charset=gb2312><p>\xC8\xAB\xCF\xD8</p>20\xCB\xF9</html>";
  const Document document = read_or_fail(source, "a.html");
  EXPECT_EQ(document.encoding, "GB18030");
  EXPECT_EQ(document.text, "全县\n20所");
  EXPECT_EQ(locate(document, 3)->offset, source.find("\xCF\xD8"));
  EXPECT_EQ(locate(document, 9)->offset, source.find("\xCB\xF9"));
}

TEST(HtmlReader, LeavesOutWhatIsNoText) {
  EXPECT_EQ(
      dump_of("<head><title>题</title></head><script>a</script><style>b</style><p hidden>c</p>"
              "<p style='Display : none'>d</p><form><input value=e><select><option>f</select>正文</form>"),
      "p|正文\n");
}

TEST(HtmlReader, LeavesOutTheFrameOfThePage) {
  EXPECT_EQ(dump_of("<header><a>首页</a></header><div class='top-nav'><a>政务</a></div><div>" + kProse +
                    "</div><div id=Footer2>版权所有</div>"),
            "p|" + kProse + "\n");
}

TEST(HtmlReader, KeepsProseAndMainContentWhateverItsName) {
  EXPECT_EQ(dump_of("<div class=menu>" + kProse + kProse + kProse + "</div>"),
            "p|" + kProse + kProse + kProse + "\n");
  EXPECT_EQ(dump_of("<article><header>题目</header>" + kProse + "<footer>2026年7月</footer></article>"),
            "p|题目\np|" + kProse + "\np|2026年7月\n");
  EXPECT_EQ(dump_of("<div class=footer>全县共有20所学校</div>"), "p|全县共有20所学校\n");
}

TEST(HtmlReader, ReadsTablesWithTheirSpans) {
  const Document document = read_or_fail(
      "<table><tr><th rowspan=2>项目<th colspan=2>数</tr><tr><td>5<td></tr><tr><td>a<td>b<td>c</table>",
      "a.html");
  EXPECT_EQ(document.text, "项目\t数\n\t5\t\na\tb\tc");
  ASSERT_EQ(document.tables.size(), 1u);
  const Table& table = document.tables[0];
  EXPECT_EQ(table.rows, 3u);
  EXPECT_EQ(table.columns, 3u);
  ASSERT_EQ(table.cells.size(), 7u);
  EXPECT_EQ(table.cells[0].row_span, 2u);
  EXPECT_TRUE(table.cells[0].header);
  EXPECT_EQ(table.cells[2].column, 1u);
  EXPECT_EQ(table.cells[3].block_count, 0u);
}

TEST(HtmlReader, ReadsLayoutTablesAsText) {
  EXPECT_EQ(dump_of("<table><tr><td>甲<table><tr><td>乙<td>丙</table></table>"), "p|甲\nc|乙\nc|丙\n");
  EXPECT_EQ(dump_of("<table><tr><td><p>甲<p>乙</table>"), "p|甲\np|乙\n");
}

std::string repeated(std::string_view piece, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += piece;
  return text;
}

TEST(HtmlLimits, RefusesWhatWouldTakeTheParserTooLong) {
  std::string attributes = "<a";
  for (int i = 0; i < 1000; ++i) attributes += " a" + std::to_string(i);
  const std::string hostile[] = {
      repeated("<div>", 1000),
      repeated("<svg><td>", 1000),
      repeated("<script></script><b x='>'>", 1000),
      repeated("<blink>", 1000),
      attributes + ">",
      repeated("<b><i><u><s><font><code>", 80) + repeated("<p>a", 100'000),
  };
  for (const std::string& html : hostile) {
    EXPECT_EQ(read_error(html, "a.html").code, ErrorCode::limit_exceeded) << html.substr(0, 40);
  }
}

TEST(HtmlLimits, LetsOrdinaryPagesPass) {
  EXPECT_EQ(html::find_broken_limit(repeated("<p>段<br><li>项<td><img src='a>b'>", 5000)), "");
  EXPECT_EQ(html::find_broken_limit(repeated("<script>'<div>'</script><!-- <div> --><b>a</b>", 5000)), "");
  EXPECT_EQ(html::find_broken_limit("<"), "");
  EXPECT_EQ(html::find_broken_limit("</"), "");
  EXPECT_EQ(html::find_broken_limit("<a b='"), "");
  EXPECT_EQ(html::find_broken_limit("<!--"), "");
}

}  // namespace
}  // namespace tallybook::document

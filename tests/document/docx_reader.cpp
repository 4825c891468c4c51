#include <gtest/gtest.h>

#include "document/docx/package.hpp"
#include "document/docx/xml.hpp"
#include "document/origin.hpp"
#include "support.hpp"

namespace tallybook::document {
namespace {

std::string dump_of(const std::string& body, const std::map<std::string, std::string>& parts = {}) {
  return dump(read_or_fail(docx_of(body, parts), "总结.docx"));
}

std::string numbered(const std::string& text, int numbering, int level) {
  return paragraph(text, "<w:numPr><w:ilvl w:val='" + std::to_string(level) + "'/><w:numId w:val='" +
                             std::to_string(numbering) + "'/></w:numPr>");
}

std::string level(int index, const std::string& format, const std::string& text,
                  const std::string& more = "") {
  return "<w:lvl w:ilvl='" + std::to_string(index) + "'><w:start w:val='1'/><w:numFmt w:val='" + format +
         "'/><w:lvlText w:val='" + text + "'/>" + more + "</w:lvl>";
}

std::map<std::string, std::string> numbering(const std::string& levels, const std::string& nums = "") {
  return {
      {"word/numbering.xml", "<w:numbering><w:abstractNum w:abstractNumId='7'>" + levels +
                                 "</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='7'/></w:num>" +
                                 nums + "</w:numbering>"}};
}

TEST(DocxReader, NumbersOfficialDocumentsAsWordShowsThem) {
  const auto parts = numbering(level(0, "chineseCountingThousand", "%1、") +
                               level(1, "chineseCountingThousand", "（%2）") + level(2, "decimal", "%3.") +
                               level(3, "decimalEnclosedCircle", "%4", "<w:suff w:val='nothing'/>"));
  EXPECT_EQ(dump_of(numbered("工作", 1, 0) + numbered("宣传", 1, 1) + numbered("甲", 1, 2) +
                        numbered("乙", 1, 2) + numbered("子", 1, 3) + numbered("教育", 1, 1) +
                        numbered("丙", 1, 2) + numbered("问题", 1, 0) + numbered("一点", 1, 1),
                    parts),
            "l1|一、工作\nl2|（一）宣传\nl3|1. 甲\nl3|2. 乙\nl4|①子\nl2|（二）教育\nl3|1. "
            "丙\nl1|二、问题\nl2|（一）一点\n");
}

TEST(DocxReader, NumbersThroughSeveralLevels) {
  EXPECT_EQ(
      dump_of(numbered("甲", 1, 0) + numbered("乙", 1, 1) + numbered("丙", 1, 1),
              numbering(level(0, "chineseCounting", "第%1章") + level(1, "decimal", "%1.%2", "<w:isLgl/>"))),
      "l1|第一章 甲\nl2|1.1 乙\nl2|1.2 丙\n");
}

TEST(DocxReader, RestartsWhereTheNumberingSaysSo) {
  const std::string nums =
      "<w:num w:numId='2'><w:abstractNumId w:val='7'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='5'/>"
      "</w:lvlOverride></w:num><w:num w:numId='3'><w:abstractNumId w:val='7'/></w:num>";
  EXPECT_EQ(dump_of(numbered("a", 1, 0) + numbered("b", 1, 0) + numbered("c", 2, 0) + numbered("d", 2, 0) +
                        numbered("e", 3, 0),
                    numbering(level(0, "decimal", "%1."), nums)),
            "l1|1. a\nl1|2. b\nl1|5. c\nl1|6. d\nl1|7. e\n");
}

TEST(DocxReader, KeepsCountingWhereRestartIsOff) {
  EXPECT_EQ(dump_of(numbered("a", 1, 0) + numbered("b", 1, 1) + numbered("c", 1, 0) + numbered("d", 1, 1),
                    numbering(level(0, "decimal", "%1.") +
                              level(1, "decimal", "(%2)", "<w:lvlRestart w:val='0'/>"))),
            "l1|1. a\nl2|(1) b\nl1|2. c\nl2|(2) d\n");
}

TEST(DocxReader, TakesHeadingsAndNumberingFromStyles) {
  auto parts = numbering(level(0, "chineseCounting", "%1、", "<w:pStyle w:val='1'/>") +
                         level(1, "chineseCounting", "（%2）", "<w:pStyle w:val='2'/>"));
  parts["word/styles.xml"] =
      "<w:styles><w:style w:type='paragraph' w:styleId='1'><w:name w:val='heading 1'/><w:pPr><w:numPr>"
      "<w:numId w:val='1'/></w:numPr></w:pPr></w:style>"
      "<w:style w:type='paragraph' w:styleId='2'><w:name w:val='Heading 2'/><w:basedOn w:val='1'/></w:style>"
      "<w:style w:type='paragraph' w:styleId='x'><w:name w:val='自定义'/><w:basedOn "
      "w:val='2'/><w:pPr><w:numPr>"
      "<w:numId w:val='0'/></w:numPr></w:pPr></w:style>"
      "<w:style w:type='paragraph' w:styleId='t'><w:name w:val='Title'/></w:style>"
      "<w:style w:type='paragraph' w:styleId='loop'><w:name w:val='a'/><w:basedOn w:val='loop'/></w:style>"
      "<w:style w:type='paragraph' w:styleId='TOC1'><w:name w:val='toc 1'/></w:style></w:styles>";
  const auto styled = [](const std::string& text, const std::string& style, const std::string& more = "") {
    return paragraph(text, "<w:pStyle w:val='" + style + "'/>" + more);
  };
  EXPECT_EQ(
      dump_of(styled("总结", "t") + styled("工作 1", "TOC1") + styled("工作", "1") + styled("宣传", "2") +
                  styled("无号", "x") + styled("无号", "1", "<w:numPr><w:numId w:val='0'/></w:numPr>") +
                  styled("正文", "1", "<w:outlineLvl w:val='9'/><w:numPr><w:numId w:val='0'/></w:numPr>") +
                  styled("圈", "loop"),
              parts),
      "h|总结\nh1|一、工作\nh2|（一）宣传\nh2|无号\nh1|无号\np|正文\np|圈\n");
}

TEST(DocxReader, ReadsTablesWithTheirSpans) {
  const auto cell = [](const std::string& text, const std::string& properties = "") {
    return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + paragraph(text) + "</w:tc>";
  };
  const std::string body = paragraph("前") + "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>" +
                           cell("项目", "<w:vMerge w:val='restart'/>") +
                           cell("数", "<w:gridSpan w:val='2'/>") + "</w:tr><w:tr>" + cell("", "<w:vMerge/>") +
                           cell("5") + cell("") + "</w:tr><w:tr>" + cell("a") + "<w:tc>" + paragraph("b") +
                           paragraph("c") + "</w:tc>" + cell("d") + "</w:tr></w:tbl>" + paragraph("后");
  const Document document = read_or_fail(docx_of(body), "a.docx");
  EXPECT_EQ(document.text, "前\n项目\t数\n\t5\t\na\tb\nc\td\n后");
  ASSERT_EQ(document.tables.size(), 1u);
  const Table& table = document.tables[0];
  EXPECT_EQ(slice(document.text, table.span), "项目\t数\n\t5\t\na\tb\nc\td");
  EXPECT_EQ(table.columns, 3u);
  ASSERT_EQ(table.cells.size(), 7u);
  EXPECT_EQ(table.cells[0].row_span, 2u);
  EXPECT_TRUE(table.cells[0].header);
  EXPECT_EQ(table.cells[1].column_span, 2u);
  EXPECT_EQ(table.cells[5].block_count, 2u);
}

TEST(DocxReader, FlattensFramesAndNestedTables) {
  const std::string inner =
      "<w:tbl><w:tr><w:tc>" + paragraph("乙") + "</w:tc><w:tc>" + paragraph("丙") + "</w:tc></w:tr></w:tbl>";
  EXPECT_EQ(dump_of("<w:tbl><w:tr><w:tc>" + paragraph("甲") + "</w:tc></w:tr></w:tbl>"), "p|甲\n");
  const Document document =
      read_or_fail(docx_of("<w:tbl><w:tr><w:tc>" + paragraph("甲") + inner + "</w:tc><w:tc>" +
                           paragraph("丁") + "</w:tc></w:tr></w:tbl>"),
                   "a.docx");
  EXPECT_EQ(dump(document), "c|甲\nc|乙\nc|丙\nc|丁\n");
  EXPECT_EQ(document.tables.size(), 1u);
}

TEST(DocxReader, ShowsTheFinalText) {
  EXPECT_EQ(
      dump_of("<w:p><w:ins><w:r><w:t>新增</w:t></w:r></w:ins><w:del><w:r><w:delText>减少</w:delText></w:r></"
              "w:del>"
              "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r><w:hyperlink><w:r><w:t>11名</w:t></w:r>"
              "</w:hyperlink></w:p>"),
      "p|新增11名\n");
  EXPECT_EQ(dump_of(paragraph("全县", "<w:rPr><w:del/></w:rPr>") + paragraph("共有") + paragraph("完")),
            "p|全县共有\np|完\n");
  EXPECT_EQ(
      dump_of("<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj>"
              "</w:sdtPr><w:sdtContent>" +
              paragraph("目录") + "</w:sdtContent></w:sdt><w:sdt><w:sdtContent>" + paragraph("正文") +
              "</w:sdtContent></w:sdt>"),
      "p|正文\n");
}

TEST(DocxReader, ShowsResultsOfFieldsOnly) {
  const auto mark = [](const std::string& type) {
    return "<w:r><w:fldChar w:fldCharType='" + type + "'/></w:r>";
  };
  const auto text = [](const std::string& words) { return "<w:r><w:t>" + words + "</w:t></w:r>"; };
  EXPECT_EQ(dump_of("<w:p>" + text("前") + mark("begin") + "<w:r><w:instrText>DATE</w:instrText></w:r>" +
                    text("码") + mark("separate") + text("果") + mark("end") + text("后") + mark("end") +
                    mark("separate") + "<w:fldSimple w:instr='PAGE'>" + text("3") + "</w:fldSimple></w:p>"),
            "p|前果后3\n");
}

TEST(DocxReader, ReadsBreaksTabsAndSymbols) {
  EXPECT_EQ(
      dump_of(
          "<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:noBreakHyphen/><w:softHyphen/>"
          "<w:sym w:font='Wingdings' w:char='F0FC'/><w:t>丁\n戊</w:t></w:r></w:p>"),
      "p|甲\t乙\np|丙-•丁 戊\n");
}

TEST(DocxReader, ReadsTextBoxesOnceAfterTheirParagraph) {
  const std::string box = "<w:txbxContent>" + paragraph("框") + "</w:txbxContent>";
  const Document document = read_or_fail(
      docx_of("<w:p><w:r><w:t>甲</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:drawing>" + box +
              "</w:drawing></mc:Choice><mc:Fallback><w:pict>" + box +
              "</w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>乙</w:t></w:r></w:p>" +
              paragraph("丙")),
      "a.docx");
  EXPECT_EQ(dump(document), "p|甲乙\np|框\np|丙\n");
  EXPECT_EQ(locate(document, static_cast<std::uint32_t>(document.text.find("框")))->paragraph, 1u);
  EXPECT_EQ(locate(document, static_cast<std::uint32_t>(document.text.find("丙")))->paragraph, 3u);
}

TEST(DocxReader, PutsNotesAfterTheBodyOnce) {
  const std::map<std::string, std::string> parts = {
      {"word/footnotes.xml",
       "<w:footnotes><w:footnote w:id='0'>" + paragraph("分隔") + "</w:footnote><w:footnote w:id='2'>" +
           paragraph("脚注") +
           "<w:p><w:r><w:footnoteReference w:id='2'/></w:r></w:p></w:footnote></w:footnotes>"},
      {"word/endnotes.xml",
       "<w:endnotes><w:endnote w:id='2'>" + paragraph("尾注") + "</w:endnote></w:endnotes>"}};
  const Document document = read_or_fail(
      docx_of("<w:p><w:r><w:t>甲</w:t><w:endnoteReference w:id='2'/><w:footnoteReference w:id='2'/>"
              "<w:footnoteReference w:id='9'/></w:r></w:p>" +
                  paragraph("乙"),
              parts),
      "a.docx");
  EXPECT_EQ(dump(document), "p|甲\np|乙\nn|尾注\nn|脚注\n");
  const auto origin = locate(document, static_cast<std::uint32_t>(document.text.find("脚注")));
  EXPECT_EQ(document.parts[origin->part], "word/footnotes.xml");
  EXPECT_EQ(origin->paragraph, 1u);
}

TEST(DocxReader, LocatesCharactersByParagraphRunAndOffset) {
  const Document document = read_or_fail(
      docx_of(paragraph("") +
              "<w:p><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:r><w:t>全</w:t><w:tab/>"
              "<w:t>县</w:t></w:r><w:r><w:t>20所</w:t></w:r></w:p>"),
      "a.docx");
  EXPECT_EQ(document.text, "全\t县20所");
  const Origin county = locate(document, 4).value();
  EXPECT_EQ(county.paragraph, 1u);
  EXPECT_EQ(county.run, 1u);
  EXPECT_EQ(county.offset, 4u);
  EXPECT_EQ(locate(document, 9)->run, 2u);
  EXPECT_EQ(locate(document, 9)->offset, 2u);
}

TEST(DocxReader, LocatesNumbersInTheirParagraph) {
  const Document document = read_or_fail(
      docx_of(paragraph("甲") + numbered("乙", 1, 0), numbering(level(0, "decimal", "%1."))), "a.docx");
  const Origin label = locate(document, 4).value();
  EXPECT_TRUE(label.generated);
  EXPECT_EQ(label.paragraph, 1u);
}

TEST(DocxReader, NamesTheDamagedPart) {
  EXPECT_EQ(read_error("PK\x03\x04word/document.xml", "a.docx").code, ErrorCode::damaged_file);
  const Error broken = read_error(docx_of("<w:p>"), "a.docx");
  EXPECT_EQ(broken.code, ErrorCode::damaged_file);
  EXPECT_NE(broken.detail.find("word/document.xml, byte "), std::string::npos) << broken.detail;
  EXPECT_EQ(read_error(docx_of(paragraph("\xFF")), "a.docx").code, ErrorCode::damaged_file);
  EXPECT_EQ(read_error(docx_of(paragraph("&#xD800;")), "a.docx").code, ErrorCode::damaged_file);
  EXPECT_EQ(read_error(zip_of({{"word/document.xml", "<w:document/>"}}), "a.docx").code,
            ErrorCode::damaged_file);
  EXPECT_EQ(
      read_error(zip_of({{"word/document.xml", "<!DOCTYPE d><w:document><w:body/></w:document>"}}), "a.docx")
          .code,
      ErrorCode::damaged_file);
}

TEST(DocxReader, SurvivesEveryTruncation) {
  const std::string bytes = docx_of(paragraph("全县共有20所学校。"));
  for (std::size_t size = 4; size < bytes.size(); ++size) {
    EXPECT_FALSE(read_error(bytes.substr(0, size), "a.docx").detail.empty());
  }
}

TEST(DocxReader, RefusesDeepNesting) {
  std::string body;
  for (int i = 0; i < 400; ++i) body += "<w:ins>";
  for (int i = 0; i < 400; ++i) body += "</w:ins>";
  EXPECT_EQ(read_error(docx_of(body), "a.docx").code, ErrorCode::limit_exceeded);
}

TEST(DocxPackage, RefusesBombs) {
  const std::string bomb = docx_of(std::string(4 << 20, ' '));
  EXPECT_EQ(read_error(bomb, "a.docx").code, ErrorCode::limit_exceeded);

  docx::PackageLimits limits;
  limits.part_bytes = 1000;
  auto package = docx::Package::open(bomb, "a.docx", limits);
  ASSERT_TRUE(package);
  EXPECT_EQ(package->part("word/document.xml").error().code, ErrorCode::limit_exceeded);

  limits = {};
  limits.entries = 1;
  EXPECT_EQ(docx::Package::open(bomb, "a.docx", limits).error().code, ErrorCode::limit_exceeded);

  const std::string two = zip_of({{"a", std::string(600, 'x')}, {"b", std::string(600, 'y')}});
  limits = {};
  limits.total_bytes = 1000;
  package = docx::Package::open(two, "a.docx", limits);
  ASSERT_TRUE(package);
  EXPECT_TRUE(package->part("a").has_value());
  EXPECT_EQ(package->part("b").error().code, ErrorCode::limit_exceeded);
  EXPECT_EQ(package->part("c").value(), std::nullopt);
}

}  // namespace
}  // namespace tallybook::document

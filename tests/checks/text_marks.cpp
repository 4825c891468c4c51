#include "checks/text_marks.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace tallybook::checks {
namespace {

Document document_of(const std::string& text) {
  Document document;
  document.text = text;
  std::uint32_t at = 0;
  while (at <= text.size()) {
    const auto end = static_cast<std::uint32_t>(std::min(text.find('\n', at), text.size()));
    document.blocks.push_back({{at, end}, BlockKind::paragraph, 0});
    at = end + 1;
  }
  return document;
}

Report report_of(const Document& document) {
  Report report;
  report.block_count = static_cast<std::uint32_t>(document.blocks.size());
  return report;
}

/// The marks of each line: `《 》 | **`.
std::string marks_of(const std::string& text) {
  const Document document = document_of(text);
  const TextMarks marks(document, report_of(document));
  std::string out;
  for (const BlockMarks& block : marks.blocks()) {
    if (&block != &marks.blocks().front()) out += "| ";
    for (const Bracket& bracket : block.brackets) out.append(slice(document.text, bracket.span)) += ' ';
    for (const FillerRun& run : block.fillers) out.append(slice(document.text, run.span)) += ' ';
  }
  return out;
}

TEST(TextMarks, FindsBracketsAndFillersOfEveryBlock) {
  EXPECT_EQ(marks_of(""), "");
  EXPECT_EQ(marks_of("《条例》（试行)\n20**年，×××、某某县"), "《 》 （ ) | ** ××× 某某 ");
  EXPECT_EQ(marks_of("structure, 架构、树木。"), "") << "characters that share first bytes";
  EXPECT_EQ(marks_of("x×X__＿"), "x × X __＿ ") << "a run is of one filler";
}

/// The signs and the numbers of each line: `，。 12 | …`.
std::string signs_of(const std::string& text) {
  const Document document = document_of(text);
  const TextMarks marks(document, report_of(document));
  std::string out;
  for (const BlockMarks& block : marks.blocks()) {
    if (&block != &marks.blocks().front()) out += "|";
    for (const Sign& sign : block.signs) out.append(slice(document.text, sign.span()));
    for (const Span digits : block.digits) out.append(" ").append(slice(document.text, digits));
  }
  return out;
}

TEST(TextMarks, FindsSignsOfEveryWidthAndNumbers) {
  EXPECT_EQ(signs_of("新建2座，改造16公里。\n好！"), "，。 2 16|！");
  EXPECT_EQ(signs_of("a-b,c 。·～—…《》（）**"), "-, 。·～—…") << "brackets and fillers stand elsewhere";
  EXPECT_EQ(signs_of("〇、々ａ１"), "、") << "〇 and 々 are characters, full-width letters are letters";
}

}  // namespace
}  // namespace tallybook::checks

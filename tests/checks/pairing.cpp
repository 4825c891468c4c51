#include "checks/pairing.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "checks/text_marks.hpp"

namespace tallybook::checks {
namespace {

std::vector<UnpairedBracket> unpaired_in(const std::string& text) {
  const Span whole = {0, static_cast<std::uint32_t>(text.size())};
  Document document;
  document.text = text;
  document.blocks.push_back({whole, BlockKind::paragraph, 0});
  Report report;
  report.span = whole;
  report.block_count = 1;
  const TextMarks marks(document, report);
  return find_unpaired(document.text, whole, marks.blocks()[0].brackets);
}

/// The unpaired marks of a paragraph with the reason's first letters: `《un`.
std::string unpaired(const std::string& text) {
  std::string out;
  for (const UnpairedBracket& one : unpaired_in(text)) {
    constexpr std::string_view kReasons[] = {"unclosed", "unopened", "reversed", "crossed", "mixed"};
    out += (out.empty() ? "" : " ") + std::string(slice(std::string_view(text), one.bracket.span)) +
           std::string(kReasons[static_cast<std::size_t>(one.mispairing)]);
  }
  return out;
}

TEST(Pairing, FindsNothingInNestedPairs) {
  EXPECT_EQ(unpaired(""), "");
  EXPECT_EQ(unpaired("《关于〈办法〉的通知》（“试行”）〔2026〕1号【】「『』」"), "");
  EXPECT_EQ(unpaired("（full and half)"), "");
}

TEST(Pairing, TellsWhyAMarkIsAlone) {
  EXPECT_EQ(unpaired("落实《办法，"), "《unclosed");
  EXPECT_EQ(unpaired("落实办法》，"), "》unopened");
  EXPECT_EQ(unpaired("（见《年鉴）"), "《unclosed");
  EXPECT_EQ(unpaired("（见《年鉴）》"), "》crossed");
  EXPECT_EQ(unpaired("“四风“"), "“reversed");
  EXPECT_EQ(unpaired("”四风”"), "”reversed");
  EXPECT_EQ(unpaired("”四风“"), "”reversed");
  EXPECT_EQ(unpaired("《办法），国发〔2026]1号"), "）mixed ]mixed");
  EXPECT_EQ(unpaired("国发〔2026)1号"), ")mixed");
}

TEST(Pairing, LeavesListMarksAndApostrophesAlone) {
  EXPECT_EQ(unpaired("1)抓早；2)抓小"), "");
  EXPECT_EQ(unpaired("面临的困难1）竞争加剧2）成本上升三）展望"), "");
  EXPECT_EQ(unpaired("二）落实责任"), "");
  EXPECT_EQ(unpaired("（包括：表一、二）"), "");
  EXPECT_EQ(unpaired("（分两步：先试点。2）再推开）"), "");
  EXPECT_EQ(unpaired("Women’s Day和’98抗洪"), "");
}

TEST(Pairing, KnowsQuotationsOfSeveralParagraphs) {
  EXPECT_EQ(unpaired("修改为：“依法编制。“应当审批。“不得开工。”"), "");
}

TEST(Pairing, IsLinearInHostileText) {
  std::string text;
  for (int i = 0; i < 200000; ++i) text += "(";
  for (int i = 0; i < 200000; ++i) text += "]";
  EXPECT_EQ(unpaired_in(text).size(), 399999U) << "the last ( and the first ] are one slip";
}

}  // namespace
}  // namespace tallybook::checks

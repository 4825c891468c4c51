#include "output/excerpt.hpp"

#include <gtest/gtest.h>

#include "output/display.hpp"
#include "support.hpp"

namespace tallybook::output {
namespace {

using testing::analysis_of;
using testing::place_of;

Span all_of(std::string_view text) {
  return {0, static_cast<std::uint32_t>(text.size())};
}

TEST(CutExcerpt, MarksStandUnderWideCharacters) {
  const Analysis a = analysis_of("原有79名，新增11名，现有89名。");
  const Span others[] = {place_of(a, "79名"), place_of(a, "11名")};
  const Excerpt excerpt =
      cut_excerpt(a.document.text, all_of(a.document.text), place_of(a, "89名"), others, 80);
  EXPECT_EQ(excerpt.shown, "原有79名，新增11名，现有89名。");
  EXPECT_EQ(excerpt.marks, "    ----      ----      ^^^^");
}

TEST(CutExcerpt, TabsAreWide) {
  const Analysis a = analysis_of("一\t12名");
  EXPECT_EQ(cut_excerpt(a.document.text, all_of(a.document.text), place_of(a, "12名"), {}, 80).marks,
            "      ^^^^");
}

TEST(CutExcerpt, EmptyPlaceGetsOneCaret) {
  const std::string text = "一是";
  EXPECT_EQ(cut_excerpt(text, all_of(text), {3, 3}, {}, 80).marks, "  ^");
  EXPECT_EQ(cut_excerpt(text, all_of(text), {6, 6}, {}, 80).marks, "    ^");
}

TEST(CutExcerpt, LongLineIsCutAroundThePlace) {
  std::string before, after;
  for (int i = 0; i < 300; ++i) before += "前";
  for (int i = 0; i < 300; ++i) after += "后";
  const Analysis a = analysis_of(before + "89名" + after);
  const Excerpt excerpt = cut_excerpt(a.document.text, all_of(a.document.text), place_of(a, "89名"), {}, 26);
  EXPECT_EQ(excerpt.shown, "…前前前前前89名后后后后后…");
  EXPECT_EQ(excerpt.marks, "           ^^^^");
}

TEST(CutExcerpt, RoomThatOneSideDoesNotNeedGoesToTheOther) {
  std::string after;
  for (int i = 0; i < 300; ++i) after += "后";
  const Analysis a = analysis_of("89名" + after);
  const Excerpt excerpt = cut_excerpt(a.document.text, all_of(a.document.text), place_of(a, "89名"), {}, 26);
  EXPECT_EQ(excerpt.shown, "89名后后后后后后后后后后…");
  EXPECT_EQ(excerpt.marks, "^^^^");
}

TEST(CutExcerpt, RelatedPlacesAreShownWhereTheyFit) {
  std::string before, between, after;
  for (int i = 0; i < 100; ++i) before += "前";
  for (int i = 0; i < 8; ++i) between += "间";
  for (int i = 0; i < 100; ++i) after += "后";
  const Analysis a = analysis_of(before + "79名" + between + "89名" + after);
  const std::string_view text = a.document.text;
  const Span others[] = {{0, 3}, place_of(a, "79名")};
  const Excerpt excerpt = cut_excerpt(text, all_of(text), place_of(a, "89名"), others, 30);
  EXPECT_EQ(excerpt.shown, "…前79名间间间间间间间间89名后…");
  EXPECT_EQ(excerpt.marks, "   ----                ^^^^");
}

TEST(CutExcerpt, PlaceLongerThanTheWindow) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "段";
  const Excerpt excerpt = cut_excerpt(text, all_of(text), all_of(text), {}, 12);
  EXPECT_EQ(excerpt.shown, "段段段段段…");
  EXPECT_EQ(excerpt.marks, "^^^^^^^^^^");
}

TEST(CutExcerpt, WidthIsKeptWhateverTheText) {
  const Analysis a = analysis_of("a中b文c，e\u0301\u0301\u0301é\x1b\t１２名零一二三四五六七八九十");
  const std::string_view text = a.document.text;
  for (int columns = 4; columns < 50; ++columns) {
    for (const std::string_view words : {"中", "e\u0301", "名", "十"}) {
      const Excerpt excerpt = cut_excerpt(text, all_of(text), place_of(a, words), {}, columns);
      EXPECT_LE(display_columns(excerpt.shown), columns) << excerpt.shown;
      EXPECT_NE(excerpt.marks.find('^'), std::string::npos) << columns << words;
    }
  }
}

TEST(CutExcerpt, CharactersWithoutWidthDoNotFillTheWindow) {
  std::string text = "名";
  for (int i = 0; i < 100000; ++i) text += "\u0301";
  EXPECT_LT(cut_excerpt(text, all_of(text), {0, 3}, {}, 80).shown.size(), 1000U);
}

}  // namespace
}  // namespace tallybook::output

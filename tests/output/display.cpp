#include "output/display.hpp"

#include <gtest/gtest.h>

namespace tallybook::output {
namespace {

TEST(DisplayColumns, HanAndFullWidthTakeTwo) {
  EXPECT_EQ(display_columns("79名"), 4);
  EXPECT_EQ(display_columns("（一）"), 6);
  EXPECT_EQ(display_columns("𠮷"), 2);
  EXPECT_EQ(display_columns("１２％"), 6);
}

TEST(DisplayColumns, CombiningMarksTakeNone) {
  EXPECT_EQ(display_columns("e\u0301"), 1);
  EXPECT_EQ(display_columns("\u200D"), 0);
}

TEST(AsShown, ControlsCannotReachTheTerminal) {
  EXPECT_EQ(as_shown("a\x1b[31m"), "a␛[31m");
  EXPECT_EQ(as_shown("\x7f\r\n"), "␡␍␊");
  EXPECT_EQ(as_shown("\u009B1m"), "\uFFFD1m");
}

TEST(AsShown, DirectionMarksCannotReorderText) {
  EXPECT_EQ(as_shown("12\u202E34"), "12\uFFFD34");
}

TEST(AsShown, BytesThatAreNoUtf8BecomeReplacements) {
  EXPECT_EQ(as_shown("b\xFF.txt"), "b\uFFFD.txt");
  EXPECT_EQ(as_shown("总\xE7\xBB"), "总\uFFFD\uFFFD");
  EXPECT_EQ(as_shown("\xF0"), "\uFFFD");
}

TEST(OnOneLine, RunsOfSpacesBecomeOne) {
  EXPECT_EQ(on_one_line("　青澜县\n\t卫生局 "), "青澜县 卫生局");
}

TEST(CutTo, KeepsWhatFits) {
  EXPECT_EQ(cut_to("青澜县", 6), "青澜县");
  EXPECT_EQ(cut_to("", 4), "");
}

TEST(CutTo, EllipsisFitsToo) {
  EXPECT_EQ(cut_to("青澜县卫生局", 7), "青澜县…");
  EXPECT_EQ(cut_to("青澜县卫生局", 6), "青澜…");
  EXPECT_EQ(cut_to("青澜县卫生局", 1), "…");
}

TEST(Aligned, FillsByColumns) {
  EXPECT_EQ(left_aligned("名", 4) + "|", "名  |");
  EXPECT_EQ(right_aligned("名", 4), "  名");
}

}  // namespace
}  // namespace tallybook::output

// Where a rule looks.
#include <gtest/gtest.h>

#include "support.hpp"

namespace tallybook::own_tests {
namespace {

constexpr std::string_view kReport =
    "青澜县教育局2026年上半年工作好总结\n"
    "一、好的做法\n"
    "（一）好学校。办好学校3所。\n"
    "办学条件好转。主要做法：一是建好制度；二是管好队伍。\n";

std::string found_in(std::string_view scope) {
  return marked("kind = 'existence'\nwords = ['好']\nscope = '" + std::string(scope) + "'", kReport);
}

TEST(Scopes, ReportIsEverything) {
  EXPECT_EQ(found_in("report"),
            "青澜县教育局2026年上半年工作⟦好⟧总结\n"
            "一、⟦好⟧的做法\n"
            "（一）⟦好⟧学校。办⟦好⟧学校3所。\n"
            "办学条件⟦好⟧转。主要做法：一是建⟦好⟧制度；二是管⟦好⟧队伍。\n");
}

TEST(Scopes, TitleIsTheReportsOwn) {
  EXPECT_EQ(found_in("title"),
            "青澜县教育局2026年上半年工作⟦好⟧总结\n"
            "一、好的做法\n"
            "（一）好学校。办好学校3所。\n"
            "办学条件好转。主要做法：一是建好制度；二是管好队伍。\n");
}

TEST(Scopes, HeadingEndsWhereTheTextGoesOn) {
  EXPECT_EQ(found_in("heading"),
            "青澜县教育局2026年上半年工作好总结\n"
            "一、⟦好⟧的做法\n"
            "（一）⟦好⟧学校。办好学校3所。\n"
            "办学条件好转。主要做法：一是建好制度；二是管好队伍。\n");
}

TEST(Scopes, ParagraphIsNeitherTitleNorHeading) {
  EXPECT_EQ(found_in("paragraph"),
            "青澜县教育局2026年上半年工作好总结\n"
            "一、好的做法\n"
            "（一）⟦好⟧学校。办⟦好⟧学校3所。\n"
            "办学条件⟦好⟧转。主要做法：一是建⟦好⟧制度；二是管⟦好⟧队伍。\n");
}

TEST(Scopes, ListItemIsOneOfAnEnumeration) {
  EXPECT_EQ(found_in("list_item"),
            "青澜县教育局2026年上半年工作好总结\n"
            "一、好的做法\n"
            "（一）好学校。办好学校3所。\n"
            "办学条件好转。主要做法：一是建⟦好⟧制度；二是管⟦好⟧队伍。\n");
}

TEST(Scopes, SentenceHasItsOwnBeginningAndEnd) {
  EXPECT_EQ(
      marked("kind = 'existence'\npatterns = ['^好', '好.$']\nscope = 'sentence'", "好学好。好人好事。"),
      "⟦好⟧学⟦好。⟧⟦好⟧人好事。");
}

TEST(Scopes, NothingReachesFromOneParagraphIntoTheNext) {
  EXPECT_EQ(marked("kind = 'existence'\npatterns = ['好\\s*学']", "好\n学习，好 学。"),
            "好\n学习，⟦好 学⟧。");
}

TEST(Scopes, ALongParagraphIsSearchedToItsEnd) {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "新建学校一所。";
  const std::string found = marked("kind = 'existence'\npatterns = ['建成.{2}']", text + "建成公路。" + text);
  EXPECT_EQ(found, text + "⟦建成公路⟧。" + text);
}

}  // namespace
}  // namespace tallybook::own_tests

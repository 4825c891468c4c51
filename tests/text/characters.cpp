#include "text/characters.hpp"

#include <gtest/gtest.h>

namespace tallybook::text {
namespace {

TEST(Characters, WalkBothWays) {
  constexpr std::string_view kText = "aé县𠀀";
  std::string forwards;
  for (std::size_t at = 0; at < kText.size(); at += code_point_at(kText, at).size) {
    forwards += std::to_string(code_point_at(kText, at).size);
  }
  EXPECT_EQ(forwards, "1234");
  std::string backwards;
  for (std::size_t at = kText.size(); at > 0; at -= code_point_before(kText, at).size) {
    backwards += std::to_string(code_point_before(kText, at).size);
  }
  EXPECT_EQ(backwards, "4321");
  EXPECT_EQ(code_point_at(kText, kText.size()).size, 0u);
  EXPECT_EQ(code_point_before(kText, 0).size, 0u);
}

TEST(Trim, TakesSpacesOfEveryWidth) {
  EXPECT_EQ(trim("\u3000\u3000全 县\u00A0\t\r\n"), "全 县");
  EXPECT_EQ(trim(" \u3000 "), "");
  EXPECT_EQ(trim(""), "");
}

TEST(OpeningOf, NeverEndsInsideACharacter) {
  EXPECT_EQ(opening_of("a县区", 8), "a县区");
  EXPECT_EQ(opening_of("a县区", 7), "a县区");
  EXPECT_EQ(opening_of("a县区", 6), "a县");
  EXPECT_EQ(opening_of("a县区", 4), "a县");
  EXPECT_EQ(opening_of("a县区", 3), "a");
  EXPECT_EQ(opening_of("县", 2), "");
  EXPECT_EQ(opening_of("", 0), "");
}

TEST(CountCodePoints, CountsCharactersNotBytes) {
  EXPECT_EQ(count_code_points("全县20所𠀀"), 6u);
}

}  // namespace
}  // namespace tallybook::text

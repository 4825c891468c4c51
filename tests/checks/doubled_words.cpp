#include "checks/doubled_words.hpp"

#include <gtest/gtest.h>

namespace tallybook::checks {
namespace {

TEST(DoubledWords, KnowWhatMayNotStandTwice) {
  const DoubledWords words = DoubledWords::load().value();
  ASSERT_NE(words.function_word(U'的'), nullptr);
  EXPECT_NE(words.function_word(U'的')->after.find(U'目'), std::u32string::npos);
  EXPECT_EQ(words.function_word(U'天'), nullptr) << "天天 is every day";
  EXPECT_TRUE(words.is_never_doubled("开展"));
  EXPECT_FALSE(words.is_never_doubled("组织")) << "党组织组织力";
}

}  // namespace
}  // namespace tallybook::checks

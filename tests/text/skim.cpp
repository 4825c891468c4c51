#include "text/skim.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "text/search.hpp"

namespace tallybook::text {
namespace {

/// Texts of Chinese, marks, letters and characters of every size, in every alignment.
std::string random_text(std::mt19937& random, std::size_t characters) {
  static constexpr std::u32string_view kCharacters = U"工作总结一某，。、《》“”％０１ab1.é\u00A0\u2003𠀀的万";
  std::string text;
  for (std::size_t i = 0; i < characters; ++i) {
    const bool plain = random() % 4 != 0;
    append_utf8(text, kCharacters[random() % (plain ? 4 : kCharacters.size())]);
  }
  return text;
}

constexpr Sieve kWanted = {U"一，。1", U"é𠀀"};

TEST(Sieve, FindsWhatLookingAtEveryCharacterFinds) {
  std::mt19937 random(1);
  for (int turn = 0; turn < 500; ++turn) {
    const std::string text = random_text(random, 40);
    const auto end = static_cast<std::uint32_t>(text.size());
    std::uint32_t expected = 0;
    while (expected < end && kWanted.sights_of(tag_at(text, expected)) == 0)
      expected += size_at(text, expected);
    EXPECT_EQ(kWanted.find(text, 0, end), expected) << text;
    if (expected == end) continue;
    EXPECT_EQ(kWanted.find(text, 0, expected), expected) << "it must not look behind the end: " << text;
  }
}

TEST(Sieve, TellsSightsApart) {
  Sieve sieve;
  sieve.add(U"年", 1);
  sieve.add(U"。", 2);
  constexpr std::string_view kText = "今年增收。明年";
  const auto end = static_cast<std::uint32_t>(kText.size());
  EXPECT_EQ(sieve.find(kText, 0, end, 1), kText.find("年"));
  EXPECT_EQ(sieve.find(kText, 0, end, 2), kText.find("。"));
  EXPECT_EQ(sieve.find(kText, static_cast<std::uint32_t>(kText.find("明")), end, 2), end);
}

TEST(SkipHan, PassesNothingButHanCharacters) {
  constexpr std::string_view kLastOfOne = "一";
  const auto last = static_cast<std::uint8_t>(kLastOfOne.back());
  std::mt19937 random(2);
  for (int turn = 0; turn < 500; ++turn) {
    const std::string text = random_text(random, 40);
    const auto end = static_cast<std::uint32_t>(text.size());
    std::uint32_t stop = 0;
    while (stop < end && is_han(code_point_at(text, stop).value) && size_at(text, stop) == 3 &&
           text[stop + 2] != kLastOfOne.back()) {
      stop += 3;
    }
    const std::uint32_t skipped = skip_han(text, 0, end, last);
    EXPECT_LE(skipped, stop) << text;
    EXPECT_LE(stop, skipped + 6) << "all but the last two before a stop are passed: " << text;
  }
}

TEST(Search, FindsWhereTheStandardLibraryDoes) {
  std::mt19937 random(3);
  for (int turn = 0; turn < 500; ++turn) {
    const std::string text = random_text(random, 30);
    for (const std::string_view word : {"，", "一", "工作", "总结一", "1", "ab1", "é"}) {
      EXPECT_EQ(find(text, word), text.find(word)) << text << " / " << word;
      EXPECT_EQ(find_last(text, word), text.rfind(word)) << text << " / " << word;
      EXPECT_EQ(find(text, word, 9), text.find(word, 9)) << text << " / " << word;
    }
  }
}

TEST(EightBytes, AnswersAsEachByteWould) {
  EXPECT_TRUE(EightBytes("abcdefgh").all_ascii());
  EXPECT_FALSE(EightBytes("abcdef\xC2\xA0").all_ascii());
  EXPECT_TRUE(EightBytes("abcdefgh").any_is('h'));
  EXPECT_FALSE(EightBytes("abcdefgh").any_is('i'));
  EXPECT_TRUE(EightBytes("abcd\nfgh").any_below('\r' + 1));
  EXPECT_FALSE(EightBytes("abcdefgh").any_below('\r' + 1));
  EXPECT_TRUE(EightBytes("\xE4\xB8\x80\xE3\x80\x82xx").any_is_either('\xE2'));
  EXPECT_FALSE(EightBytes("\xE4\xB8\x80\xE4\xB8\x80xx").any_is_either('\xE2'));
}

}  // namespace
}  // namespace tallybook::text

// Rule files that mean harm, or were made by a machine: an error, or work that stays in bounds.
#include <gtest/gtest.h>

#include "support.hpp"

namespace tallybook::own_tests {
namespace {

std::string repeated(std::string_view text, std::size_t times) {
  std::string all;
  all.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

std::string existence(std::string_view terms) {
  return rule_of("kind = 'existence'\n" + std::string(terms));
}

/// A Chinese word for every number.
std::string word_of(std::size_t number) {
  constexpr std::size_t kCharacters = 20000;
  std::string word;
  for (const std::size_t part : {number % kCharacters, number / kCharacters}) {
    const auto c = static_cast<std::uint32_t>(0x4E00 + part);
    word += {static_cast<char>(0xE0U | c >> 12U), static_cast<char>(0x80U | (c >> 6U & 0x3FU)),
             static_cast<char>(0x80U | (c & 0x3FU))};
  }
  return word;
}

std::string many_words(std::size_t count) {
  std::string words = "words = [";
  for (std::size_t i = 0; i < count; ++i) words += "'" + word_of(i) + "',";
  return words + "]";
}

TEST(Hostile, PatternsThatWouldBeTooLargeAreRefused) {
  EXPECT_NE(problem_of(existence("patterns = ['((甲{1000}){1000}){1000}']")), "");
  EXPECT_NE(problem_of(existence("patterns = ['\\p{Han}{1000}\\p{Han}{1000}\\p{Han}{1000}']")), "");
  EXPECT_NE(problem_of(existence("patterns = ['甲{2000}']")), "");
  EXPECT_NE(problem_of(existence("patterns = ['" + repeated("(", 1900) + "']")), "");
  EXPECT_EQ(problem_of(existence("patterns = ['" + repeated("甲", 700) + "']")),
            "rules.toml:6: 模式长于 2000 字节");
}

TEST(Hostile, AllPatternsTogetherHaveALimit) {
  std::string patterns = "patterns = [";
  for (int i = 0; i < 999; ++i) patterns += "'甲.{200," + std::to_string(200 + i % 700) + "}乙',";
  EXPECT_EQ(problem_of(existence(patterns + "]")), "rules.toml:6: 全部模式合起来太大，这一条放不下了");
}

TEST(Hostile, FilesRulesAndWordsHaveLimits) {
  EXPECT_EQ(problem_of("#" + repeated("甲", 1'500'000)), "rules.toml:0: 规则文件大于 4 MB");
  EXPECT_EQ(problem_of(existence(many_words(100'001))), "rules.toml:1: 词语多于 100000 条");
  EXPECT_EQ(problem_of(existence("words = ['" + repeated("甲", 201) + "']")),
            "rules.toml:6: 要找的词语长于 200 字");
  EXPECT_NE(problem_of("rule = " + repeated("[", 5000)), "");
}

TEST(Hostile, TensOfThousandsOfWordsAreFoundInOnePass) {
  const RuleSet own = load(existence(many_words(50'000)));
  const std::string sentence = word_of(49'999) + "一" + word_of(3) + "。";
  EXPECT_EQ(marked(own, sentence), "⟦" + word_of(49'999) + "⟧一⟦" + word_of(3) + "⟧。");
}

TEST(Hostile, ThousandsOfRulesRunTogether) {
  std::string rules;
  for (std::size_t i = 0; i < 4000; ++i) {
    const std::string number = std::to_string(1000 + i);
    const std::string letters = i < 1000 ? "XBGA" : i < 2000 ? "XBGB" : i < 3000 ? "XBGC" : "XBGD";
    rules += rule_of("kind = 'existence'\nwords = ['" + word_of(i) + "', '的']", letters + number.substr(1));
  }
  const RuleSet own = load(rules);
  EXPECT_EQ(own.rules().size(), 4000U);
  const Analysis analysis = analyse(own, repeated("的", 2'000));
  EXPECT_EQ(analysis.reports.front().findings.size(), 4000U * 100U) << "so many a rule, and no more";
}

TEST(Hostile, ATextOfNothingButMatchesIsBounded) {
  const std::string text = repeated("a", 300'000);
  // Each search for the longer of these runs to the end of its piece, and only the shorter is there.
  const Analysis analysis = analyse(load(existence("patterns = ['a.*乙|a']")), text);
  EXPECT_EQ(analysis.reports.front().findings.size(), 10'000U);
}

TEST(Hostile, ASequenceOfManyHitsIsNotTriedInEveryCombination) {
  const std::string text = repeated("甲", 5000) + repeated("乙", 5000) + "。";
  EXPECT_EQ(marked("kind = 'sequence'\nsteps = [{ words = ['甲'] }, { words = ['甲'] }, { words = ['乙'] }, "
                   "{ words = ['丙'] }]",
                   text),
            text);
}

TEST(Hostile, AnyShortTextIsARuleFileOrAMistake) {
  constexpr std::string_view kPieces[] = {
      "[[rule]]\n", "code='XBG001'\n", "kind=", "'existence'\n", "words=[", "'甲'", "]\n", "\"", "{", "=1\n"};
  std::vector<std::string> texts = {""};
  for (std::size_t i = 0; i < texts.size() && texts.size() < 5000; ++i) {
    for (const std::string_view piece : kPieces) texts.push_back(texts[i] + std::string(piece));
  }
  for (const std::string& text : texts) EXPECT_NE(problem_of(text), "") << text << " is no whole rule";
}

}  // namespace
}  // namespace tallybook::own_tests

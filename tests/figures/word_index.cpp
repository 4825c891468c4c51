#include "figures/word_index.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "figures/tables.hpp"
#include "support.hpp"

namespace tallybook::figures {
namespace {

/// Sentences of words that the sets know, whole and in halves.
std::string random_sentence(std::mt19937& random) {
  static constexpr std::string_view kParts[] = {"同比", "增长", "增",   "长", "计划", "规划", "完成", "占",
                                                "比重", "每",   "人均", "，", "。",   "1个",  "目标", "下降",
                                                "的",   "率",   "工作", "将", "新",   "建",   "、",   "a"};
  std::string text;
  for (int i = 0; i < 24; ++i) text += kParts[random() % std::size(kParts)];
  return text;
}

TEST(WordIndex, FindsTheCuesThatSearchingFinds) {
  const Lexicon::Tables& tables = figures_tests::lexicon().tables();
  WordIndex index(tables.sentence_words);
  std::mt19937 random(1);
  int found = 0;
  for (int turn = 0; turn < 300; ++turn) {
    const std::string text = random_sentence(random);
    index.read(text, {0, static_cast<std::uint32_t>(text.size())});
    for (std::size_t begin = 0; begin < text.size(); begin += text::size_at(text, begin)) {
      const std::string_view words = std::string_view(text).substr(begin);
      for (const auto& [cues, masks] : {std::pair{&tables.change_verbs, &tables.change_masks},
                                        {&tables.status_cues, &tables.status_masks},
                                        {&tables.basis_cues, nullptr},
                                        {&tables.share_cues, nullptr},
                                        {&tables.each_cues, nullptr}}) {
        const Cue expected = last_cue(words, *cues, masks);
        const Cue cue = index.last(words, *cues, masks);
        EXPECT_EQ(cue.size, expected.size) << words;
        EXPECT_EQ(cue.offset, expected.offset) << words;
        EXPECT_EQ(cue.value, expected.value) << words;
        found += cue ? 1 : 0;
      }
    }
  }
  EXPECT_GT(found, 1000);
}

TEST(WordIndex, SearchesWordsOfAnotherPlace) {
  const Lexicon::Tables& tables = figures_tests::lexicon().tables();
  constexpr std::string_view kText = "全年增长。同比下降。";
  WordIndex index(tables.sentence_words);
  index.read(kText, {0, static_cast<std::uint32_t>(kText.find("同"))});
  EXPECT_EQ(index.last(kText, tables.basis_cues).offset, kText.find("同比"));
}

}  // namespace
}  // namespace tallybook::figures

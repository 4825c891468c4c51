#include "checks/word_finder.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace tallybook::checks {
namespace {

std::string found_in(const WordFinder& finder, std::string_view text) {
  std::vector<WordHit> hits;
  finder.find(text, {0, static_cast<std::uint32_t>(text.size())}, hits);
  std::string out;
  for (const WordHit& hit : hits) {
    out.append(slice(text, hit.span)) += std::to_string(hit.row) + ' ';
  }
  return out;
}

WordFinder finder() {
  WordFinder words;
  words.add("台帐", WordList::discouraged_form, 1);
  words.add("台帐本", WordList::discouraged_form, 2);
  words.add("帐本", WordList::discouraged_form, 3);
  words.add("[视频]", WordList::web_phrase, 4);
  return words;
}

TEST(WordFinder, FindsEveryWordWhereverItStands) {
  EXPECT_EQ(found_in(finder(), "建立台帐，公开帐本。"), "台帐1 帐本3 ");
  EXPECT_EQ(found_in(finder(), "台帐"), "台帐1 ") << "at both ends of the text";
  EXPECT_EQ(found_in(finder(), "[视频]快讯"), "[视频]4 ");
}

TEST(WordFinder, FindsWordsThatOverlap) {
  EXPECT_EQ(found_in(finder(), "台帐本"), "台帐1 台帐本2 帐本3 ");
}

TEST(WordFinder, StaysWithinTheSpan) {
  const std::string_view text = "建立台帐本";
  std::vector<WordHit> hits;
  finder().find(text, {0, 12}, hits);
  ASSERT_EQ(hits.size(), 1U);
  EXPECT_EQ(slice(text, hits[0].span), "台帐");
}

TEST(WordFinder, FindsNothingInOtherText) {
  EXPECT_EQ(found_in(finder(), ""), "");
  EXPECT_EQ(found_in(finder(), "台"), "");
  EXPECT_EQ(found_in(finder(), "台账、账本、video、𠀀𠀀"), "");
}

}  // namespace
}  // namespace tallybook::checks

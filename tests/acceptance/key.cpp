#include "acceptance/key.hpp"

#include <gtest/gtest.h>

#include "support.hpp"
#include "text/sha256.hpp"

namespace tallybook::acceptance {
namespace {

using testing::analysis_of;
using testing::finding_of;
using testing::place_of;

std::string words_of(std::string_view text, std::string_view rule, std::string_view place,
                     std::initializer_list<std::string_view> related = {}) {
  const Analysis analysis = analysis_of(std::string(text));
  Finding finding = finding_of(rule, place_of(text, place));
  for (const std::string_view other : related) finding.related.push_back({place_of(text, other), {}});
  return key_words(analysis.document, analysis.reports[0].outline, finding);
}

std::uint64_t key(std::string_view text, std::string_view rule, std::string_view place,
                  std::initializer_list<std::string_view> related = {}) {
  const Analysis analysis = analysis_of(std::string(text));
  Finding finding = finding_of(rule, place_of(text, place));
  for (const std::string_view other : related) finding.related.push_back({place_of(text, other), {}});
  return key_of(analysis.document, analysis.reports[0].outline, finding);
}

TEST(NormalWords, LeaveOutBlanksAndWidths) {
  EXPECT_EQ(normalised(" 新增　１２ 名，\t共5%。", Numbers::kept), "新增12名,共5%。");
}

TEST(NormalWords, FoldNumbersAndTheHalfOfTheYear) {
  EXPECT_EQ(normalised("2026年上半年，新增 1,200.5名，占三十二万。", Numbers::folded),
            "#年半年,新增#名,占#。");
  EXPECT_EQ(normalised("第１.2，3节上下", Numbers::folded), "第#节上下");
  EXPECT_EQ(normalised("共12。", Numbers::folded), "共#。");
}

TEST(NormalWords, TellWhereAPlaceComesToLie) {
  const std::string_view words = "上半年 新增120名，好";
  const NormalPlace place = normalised(words, place_of(words, "20名"), Numbers::folded);
  EXPECT_EQ(place.text, "半年新增#名,好");
  EXPECT_EQ(place.text.substr(place.begin, place.end - place.begin), "#名");
}

TEST(Key, IsMadeOfRulePlaceAndClause) {
  EXPECT_EQ(words_of("青澜县认真开展工作,成效 明显，群众满意。", "PUN004", ","),
            "PUN004\n,\n青澜县认真开展工作,成效明显");
}

TEST(Key, KeepsTheNumbersThatARuleIsAbout) {
  EXPECT_EQ(words_of("原有86名，新增14名，现有92名。其余照旧。", "FIG002", "92名", {"86名", "14名"}),
            "FIG002\n92名\n86名\n14名\n原有86名,新增14名,现有92名。");
}

TEST(Key, IsTheStartOfTheDigest) {
  const std::string words = words_of("上半年共12名。", "PUN004", "共");
  EXPECT_EQ(words, "PUN004\n共\n半年共#名");
  EXPECT_EQ(key_text(key("上半年共12名。", "PUN004", "共")),
            text::hexadecimal(text::sha256(words)).substr(0, 16));
}

TEST(Key, CarriesOverToTheNextHalfYear) {
  EXPECT_EQ(key("2026年上半年,新增12名，效果好。", "PUN004", ","),
            key("其他不变。\n2026年下半年,新增1,350名，还要加强。", "PUN004", ","));
}

TEST(Key, DoesNotCarryANewWrongSum) {
  const std::uint64_t old = key("原有86名，新增14名，现有92名。", "FIG002", "92名", {"86名", "14名"});
  EXPECT_NE(old, key("原有86名，新增14名，现有93名。", "FIG002", "93名", {"86名", "14名"}));
  EXPECT_NE(key("上年有86名。\n新增14名，现有92名。", "FIG002", "92名", {"86名", "14名"}),
            key("上年有87名。\n新增14名，现有92名。", "FIG002", "92名", {"87名", "14名"}));
}

TEST(Key, DiffersByRule) {
  EXPECT_NE(key("工作,很好。", "PUN004", ","), key("工作,很好。", "PUN002", ","));
}

TEST(Key, LooksFurtherThanAClauseOfNothing) {
  EXPECT_NE(key("学校建好，，验收合格。", "PUN002", "，，"), key("公路通车，，群众满意。", "PUN002", "，，"));
}

TEST(Key, TakesTheBlockWhereNoSentenceIs) {
  Analysis analysis = analysis_of("甲\n合计89");
  analysis.reports[0].outline = {};
  const Finding finding = finding_of("FIG001", place_of(analysis.document.text, "89"));
  EXPECT_EQ(key_words(analysis.document, analysis.reports[0].outline, finding), "FIG001\n89\n合计89");
}

/// Text without punctuation is one sentence, and may hold thousands of findings.
TEST(Key, ReadsNoMoreThanIsNearThePlace) {
  std::string text;
  for (int i = 0; i < 100'000; ++i) text += "水";
  EXPECT_LT(words_of(text + "," + text, "PUN004", ",").size(), 1000U);
  EXPECT_LT(words_of(text, "DUP001", text).size(), 3000U);
}

TEST(KeyText, GoesBothWays) {
  EXPECT_EQ(key_text(0), "0000000000000000");
  EXPECT_EQ(key_text(0x00c0ffee12345678), "00c0ffee12345678");
  EXPECT_EQ(parse_key("00c0ffee12345678"), 0x00c0ffee12345678U);
  EXPECT_EQ(parse_key("ffffffffffffffff"), ~std::uint64_t{0});
  for (const std::string_view wrong :
       {"", "c0ffee", "00C0FFEE12345678", "00c0ffee1234567g", "00c0ffee123456789"}) {
    EXPECT_FALSE(parse_key(wrong)) << wrong;
  }
}

}  // namespace
}  // namespace tallybook::acceptance

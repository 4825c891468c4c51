// The lexicon of the rules on spelling and what is found with it.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "checks/spelling_lexicon.hpp"
#include "checks/spelling_scan.hpp"
#include "properties.hpp"
#include "support.hpp"

namespace tallybook::checks {
namespace {

const SpellingLexicon& lexicon() {
  static const SpellingLexicon instance = SpellingLexicon::load().value();
  return instance;
}

Idiom idiom(std::u16string_view text) {
  return {text.at(0), text.at(1), text.at(2), text.at(3)};
}

std::vector<Finding> typos_of(std::string_view text) {
  std::vector<Finding> typos;
  for (const ReportAnalysis& report : testing::analyse(text).reports) {
    for (const Finding& finding : report.findings) {
      if (finding.rule.starts_with("TYP")) typos.push_back(finding);
    }
  }
  return typos;
}

TEST(SpellingLexicon, KnowsWordsOfTwoCharacters) {
  EXPECT_TRUE(lexicon().is_word(u'载', u'体'));
  EXPECT_TRUE(lexicon().is_word(u'辍', u'学'));
  EXPECT_TRUE(lexicon().is_word(u'提', u'质'));  // of spelling.toml
  EXPECT_FALSE(lexicon().is_word(u'截', u'体'));
  EXPECT_FALSE(lexicon().is_word(u'学', u'辍'));
  EXPECT_FALSE(lexicon().is_word(u'\0', u'学'));
}

TEST(SpellingLexicon, TellsWhichCharactersAreTakenForOthers) {
  EXPECT_TRUE(lexicon().is_confusable(u'虐', u'疟'));  // sound
  EXPECT_TRUE(lexicon().is_confusable(u'载', u'截'));  // a part in common
  EXPECT_TRUE(lexicon().is_confusable(u'癜', u'癫'));  // a large radical
  EXPECT_TRUE(lexicon().is_confusable(u'已', u'己'));  // the list of look-alikes
  EXPECT_FALSE(lexicon().is_confusable(u'东', u'西'));
  EXPECT_FALSE(lexicon().is_confusable(u'载', u'载'));
  EXPECT_FALSE(lexicon().is_confusable(u'载', u'A'));
}

TEST(SpellingLexicon, FindsTheIdiomThatOneCharacterWasReplacedIn) {
  struct Case {
    std::u16string_view written;
    std::u16string_view right;
  };
  for (const Case& one : {Case{u"继往不咎", u"既往不咎"}, Case{u"一如继往", u"一如既往"},
                          Case{u"持之一恒", u"持之以恒"}, Case{u"基础设失", u"基础设施"}}) {
    const Idiom* found = lexicon().find_near(idiom(one.written));
    ASSERT_NE(found, nullptr);
    EXPECT_EQ(*found, idiom(one.right));
  }
  EXPECT_EQ(lexicon().find_near(idiom(u"一如东往")), nullptr) << "neither sounds nor looks alike";
  EXPECT_EQ(lexicon().find_near(idiom(u"一继如往")), nullptr) << "two characters differ";
}

/// What is right is never taken for a slip of something else that is right.
TEST(SpellingLexicon, LeavesItsOwnIdiomsAlone) {
  for (const Idiom& right : lexicon().idioms()) EXPECT_EQ(lexicon().find_near(right), nullptr);
}

/// The filters in front of the tables may say yes wrongly, never no.
TEST(SpellingLexicon, NeverFiltersOutAnIdiom) {
  for (const Idiom& right : lexicon().idioms()) {
    EXPECT_TRUE(lexicon().may_begin_idiom(right[0], right[1]));
    EXPECT_TRUE(lexicon().may_end_idiom(right[2], right[3]));
  }
}

TEST(SpellingLexicon, HoldsSeveralHundredWrongFormsWithASourceEach) {
  std::size_t replaced = 0;
  for (const Misspelling& row : lexicon().misspellings()) {
    if (row.dropped) {
      if (row.wrong == row.right) continue;
      EXPECT_LT(row.wrong.size(), row.right.size()) << row.wrong;
      continue;
    }
    ++replaced;
    EXPECT_EQ(row.wrong.size(), row.right.size()) << row.wrong;
    EXPECT_LT(row.source, lexicon().sources().size());
  }
  EXPECT_GE(replaced, 500U);
}

/// Every row is a test: the wrong form is found once, and its fix leaves nothing to find.
TEST(SpellingLexicon, FindsAndMendsEveryWrongForm) {
  for (const Misspelling& row : lexicon().misspellings()) {
    if (row.wrong == row.right) continue;
    SCOPED_TRACE(row.wrong);
    const std::string text = "（" + row.wrong + "）";
    const std::vector<Finding> typos = typos_of(text);
    ASSERT_EQ(typos.size(), 1U);
    EXPECT_EQ(slice(text, typos[0].span), row.wrong);
    EXPECT_EQ(typos[0].rule, row.dropped ? "TYP003" : "TYP002");
    const std::string fixed = testing::fixed_text(text, typos[0].fix.value());
    EXPECT_EQ(fixed, "（" + row.right + "）");
    EXPECT_TRUE(typos_of(fixed).empty());
  }
}

TEST(WordMap, KnowsWhereTheWordsOfAReportStand) {
  const Analysis analysis = testing::analyse("创新载体A。");
  const WordMap map(analysis.document, analysis.reports.at(0).report, lexicon());
  std::string words;
  for (std::size_t i = 0; i < map.size(); ++i) {
    if (map.word_at(i)) words.append(slice(analysis.document.text, map.span(i, 2))).append(" ");
  }
  EXPECT_EQ(words, "创新 载体 ");
}

}  // namespace
}  // namespace tallybook::checks

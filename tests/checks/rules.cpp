// What every rule must be and do, held against all of them at once.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <string>

#include <tallybook/engine.hpp>

#include "properties.hpp"
#include "support.hpp"

namespace tallybook {
namespace {

using testing::analyse;
using testing::expect_same;
using testing::findings_of;
using testing::marked;
using testing::read_marked;

/// Which folder under src/checks/rules/ holds a group's rules.
const std::map<std::string_view, std::string_view> kFolders = {
    {"NUM", "numbering"}, {"FIG", "figures"},     {"RES", "residue"},  {"DUP", "repetition"},
    {"ENT", "identity"},  {"PUN", "punctuation"}, {"STY", "usage"},    {"PII", "privacy"},
    {"DAT", "calendar"},  {"STR", "structure"},   {"TYP", "spelling"},
};

class EveryRule : public ::testing::TestWithParam<const Rule*> {
 protected:
  const Rule& rule() const { return *GetParam(); }
};

TEST_P(EveryRule, ReportsItsBadExamplesOnceAtTheMark) {
  for (const Example& example : rule().examples) {
    expect_same(marked(analyse(read_marked(example.bad).text, rule().code), rule().code), example.bad);
  }
}

TEST_P(EveryRule, IsSilentOnItsGoodExamples) {
  for (const Example& example : rule().examples) {
    expect_same(marked(analyse(example.good, rule().code), rule().code), example.good);
  }
}

TEST_P(EveryRule, TurnsBadIntoGoodByItsFix) {
  for (const Example& example : rule().examples) {
    const Analysis analysis = analyse(read_marked(example.bad).text, rule().code);
    for (const Finding& finding : findings_of(analysis, rule().code)) {
      if (finding.fix) {
        expect_same(testing::fixed_text(analysis.document.text, *finding.fix), example.good);
      }
    }
  }
}

TEST_P(EveryRule, ShowsGoodExamplesThatNoOtherRuleFaults) {
  for (const Example& example : rule().examples) {
    for (const ReportAnalysis& report : analyse(example.good).reports) {
      for (const Finding& finding : report.findings) ADD_FAILURE() << finding.rule << " on " << example.good;
    }
  }
}

TEST_P(EveryRule, IsDocumentedInBothLanguages) {
  EXPECT_FALSE(rule().examples.empty());
  for (const std::string_view text :
       {rule().catches.zh, rule().catches.en, rule().why.zh, rule().why.en, rule().source, rule().since}) {
    EXPECT_FALSE(text.empty());
  }
  EXPECT_TRUE(rule().catches.zh.ends_with("。")) << rule().catches.zh;
  EXPECT_TRUE(rule().why.zh.ends_with("。")) << rule().why.zh;
  EXPECT_TRUE(rule().catches.en.ends_with(".")) << rule().catches.en;
  EXPECT_TRUE(rule().why.en.ends_with(".")) << rule().why.en;
}

TEST_P(EveryRule, SpeaksBothLanguagesInItsFindings) {
  for (const Example& example : rule().examples) {
    for (const Finding& finding :
         findings_of(analyse(read_marked(example.bad).text, rule().code), rule().code)) {
      EXPECT_EQ(finding.name, rule().name);
      EXPECT_EQ(finding.severity, rule().severity);
      EXPECT_TRUE(finding.message.zh.ends_with("。")) << finding.message.zh;
      EXPECT_TRUE(finding.message.en.ends_with(".")) << finding.message.en;
    }
  }
}

TEST_P(EveryRule, IsNamedForTheDefect) {
  const std::string_view name = rule().name;
  EXPECT_TRUE(
      std::all_of(name.begin(), name.end(), [](char c) { return c == '-' || (c >= 'a' && c <= 'z'); }));
  for (const std::string_view prefix : {"no-", "not-", "check-"})
    EXPECT_FALSE(name.starts_with(prefix)) << name;
}

TEST_P(EveryRule, StandsInTheFolderOfItsGroup) {
  std::string file(rule().name);
  std::replace(file.begin(), file.end(), '-', '_');
  const auto folder = kFolders.find(rule().code.substr(0, 3));
  ASSERT_NE(folder, kFolders.end()) << rule().code;
  const std::filesystem::path path =
      std::filesystem::path(TALLYBOOK_SOURCE_DIR) / "src/checks/rules" / folder->second / (file + ".cpp");
  EXPECT_TRUE(std::filesystem::exists(path)) << path;
}

TEST_P(EveryRule, IsFoundByCodeAndByName) {
  EXPECT_EQ(find_rule(rule().code), GetParam());
  EXPECT_EQ(find_rule(rule().name), GetParam());
}

INSTANTIATE_TEST_SUITE_P(Registry, EveryRule, ::testing::ValuesIn(rules().begin(), rules().end()),
                         [](const auto& instance) { return std::string(instance.param->code); });

TEST(Registry, IsInCodeOrderWithoutRepeats) {
  std::set<std::string_view> names;
  std::string_view last;
  for (const Rule* rule : rules()) {
    EXPECT_LT(last, rule->code);
    EXPECT_TRUE(names.insert(rule->name).second) << rule->name;
    last = rule->code;
  }
}

TEST(Registry, FindsARuleInAnyCase) {
  EXPECT_EQ(find_rule("num001"), find_rule("NUM001"));
  EXPECT_EQ(find_rule("Numbering-Gap"), find_rule("NUM001"));
  EXPECT_EQ(find_rule("NUM000"), nullptr);
  EXPECT_EQ(find_rule(""), nullptr);
}

}  // namespace
}  // namespace tallybook

// Rules tried on the examples in their files.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "support.hpp"

namespace tallybook::own_tests {
namespace {

std::vector<RuleTrial> try_out(const RuleSet& own) {
  return Engine::create()->try_examples(own);
}

std::string failures(std::string_view body) {
  const RuleSet own = load(rule_of(body));
  std::string text;
  const std::vector<RuleTrial> trials = try_out(own);
  for (const ExampleFailure& failure : trials.front().failures) {
    constexpr std::string_view kDemands[] = {"reported", "silent", "fixed"};
    text += std::to_string(failure.line) + " " +
            std::string(kDemands[static_cast<std::size_t>(failure.demand)]) + ": " + failure.expected +
            " | " + failure.actual + "\n";
  }
  return text;
}

TEST(Examples, AreKeptByARuleThatDoesWhatTheySay) {
  EXPECT_EQ(
      failures(
          "kind = 'substitution'\nswap = { '县府' = '县政府' }\n"
          "examples = [{ bad = '⟦县府⟧和⟦县府⟧办。', good = '县政府和县政府办。' }, { good = '县衙。' }]"),
      "");
}

TEST(Examples, TellWhatCameInstead) {
  EXPECT_EQ(failures("kind = 'substitution'\nswap = { '县府' = '县政府' }\nexamples = [\n"
                     "  { bad = '⟦县府办⟧。', good = '县政府办公室。' },\n"
                     "  { good = '县府。' },\n]"),
            "8 reported: ⟦县府办⟧。 | ⟦县府⟧办。\n"
            "8 fixed: 县政府办公室。 | 县政府办。\n"
            "9 silent: 县府。 | ⟦县府⟧。\n");
}

TEST(Examples, RunEachRuleAloneEvenOneThatIsOff) {
  const RuleSet own =
      load(rule_of("kind = 'existence'\nwords = ['甲']\nenabled = false\nexamples = [{ bad = '⟦甲⟧乙。' }]") +
           rule_of("kind = 'existence'\nwords = ['乙']", "XBG002"));
  const std::vector<RuleTrial> trials = try_out(own);
  ASSERT_EQ(trials.size(), 2U);
  EXPECT_TRUE(trials[0].failures.empty());
  EXPECT_EQ(trials[0].examples, 1U);
  EXPECT_EQ(trials[1].examples, 0U);
  EXPECT_EQ(trials[1].line, 9U);
}

TEST(Examples, OfTheShippedRuleFilesAreKept) {
  std::size_t files = 0;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::filesystem::path(TALLYBOOK_SOURCE_DIR) / "examples/rules")) {
    if (entry.path().extension() != ".toml") continue;
    ++files;
    std::ifstream stream(entry.path(), std::ios::binary);
    const std::string toml{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    ASSERT_EQ(problem_of(toml), "") << entry.path();
    const RuleSet own = load(toml);
    const std::vector<RuleTrial> trials = try_out(own);
    for (const RuleTrial& trial : trials) {
      EXPECT_GE(trial.examples, 1U) << trial.rule->code;
      for (const ExampleFailure& failure : trial.failures) {
        ADD_FAILURE() << trial.rule->code << ", line " << failure.line << ": " << failure.actual;
      }
    }
  }
  EXPECT_GE(files, 1U);
}

}  // namespace
}  // namespace tallybook::own_tests

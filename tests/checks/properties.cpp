#include "properties.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "support.hpp"

namespace tallybook::testing {
namespace {

/// Everything the rules look for, in small pieces.
constexpr std::array<std::string_view, 14> kPieces = {"“", "”",  "（", "）", "[2026]", "3号",  "、",
                                                      "*", "__", "XX", "年", "一是",   "我县", "\n"};

TEST(Properties, HoldForEveryShortTextOfTheMarksThatRulesLookFor) {
  const Engine engine = Engine::create().value();
  std::vector<std::string> texts = {""};
  for (std::size_t i = 0; i < texts.size() && texts.size() < 30000; ++i) {
    for (const std::string_view piece : kPieces) texts.push_back(texts[i] + std::string(piece));
  }
  for (const std::string& text : texts) {
    const auto analysis = engine.analyse(text, "short.txt");
    if (analysis) expect_same(broken_property(engine, *analysis) + " " + text, " " + text);
  }
}

TEST(Properties, HoldForTheExamplesRunTogether) {
  const Engine engine = Engine::create().value();
  std::string text;
  for (const Rule* rule : rules()) {
    for (const Example& example : rule->examples) text += read_marked(example.bad).text + "\n";
  }
  EXPECT_EQ(broken_property(engine, engine.analyse(text, "all.txt").value()), "");
}

}  // namespace
}  // namespace tallybook::testing

// tests/rules/CODE.md: further cases of every rule. A case is a fenced block; under `## fires` the
// marked places ⟦…⟧ are all that the rule reports, under `## silent` it reports nothing, and under
// `## known miss` the marked places should be reported and are not yet.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <tallybook/engine.hpp>

#include "support.hpp"

namespace tallybook {
namespace {

struct Case {
  int line = 0;
  std::string heading;
  std::string text;
};

std::vector<Case> read_cases(std::istream& stream) {
  std::vector<Case> cases;
  std::string heading;
  bool inside = false;
  int number = 0;
  for (std::string line; std::getline(stream, line);) {
    ++number;
    if (line.starts_with("```")) {
      inside = !inside;
      if (inside) cases.push_back({number, heading, ""});
    } else if (inside) {
      std::string& text = cases.back().text;
      text += (text.empty() ? "" : "\n") + line;
    } else if (line.starts_with("## ")) {
      heading = line.substr(3);
    }
  }
  return cases;
}

class RuleCases : public ::testing::TestWithParam<const Rule*> {};

TEST_P(RuleCases, HoldAsWritten) {
  const std::string code(GetParam()->code);
  std::ifstream stream(TALLYBOOK_SOURCE_DIR "/tests/rules/" + code + ".md");
  ASSERT_TRUE(stream) << code << " has no file of cases";
  for (const Case& one : read_cases(stream)) {
    SCOPED_TRACE(code + ".md:" + std::to_string(one.line));
    const std::string found =
        testing::marked(testing::analyse(testing::read_marked(one.text).text, code), code);
    if (one.heading == "known miss") {
      EXPECT_NE(found, one.text) << "found after all: move it under “fires” or “silent”";
    } else {
      EXPECT_TRUE(one.heading == "fires" || one.heading == "silent") << one.heading;
      EXPECT_EQ(one.heading == "fires", one.text.find("⟦") != std::string::npos);
      testing::expect_same(found, one.text);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Registry, RuleCases, ::testing::ValuesIn(rules().begin(), rules().end()),
                         [](const auto& instance) { return std::string(instance.param->code); });

}  // namespace
}  // namespace tallybook

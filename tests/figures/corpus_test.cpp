// tests/figures/corpus/*.txt: a value, then every spelling of it, one a line.
//
//     # a comment
//     = 1500 count 份 over          value, kind, unit, bound (as in summary())
//     1500余份                       the whole line is the figure
//     发放资料⟦1500多份⟧给群众         the figure in its sentence
//     == 13 percent % change up year_on_year    with role, direction, basis and status
//     !                              texts that hold no figure
//     ? 2 count 个                   known misses: counted and printed, never asserted
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "support.hpp"

namespace tallybook {
namespace {

namespace fs = std::filesystem;
using figures_tests::ReadText;

struct Case {
  std::string expected;  ///< empty: no figure
  std::string line;
  bool full = false;
  bool known_miss = false;
};

std::vector<Case> cases_of(const fs::path& path) {
  std::vector<Case> cases;
  std::ifstream file(path);
  Case header;
  const auto value_of = [](const std::string& line) {
    const std::size_t begin = line.find_first_not_of("=?! ");
    return begin == std::string::npos ? std::string{} : line.substr(begin);
  };
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    if (line.front() == '=' || line.front() == '?' || line == "!") {
      header = {value_of(line), {}, line.starts_with("==") || line.starts_with("?=="), line.front() == '?'};
    } else {
      cases.push_back({header.expected, line, header.full, header.known_miss});
    }
  }
  return cases;
}

/// What was read instead, or nothing where all is as expected.
std::string difference(const Case& test) {
  const auto marked = figures_tests::read_marked(test.line);
  const ReadText read(marked.text);
  const auto figures = read.figures();
  const Span whole = {0, static_cast<std::uint32_t>(marked.text.size())};
  const Span place = marked.places.empty() ? whole : marked.places.front();
  std::string found;
  for (const Figure& figure : figures) {
    const std::string line = test.full ? figures_tests::full_summary(figure) : figures_tests::summary(figure);
    if (figure.span == place && line == test.expected) return {};
    found.append(" [").append(read.words(figure.span)).append("] ").append(line);
  }
  if (test.expected.empty() && figures.empty()) return {};
  return found.empty() ? " nothing" : found;
}

std::vector<fs::path> corpus_files() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(fs::path(TALLYBOOK_SOURCE_DIR) / "tests/figures/corpus")) {
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

class FigureCorpus : public testing::TestWithParam<fs::path> {};

TEST_P(FigureCorpus, GivesTheValueOfEverySpelling) {
  int missed = 0;
  for (const Case& test : cases_of(GetParam())) {
    const std::string found = difference(test);
    if (test.known_miss) {
      missed += found.empty() ? 0 : 1;
    } else if (!found.empty()) {
      ADD_FAILURE() << test.line << "\n  expected " << (test.expected.empty() ? "nothing" : test.expected)
                    << "\n  found   " << found;
    }
  }
  RecordProperty("known_misses", missed);
  if (missed > 0) std::cout << missed << " known misses in " << GetParam().filename().string() << "\n";
}

INSTANTIATE_TEST_SUITE_P(All, FigureCorpus, testing::ValuesIn(corpus_files()),
                         [](const testing::TestParamInfo<fs::path>& file) {
                           return file.param.stem().string();
                         });

}  // namespace
}  // namespace tallybook

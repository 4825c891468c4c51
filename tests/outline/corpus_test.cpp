// Texts and the trees they give: tests/outline/corpus/*.txt. TALLYBOOK_UPDATE=1 rewrites the trees.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "support.hpp"

namespace tallybook {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kDivider = "\n---\n";

std::string read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream content;
  content << file.rdbuf();
  return content.str();
}

std::vector<fs::path> corpus_files() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(fs::path(TALLYBOOK_SOURCE_DIR) / "tests/outline/corpus")) {
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

/// Files named sentences* show their sentences too.
std::string tree_of(const fs::path& path, std::string_view text) {
  const bool sentences = path.filename().string().starts_with("sentences");
  return outline_tests::dump_compilation(outline_tests::document_of(text), sentences);
}

class OutlineCorpus : public testing::TestWithParam<fs::path> {};

TEST_P(OutlineCorpus, gives_the_tree) {
  const std::string content = read_file(GetParam());
  const std::size_t divider = content.find(kDivider);
  ASSERT_NE(divider, std::string::npos) << "no --- line";
  const std::string text = content.substr(0, divider);
  const std::string tree = tree_of(GetParam(), text);
  if (std::getenv("TALLYBOOK_UPDATE") != nullptr) {
    std::ofstream(GetParam(), std::ios::binary) << text << kDivider << tree;
    GTEST_SKIP() << "rewritten";
  }
  EXPECT_EQ(tree, content.substr(divider + kDivider.size()));
}

INSTANTIATE_TEST_SUITE_P(all, OutlineCorpus, testing::ValuesIn(corpus_files()),
                         [](const testing::TestParamInfo<fs::path>& file) {
                           return file.param.stem().string();
                         });

}  // namespace
}  // namespace tallybook

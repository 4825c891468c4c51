// Spans nest and tile for every text: all short strings of mark fragments, long random ones, and the
// hand-labelled reports where they are present.
#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include <gtest/gtest.h>

#include "invariants.hpp"
#include "outline/parse.hpp"
#include "outline/split.hpp"
#include "support.hpp"

namespace tallybook {
namespace {

namespace fs = std::filesystem;
using outline_tests::broken_invariant;
using outline_tests::document_of;

constexpr std::string_view kFragments[] = {
    "一、",   "二、",     "三、",   "（一）", "(二)",  "1.",     "2、",    "(1)",    "2)",       "①",
    "②",      "一是",     "二是",   "三是",   "一要",  "二要",   "首先",   "其次，", "最后",     "第一，",
    "第二，", "第一部分", "——",     "全县",   "3.5万", "。",     "；",     "：",     "，",       "“",
    "”",      "《",       "》",     "（",     "）",    "\n",     "\n# ",   "　",     "!",        ".",
    "…",      "总结",     "为贯彻", "附件",   "1,200", "2026年", "问题\n", "\"",     "\n篇一：",
};

TEST(OutlineProperties, hold_for_every_short_string_of_fragments) {
  for (const auto a : kFragments) {
    for (const auto b : kFragments) {
      for (const auto c : kFragments) {
        const std::string text = std::string(a).append(b).append(c);
        ASSERT_EQ(broken_invariant(document_of(text)), "") << text;
      }
    }
  }
}

TEST(OutlineProperties, hold_for_long_random_strings_of_fragments) {
  std::mt19937 random(20260703);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    const auto length = random() % 400;
    for (std::uint32_t i = 0; i < length; ++i) text += kFragments[random() % std::size(kFragments)];
    ASSERT_EQ(broken_invariant(document_of(text)), "") << text;
  }
}

/// The folder of hand-labelled reports: not part of the repository.
fs::path labelled_reports() {
  if (const char* folder = std::getenv("TALLYBOOK_EVAL")) return folder;
  return fs::path(TALLYBOOK_SOURCE_DIR).parent_path() / "shared" / "eval" / "dev";
}

std::string read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream content;
  content << file.rdbuf();
  return content.str();
}

TEST(OutlineProperties, hold_for_labelled_reports) {
  const fs::path folder = labelled_reports();
  if (!fs::is_directory(folder)) GTEST_SKIP() << "no labelled reports in " << folder << " (TALLYBOOK_EVAL)";
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() != ".txt") continue;
    EXPECT_EQ(broken_invariant(document_of(read_file(entry.path()))), "") << entry.path();
  }
}

/// Lines at which the found and the labelled reports of a page begin.
struct Lines {
  std::vector<std::size_t> found;
  std::vector<std::size_t> labelled;
};

Lines report_lines(const fs::path& page) {
  Lines lines;
  const std::string text = read_file(page);
  const Document document = document_of(text);
  for (const Report& report : outline::split(document).reports) {
    const auto at = document.text.begin() + report.span.begin;
    lines.found.push_back(static_cast<std::size_t>(std::count(document.text.begin(), at, '\n')) + 1);
  }
  fs::path labels = page;
  std::ifstream file(labels.replace_extension(".reports.tsv"));
  std::string row;
  std::getline(file, row);
  while (std::getline(file, row)) {
    std::istringstream fields(row);
    std::size_t index = 0;
    std::size_t line = 0;
    if (fields >> index >> line) lines.labelled.push_back(line);
  }
  return lines;
}

TEST(OutlineQuality, splits_labelled_pages_as_people_do) {
  const fs::path folder = labelled_reports();
  if (!fs::is_directory(folder)) GTEST_SKIP() << "no labelled reports in " << folder << " (TALLYBOOK_EVAL)";
  for (const auto& entry : fs::directory_iterator(folder)) {
    const fs::path& path = entry.path();
    if (path.extension() != ".txt") continue;
    const Lines lines = report_lines(path);
    if (lines.labelled.empty()) {
      EXPECT_EQ(lines.found.size(), 1u) << path;
    } else {
      EXPECT_EQ(lines.found, lines.labelled) << path;
    }
  }
}

TEST(OutlineProperties, a_document_without_text_holds_no_report) {
  EXPECT_TRUE(outline::split(Document{}).reports.empty());
  EXPECT_TRUE(outline::split(document_of("　　\n \n")).reports.empty());
}

/// Ten times the text may take a good ten times as long, and no hundred times.
TEST(OutlineProperties, hostile_repetition_is_read_in_linear_time) {
  for (const std::string_view unit : {"一是", "一、\n", "《", "（一）", "1.", "“。", "一是。\n二是。\n", "①②",
                                      "——\n", "一、总结\n", "篇一\n", "首先，其次，"}) {
    std::string text;
    while (text.size() < 2'000'000) text += unit;
    const Document document = document_of(text);
    const std::clock_t begin = std::clock();
    ASSERT_EQ(broken_invariant(document), "") << unit;
    const std::clock_t elapsed = std::clock() - begin;
    EXPECT_LT(elapsed, 20 * CLOCKS_PER_SEC) << unit;
  }
}

}  // namespace
}  // namespace tallybook

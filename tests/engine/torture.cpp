// Ten thousand damaged files, and every file of a corpus where one is at hand: each ends in an
// analysis whose spans hold, or in an error that names the file, within two seconds of processor time.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <tallybook/engine.hpp>

namespace tallybook {
namespace {

namespace fs = std::filesystem;

/// Processor time, so that a busy machine fails no test; a hang takes far more.
constexpr std::clock_t kPatience = 2 * CLOCKS_PER_SEC;
constexpr std::size_t kLargestInput = 65'536;
constexpr std::array<std::string_view, 6> kExtensions = {".txt", ".md", ".html", ".docx", ".htm", ""};

struct File {
  std::string name;
  std::string bytes;
};

std::vector<File> read_folder(const fs::path& folder) {
  std::vector<File> files;
  std::error_code ignored;
  for (const auto& entry : fs::recursive_directory_iterator(folder, ignored)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream stream(entry.path(), std::ios::binary);
    files.push_back({entry.path().string(), {std::istreambuf_iterator<char>(stream), {}}});
  }
  std::sort(files.begin(), files.end(), [](const File& a, const File& b) { return a.name < b.name; });
  return files;
}

const Engine& engine() {
  static const Engine instance = Engine::create().value();
  return instance;
}

bool is_boundary(std::string_view text, std::uint32_t offset) {
  return offset == text.size() ||
         (offset < text.size() && (static_cast<unsigned char>(text[offset]) & 0xC0U) != 0x80U);
}

bool holds(std::string_view text, Span span) {
  return span.begin <= span.end && is_boundary(text, span.begin) && is_boundary(text, span.end);
}

void expect_spans_hold(const Analysis& analysis) {
  const std::string_view text = analysis.document.text;
  for (const ReportAnalysis& report : analysis.reports) {
    for (const Section& section : report.outline.sections) EXPECT_TRUE(holds(text, section.span));
    for (const Sentence& sentence : report.outline.sentences) EXPECT_TRUE(holds(text, sentence.span));
    for (const Figure& figure : report.figures) EXPECT_TRUE(holds(text, figure.span));
    for (const Finding& finding : report.findings) EXPECT_TRUE(holds(text, finding.span));
  }
}

void expect_survives(const std::string& bytes, const std::string& name) {
  const std::clock_t begin = std::clock();
  const auto analysis = engine().analyse(bytes, name);
  const std::clock_t elapsed = std::clock() - begin;
  EXPECT_LT(elapsed, kPatience) << name;
  if (analysis) {
    expect_spans_hold(*analysis);
  } else {
    EXPECT_EQ(analysis.error().file, name);
    EXPECT_FALSE(analysis.error().detail.empty()) << name;
  }
}

/// Damages files the same way on every machine: the standard's distributions may differ, its engine
/// does not. Half of the time it strikes the file's bytes, which the readers must withstand; half of
/// the time whole characters of its text, so that the damage reaches the grammars behind them.
class Vandal {
 public:
  Vandal(std::uint64_t seed, const std::vector<File>& files) : random_(seed), files_(files) {}

  File next() {
    File file = files_[below(files_.size())];
    whole_characters_ = below(2) == 0;
    if (whole_characters_) file = as_text(file);
    file.bytes.resize(boundary(file.bytes, std::min(file.bytes.size(), kLargestInput)));
    for (std::size_t blows = 1 + below(4); blows > 0; --blows) strike(file.bytes);
    // Now and then the name lies about the content.
    if (below(8) == 0) file.name = "damaged" + std::string(kExtensions[below(kExtensions.size())]);
    return file;
  }

 private:
  struct Range {
    std::size_t begin;
    std::size_t size;
  };

  static File as_text(const File& file) {
    return {file.name + ".txt", Engine::read(file.bytes, file.name).value().text};
  }

  std::size_t below(std::size_t limit) { return limit == 0 ? 0 : random_() % limit; }

  [[nodiscard]] std::size_t boundary(const std::string& bytes, std::size_t at) const {
    while (whole_characters_ && !is_boundary(bytes, static_cast<std::uint32_t>(at))) --at;
    return at;
  }
  std::size_t place(const std::string& bytes) { return boundary(bytes, below(bytes.size() + 1)); }
  Range range(const std::string& bytes, std::size_t longest) {
    const std::size_t begin = place(bytes);
    const std::size_t end = boundary(bytes, std::min(bytes.size(), begin + 1 + below(longest)));
    return {begin, std::max(begin, end) - begin};
  }

  void strike(std::string& bytes) {
    switch (below(whole_characters_ ? 5 : 7)) {
      case 0:
        bytes.resize(place(bytes));
        break;
      case 1: {
        const Range lost = range(bytes, 2000);
        bytes.erase(lost.begin, lost.size);
        break;
      }
      case 2:
        repeat_a_piece(bytes);
        break;
      case 3:
        splice(bytes);
        break;
      case 4:
        insert_tokens(bytes);
        break;
      case 5:
        for (std::size_t flips = 1 + below(32); flips > 0 && !bytes.empty(); --flips) {
          bytes[below(bytes.size())] = static_cast<char>(random_());
        }
        break;
      default:
        for (char& byte : bytes = std::string(below(4000), ' ')) byte = static_cast<char>(random_());
        break;
    }
  }

  void repeat_a_piece(std::string& bytes) {
    const Range repeated = range(bytes, 40);
    const std::string piece = bytes.substr(repeated.begin, repeated.size);
    std::string run;
    for (std::size_t times = 1 + below(400); times > 0; --times) run += piece;
    bytes.insert(repeated.begin, run);
  }

  void splice(std::string& bytes) {
    const File& other = files_[below(files_.size())];
    const std::string source = whole_characters_ ? as_text(other).bytes : other.bytes;
    const Range taken = range(source, 8000);
    bytes.insert(place(bytes), source, taken.begin, taken.size);
  }

  /// What the grammars look out for, in places where it makes no sense.
  void insert_tokens(std::string& bytes) {
    static constexpr std::size_t kBroken = 2;  // the last ones are no characters
    static constexpr std::array<std::string_view, 25> kTokens = {
        "一是", "（一）", "一、", "第一部分",   "①",          "其中",     "共",      "《",   "“",
        "（",   "万亿",   "0.",   "9999999999", "百分之",     "～",       "％",      "。。", "\n",
        "——",   "20__年", "，",   "<td><table", "&#x110000;", "\xEF\xBB", "\xFF\xFE"};
    for (std::size_t times = 1 + below(60); times > 0; --times) {
      bytes.insert(place(bytes), kTokens[below(kTokens.size() - (whole_characters_ ? kBroken : 0))]);
    }
  }

  std::mt19937_64 random_;
  const std::vector<File>& files_;
  bool whole_characters_ = false;
};

class Torture : public testing::TestWithParam<int> {};

TEST_P(Torture, DamagedFilesEndInAnAnalysisOrAnError) {
  static const std::vector<File> files = read_folder(fs::path(TALLYBOOK_SOURCE_DIR) / "examples" / "county");
  ASSERT_FALSE(files.empty());
  Vandal vandal(static_cast<std::uint64_t>(GetParam()), files);
  for (int i = 0; i < 1250 && !HasFailure(); ++i) {
    const File file = vandal.next();
    SCOPED_TRACE("input " + std::to_string(i) + " from " + file.name);
    expect_survives(file.bytes, file.name);
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, Torture, testing::Range(1, 9));

TEST(Corpus, EveryFileEndsInAnAnalysisOrAnError) {
  const char* folder = std::getenv("TALLYBOOK_CORPUS");
  if (folder == nullptr) GTEST_SKIP() << "TALLYBOOK_CORPUS names no folder of real files";
  for (const File& file : read_folder(folder)) expect_survives(file.bytes, file.name);
}

}  // namespace
}  // namespace tallybook

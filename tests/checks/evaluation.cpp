// The hand-labelled reports: every `hard` label of a rule that exists is found, and no error stands
// where no label does. The reports are no part of the repository.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include <tallybook/engine.hpp>

namespace tallybook {
namespace {

namespace fs = std::filesystem;

struct Label {
  std::string rule;
  std::uint32_t line = 0;
  Span span;
  bool hard = false;
};

fs::path evaluation_folder() {
  if (const char* folder = std::getenv("TALLYBOOK_EVAL")) return folder;
  return fs::path(TALLYBOOK_SOURCE_DIR) / ".." / "shared" / "eval" / "dev";
}

std::string read_file(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::vector<std::string> fields_of(const std::string& row) {
  std::vector<std::string> fields;
  std::istringstream stream(row);
  for (std::string field; std::getline(stream, field, '\t');) fields.push_back(field);
  return fields;
}

std::uint32_t offset_of_line(const std::string& text, std::uint32_t line) {
  std::size_t at = 0;
  while (--line > 0) at = text.find('\n', at) + 1;
  return static_cast<std::uint32_t>(at);
}

std::uint32_t line_of(const std::string& text, std::uint32_t offset) {
  return 1 + static_cast<std::uint32_t>(std::count(text.begin(), text.begin() + offset, '\n'));
}

Span locate(const std::string& text, std::uint32_t line, int nth, const std::string& part) {
  std::size_t at = text.find(part, offset_of_line(text, line));
  while (--nth > 0) at = text.find(part, at + 1);
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + part.size())};
}

/// Columns: rule, line, nth, text, tier, note.
std::vector<Label> read_labels(const fs::path& path, const std::string& text) {
  std::vector<Label> labels;
  std::ifstream stream(path);
  std::string row;
  std::getline(stream, row);
  while (std::getline(stream, row)) {
    const std::vector<std::string> field = fields_of(row);
    const auto line = static_cast<std::uint32_t>(std::stoul(field.at(1)));
    labels.push_back(
        {field.at(0), line, locate(text, line, std::stoi(field.at(2)), field.at(3)), field.at(4) == "hard"});
  }
  return labels;
}

/// A finding meets a label on its place, or on a place it is related to.
bool meets(const Finding& finding, const Label& label) {
  if (finding.rule != label.rule) return false;
  return finding.span.overlaps(label.span) ||
         std::any_of(finding.related.begin(), finding.related.end(),
                     [&](const Related& related) { return related.span.overlaps(label.span); });
}

std::vector<Finding> all_findings(const Analysis& analysis) {
  std::vector<Finding> all;
  for (const ReportAnalysis& report : analysis.reports) {
    all.insert(all.end(), report.findings.begin(), report.findings.end());
  }
  return all;
}

void evaluate(const fs::path& path) {
  const std::string text = read_file(path);
  const auto analysis = Engine::create().value().analyse(text, path.filename().string());
  ASSERT_TRUE(analysis);
  const std::vector<Label> labels = read_labels(fs::path(path).replace_extension(".findings.tsv"), text);
  const std::vector<Finding> findings = all_findings(*analysis);
  for (const Label& label : labels) {
    if (!label.hard || find_rule(label.rule) == nullptr) continue;
    const bool found = std::any_of(findings.begin(), findings.end(),
                                   [&](const Finding& finding) { return meets(finding, label); });
    EXPECT_TRUE(found) << path.filename() << ":" << label.line << " misses " << label.rule << " at "
                       << slice(text, label.span);
  }
  for (const Finding& finding : findings) {
    if (finding.severity != Severity::error) continue;
    const bool labelled =
        std::any_of(labels.begin(), labels.end(), [&](const Label& label) { return meets(finding, label); });
    EXPECT_TRUE(labelled) << path.filename() << ":" << line_of(text, finding.span.begin) << " no label for "
                          << finding.rule << ": " << finding.message.zh;
  }
}

TEST(Evaluation, FindsEveryHardLabelAndNoFalseError) {
  const fs::path folder = evaluation_folder();
  if (!fs::is_directory(folder)) GTEST_SKIP() << "no labelled reports in " << folder;
  int reports = 0;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() != ".txt") continue;
    evaluate(entry.path());
    ++reports;
  }
  EXPECT_GT(reports, 0) << "no labelled report in " << folder;
}

}  // namespace
}  // namespace tallybook

// The fictional county of examples/: what its key says is planted is found, and nothing else is.
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <tallybook/engine.hpp>

namespace tallybook {
namespace {

namespace fs = std::filesystem;

const fs::path kCounty = fs::path(TALLYBOOK_SOURCE_DIR) / "examples" / "county";

/// A line of key.tsv: a defect planted in a file.
struct Planted {
  std::string rule;
  int nth = 1;  ///< which occurrence of `text`
  std::string text;
};

std::vector<std::string> fields_of(const std::string& line) {
  std::vector<std::string> fields;
  std::istringstream stream(line);
  for (std::string field; std::getline(stream, field, '\t');) fields.push_back(field);
  return fields;
}

/// By file; defects of rules that do not exist yet are left out.
std::map<std::string, std::vector<Planted>> read_key() {
  std::map<std::string, std::vector<Planted>> key;
  std::ifstream stream(kCounty / "key.tsv");
  std::string line;
  std::getline(stream, line);
  while (std::getline(stream, line)) {
    const std::vector<std::string> field = fields_of(line);
    if (find_rule(field.at(1)) == nullptr) continue;
    key[field.at(0)].push_back({field.at(1), std::stoi(field.at(2)), field.at(3)});
  }
  return key;
}

Analysis analyse_file(const std::string& name) {
  std::ifstream stream(kCounty / name, std::ios::binary);
  const std::string bytes(std::istreambuf_iterator<char>(stream), {});
  return Engine::create().value().analyse(bytes, name).value();
}

/// Automatic numbers are no part of the key's texts.
bool is_written(const Document& document, Span span) {
  return std::none_of(
      document.segments.begin(), document.segments.end(),
      [span](const SourceSegment& segment) { return segment.generated && segment.text.overlaps(span); });
}

Span locate(const Document& document, const Planted& planted) {
  int seen = 0;
  for (std::size_t at = document.text.find(planted.text); at != std::string::npos;
       at = document.text.find(planted.text, at + 1)) {
    const Span span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + planted.text.size())};
    if (is_written(document, span) && ++seen == planted.nth) return span;
  }
  ADD_FAILURE() << "the text of the key is not there: " << planted.text;
  return {};
}

bool is_at(const Finding& finding, std::string_view rule, Span place) {
  const auto touches = [place](Span span) { return span.overlaps(place); };
  return finding.rule == rule && (touches(finding.span) ||
                                  std::any_of(finding.related.begin(), finding.related.end(),
                                              [&](const Related& related) { return touches(related.span); }));
}

std::string described(const Analysis& analysis, const Finding& finding) {
  return std::string(finding.rule) + " at " + std::string(slice(analysis.document.text, finding.span)) +
         ": " + finding.message.en;
}

class Examples : public ::testing::TestWithParam<std::string> {};

TEST_P(Examples, HoldWhatIsPlantedAndNothingElse) {
  const auto key = read_key();
  const auto rows = key.find(GetParam());
  const Analysis analysis = analyse_file(GetParam());
  std::vector<std::pair<const Planted*, Span>> places;
  if (rows != key.end()) {
    for (const Planted& planted : rows->second) {
      places.emplace_back(&planted, locate(analysis.document, planted));
    }
  }

  std::vector<Finding> findings;
  for (const ReportAnalysis& report : analysis.reports) {
    findings.insert(findings.end(), report.findings.begin(), report.findings.end());
  }
  for (const auto& [planted, place] : places) {
    const bool found = std::any_of(
        findings.begin(), findings.end(),
        [&, p = planted, at = place](const Finding& finding) { return is_at(finding, p->rule, at); });
    EXPECT_TRUE(found) << planted->rule << " is not found at " << planted->text;
  }
  for (const Finding& finding : findings) {
    const bool expected = std::any_of(places.begin(), places.end(), [&](const auto& row) {
      return is_at(finding, row.first->rule, row.second);
    });
    EXPECT_TRUE(expected) << "not planted: " << described(analysis, finding);
  }
}

std::vector<std::string> reports() {
  std::vector<std::string> names;
  for (const auto& entry : fs::recursive_directory_iterator(kCounty)) {
    if (!entry.is_regular_file() || entry.path().extension() == ".tsv") continue;
    names.push_back(fs::relative(entry.path(), kCounty).generic_string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::string test_name(const ::testing::TestParamInfo<std::string>& instance) {
  std::string name = instance.param;
  std::replace_if(
      name.begin(), name.end(), [](unsigned char c) { return std::isalnum(c) == 0; }, '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(County, Examples, ::testing::ValuesIn(reports()), test_name);

}  // namespace
}  // namespace tallybook

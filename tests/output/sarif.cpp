#include "output/sarif.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "output/sarif_values.hpp"
#include "output/source_places.hpp"
#include "support.hpp"

namespace tallybook::output {
namespace {

using nlohmann::json;
using testing::analysis_of;
using testing::finding_at;
using testing::place_of;

TEST(Uri, IsRelativeOrAFile) {
  EXPECT_EQ(uri_of("总结/a b.txt"), "%E6%80%BB%E7%BB%93/a%20b.txt");
  EXPECT_EQ(uri_of("/srv/<a>#1.txt"), "file:///srv/%3Ca%3E%231.txt");
}

TEST(SourcePlaces, CountUtf16CodeUnitsOfPlainText) {
  const Analysis a = analysis_of("第一行𠮷\n𠮷祥乡79名，𠮷89名");
  const SourcePlaces places(a.document, "");
  const auto place = places.find(place_of(a, "89名"));
  ASSERT_TRUE(place && place->has_columns && place->whole);
  EXPECT_EQ(place->line, 2U);
  EXPECT_EQ(place->column, 11U);  // two of the characters before it take two
  EXPECT_EQ(place->end_column, 14U);
  EXPECT_EQ(place->offset, 16U);
  EXPECT_EQ(place->length, 3U);
}

/// `认真<b>开展</b>。` read as 认真开展。
Document page(std::string encoding) {
  Document document;
  document.format = Format::html;
  document.encoding = std::move(encoding);
  document.text = "认真开展。";
  document.segments.resize(3);
  document.segments[0].text = {0, 6};
  document.segments[1].text = {6, 12};
  document.segments[1].offset = 9;
  document.segments[2].text = {12, 15};
  document.segments[2].offset = 19;
  return document;
}
constexpr std::string_view kPage = "认真<b>开展</b>。";

TEST(SourcePlaces, FollowTheSegmentsOfAPage) {
  const Document document = page("UTF-8");
  const SourcePlaces places(document, kPage);
  const auto inside = places.find({6, 12});
  ASSERT_TRUE(inside && inside->has_columns);
  EXPECT_TRUE(inside->whole);
  EXPECT_EQ(inside->column, 6U);
  EXPECT_EQ(inside->length, 2U);
  const auto over_a_tag = places.find({3, 15});
  ASSERT_TRUE(over_a_tag);
  EXPECT_FALSE(over_a_tag->whole);
  EXPECT_EQ(over_a_tag->column, 2U);
  EXPECT_EQ(over_a_tag->end_column, 13U);
}

TEST(SourcePlaces, AreEmptyWhereNothingStandsInTheFile) {
  Document document = page("UTF-8");
  document.segments[1].generated = true;
  EXPECT_FALSE(SourcePlaces(document, kPage).find({6, 12}));
  EXPECT_FALSE(SourcePlaces(document, "短").find({12, 15}));  // not the bytes that were read
  document.format = Format::docx;
  EXPECT_FALSE(SourcePlaces(document, kPage).find({0, 6}));
}

TEST(SourcePlaces, KnowOnlyTheLineInAnotherEncoding) {
  const Document document = page("GB18030");
  const auto place = SourcePlaces(document, kPage).find({6, 12});
  ASSERT_TRUE(place);
  EXPECT_FALSE(place->has_columns);
}

TEST(Sarif, PiecesMakeOneLog) {
  Rule rule{};
  rule.code = "FIG002";
  rule.name = "flow-mismatch";
  rule.catches = {"查", "catches"};
  rule.why = {"因", "why"};
  rule.source = "GB";
  const Rule* rules[] = {&rule};
  Analysis a = analysis_of("原有79名，现有89名。");
  Finding finding = finding_at(place_of(a, "89名"));
  finding.fix = Fix{{"改", "change"}, {{place_of(a, "89"), "90"}}};
  finding.key = 255;
  a.reports[0].findings = {finding};
  a.reports[0].accepted = {{finding, AcceptedBy::setting, "照原件"}};
  const std::string artifacts[] = {sarif_artifact(a.document, a.document.text), ""};
  const json log = json::parse(sarif_head(rules, Language::en) +
                               sarif_results(a, a.document.text, Language::en) + sarif_tail(artifacts));
  const json& run = log["runs"][0];
  EXPECT_EQ(run["tool"]["driver"]["rules"][0]["help"]["text"], "why\nGB");
  ASSERT_EQ(run["results"].size(), 2U);
  EXPECT_EQ(run["results"][0]["partialFingerprints"]["tallybookKey/v1"], "00000000000000ff");
  EXPECT_EQ(run["results"][0]["fixes"][0]["artifactChanges"][0]["replacements"][0]["insertedContent"]["text"],
            "90");
  EXPECT_TRUE(run["results"][0]["suppressions"].empty());
  EXPECT_EQ(run["results"][1]["suppressions"][0]["justification"], "照原件");
  EXPECT_EQ(run["artifacts"].size(), 1U);
  EXPECT_EQ(run["invocations"][0]["executionSuccessful"], false);
}

TEST(Sarif, LeavesOutAFixThatDoesNotStandInTheFile) {
  Analysis a = analysis_of("");
  a.document = page("UTF-8");
  Finding finding = finding_at({6, 12});
  finding.fix = Fix{{"改", "change"}, {{{3, 15}, "x"}}};
  a.reports[0].findings = {finding};
  finding.fix->edits = {{{6, 12}, "<"}};
  a.reports[0].findings.push_back(finding);
  EXPECT_EQ(sarif_results(a, kPage, Language::zh).find("fixes"), std::string::npos);
}

}  // namespace
}  // namespace tallybook::output

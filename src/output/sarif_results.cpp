#include <fmt/format.h>
#include <algorithm>

#include "output/json_values.hpp"
#include "output/labels.hpp"
#include "output/sarif.hpp"
#include "output/sarif_values.hpp"
#include "output/source_places.hpp"

namespace tallybook::output {
namespace {

/// The findings of one file, with what each needs to be placed.
class Results {
 public:
  Results(const Analysis& analysis, std::string_view bytes, Language language)
      : document_(analysis.document),
        text_(analysis.document.text),
        places_(analysis.document, bytes),
        uri_(uri_of(analysis.document.name)),
        language_(language) {}

  [[nodiscard]] Json result(const Finding& finding) const {
    Json result = {{"ruleId", finding.rule},
                   {"level", name_of(finding.severity)},
                   {"message", message(finding.message)},
                   {"locations", Json::array({location(finding.span)})},
                   {"partialFingerprints", {{"tallybookKey/v1", key_text(finding.key)}}},
                   {"suppressions", Json::array()}};
    if (!finding.related.empty()) {
      Json related = Json::array();
      for (const Related& place : finding.related) {
        Json entry = location(place.span);
        entry["message"] = message(place.note);
        related.push_back(std::move(entry));
      }
      result["relatedLocations"] = std::move(related);
    }
    if (auto fix = finding.fix ? fix_of(*finding.fix) : Json(nullptr); !fix.is_null()) {
      result["fixes"] = Json::array({std::move(fix)});
    }
    result["properties"] = {{"name", finding.name}, {"report", finding.report}};
    return result;
  }

  [[nodiscard]] Json result(const AcceptedFinding& accepted) const {
    Json json = result(accepted.finding);
    Json suppression = {{"kind", accepted.by == AcceptedBy::comment ? "inSource" : "external"},
                        {"status", "accepted"},
                        {"properties", {{"by", name_of(accepted.by)}}}};
    if (!accepted.reason.empty()) suppression["justification"] = accepted.reason;
    json["suppressions"].push_back(std::move(suppression));
    return json;
  }

 private:
  [[nodiscard]] Json message(const Message& message) const {
    return {{"text", in_language(message, language_)}};
  }

  [[nodiscard]] static Json region(const SourcePlace& place) {
    if (!place.has_columns) return {{"startLine", place.line}, {"endLine", place.end_line}};
    return {{"startLine", place.line},       {"startColumn", place.column}, {"endLine", place.end_line},
            {"endColumn", place.end_column}, {"charOffset", place.offset},  {"charLength", place.length}};
  }

  /// Where the file has no lines, the part and paragraph; always the words, and their place in the text as
  /// the JSON output counts.
  [[nodiscard]] Json location(Span span) const {
    Json physical = {{"artifactLocation", {{"uri", uri_}}}};
    const auto place = places_.find(span);
    if (place) {
      physical["region"] = region(*place);
      physical["region"]["snippet"] = {{"text", text_.words(span)}};
    }
    Json location = {{"physicalLocation", std::move(physical)}};
    if (!place) location["logicalLocations"] = logical(span);
    location["properties"] = {
        {"begin", text_.begin(span)}, {"end", text_.end(span)}, {"text", text_.words(span)}};
    return location;
  }

  [[nodiscard]] Json logical(Span span) const {
    const auto& segments = document_.segments;
    const auto segment = std::partition_point(
        segments.begin(), segments.end(), [&](const SourceSegment& s) { return s.text.end <= span.begin; });
    if (segment == segments.end() || segment->part >= document_.parts.size()) return Json::array();
    const std::string& part = document_.parts[segment->part];
    return Json::array(
        {{{"fullyQualifiedName", fmt::format("{}#{}", part, segment->paragraph + 1)}, {"kind", "element"}}});
  }

  /// Null where an edit's words do not stand in the file as such.
  [[nodiscard]] Json fix_of(const Fix& fix) const {
    Json replacements = Json::array();
    for (const Edit& edit : fix.edits) {
      const auto place = places_.find(edit.span);
      const bool literal =
          document_.format != Format::html || edit.replacement.find_first_of("&<>") == std::string::npos;
      if (!place || !place->whole || !literal) return nullptr;
      replacements.push_back(
          {{"deletedRegion", region(*place)}, {"insertedContent", {{"text", edit.replacement}}}});
    }
    if (replacements.empty()) return nullptr;
    return {
        {"description", message(fix.title)},
        {"artifactChanges",
         Json::array({{{"artifactLocation", {{"uri", uri_}}}, {"replacements", std::move(replacements)}}})}};
  }

  const Document& document_;
  JsonText text_;
  SourcePlaces places_;
  std::string uri_;
  Language language_;
};

bool is_plain_in_uri(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("-._~/").find(c) != std::string_view::npos;
}

}  // namespace

std::string uri_of(std::string_view name) {
  std::string uri = name.starts_with('/') ? "file://" : "";
  for (const char c : name) {
    if (is_plain_in_uri(c)) {
      uri += c;
    } else {
      uri += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return uri;
}

std::string sarif_results(const Analysis& analysis, std::string_view bytes, Language language) {
  const Results results(analysis, bytes, language);
  std::string text;
  const auto add = [&](const Json& result) {
    if (!text.empty()) text += ",\n";
    text += dumped(result);
  };
  for (const ReportAnalysis& report : analysis.reports) {
    for (const Finding& finding : report.findings) add(results.result(finding));
    for (const AcceptedFinding& finding : report.accepted) add(results.result(finding));
  }
  return text;
}

}  // namespace tallybook::output

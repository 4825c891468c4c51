#include <array>
#include <iterator>
#include <utility>
#include <vector>

#include "output/json.hpp"
#include "output/json_values.hpp"

namespace tallybook::output {
namespace {

std::string_view name_of(MarkForm form) {
  static constexpr std::array<std::string_view, 12> kNames = {
      "none",    "part",    "chinese", "chinese_bracketed", "arabic",     "arabic_bracketed",
      "circled", "ordinal", "item_is", "item_must",         "item_first", "dash"};
  return kNames.at(static_cast<std::size_t>(form));
}

Json node_of(const Section& section, const JsonText& text) {
  return {{"begin", text.begin(section.span)},
          {"end", text.end(section.span)},
          {"level", section.level},
          {"mark", text.words(section.mark.span)},
          {"form", name_of(section.mark.form)},
          {"number", section.mark.number},
          {"title", text.words(section.heading)}};
}

/// The nodes, which were put aside from the last to the first.
Json in_order(std::vector<Json>&& nodes) {
  return Json::array_t(std::make_move_iterator(nodes.rbegin()), std::make_move_iterator(nodes.rend()));
}

/// Children come after their parent in reading order, so from the last section back each one is
/// complete when it goes into its parent, and nothing recurses.
Json tree_of(const Outline& outline, const JsonText& text) {
  if (outline.sections.empty()) return Json::array();
  std::vector<std::vector<Json>> children(outline.sections.size());
  for (std::size_t i = outline.sections.size(); i-- > 1;) {
    const Section& section = outline.sections[i];
    Json node = node_of(section, text);
    node["sections"] = in_order(std::move(children[i]));
    const std::size_t parent = section.parent < i ? section.parent : 0;
    children[parent].push_back(std::move(node));
  }
  return in_order(std::move(children[0]));
}

Json enumerations_of(const Outline& outline, const JsonText& text) {
  Json list = Json::array();
  for (const Enumeration& enumeration : outline.enumerations) {
    Json items = Json::array();
    for (const EnumerationItem& item : enumeration.items) {
      items.push_back({{"begin", text.begin(item.span)},
                       {"end", text.end(item.span)},
                       {"mark", text.words(item.mark.span)},
                       {"number", item.mark.number}});
    }
    list.push_back({{"begin", text.begin(enumeration.span)},
                    {"end", text.end(enumeration.span)},
                    {"form", name_of(enumeration.form)},
                    {"items", std::move(items)}});
  }
  return list;
}

}  // namespace

std::string outline_json(const Analysis& analysis) {
  const JsonText text(analysis.document.text);
  Json reports = Json::array();
  for (const ReportAnalysis& report : analysis.reports) {
    reports.push_back({{"index", report.report.index},
                       {"begin", text.begin(report.report.span)},
                       {"end", text.end(report.report.span)},
                       {"title", text.words(report.report.title)},
                       {"sections", tree_of(report.outline, text)},
                       {"enumerations", enumerations_of(report.outline, text)}});
  }
  const Json root = {
      {"file", analysis.document.name}, {"version", TALLYBOOK_VERSION}, {"reports", std::move(reports)}};
  return dumped(root) + '\n';
}

}  // namespace tallybook::output

#include "document/docx/styles.hpp"

#include <utility>
#include <vector>

#include "document/docx/xml.hpp"

namespace tallybook::document::docx {
namespace {

std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  return lower;
}

/// N of "heading N", "标题 N" or "标题N", from 1; 0 where the name is no such.
int heading_number(std::string_view name) {
  for (const std::string_view prefix : {"heading", "标题"}) {
    if (!name.starts_with(prefix)) continue;
    name.remove_prefix(prefix.size());
    if (name.starts_with(' ')) name.remove_prefix(1);
    if (name.size() == 1 && name[0] >= '1' && name[0] <= '9') return name[0] - '0';
  }
  return 0;
}

/// What the style itself says, without what it is based on.
Style own_properties(const pugi::xml_node& node) {
  Style style;
  style.id = attribute(node, "styleId");
  style.name = lower_case(attribute(child(node, "name"), "val"));
  const pugi::xml_node properties = child(node, "pPr");
  style.outline_level = integer(child(properties, "outlineLvl"));
  if (!style.outline_level) {
    const int number = heading_number(style.name);
    if (number > 0) style.outline_level = number - 1;
  }
  style.numbering = numbering_reference(properties);
  if (style.numbering.numbering) style.numbering_owner = style.id;
  style.title = style.name == "title" || style.name == "标题";
  style.contents = style.name.starts_with("toc ") && style.name != "toc heading";
  return style;
}

void inherit(Style& style, const Style& base) {
  if (!style.outline_level) style.outline_level = base.outline_level;
  if (!style.numbering.numbering) {
    style.numbering.numbering = base.numbering.numbering;
    style.numbering_owner = base.numbering_owner;
  }
  if (!style.numbering.level) style.numbering.level = base.numbering.level;
  style.title = style.title || base.title;
  style.contents = style.contents || base.contents;
}

using Nodes = std::map<std::string, pugi::xml_node, std::less<>>;

/// The style and the ones it is based on, itself first. A chain that runs in a circle or is longer
/// than any real one ends early.
Style resolved(const pugi::xml_node& node, const Nodes& nodes) {
  constexpr int kLongestChain = 16;
  Style style = own_properties(node);
  std::string_view base = attribute(child(node, "basedOn"), "val");
  for (int i = 0; i < kLongestChain && !base.empty(); ++i) {
    const auto found = nodes.find(base);
    if (found == nodes.end()) break;
    inherit(style, own_properties(found->second));
    base = attribute(child(found->second, "basedOn"), "val");
  }
  return style;
}

}  // namespace

NumberingReference numbering_reference(const pugi::xml_node& paragraph_properties) {
  const pugi::xml_node reference = child(paragraph_properties, "numPr");
  return {.numbering = integer(child(reference, "numId")), .level = integer(child(reference, "ilvl"))};
}

Styles::Styles(const pugi::xml_node& root) {
  Nodes nodes;
  for (const pugi::xml_node& node : root.children()) {
    if (local_name(node) != "style" || attribute(node, "type") != "paragraph") continue;
    nodes.emplace(attribute(node, "styleId"), node);
  }
  for (const auto& [id, node] : nodes) {
    Style style = resolved(node, nodes);
    const std::string_view is_default = attribute(node, "default");
    if (is_default == "1" || is_default == "true") default_ = style;
    styles_.emplace(id, std::move(style));
  }
}

const Style& Styles::find(std::string_view id) const {
  const auto found = styles_.find(id);
  return found == styles_.end() ? default_ : found->second;
}

}  // namespace tallybook::document::docx

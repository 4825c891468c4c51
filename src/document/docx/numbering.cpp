#include "document/docx/numbering.hpp"

#include <algorithm>
#include <utility>

#include "document/docx/xml.hpp"
#include "text/characters.hpp"

namespace tallybook::document::docx {
namespace {

std::uint32_t start_value(const pugi::xml_node& node) {
  return static_cast<std::uint32_t>(std::clamp(integer(node).value_or(1), 0, 1'000'000));
}

std::size_t level_index(const pugi::xml_node& node) {
  return static_cast<std::size_t>(std::clamp(integer(node, "ilvl").value_or(0), 0, kListLevels - 1));
}

/// Word writes a format that the schema lacks as <w:numFmt w:val="custom" w:format="…"/> inside of
/// mc:AlternateContent, and an older one as its fallback.
pugi::xml_node number_format_node(const pugi::xml_node& level) {
  if (const pugi::xml_node format = child(level, "numFmt")) return format;
  return child(child(child(level, "AlternateContent"), "Fallback"), "numFmt");
}

ListLevel read_level(const pugi::xml_node& node) {
  ListLevel level;
  level.format = number_format(attribute(number_format_node(node), "val"));
  level.text = attribute(child(node, "lvlText"), "val");
  if (const pugi::xml_node start = child(node, "start")) level.start = start_value(start);
  level.restart = integer(child(node, "lvlRestart"));
  level.separated = attribute(child(node, "suff"), "val") != "nothing";
  level.decimal_only = is_on(child(node, "isLgl"));
  level.style = attribute(child(node, "pStyle"), "val");
  return level;
}

/// Bullets come in the private characters of symbol fonts, which mean nothing outside of them.
std::string bullet(std::string_view text) {
  const char32_t c = text::code_point_at(text, 0).value;
  return c >= 0xE000 && c <= 0xF8FF ? "•" : std::string(text);
}

/// A label that ends in Chinese punctuation needs no space after it.
bool ends_in_wide_mark(std::string_view label) {
  const char32_t last = text::code_point_before(label, label.size()).value;
  return last == U'、' || last == U'）' || last == U'．' || last == U'：' || last == U'，';
}

}  // namespace

Numbering::Numbering(const pugi::xml_node& root) {
  for (const pugi::xml_node& node : root.children()) {
    if (local_name(node) == "abstractNum") add_definition(node);
  }
  for (const pugi::xml_node& node : root.children()) {
    if (local_name(node) == "num") add_instance(node);
  }
}

void Numbering::add_definition(const pugi::xml_node& node) {
  const int id = integer(node, "abstractNumId").value_or(0);
  Levels& levels = definitions_[id];
  for (const pugi::xml_node& entry : node.children()) {
    const std::string_view name = local_name(entry);
    if (name == "lvl") levels[level_index(entry)] = read_level(entry);
    if (name == "numStyleLink") style_links_[id] = attribute(entry, "val");
    if (name == "styleLink") list_styles_.emplace(attribute(entry, "val"), id);
  }
}

int Numbering::resolve_style_link(int definition) const {
  const auto link = style_links_.find(definition);
  if (link == style_links_.end()) return definition;
  const auto target = list_styles_.find(link->second);
  return target == list_styles_.end() ? definition : target->second;
}

void Numbering::add_instance(const pugi::xml_node& node) {
  Instance instance;
  instance.definition = resolve_style_link(integer(child(node, "abstractNumId")).value_or(0));
  const auto definition = definitions_.find(instance.definition);
  if (definition == definitions_.end()) return;
  instance.levels = definition->second;
  for (const pugi::xml_node& entry : node.children()) {
    if (local_name(entry) != "lvlOverride") continue;
    const std::size_t level = level_index(entry);
    if (const pugi::xml_node replaced = child(entry, "lvl")) instance.levels[level] = read_level(replaced);
    if (const pugi::xml_node start = child(entry, "startOverride")) {
      instance.start_overrides[level] = start_value(start);
    }
  }
  instances_.emplace(integer(node, "numId").value_or(0), std::move(instance));
}

void Numbering::restart_below(const Levels& levels, Counters& counters, std::size_t level) {
  for (std::size_t below = level + 1; below < kListLevels; ++below) {
    // Without w:lvlRestart any level above begins this one anew; 0 never matches a level from 1.
    const int restart = levels[below].restart.value_or(kListLevels);
    if (static_cast<int>(level) < restart) counters.last[below].reset();
  }
}

std::string Numbering::render(const Levels& levels, const Counters& counters, std::size_t level) {
  const ListLevel& shown = levels[level];
  std::string label;
  for (std::size_t i = 0; i < shown.text.size(); ++i) {
    const bool placeholder = shown.text[i] == '%' && i + 1 < shown.text.size() && shown.text[i + 1] >= '1' &&
                             shown.text[i + 1] <= '9';
    if (!placeholder) {
      label += shown.text[i];
      continue;
    }
    const auto place = static_cast<std::size_t>(shown.text[++i] - '1');
    const NumberFormat format = shown.decimal_only ? NumberFormat::decimal : levels[place].format;
    label += format_number(counters.last[place].value_or(levels[place].start), format);
  }
  return label;
}

std::string Numbering::next_label(const NumberingReference& reference, std::string_view style_id) {
  const auto found = instances_.find(reference.numbering.value_or(0));
  if (found == instances_.end()) return {};
  Instance& instance = found->second;
  const Levels& levels = instance.levels;
  // A numbering that comes with the style stands at the level that is bound to the style.
  std::size_t level = static_cast<std::size_t>(std::clamp(reference.level.value_or(0), 0, kListLevels - 1));
  if (!reference.level && !style_id.empty()) {
    const auto bound = std::find_if(levels.begin(), levels.end(),
                                    [style_id](const ListLevel& entry) { return entry.style == style_id; });
    if (bound != levels.end()) level = static_cast<std::size_t>(bound - levels.begin());
  }

  Counters& counters = counters_[instance.definition];
  if (!std::exchange(instance.used, true)) {
    for (std::size_t i = 0; i < kListLevels; ++i) {
      if (instance.start_overrides[i]) counters.last[i].reset();
    }
  }
  auto& last = counters.last[level];
  last = last ? *last + 1 : instance.start_overrides[level].value_or(levels[level].start);
  restart_below(levels, counters, level);

  const bool is_bullet = levels[level].format == NumberFormat::bullet;
  std::string label = is_bullet ? bullet(levels[level].text) : render(levels, counters, level);
  const bool separated = levels[level].separated && !label.empty() && !label.ends_with(' ');
  if (separated && !ends_in_wide_mark(label)) label += ' ';
  return label;
}

}  // namespace tallybook::document::docx

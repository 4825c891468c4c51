#include "output/catalogue.hpp"
#include "output/json_values.hpp"

namespace tallybook::output {
namespace {

Json json_of(const Bilingual& text) {
  return {{"zh", text.zh}, {"en", text.en}};
}

Json json_of(std::span<const Example> examples) {
  Json list = Json::array();
  for (const Example& example : examples) list.push_back({{"bad", example.bad}, {"good", example.good}});
  return list;
}

Json json_of(const Rule& rule) {
  Json json{{"code", rule.code},
            {"name", rule.name},
            {"severity", name_of(rule.severity)},
            {"since", rule.since},
            {"enabled_by_default", rule.enabled_by_default},
            {"catches", json_of(rule.catches)},
            {"why", json_of(rule.why)},
            {"source", rule.source},
            {"examples", json_of(rule.examples)}};
  if (!rule.file.empty()) json["file"] = rule.file;
  return json;
}

}  // namespace

std::string rules_json(std::span<const Rule* const> rules) {
  Json list = Json::array();
  for (const Rule* rule : rules) list.push_back(json_of(*rule));
  return dumped(Json{{"version", TALLYBOOK_VERSION}, {"rules", std::move(list)}}) + '\n';
}

}  // namespace tallybook::output

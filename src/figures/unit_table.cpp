#include "figures/unit_table.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "figures/traditional.hpp"

namespace tallybook::figures {
namespace {

constexpr std::array kKinds = {FigureKind::count,    FigureKind::money,    FigureKind::percent,
                               FigureKind::points,   FigureKind::permille, FigureKind::per_100k,
                               FigureKind::multiple, FigureKind::fraction, FigureKind::area,
                               FigureKind::length,   FigureKind::mass,     FigureKind::volume,
                               FigureKind::energy,   FigureKind::duration, FigureKind::age,
                               FigureKind::score,    FigureKind::rank,     FigureKind::other};

/// A list of a family's units that are read with a condition, and the flag that holds it.
struct Condition {
  std::string_view key;
  bool Unit::*flag;
};
constexpr std::array kConditions = {Condition{"arabic_only", &Unit::arabic_only},
                                    Condition{"final_only", &Unit::final_only},
                                    Condition{"hour_words", &Unit::hour_word}};

class UnitTableReader {
 public:
  UnitTableReader(Lexicon::Tables& tables, Schema& schema) : tables_(tables), schema_(schema) {}

  void read_family(const toml::table& table);

 private:
  void read_entry(const toml::node& node, const Unit& prototype, const UnitFamily& family);
  void add(std::string_view text, Unit unit, const UnitFamily& family);
  void read_conditions(const toml::table& table, std::size_t first_unit);
  std::uint16_t dimension_of(const UnitFamily& family);

  Lexicon::Tables& tables_;
  Schema& schema_;
  std::vector<std::pair<std::string, std::uint16_t>> dimensions_;
  std::uint16_t next_dimension_ = 0;
};

/// Units of one dimension can be added. Without a base no two units convert, and each measures by itself.
std::uint16_t UnitTableReader::dimension_of(const UnitFamily& family) {
  if (family.base.empty()) return next_dimension_++;
  for (const auto& [name, code] : dimensions_) {
    if (name == family.dimension) return code;
  }
  dimensions_.emplace_back(family.dimension, next_dimension_);
  return next_dimension_++;
}

void UnitTableReader::add(std::string_view text, Unit unit, const UnitFamily& family) {
  schema_.require(!text.empty(), "a unit must have a text");
  unit.text = text;
  schema_.require(tables_.unit_words.match_at(unit.text, 0).size != unit.text.size(),
                  "unit " + unit.text + " stands twice");
  unit.dimension = dimension_of(family);
  tables_.unit_words.add(unit.text, static_cast<std::uint16_t>(tables_.units.size()));
  if (unit.kind == FigureKind::points) {
    tables_.point_words.add(unit.text, static_cast<std::uint16_t>(tables_.units.size()));
  }
  tables_.units.push_back(std::move(unit));
}

/// "吨", { text = "吨", factor = "1000" } or { text = ["吨", "公吨"], factor = "1000" }
void UnitTableReader::read_entry(const toml::node& node, const Unit& prototype, const UnitFamily& family) {
  if (const auto plain = node.value<std::string_view>()) return add(*plain, prototype, family);
  const toml::table* table = node.as_table();
  schema_.require(table != nullptr, "a unit must be a string or a table");
  if (table == nullptr) return;
  Unit unit = prototype;
  const auto factor = Decimal::parse((*table)["factor"].value_or(std::string_view{}));
  const auto text = (*table)["text"].value<std::string_view>();
  schema_.require(factor && *factor > Decimal{0}, "a factor must be a positive decimal in quotes");
  schema_.require(!family.base.empty(), family.dimension + ": a factor without a base");
  unit.factor = factor.value_or(Decimal{1});
  if (text) return add(*text, unit, family);
  each_string(table->get("text"), schema_, "text", [&](std::string_view word) { add(word, unit, family); });
}

void UnitTableReader::read_conditions(const toml::table& table, std::size_t first_unit) {
  for (const Condition& condition : kConditions) {
    if (!table.contains(condition.key)) continue;
    each_string(table.get(condition.key), schema_, condition.key, [&](std::string_view word) {
      const auto begin = tables_.units.begin() + static_cast<std::ptrdiff_t>(first_unit);
      const auto unit =
          std::find_if(begin, tables_.units.end(), [&](const Unit& own) { return own.text == word; });
      schema_.require(unit != tables_.units.end(), std::string(word) + " is no unit of its family");
      if (unit != tables_.units.end()) (*unit).*condition.flag = true;
    });
  }
}

void UnitTableReader::read_family(const toml::table& table) {
  UnitFamily family;
  family.dimension = table["dimension"].value_or(std::string{});
  family.base = table["base"].value_or(std::string{});
  schema_.require(!family.dimension.empty(), "family: dimension is missing");
  const auto kind = enum_of(table["kind"].value_or(std::string_view{}), kKinds);
  schema_.require(kind.has_value(), family.dimension + ": unknown kind");

  const std::size_t first_unit = tables_.units.size();
  Unit prototype;
  prototype.kind = kind.value_or(FigureKind::other);
  prototype.compound = table["compound"].value_or(false);
  prototype.family = static_cast<std::uint16_t>(tables_.unit_families.size());
  const toml::array* units = table["units"].as_array();
  schema_.require(units != nullptr, family.dimension + ": units are missing");
  if (units != nullptr) {
    for (const toml::node& entry : *units) read_entry(entry, prototype, family);
  }
  read_conditions(table, first_unit);
  if (table.contains("signs")) {
    each_string(table.get("signs"), schema_, "signs",
                [&](std::string_view sign) { tables_.currency_signs.add(sign); });
  }
  tables_.unit_families.push_back(std::move(family));
}

}  // namespace

void read_unit_table(const toml::table& root, Lexicon::Tables& tables, Schema& schema) {
  const toml::array* families = root["family"].as_array();
  schema.require(families != nullptr, "[[family]] is missing");
  if (families == nullptr) return;
  UnitTableReader reader(tables, schema);
  for (const toml::node& node : *families) {
    if (const toml::table* family = node.as_table()) reader.read_family(*family);
  }
  // Behind all others, so that no unit loses its spelling to another's traditional one.
  for (std::size_t i = 0; i < tables.units.size(); ++i) {
    for (const std::string& spelling : traditional_spellings(tables.units[i].text)) {
      tables.unit_words.add(spelling, static_cast<std::uint16_t>(i));
      if (tables.units[i].kind == FigureKind::points) {
        tables.point_words.add(spelling, static_cast<std::uint16_t>(i));
      }
    }
  }
}

}  // namespace tallybook::figures

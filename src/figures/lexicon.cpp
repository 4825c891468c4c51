#include "figures/lexicon.hpp"

#include <array>
#include <string>
#include <utility>

#include <toml++/toml.h>

#include "figures/tables.hpp"

namespace tallybook::embedded {
extern const std::string_view units;
extern const std::string_view figure_words;
}  // namespace tallybook::embedded

namespace tallybook::figures {
namespace {

/// Collects the first breach of the schema; later steps go on with what is there.
class Schema {
 public:
  explicit Schema(std::string_view file) : file_(file) {}

  void require(bool holds, std::string_view what) {
    if (!holds && problem_.empty()) problem_ = what;
  }
  [[nodiscard]] std::optional<Error> error() const {
    if (problem_.empty()) return std::nullopt;
    return Error{ErrorCode::invalid_data, file_, std::nullopt, problem_};
  }

 private:
  std::string file_;
  std::string problem_;
};

Result<toml::table> parse(std::string_view content, std::string_view file) {
  try {
    return toml::parse(content, file);
  } catch (const toml::parse_error& error) {
    return tl::unexpected(
        Error{ErrorCode::invalid_data, std::string(file), std::nullopt,
              "line " + std::to_string(error.source().begin.line) + ": " + std::string(error.description())});
  }
}

template <typename Enum, std::size_t N>
std::optional<Enum> enum_of(std::string_view name, const std::array<Enum, N>& values) {
  for (const Enum value : values) {
    if (name_of(value) == name) return value;
  }
  return std::nullopt;
}

constexpr std::array kKinds = {FigureKind::count,    FigureKind::money,    FigureKind::percent,
                               FigureKind::points,   FigureKind::permille, FigureKind::per_100k,
                               FigureKind::multiple, FigureKind::fraction, FigureKind::area,
                               FigureKind::length,   FigureKind::mass,     FigureKind::volume,
                               FigureKind::energy,   FigureKind::duration, FigureKind::age,
                               FigureKind::score,    FigureKind::rank,     FigureKind::other};
constexpr std::array kBounds = {Bound::about, Bound::over, Bound::under, Bound::at_least, Bound::at_most};
constexpr std::array kDirections = {Direction::up, Direction::down, Direction::flat};
constexpr std::array kBases = {Basis::year_on_year, Basis::period_on_period, Basis::since_base};
constexpr std::array kStatuses = {Status::planned, Status::required};

/// The strings of an array; anything else in it breaks the schema.
template <typename Visit>
void each_string(const toml::node* node, Schema& schema, std::string_view where, Visit visit) {
  const toml::array* array = node == nullptr ? nullptr : node->as_array();
  schema.require(array != nullptr, std::string(where) + " must be an array");
  if (array == nullptr) return;
  for (const toml::node& entry : *array) {
    const auto word = entry.value<std::string_view>();
    schema.require(word && !word->empty(), std::string(where) + " must hold non-empty strings");
    if (word) visit(*word);
  }
}

void read_unit(const toml::node& node, Unit unit, Lexicon::Tables& tables, Schema& schema) {
  if (const auto plain = node.value<std::string_view>()) {
    unit.text = *plain;
  } else if (const toml::table* table = node.as_table()) {
    unit.text = table->get("text") ? table->at("text").value_or(std::string{}) : std::string{};
    const auto factor = Decimal::parse((*table)["factor"].value_or(std::string_view{}));
    schema.require(factor.has_value(), "unit " + unit.text + ": factor must be a decimal in quotes");
    unit.factor = factor.value_or(Decimal{1});
  }
  schema.require(!unit.text.empty(), "a unit must have a text");
  schema.require(tables.unit_words.match_at(unit.text, 0).size != unit.text.size(),
                 "unit " + unit.text + " stands twice");
  tables.unit_words.add(unit.text, static_cast<std::uint16_t>(tables.units.size()));
  tables.units.push_back(std::move(unit));
}

void read_units(const toml::table& root, Lexicon::Tables& tables, Schema& schema) {
  const toml::array* families = root["family"].as_array();
  schema.require(families != nullptr, "[[family]] is missing");
  if (families == nullptr) return;
  std::vector<std::string> dimensions;
  for (const toml::node& node : *families) {
    const toml::table* family = node.as_table();
    if (family == nullptr) continue;
    Unit unit;
    const auto kind = enum_of((*family)["kind"].value_or(std::string_view{}), kKinds);
    schema.require(kind.has_value(), "family: unknown kind");
    unit.kind = kind.value_or(FigureKind::other);
    const std::string dimension = (*family)["dimension"].value_or(std::string{});
    schema.require(!dimension.empty(), "family: dimension is missing");
    const auto known = std::find(dimensions.begin(), dimensions.end(), dimension);
    unit.dimension = static_cast<std::uint16_t>(known - dimensions.begin());
    if (known == dimensions.end()) dimensions.push_back(dimension);
    if (const toml::array* units = (*family)["units"].as_array()) {
      for (const toml::node& entry : *units) read_unit(entry, unit, tables, schema);
    }
    if (family->contains("signs")) {
      each_string(family->get("signs"), schema, "signs",
                  [&](std::string_view sign) { tables.currency_signs.add(sign); });
    }
    if (family->contains("arabic_only")) {
      each_string(family->get("arabic_only"), schema, "arabic_only", [&](std::string_view word) {
        for (Unit& candidate : tables.units) candidate.arabic_only |= candidate.text == word;
      });
    }
  }
}

/// A table of lists, one for each value of an enumeration: { about = […], over = […] }.
template <typename Enum, std::size_t N>
void read_valued(const toml::node_view<const toml::node>& node, const std::array<Enum, N>& values,
                 std::string_view where, WordSet& set, Schema& schema) {
  const toml::table* table = node.as_table();
  schema.require(table != nullptr, std::string(where) + " is missing");
  if (table == nullptr) return;
  for (const auto& [key, list] : *table) {
    const auto value = enum_of(key.str(), values);
    if (!value) continue;  // other keys of the same table are read by name
    each_string(&list, schema, where, [&, code = static_cast<std::uint16_t>(*value)](std::string_view word) {
      set.add(word, code);
    });
  }
}

void read_partitions(const toml::table& root, Lexicon::Tables& tables, Schema& schema) {
  const toml::array* partitions = root["partition"].as_array();
  schema.require(partitions != nullptr, "[[partition]] is missing");
  if (partitions == nullptr) return;
  for (const toml::node& node : *partitions) {
    const toml::table* table = node.as_table();
    if (table == nullptr) continue;
    Partition partition;
    partition.exhaustive = (*table)["exhaustive"].value_or(false);
    std::uint16_t member = 0;
    each_string(table->get("words"), schema, "partition.words",
                [&](std::string_view word) { partition.words.add(word, member++); });
    tables.partitions.push_back(std::move(partition));
  }
}

void read_words(const toml::table& root, Lexicon::Tables& tables, Schema& schema) {
  const auto view = toml::node_view<const toml::node>(&root);
  const auto plain = [&](std::string_view table, std::string_view key, WordSet& set) {
    each_string(view[table][key].node(), schema, std::string(table) + "." + std::string(key),
                [&](std::string_view word) { set.add(word); });
  };
  read_valued(view["approximator"]["before"], kBounds, "approximator.before", tables.approximators_before,
              schema);
  read_valued(view["approximator"]["before_scale"], kBounds, "approximator.before_scale",
              tables.approximators_before_scale, schema);
  read_valued(view["approximator"]["after"], kBounds, "approximator.after", tables.approximators_after,
              schema);
  read_valued(view["approximator"]["verb"], kBounds, "approximator.verb", tables.approximating_verbs, schema);
  read_valued(view["change"], kDirections, "change", tables.change_verbs, schema);
  read_valued(view["basis"], kBases, "basis", tables.basis_cues, schema);
  read_valued(view["status"], kStatuses, "status", tables.status_cues, schema);
  plain("change", "masks", tables.change_masks);
  plain("change", "to", tables.to_endings);
  plain("change", "transitive", tables.change_transitive);
  plain("change", "links", tables.change_links);
  plain("change", "more", tables.comparing_more);
  plain("change", "less", tables.comparing_less);
  plain("change", "list_breakers", tables.list_breakers);
  plain("status", "after", tables.status_after_cues);
  plain("not_figure", "bare_nouns", tables.bare_nouns);
  plain("not_figure", "bare_before", tables.bare_before);
  plain("not_figure", "stage_after", tables.stage_after);
  plain("share", "cues", tables.share_cues);
  plain("share", "nouns", tables.share_nouns);
  plain("rate", "nouns", tables.rate_nouns);
  plain("each", "cues", tables.each_cues);
  each_string(view["status"]["future"].node(), schema, "status.future", [&](std::string_view verb) {
    tables.status_cues.add("将" + std::string(verb), static_cast<std::uint16_t>(Status::planned));
  });
  plain("status", "subjects", tables.planned_subjects);
  plain("status", "masks", tables.status_masks);
  plain("status", "done", tables.done_cues);
  plain("status", "headings", tables.future_headings);
  plain("status", "past_headings", tables.past_headings);
  plain("not_figure", "ordinal_before", tables.ordinal_before);
  plain("not_figure", "one_before", tables.one_before);
  plain("not_figure", "duration_after", tables.duration_after);
  plain("not_figure", "duration_before", tables.duration_before);
  plain("not_figure", "phrases", tables.phrases);
  plain("not_figure", "after", tables.not_unit);
  plain("relation", "total", tables.total_cues);
  plain("relation", "total_weak", tables.total_weak_cues);
  plain("relation", "complete", tables.complete_lists);
  plain("relation", "open", tables.open_lists);
  plain("relation", "spread", tables.spread_cues);
  plain("relation", "net", tables.net_wholes);
  plain("relation", "aside", tables.aside_cues);
  plain("relation", "real_terms", tables.real_terms);
  plain("claim", "nouns", tables.claim_nouns);
  plain("claim", "units", tables.claim_units);
  std::uint16_t flow_role = 0;
  for (const std::string_view key : {"opening", "in", "out", "closing", "reached"}) {
    ++flow_role;
    each_string(view["flow"][key].node(), schema, "flow",
                [&](std::string_view word) { tables.flow_cues.add(word, flow_role); });
  }
  read_partitions(root, tables, schema);
  plain("subject", "verbs", tables.verbs);
  plain("subject", "links", tables.subject_links);
  plain("subject", "bare", tables.bare_heads);
  plain("subject", "nominal", tables.nominal_verbs);
  plain("subject", "clause_heads", tables.clause_heads);
  plain("subject", "suffixes", tables.noun_suffixes);
  plain("subject", "nouns", tables.compound_nouns);
  plain("subject", "stop", tables.stop_words);
}

}  // namespace

Result<Lexicon> Lexicon::load() {
  auto tables = std::make_unique<Tables>();
  const auto units = parse(embedded::units, "units.toml");
  if (!units) return tl::unexpected(units.error());
  Schema unit_schema("units.toml");
  read_units(*units, *tables, unit_schema);
  if (auto error = unit_schema.error()) return tl::unexpected(*std::move(error));

  const auto words = parse(embedded::figure_words, "figure_words.toml");
  if (!words) return tl::unexpected(words.error());
  Schema word_schema("figure_words.toml");
  read_words(*words, *tables, word_schema);
  if (auto error = word_schema.error()) return tl::unexpected(*std::move(error));

  return Lexicon(std::move(tables));
}

Lexicon::Lexicon(std::unique_ptr<const Tables> tables) : tables_(std::move(tables)) {}
Lexicon::Lexicon(Lexicon&&) noexcept = default;
Lexicon& Lexicon::operator=(Lexicon&&) noexcept = default;
Lexicon::~Lexicon() = default;

}  // namespace tallybook::figures

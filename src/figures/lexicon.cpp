#include "figures/lexicon.hpp"

#include <array>
#include <iterator>
#include <string>
#include <utility>

#include "figures/phrase_marks.hpp"
#include "figures/schema.hpp"
#include "figures/tables.hpp"
#include "figures/traditional.hpp"
#include "figures/unit_table.hpp"
#include "text/characters.hpp"

namespace tallybook::embedded {
extern const std::string_view units;
extern const std::string_view figure_words;
}  // namespace tallybook::embedded

namespace tallybook::figures {
namespace {

constexpr std::array kBounds = {Bound::about, Bound::over, Bound::under, Bound::at_least, Bound::at_most};
constexpr std::array kDirections = {Direction::up, Direction::down, Direction::flat};
constexpr std::array kBases = {Basis::year_on_year, Basis::period_on_period, Basis::since_base};
constexpr std::array kStatuses = {Status::planned, Status::required};

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
      for (const std::string& spelling : traditional_spellings(word)) set.add(spelling, code);
    });
  }
}

/// A list of words without values: where the file has it and which set takes it.
struct PlainSet {
  std::string_view table;
  std::string_view key;
  WordSet Lexicon::Tables::*set;
};
constexpr PlainSet kPlainSets[] = {
    PlainSet{"change", "masks", &Lexicon::Tables::change_masks},
    PlainSet{"change", "to", &Lexicon::Tables::to_endings},
    PlainSet{"change", "transitive", &Lexicon::Tables::change_transitive},
    PlainSet{"change", "links", &Lexicon::Tables::change_links},
    PlainSet{"change", "more", &Lexicon::Tables::comparing_more},
    PlainSet{"change", "less", &Lexicon::Tables::comparing_less},
    PlainSet{"change", "list_breakers", &Lexicon::Tables::list_breakers},
    PlainSet{"status", "after", &Lexicon::Tables::status_after_cues},
    PlainSet{"not_figure", "bare_nouns", &Lexicon::Tables::bare_nouns},
    PlainSet{"not_figure", "bare_before", &Lexicon::Tables::bare_before},
    PlainSet{"not_figure", "stage_after", &Lexicon::Tables::stage_after},
    PlainSet{"share", "cues", &Lexicon::Tables::share_cues},
    PlainSet{"share", "nouns", &Lexicon::Tables::share_nouns},
    PlainSet{"rate", "nouns", &Lexicon::Tables::rate_nouns},
    PlainSet{"each", "cues", &Lexicon::Tables::each_cues},
    PlainSet{"status", "subjects", &Lexicon::Tables::planned_subjects},
    PlainSet{"status", "future_times", &Lexicon::Tables::future_times},
    PlainSet{"status", "masks", &Lexicon::Tables::status_masks},
    PlainSet{"status", "done", &Lexicon::Tables::done_cues},
    PlainSet{"status", "achieving", &Lexicon::Tables::achieving_verbs},
    PlainSet{"status", "headings", &Lexicon::Tables::future_headings},
    PlainSet{"status", "past_headings", &Lexicon::Tables::past_headings},
    PlainSet{"not_figure", "front_masks", &Lexicon::Tables::front_masks},
    PlainSet{"not_figure", "one_before", &Lexicon::Tables::one_before},
    PlainSet{"not_figure", "duration_after", &Lexicon::Tables::duration_after},
    PlainSet{"not_figure", "duration_before", &Lexicon::Tables::duration_before},
    PlainSet{"not_figure", "phrases", &Lexicon::Tables::phrases},
    PlainSet{"not_figure", "words", &Lexicon::Tables::phrases},
    PlainSet{"not_figure", "after", &Lexicon::Tables::not_unit},
    PlainSet{"table", "caption", &Lexicon::Tables::table_captions},
    PlainSet{"table", "unit_columns", &Lexicon::Tables::table_unit_columns},
    PlainSet{"table", "codes", &Lexicon::Tables::table_codes},
    PlainSet{"table", "generic", &Lexicon::Tables::table_generic},
    PlainSet{"table", "indicators", &Lexicon::Tables::table_indicators},
    PlainSet{"table", "counters", &Lexicon::Tables::table_counters},
    PlainSet{"table", "amounts", &Lexicon::Tables::table_amounts},
    PlainSet{"table", "ratios", &Lexicon::Tables::table_ratios},
    PlainSet{"table", "either_way", &Lexicon::Tables::table_either_way},
    PlainSet{"subject", "verbs", &Lexicon::Tables::verbs},
    PlainSet{"subject", "links", &Lexicon::Tables::subject_links},
    PlainSet{"subject", "bare", &Lexicon::Tables::bare_heads},
    PlainSet{"subject", "modifiers", &Lexicon::Tables::modifying_verbs},
    PlainSet{"subject", "nothing", &Lexicon::Tables::empty_names},
    PlainSet{"subject", "likeness", &Lexicon::Tables::likeness_cues},
    PlainSet{"subject", "nominal", &Lexicon::Tables::nominal_verbs},
    PlainSet{"subject", "clause_heads", &Lexicon::Tables::clause_heads},
    PlainSet{"subject", "suffixes", &Lexicon::Tables::noun_suffixes},
    PlainSet{"subject", "nouns", &Lexicon::Tables::compound_nouns},
    PlainSet{"subject", "stop", &Lexicon::Tables::stop_words},
};

void read_valued_sets(const toml::node_view<const toml::node>& view, Lexicon::Tables& tables,
                      Schema& schema) {
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
  each_string(view["status"]["future"].node(), schema, "status.future", [&](std::string_view verb) {
    tables.status_cues.add("将" + std::string(verb), static_cast<std::uint16_t>(Status::planned));
  });
}

void read_words(const toml::table& root, Lexicon::Tables& tables, Schema& schema) {
  const auto view = toml::node_view<const toml::node>(&root);
  for (const PlainSet& plain : kPlainSets) {
    each_string(view[plain.table][plain.key].node(), schema,
                std::string(plain.table) + "." + std::string(plain.key),
                [&](std::string_view word) { (tables.*plain.set).add(word); });
  }
  read_valued_sets(view, tables, schema);
}

void add_phrase_breaks(WordSet& breaks) {
  for (const std::u32string_view marks : {kPhraseBreaks, text::kSpaces}) {
    for (const char32_t mark : marks) {
      std::string word;
      text::append_utf8(word, mark);
      breaks.add(word);
    }
  }
}

/// What the readers of fields, subjects and status look for throughout a sentence.
constexpr WordSet Lexicon::Tables::*kSentenceSets[] = {
    &Lexicon::Tables::approximating_verbs, &Lexicon::Tables::change_verbs,
    &Lexicon::Tables::change_masks,        &Lexicon::Tables::list_breakers,
    &Lexicon::Tables::share_cues,          &Lexicon::Tables::rate_nouns,
    &Lexicon::Tables::each_cues,           &Lexicon::Tables::basis_cues,
    &Lexicon::Tables::status_cues,         &Lexicon::Tables::status_masks,
    &Lexicon::Tables::status_after_cues,   &Lexicon::Tables::done_cues,
    &Lexicon::Tables::likeness_cues,       &Lexicon::Tables::verbs,
    &Lexicon::Tables::compound_nouns,      &Lexicon::Tables::phrase_breaks,
};
static_assert(std::size(kSentenceSets) <= WordUnion::kMostSets);

}  // namespace

Result<Lexicon> Lexicon::load() {
  auto tables = std::make_unique<Tables>();
  const auto units = parse_data(embedded::units, "units.toml");
  if (!units) return tl::unexpected(units.error());
  Schema unit_schema("units.toml");
  read_unit_table(*units, *tables, unit_schema);
  if (auto error = unit_schema.error()) return tl::unexpected(*std::move(error));

  const auto words = parse_data(embedded::figure_words, "figure_words.toml");
  if (!words) return tl::unexpected(words.error());
  Schema word_schema("figure_words.toml");
  read_words(*words, *tables, word_schema);
  if (auto error = word_schema.error()) return tl::unexpected(*std::move(error));

  auto relations = load_relation_words();
  if (!relations) return tl::unexpected(relations.error());
  tables->relations = *std::move(relations);

  add_phrase_breaks(tables->phrase_breaks);
  for (const auto set : kSentenceSets) tables->sentence_words.add((*tables).*set);
  return Lexicon(std::move(tables));
}

Lexicon::Lexicon(std::unique_ptr<const Tables> tables) : tables_(std::move(tables)) {}
Lexicon::Lexicon(Lexicon&&) noexcept = default;
Lexicon& Lexicon::operator=(Lexicon&&) noexcept = default;
Lexicon::~Lexicon() = default;

}  // namespace tallybook::figures

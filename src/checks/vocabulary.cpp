#include "checks/vocabulary.hpp"

#include "checks/table_reader.hpp"

namespace tallybook::embedded {
extern const std::string_view usage;
extern const std::string_view usage_words;
}  // namespace tallybook::embedded

namespace tallybook::checks {
namespace {

void add_word(TableReader& reader, Vocabulary& vocabulary, const std::string& word, WordList list,
              std::size_t row) {
  const bool fits = word.size() >= WordFinder::kShortestWord;
  reader.require(fits, word + " is too short to look for");
  if (fits) vocabulary.finder.add(word, list, static_cast<std::uint16_t>(row));
}

void read_form(TableReader& reader, const toml::table& row, Vocabulary& vocabulary) {
  DiscouragedForm form;
  form.form = reader.string_of(row, "form");
  form.instead = reader.string_of(row, "instead");
  form.example = reader.string_of(row, "example");
  if (row.contains("before")) form.before = reader.strings_of(row, "before");
  if (row.contains("except")) form.except = reader.strings_of(row, "except");
  form.source = static_cast<std::uint16_t>(vocabulary.sources.size() - 1);
  reader.require(form.instead.find(form.form) == std::string::npos || !form.except.empty(),
                 form.form + ": what stands instead holds the form, so except must name it");
  reader.require(form.example.find(form.form) != std::string::npos,
                 form.form + ": the example lacks the form");
  const std::vector<std::string> endings = form.before.empty() ? std::vector<std::string>{""} : form.before;
  for (const std::string& ending : endings) {
    add_word(reader, vocabulary, form.form + ending, WordList::discouraged_form, vocabulary.forms.size());
  }
  vocabulary.forms.push_back(std::move(form));
}

void read_forms(TableReader& reader, Vocabulary& vocabulary) {
  reader.each_table(reader.root().get("group"), "group", [&](const toml::table& group) {
    vocabulary.sources.push_back(reader.string_of(group, "source"));
    reader.each_table(group.get("rows"), "rows",
                      [&](const toml::table& row) { read_form(reader, row, vocabulary); });
  });
}

void read_units(TableReader& reader, Vocabulary& vocabulary) {
  reader.each_table(reader.root().get("non_legal_unit"), "non_legal_unit", [&](const toml::table& row) {
    NonLegalUnit unit;
    unit.unit = reader.string_of(row, "unit");
    unit.legal = reader.string_of(row, "legal");
    unit.numerator = row["numerator"].value_or(std::int64_t{1});
    unit.denominator = row["denominator"].value_or(std::int64_t{1});
    reader.require(unit.numerator > 0 && unit.denominator > 0, unit.unit + ": factors must be positive");
    vocabulary.non_legal_units.push_back(std::move(unit));
  });
}

void read_list(TableReader& reader, const toml::table& table, const std::string& key, WordList list,
               std::size_t row, Vocabulary& vocabulary) {
  for (const std::string& word : reader.strings_of(table, key)) {
    add_word(reader, vocabulary, word, list, row);
  }
}

void read_words(TableReader& reader, Vocabulary& vocabulary) {
  vocabulary.bylines = reader.strings_of(reader.root(), "bylines");
  vocabulary.list_leads = reader.strings_of(reader.root(), "list_leads");
  vocabulary.dated_events = reader.strings_of(reader.root(), "dated_events");
  vocabulary.not_names = reader.strings_of(reader.root(), "not_names");
  constexpr std::string_view kPhrases[] = {"page_furniture", "web_phrases"};  // in the order of WebPhrase
  for (std::size_t row = 0; row < std::size(kPhrases); ++row) {
    read_list(reader, reader.root(), std::string(kPhrases[row]), WordList::web_phrase, row, vocabulary);
  }
  const toml::table* cues = reader.root()["person_cue"].as_table();
  reader.require(cues != nullptr, "person_cue is missing");
  if (cues == nullptr) return;
  constexpr std::string_view kCues[] = {"patient", "minor", "aided"};  // in the order of PersonCue
  for (std::size_t cue = 0; cue < std::size(kCues); ++cue) {
    read_list(reader, *cues, std::string(kCues[cue]), WordList::person_cue, cue, vocabulary);
  }
}

}  // namespace

Result<Vocabulary> Vocabulary::load() {
  Vocabulary vocabulary;
  TableReader forms(embedded::usage, "usage.toml");
  if (!forms.error()) read_forms(forms, vocabulary);
  if (auto error = forms.error()) return tl::unexpected(*std::move(error));

  TableReader words(embedded::usage_words, "usage_words.toml");
  if (!words.error()) read_units(words, vocabulary);
  if (!words.error()) read_words(words, vocabulary);
  if (auto error = words.error()) return tl::unexpected(*std::move(error));

  return DoubledWords::load()
      .and_then([&](DoubledWords&& doubled_words) {
        vocabulary.doubled = std::move(doubled_words);
        return NameWords::load();
      })
      .and_then([&](NameWords&& name_words) {
        vocabulary.names = std::move(name_words);
        const std::vector<std::string>& endings = vocabulary.names.endings();
        for (std::size_t row = 0; row < endings.size(); ++row) {
          vocabulary.finder.add(endings[row], WordList::name_ending, static_cast<std::uint16_t>(row));
        }
        return SpellingLexicon::load();
      })
      .map([&](SpellingLexicon&& lexicon) {
        vocabulary.spelling = std::move(lexicon);
        const std::vector<Misspelling>& rows = vocabulary.spelling.misspellings();
        for (std::size_t row = 0; row < rows.size(); ++row) {
          vocabulary.finder.add(rows[row].wrong, WordList::misspelling, static_cast<std::uint16_t>(row));
        }
        return std::move(vocabulary);
      });
}

}  // namespace tallybook::checks

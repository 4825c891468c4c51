#include "acceptance/key.hpp"

#include <algorithm>
#include <iterator>
#include <string>

#include "acceptance/context.hpp"
#include "text/characters.hpp"
#include "text/sha256.hpp"

namespace tallybook::acceptance {
namespace {

/// As many related places go into a key.
constexpr std::size_t kRelated = 16;

/// A context with fewer characters tells nothing: `，，`.
constexpr std::size_t kFewest = 4;

std::string place_words(const Document& document, Span place, Numbers numbers) {
  return normalised(first_characters(slice(document.text, place), kReach.place), numbers);
}

std::string normal_words_around(const Document& document, Span bounds, Span place, Numbers numbers) {
  return normalised(window_around(document, bounds, place, kReach).words, numbers);
}

/// The clause that holds the place's first character, within its sentence.
Span clause_around(const Outline& outline, Span sentence, Span place) {
  const auto after = std::upper_bound(outline.clauses.begin(), outline.clauses.end(), place.begin,
                                      [](std::uint32_t at, Span clause) { return at < clause.begin; });
  if (after == outline.clauses.begin()) return sentence;
  const Span clause = *std::prev(after);
  return sentence.contains(clause) && clause.contains(place.begin) ? clause : sentence;
}

/// A clause that ended a sentence may go on in the next text.
std::string without_closing_mark(std::string words) {
  for (const std::string_view mark : {",", "。", ";", ":", "!", "?", "、"}) {
    if (words.ends_with(mark)) return words.substr(0, words.size() - mark.size());
  }
  return words;
}

std::string context_of(const Document& document, const Outline& outline, Span place, Numbers numbers) {
  const Span sentence = sentence_around(document, outline, place);
  if (numbers == Numbers::folded) {
    const Span clause = clause_around(outline, sentence, place);
    std::string words = without_closing_mark(normal_words_around(document, clause, place, numbers));
    if (text::count_code_points(words) >= kFewest) return words;
  }
  return normal_words_around(document, sentence, place, numbers);
}

}  // namespace

Numbers numbers_of(std::string_view rule) {
  for (const std::string_view group : {"FIG", "REC", "DAT", "PII"}) {
    if (rule.starts_with(group)) return Numbers::kept;
  }
  return rule == "NUM006" ? Numbers::kept : Numbers::folded;
}

std::string key_words(const Document& document, const Outline& outline, const Finding& finding) {
  const Numbers numbers = numbers_of(finding.rule);
  std::string words(finding.rule);
  words += '\n' + place_words(document, finding.span, numbers);
  if (numbers == Numbers::kept) {
    const std::size_t count = std::min(kRelated, finding.related.size());
    for (std::size_t i = 0; i < count; ++i) {
      words += '\n' + place_words(document, finding.related[i].span, numbers);
    }
  }
  return words + '\n' + context_of(document, outline, finding.span, numbers);
}

std::uint64_t key_of(const Document& document, const Outline& outline, const Finding& finding) {
  const text::Sha256 digest = text::sha256(key_words(document, outline, finding));
  std::uint64_t key = 0;
  for (std::size_t i = 0; i < sizeof key; ++i) key = key << 8U | digest[i];
  return key;
}

void set_keys(const Document& document, const Outline& outline, std::span<Finding> findings) {
  for (Finding& finding : findings) finding.key = key_of(document, outline, finding);
}

}  // namespace tallybook::acceptance

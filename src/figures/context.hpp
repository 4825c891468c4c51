// What stands around a quantity: its sentence, its clause, and the quantities before it.
#pragma once

#include <span>
#include <string_view>

#include <tallybook/document.hpp>
#include <tallybook/figure.hpp>
#include <tallybook/outline.hpp>
#include <tallybook/trace.hpp>

#include "figures/tables.hpp"
#include "figures/word_index.hpp"
#include "text/characters.hpp"

namespace tallybook::figures {

/// How far words that say something of a figure may stand from it, in bytes: no clause of prose is so long.
/// What has no marks must not be read to its end again for each of its figures.
inline constexpr std::uint32_t kContextReach = 1500;

/// Whether the words between two figures only join them: 、 and 和, commas left out.
[[nodiscard]] bool only_joins(std::string_view gap);

/// `text` without any of `words` and spaces at its end.
[[nodiscard]] std::string_view strip_trailing(std::string_view text, const WordSet& words);

/// Where words of a text, which must be views of it, stand.
[[nodiscard]] constexpr Span place_of(std::string_view text, std::string_view words) {
  const auto begin = static_cast<std::uint32_t>(words.data() - text.data());
  return {begin, begin + static_cast<std::uint32_t>(words.size())};
}

/// One sentence with the figures found in it so far.
struct SentenceContext {
  std::string_view text;  ///< the whole document
  const Outline& outline;
  const Sentence& sentence;
  const WordIndex& index;           ///< of the sentence
  std::span<const Figure> figures;  ///< of this sentence, in order
  bool future_section = false;      ///< under a heading that speaks of what is to come
  Status carried = Status::actual;  ///< what the sentence goes on from: 其中 takes up the one before
  std::span<FigureTrace> traces;    ///< parallel to `figures`; empty where nobody asks why

  [[nodiscard]] Span clause_of(const Figure& figure) const { return outline.clauses[figure.clause]; }
  [[nodiscard]] std::string_view between(std::uint32_t begin, std::uint32_t end) const {
    return begin < end ? text.substr(begin, end - begin) : std::string_view{};
  }
  /// The words before `end`, from `begin` on but no farther than they reach.
  [[nodiscard]] std::string_view before(std::uint32_t begin, std::uint32_t end) const {
    if (end - begin <= kContextReach) return between(begin, end);
    begin = end - kContextReach;
    while (!text::is_code_point_start(text[begin])) ++begin;
    return between(begin, end);
  }
  /// The words from `begin` on up to `end`, but no farther than they reach.
  [[nodiscard]] std::string_view behind(std::uint32_t begin, std::uint32_t end) const {
    return text::opening_of(between(begin, end), kContextReach);
  }
  /// The last of `cues` in words of the sentence; see WordIndex::last.
  [[nodiscard]] Cue last_cue(std::string_view words, const WordSet& cues,
                             const WordSet* masks = nullptr) const {
    return index.last(words, cues, masks);
  }
  [[nodiscard]] Span place_of(std::string_view words) const { return figures::place_of(text, words); }
  /// Notes why a field of `figure`, by its index, is as it is, where somebody asks; `words` are of the text.
  void note(std::size_t figure, Evidence FigureTrace::*field, Way way, std::string_view words = {}) const {
    if (!traces.empty()) traces[figure].*field = {way, words.empty() ? Span{} : place_of(words)};
  }
};

}  // namespace tallybook::figures

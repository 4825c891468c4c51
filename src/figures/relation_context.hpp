// What the finders of relations share: figures by sentence, comparable units, arithmetic in words.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <tallybook/document.hpp>
#include <tallybook/figure.hpp>
#include <tallybook/outline.hpp>
#include <tallybook/relation.hpp>

#include "figures/interval.hpp"
#include "figures/tables.hpp"

namespace tallybook::figures {

class RelationContext {
 public:
  RelationContext(std::string_view text, const Outline& outline, std::span<const Figure> figures,
                  const Lexicon::Tables& tables);

  std::string_view text;
  const Outline& outline;
  std::span<const Figure> figures;
  const Lexicon::Tables& tables;

  /// Indices [first, last) of the figures of a sentence.
  struct Range {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
  };
  [[nodiscard]] Range figures_of(std::uint32_t sentence) const { return by_sentence_[sentence]; }

  [[nodiscard]] std::string_view words(std::uint32_t begin, std::uint32_t end) const {
    return begin < end ? text.substr(begin, end - begin) : std::string_view{};
  }
  /// From the end of the figure before (or the start of the clause) to the figure.
  [[nodiscard]] std::string_view near_words(std::uint32_t figure) const;

  /// Whether two figures can be added: levels in one unit, or in two units of one dimension.
  [[nodiscard]] bool addable(const Figure& a, const Figure& b) const;
  /// The figure's interval in the base unit of its dimension.
  [[nodiscard]] std::optional<Interval> interval(std::uint32_t figure) const;

  /// `8430 + 3170 + 1600 = 13200 ≠ 12600（万元）`: terms with their signs against the last figure.
  struct Signed {
    std::uint32_t figure = 0;
    bool negative = false;
  };
  [[nodiscard]] std::string arithmetic(std::span<const Signed> terms, std::uint32_t against,
                                       Verdict verdict) const;

  /// The number as written, with its scale word: `8430万`, `16`.
  [[nodiscard]] std::string written_number(std::uint32_t figure) const;

 private:
  [[nodiscard]] const Unit* unit_of(const Figure& figure) const;

  std::vector<Range> by_sentence_;
};

/// Whether `a` lies within `percent` of `b`.
[[nodiscard]] bool within_percent(Decimal a, Decimal b, int percent);

void find_sums(const RelationContext& context, std::vector<Relation>& relations);
void find_flows(const RelationContext& context, std::vector<Relation>& relations);
void find_counts(const RelationContext& context, std::vector<Relation>& relations);
void find_shares(const RelationContext& context, std::vector<Relation>& relations);
void find_changes(const RelationContext& context, std::vector<Relation>& relations);
void find_weighted_changes(const RelationContext& context, std::vector<Relation>& relations);
void find_repeats(const RelationContext& context, std::vector<Relation>& relations);

}  // namespace tallybook::figures

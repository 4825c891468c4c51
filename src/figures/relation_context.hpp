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
  RelationContext(const Document& document, const Outline& outline, std::span<const Figure> figures,
                  const Lexicon::Tables& tables);

  std::string_view text;
  std::span<const Block> blocks;  ///< of the document; `Sentence::block` counts them
  const Outline& outline;
  std::span<const Figure> figures;
  const Lexicon::Tables& tables;
  const RelationWords& cues;

  /// Indices [first, last) of the figures of a sentence.
  struct Range {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
  };
  [[nodiscard]] Range figures_of(std::uint32_t sentence) const { return by_sentence_[sentence]; }

  [[nodiscard]] std::string_view words(std::uint32_t begin, std::uint32_t end) const {
    return begin < end ? text.substr(begin, end - begin) : std::string_view{};
  }
  /// Those of the figures of `range` that begin in `place`.
  [[nodiscard]] Range figures_in(Range range, Span place) const;
  /// Where a list from `begin` on, in a sentence that ends at `end`, ends at the latest.
  [[nodiscard]] std::uint32_t end_of_list(std::uint32_t begin, std::uint32_t end) const;
  /// Where the last figure that begins in `place` ends; 0 where none does.
  [[nodiscard]] std::uint32_t end_of_last_figure(Span place) const;
  /// From the end of the figure before (or the start of the clause) to the figure.
  [[nodiscard]] std::string_view near_words(std::uint32_t figure) const;

  /// Whether two figures can be added: levels in one unit, or in two units of one dimension.
  [[nodiscard]] bool addable(const Figure& a, const Figure& b) const;
  /// Whether both are of one kind and one unit, or of two units of one dimension, whatever their roles.
  [[nodiscard]] bool same_measure(const Figure& a, const Figure& b) const;
  /// 比上年的7亿元, 由7亿元增加到…: what another figure is compared with.
  [[nodiscard]] bool is_base(std::uint32_t figure) const;
  /// An index, a mean or a price: its parts may exceed it, and it cannot be added.
  [[nodiscard]] bool is_intensive(const Figure& figure) const;
  [[nodiscard]] bool is_intensive(std::string_view name) const;
  /// Whether it counts people, who may be counted more than once.
  [[nodiscard]] bool is_of_persons(const Figure& figure) const;
  /// False where the text tells two different periods.
  [[nodiscard]] static bool may_share_period(const Figure& a, const Figure& b) {
    return !a.period || !b.period || *a.period == *b.period;
  }
  /// The figure's interval in the base unit of its dimension.
  [[nodiscard]] std::optional<Interval> interval(std::uint32_t figure) const;

  /// The written value in the base unit of its dimension; empty for a range.
  [[nodiscard]] std::optional<Decimal> base_value(std::uint32_t figure) const;

  /// `8430 + 3170 + 1600 = 13200 ≠ 12600（万元）`: terms with their signs against the last figure.
  struct Signed {
    std::uint32_t figure = 0;
    bool negative = false;
  };
  [[nodiscard]] std::string arithmetic(std::span<const Signed> terms, std::uint32_t against,
                                       Verdict verdict) const;

  /// The relation between a part and its whole. Bounds on one side (近300万, 超500人) are taken at their
  /// written value, and can then not disprove; nor can a pair that is not `certain`.
  [[nodiscard]] Relation part_of(std::uint32_t part, std::uint32_t whole, bool certain) const;

  /// `16 ÷ 24 = 66.7% ≈ 66.6%`.
  [[nodiscard]] std::string quotient(std::uint32_t part, std::uint32_t whole, std::uint32_t share,
                                     Verdict verdict) const;

  /// A value with the scale word and percent sign of a figure: `3170万`.
  [[nodiscard]] std::string shown(Decimal value, std::uint32_t like) const;
  /// The number as written, with its scale word: `8430万`, `16`.
  [[nodiscard]] std::string written_number(std::uint32_t figure) const;

 private:
  /// The scale word in which a number was written: 8, 亿.
  struct Scale {
    int power = 0;
    std::string_view word;
  };
  [[nodiscard]] Scale scale_of(std::uint32_t figure) const;
  [[nodiscard]] bool counts_same(const Figure& a, const Figure& b) const;
  [[nodiscard]] const Unit* unit_of(const Figure& figure) const;

  std::vector<Range> by_sentence_;
};

/// Whether `a` lies within `percent` of `b`.
[[nodiscard]] bool within_percent(Decimal a, Decimal b, int percent);

void find_parts(const RelationContext& context, std::vector<Relation>& relations);
void find_sums(const RelationContext& context, std::vector<Relation>& relations);
void find_flows(const RelationContext& context, std::vector<Relation>& relations);
void find_identities(const RelationContext& context, std::vector<Relation>& relations);
void find_counts(const RelationContext& context, std::vector<Relation>& relations);
void find_pairings(const RelationContext& context, std::vector<Relation>& relations);
void find_shares(const RelationContext& context, std::vector<Relation>& relations);
void find_changes(const RelationContext& context, std::vector<Relation>& relations);
void find_weighted_changes(const RelationContext& context, std::vector<Relation>& relations);
void find_divided_changes(const RelationContext& context, std::vector<Relation>& relations);
void find_repeats(const RelationContext& context, std::vector<Relation>& relations);

}  // namespace tallybook::figures

// Whether parts make up their whole.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "figures/relation_context.hpp"

namespace tallybook::figures {

/// What is known of a list of parts: it may be all of the whole and more (open), it names different parts
/// (disjoint), or exactly all of them (complete).
enum class Completeness { open, disjoint, complete };

class SumCheck {
 public:
  explicit SumCheck(const RelationContext& context) : context_(context) {}

  /// Parts named by the different words of one partition (中央, 省级, 市级) do not overlap; X and 非X, 男
  /// and 女, and whatever ends with 其他 are the whole.
  [[nodiscard]] Completeness completeness_of(std::span<const std::uint32_t> parts) const;

  /// The first parts that make the whole, with or without one run of parts of a part; empty where none do.
  [[nodiscard]] std::vector<std::uint32_t> parts_that_add_up(std::uint32_t whole,
                                                             std::span<const std::uint32_t> parts) const;

  /// The whole against the sum of its parts.
  [[nodiscard]] Relation sum_of(std::uint32_t whole, std::span<const std::uint32_t> parts,
                                Completeness completeness, Span evidence) const;

  /// Whether the part can only be a part of this whole: the whole stands right before 其中 (`evidence`), the
  /// part opens the list, both count one kind of thing, and no other figure could be meant.
  [[nodiscard]] bool must_hold(std::uint32_t whole, std::uint32_t part, Span evidence) const;

 private:
  [[nodiscard]] bool excepted(const Partition& partition, std::span<const std::uint32_t> parts) const;
  [[nodiscard]] std::optional<Interval> add_up(std::span<const std::uint32_t> parts) const;
  [[nodiscard]] bool is_list_of(std::uint32_t whole, std::span<const std::uint32_t> parts) const;
  [[nodiscard]] bool stands_before(std::uint32_t whole, std::uint32_t offset) const;
  [[nodiscard]] bool counts_other_things(const Figure& total, const Figure& part) const;
  [[nodiscard]] bool larger_before(std::uint32_t whole, std::uint32_t part) const;

  const RelationContext& context_;
};

}  // namespace tallybook::figures

// Where a text says how many things there are: 三个项目, “四个理念”, 省、市、县三级.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <tallybook/span.hpp>

#include "figures/relation_context.hpp"

namespace tallybook::figures {

/// A number of things that a list may spell out. Not every one is a figure: a name in quotes
/// (“四个理念”) or a bare numeral (正反两方面) claims a number as well.
struct Claim {
  std::optional<std::uint32_t> figure;
  std::uint32_t count = 0;
  bool exact = true;  ///< false for 等20多家
  Span span;          ///< the number with its unit
  Span beside;        ///< with the quotes around it: lists stand before or behind this
  Span clause;
  Span sentence;
  bool spelled_out = false;  ///< a list has been found
};

/// Ascending by span.
[[nodiscard]] std::vector<Claim> find_claims(const RelationContext& context);

/// Whether the claim's unit can count the things of a list that is no enumeration: 三所 can, 三次 cannot.
[[nodiscard]] bool counts_named_things(const RelationContext& context, const Claim& claim);

/// Whether the claim's unit is one that 一是…二是… can spell out: 四项, 五个方面.
[[nodiscard]] bool counts_statements(const RelationContext& context, const Claim& claim);

}  // namespace tallybook::figures

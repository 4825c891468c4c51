// From what a rule's words were found at to what it says.
#pragma once

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <tallybook/finding.hpp>

#include "own/placeholders.hpp"
#include "own/program.hpp"

namespace tallybook::own {

/// What one rule makes its findings of.
struct RuleHits {
  const CompiledRule& rule;
  std::string_view text;
  const ScopeText& scope;
  std::span<const Hit> hits;  ///< the rule's own, ascending by unit, step and place
};

/// Where a finding stands and what it says; the rest is the same for all findings of the rule.
struct Remark {
  Span span;
  Message message;
  std::vector<Related> related = {};
  std::optional<Fix> fix = std::nullopt;
};

/// Calls `fn(hits)` for the hits of each unit that has some.
template <typename Fn>
void for_each_unit(std::span<const Hit> hits, Fn fn) {
  while (!hits.empty()) {
    const auto end =
        std::find_if(hits.begin(), hits.end(), [&](const Hit& hit) { return hit.unit != hits.front().unit; });
    const auto count = static_cast<std::size_t>(end - hits.begin());
    fn(hits.first(count));
    hits = hits.subspan(count);
  }
}

[[nodiscard]] std::vector<Remark> remarks_of(const RuleHits& found);

/// Those of a rule of kind sequence.
[[nodiscard]] std::vector<Remark> sequences_of(const RuleHits& found);

/// The rule's message with the placeholders' values.
[[nodiscard]] Message message_of(const OwnRule& rule, Values values);

/// As much of what was found as a message can hold.
[[nodiscard]] std::string quoted(std::string_view text, Span span);

}  // namespace tallybook::own

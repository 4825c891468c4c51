// Which findings of a file are accepted, by what, and what accepts none.
#pragma once

#include <tallybook/acceptance.hpp>

#include "settings/plan.hpp"

namespace tallybook::acceptance {

/// Moves accepted findings from `findings` to `accepted`, in their order. A comment comes first, then a row
/// of the settings, then the baseline, which takes the first of equal findings. Only what belongs to a rule
/// that ran can be found to accept nothing.
[[nodiscard]] AcceptanceUse accept(Analysis& analysis, settings::Rules rules, const RulePlan& plan,
                                   const Acceptances& accepted);

}  // namespace tallybook::acceptance

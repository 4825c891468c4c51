// Which fixes of an analysis can be made together.
#pragma once

#include <vector>

#include <tallybook/analysis.hpp>

namespace tallybook::engine {

/// The edits of all fixes of all reports, ascending. Of fixes that overlap the first is taken; the others
/// have their turn when the text is read again.
struct FixRound {
  std::vector<Edit> edits;
  std::size_t fixes = 0;
  std::size_t open = 0;  ///< fixes that this file does not take
};
[[nodiscard]] FixRound fixes_of(const Analysis& analysis);

}  // namespace tallybook::engine

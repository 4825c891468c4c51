#include "figures/context.hpp"

#include <algorithm>
#include <iterator>

#include "text/characters.hpp"

namespace tallybook::figures {

bool only_joins(std::string_view gap) {
  static constexpr std::string_view kJoins[] = {"、", "和", "及", "以及", "与", "或", " "};
  return gap.empty() || std::find(std::begin(kJoins), std::end(kJoins), gap) != std::end(kJoins);
}

std::string_view strip_trailing(std::string_view text, const WordSet& words) {
  while (!text.empty()) {
    if (const auto match = words.match_before(text, text.size())) {
      text.remove_suffix(match.size);
      continue;
    }
    const auto last = text::code_point_before(text, text.size());
    if (!text::is_space(last.value)) break;
    text.remove_suffix(last.size);
  }
  return text;
}

}  // namespace tallybook::figures

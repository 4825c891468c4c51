#include "figures/context.hpp"

#include <algorithm>
#include <iterator>

#include "text/characters.hpp"

namespace tallybook::figures {
namespace {

template <typename Visit>
void each_cue(std::string_view text, const WordSet& cues, const WordSet* masks, Visit visit) {
  for (std::size_t at = 0; at < text.size();) {
    const std::uint32_t step = text::size_at(text, at);
    const text::Tag tag = text::tag_before(text, at + step);
    if (!cues.may_begin(tag) && (masks == nullptr || !masks->may_begin(tag))) {
      at += step;
      continue;
    }
    const auto cue = cues.match_at(text, at);
    const auto mask = masks == nullptr ? WordSet::Match{} : masks->match_at(text, at);
    if (mask && mask.size >= cue.size) {
      at += mask.size;
    } else if (cue) {
      if (!visit(Cue{at, cue.size, cue.value})) return;
      at += cue.size;
    } else {
      at += step;
    }
  }
}

}  // namespace

Cue last_cue(std::string_view text, const WordSet& cues, const WordSet* masks) {
  Cue last;
  each_cue(text, cues, masks, [&](const Cue& cue) {
    last = cue;
    return true;
  });
  return last;
}

Cue first_cue(std::string_view text, const WordSet& cues, const WordSet* masks) {
  Cue first;
  each_cue(text, cues, masks, [&](const Cue& cue) {
    first = cue;
    return false;
  });
  return first;
}

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

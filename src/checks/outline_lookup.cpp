#include "checks/outline_lookup.hpp"

#include <algorithm>

#include "checks/text_search.hpp"

namespace tallybook::checks {

const Sentence* sentence_at(const Outline& outline, std::uint32_t offset) {
  const auto after =
      std::upper_bound(outline.sentences.begin(), outline.sentences.end(), offset,
                       [](std::uint32_t at, const Sentence& sentence) { return at < sentence.span.end; });
  return after != outline.sentences.end() && after->span.contains(offset) ? &*after : nullptr;
}

Span near(Span sentence, Span place) {
  constexpr std::uint32_t kReach = 1'500;  // bytes
  const std::uint32_t begin = place.begin - std::min(place.begin, kReach);
  return {std::max(sentence.begin, begin), std::min(sentence.end, place.end + kReach)};
}

Span clause_at(const Outline& outline, std::uint32_t offset) {
  const auto after = std::upper_bound(outline.clauses.begin(), outline.clauses.end(), offset,
                                      [](std::uint32_t at, Span clause) { return at < clause.end; });
  return after != outline.clauses.end() && after->contains(offset) ? *after : Span{offset, offset};
}

bool is_headed_by(const ReportView& report, std::uint32_t section,
                  std::initializer_list<std::string_view> words) {
  for (; section != kNone; section = report.outline.sections[section].parent) {
    if (contains_any(report.text(report.outline.sections[section].heading), words)) return true;
  }
  return false;
}

}  // namespace tallybook::checks

#include "engine/coverage.hpp"

#include <algorithm>
#include <vector>

namespace tallybook::engine {
namespace {

std::uint32_t count_linked(std::size_t figure_count, std::span<const Relation> relations) {
  std::vector<bool> linked(figure_count, false);
  for (const Relation& relation : relations) {
    for (const Term& term : relation.terms) {
      if (term.figure < figure_count) linked[term.figure] = true;
    }
  }
  return static_cast<std::uint32_t>(std::count(linked.begin(), linked.end(), true));
}

std::uint32_t count_verdict(std::span<const Relation> relations, Verdict verdict) {
  return static_cast<std::uint32_t>(
      std::count_if(relations.begin(), relations.end(),
                    [verdict](const Relation& relation) { return relation.verdict == verdict; }));
}

}  // namespace

Coverage measure_coverage(std::span<const Figure> figures, std::span<const Relation> relations) {
  Coverage coverage;
  coverage.figures = static_cast<std::uint32_t>(figures.size());
  coverage.with_subject = static_cast<std::uint32_t>(std::count_if(
      figures.begin(), figures.end(), [](const Figure& figure) { return figure.subject.has_value(); }));
  coverage.linked = count_linked(figures.size(), relations);
  coverage.passed = count_verdict(relations, Verdict::pass);
  coverage.failed = count_verdict(relations, Verdict::fail);
  // Whatever can be decided is decided: no setting switches single relations off.
  coverage.checked = coverage.passed + coverage.failed;
  coverage.checkable = coverage.checked;
  return coverage;
}

}  // namespace tallybook::engine

#include "checks/relations.hpp"

#include <algorithm>

namespace tallybook::checks {
namespace {

Message note_for(TermRole role) {
  switch (role) {
    case TermRole::total:
      return {"总数", "the total"};
    case TermRole::part:
      return {"分项", "a part"};
    case TermRole::opening:
      return {"原有数", "the opening stock"};
    case TermRole::in:
      return {"增加数", "added"};
    case TermRole::out:
      return {"减少数", "taken away"};
    case TermRole::closing:
      return {"现有数", "the closing stock"};
    case TermRole::change:
      return {"增减数", "the change"};
    case TermRole::level:
      return {"水平数", "the level"};
    case TermRole::share:
      return {"占比", "the share"};
    case TermRole::whole:
      return {"总体", "the whole"};
    case TermRole::claim:
      return {"所称数", "the number claimed"};
    case TermRole::same:
      return {"另一处数字", "the other figure"};
  }
  return {};
}

}  // namespace

bool is_weighted(const Relation& relation) {
  return std::any_of(relation.terms.begin(), relation.terms.end(),
                     [](const Term& term) { return term.role == TermRole::part; });
}

bool is_of_complete_sum(const Relation& relation) {
  return std::any_of(relation.terms.begin(), relation.terms.end(),
                     [](const Term& term) { return term.role == TermRole::total; });
}

const Term& term_of(const Relation& relation, TermRole role) {
  const auto found = std::find_if(relation.terms.begin(), relation.terms.end(),
                                  [role](const Term& term) { return term.role == role; });
  return found == relation.terms.end() ? relation.terms.front() : *found;
}

std::vector<Related> other_terms(const ReportView& report, const Relation& relation, const Term& reported) {
  std::vector<Related> related;
  for (const Term& term : relation.terms) {
    if (&term != &reported) related.push_back({report.figures[term.figure].span, note_for(term.role)});
  }
  return related;
}

}  // namespace tallybook::checks

#include "acceptance/dismissal.hpp"

#include <algorithm>

#include "acceptance/context.hpp"
#include "acceptance/key.hpp"

namespace tallybook::acceptance {
namespace {

/// The place with the other places of its sentence that it rests on.
Span reach_of(const Finding& finding, Span sentence) {
  Span all = finding.span;
  for (const Related& related : finding.related) {
    if (!sentence.contains(related.span)) continue;
    all = {std::min(all.begin, related.span.begin), std::max(all.end, related.span.end)};
  }
  return all;
}

}  // namespace

DismissalRow::DismissalRow(const Dismissal& row, const Rule& rule)
    : row_(&row), code_(rule.code), numbers_(numbers_of(rule.code)), words_(normalised(row.text, numbers_)) {}

bool DismissalRow::accepts(const Document& document, const Outline& outline, const Finding& finding) const {
  if (finding.rule != code_) return false;
  if (row_->key) return finding.key == *row_->key;
  if (words_.empty()) return false;
  const Span sentence = sentence_around(document, outline, finding.span);
  const Span place = numbers_ == Numbers::kept ? reach_of(finding, sentence) : finding.span;
  const Window window = window_around(document, sentence, place, kReach);
  return holds(normalised(window.words, window.place, numbers_));
}

bool DismissalRow::holds(const NormalPlace& place) const {
  const bool whole = numbers_ == Numbers::kept || place.begin >= place.end;
  for (std::size_t at = place.text.find(words_); at != std::string::npos;
       at = place.text.find(words_, at + 1)) {
    const std::size_t end = at + words_.size();
    if (whole ? at <= place.begin && place.end <= end : at < place.end && place.begin < end) return true;
  }
  return false;
}

}  // namespace tallybook::acceptance

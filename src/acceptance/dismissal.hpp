// Whether a row [[dismiss]] takes in a finding.
#pragma once

#include <string>

#include <tallybook/document.hpp>
#include <tallybook/finding.hpp>
#include <tallybook/outline.hpp>
#include <tallybook/rule.hpp>
#include <tallybook/settings.hpp>

#include "acceptance/normal.hpp"

namespace tallybook::acceptance {

/// A row with its rule looked up. The row must outlive this.
class DismissalRow {
 public:
  DismissalRow(const Dismissal& row, const Rule& rule);

  [[nodiscard]] const Dismissal& row() const { return *row_; }

  /// By its key, or by words of its sentence that the place stands in. Where the numbers are the point, the
  /// words must hold the whole place with all places of that sentence that it rests on.
  [[nodiscard]] bool accepts(const Document& document, const Outline& outline, const Finding& finding) const;

 private:
  [[nodiscard]] bool holds(const NormalPlace& place) const;

  const Dismissal* row_;
  std::string_view code_;
  Numbers numbers_;
  std::string words_;
};

}  // namespace tallybook::acceptance

// From what is written to days of the calendar.
#pragma once

#include <optional>

#include <tallybook/moment.hpp>

#include "figures/moment_parts.hpp"

namespace tallybook::figures {

/// What relative moments count from: the report's own period and date, where known.
struct MomentReference {
  std::optional<Period> period;
  std::optional<Date> date;

  /// The day up to which the report speaks: its period's end, else its date; all zero where neither is
  /// known.
  [[nodiscard]] Date as_of() const;
};

/// What the text spoke of last, within a sentence (year, period) or a paragraph (month).
struct MomentContext {
  int year = 0;
  int month = 0;
  std::optional<Period> period;
};

/// `kind`, `from`, `to`, `time`, `weekday`, `lunar`, `valid` and `resolved` of an expression.
[[nodiscard]] Moment resolve(const Written& written, const MomentReference& reference,
                             const MomentContext& context);

}  // namespace tallybook::figures

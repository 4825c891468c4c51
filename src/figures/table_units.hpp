// Numbers in the cells of tables: their unit, subject and role stand in headers and captions.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include <tallybook/document.hpp>
#include <tallybook/figure.hpp>
#include <tallybook/moment.hpp>
#include <tallybook/trace.hpp>

#include "figures/quantity.hpp"
#include "figures/table_roles.hpp"
#include "figures/tables.hpp"

namespace tallybook::figures {

/// A quantity that fills its cell, with what the headers say of it.
struct TableNumber {
  Quantity quantity;
  bool borrowed = false;  ///< a bare number: unit and scale are those of a header or of the caption
  std::optional<Span> subject;
  TableRole role;
  Span unit_place;               ///< of what gives a bare number its unit
  int power = 0;                 ///< of that unit's scale word: 4 in 万元
  bool dated = false;            ///< a header names a time
  std::optional<Period> period;  ///< that time, where it lies on the calendar
  Span period_place;
};

/// The numbers of a report's tables.
class TableNumbers {
 public:
  TableNumbers(const Document& document, Span report, std::span<const Moment> moments,
               const Lexicon::Tables& tables);

  /// The number within `sentence` whose digits begin at `offset`; null where that is no number of a
  /// table, and where no header, row or caption gives it a unit.
  [[nodiscard]] const TableNumber* at(std::uint32_t offset, Span sentence) const;

  /// Gives the figures what no sentence tells of a cell: subject, role, direction, basis, status.
  /// `traces` runs parallel, and is empty where nobody asks why.
  void describe(std::string_view text, std::span<Figure> figures, std::span<FigureTrace> traces) const;
  /// Gives them the periods that headers name, in place of the report's.
  void set_periods(std::span<Figure> figures, std::span<FigureTrace> traces) const;

 private:
  template <typename Visit>
  void each_figure(std::span<Figure> figures, Visit visit) const;

  std::vector<TableNumber> numbers_;  ///< ascending
};

}  // namespace tallybook::figures

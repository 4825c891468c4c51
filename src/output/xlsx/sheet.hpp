// A sheet of a workbook being written, cell by cell.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include <tallybook/decimal.hpp>
#include <tallybook/report.hpp>

struct lxw_worksheet;

namespace tallybook::output::xlsx {

class Book;

/// One sheet: a header that stays in view, and rows below it that can be filtered.
class Sheet {
 public:
  struct Column {
    std::string_view title;
    int widest = 40;  ///< characters of the default font; a Chinese one takes two
  };

  Sheet(Book& book, lxw_worksheet& sheet, std::vector<Column> columns, std::uint16_t frozen_columns);

  /// Begins a row. Each of the calls below fills its next cell; what is empty leaves the cell empty.
  void next_row() {
    ++row_;
    column_ = 0;
  }
  void text(std::string_view words);
  /// `words` that lead to the top of another sheet.
  void link(std::string_view words, std::string_view sheet);
  /// A text of which one part is bold.
  void marked(std::string_view before, std::string_view part, std::string_view after);
  void count(std::uint32_t number);
  /// A number that shows its unit, or text where a double cannot hold it.
  void quantity(const std::optional<Decimal>& value, std::string_view unit);
  /// A day as a date of the spreadsheet; a month or year as text.
  void date(const std::optional<Date>& date);

  /// Sets widths and filter; to be called once all rows are there.
  void finish();

 private:
  void widen(std::string_view words);

  Book& book_;
  lxw_worksheet* sheet_;
  std::vector<Column> columns_;
  std::vector<int> widths_;
  std::uint32_t row_ = 0;
  std::uint16_t column_ = 0;
};

}  // namespace tallybook::output::xlsx

// Figures as a workbook for people who work with spreadsheets.
#pragma once

#include <memory>
#include <string>

#include <tallybook/analysis.hpp>
#include <tallybook/result.hpp>

#include "output/terminal.hpp"

namespace tallybook::output {

/// A summary with one row a report, then a sheet for each report with one row a figure. The same figures
/// give the same bytes.
class FiguresWorkbook {
 public:
  /// Fails where there is no memory to write to.
  [[nodiscard]] static Result<FiguresWorkbook> create(Language language);

  /// Adds a file's reports. Fails, and adds none of them, where a report has more figures than a sheet has
  /// rows.
  [[nodiscard]] Result<void> add(const Analysis& analysis);

  /// The bytes of the file (.xlsx). To be called once, at the end.
  [[nodiscard]] Result<std::string> finish();

  FiguresWorkbook(FiguresWorkbook&&) noexcept;
  FiguresWorkbook& operator=(FiguresWorkbook&&) noexcept;
  ~FiguresWorkbook();

 private:
  class Pages;
  explicit FiguresWorkbook(std::unique_ptr<Pages> pages);
  std::unique_ptr<Pages> pages_;
};

}  // namespace tallybook::output

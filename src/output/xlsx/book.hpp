// A workbook being written: Office Open XML (ISO/IEC 29500), by libxlsxwriter.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include <tallybook/decimal.hpp>
#include <tallybook/result.hpp>

struct lxw_format;
struct lxw_workbook;
struct lxw_worksheet;

namespace tallybook::output::xlsx {

/// Owns the workbook and the memory that it is written to. Neither copied nor moved: the sheets refer to it.
class Book {
 public:
  /// Rows below the header that a sheet can hold.
  static constexpr std::uint32_t kMostRows = 1'048'575;

  Book();
  ~Book();
  Book(const Book&) = delete;
  Book& operator=(const Book&) = delete;
  Book(Book&&) = delete;
  Book& operator=(Book&&) = delete;

  /// False where there is no memory to write to; nothing else may be called then.
  [[nodiscard]] bool ready() const { return book_ != nullptr; }

  /// A new sheet, whose name must be legal and new; null where there is no memory for it.
  [[nodiscard]] lxw_worksheet* add_sheet(const std::string& name);

  /// The bytes of the file, or the first thing that went wrong. To be called once, at the end.
  [[nodiscard]] Result<std::string> finish();

  /// Keeps the first failure of a write; 0 is none.
  void note(int problem) { problem_ = problem_ == 0 ? problem : problem_; }

  [[nodiscard]] lxw_format* header() const { return header_; }
  [[nodiscard]] lxw_format* bold() const { return bold_; }
  [[nodiscard]] lxw_format* right() const { return right_; }
  /// The format of these numbers; without their unit once there are as many formats as Excel takes.
  [[nodiscard]] lxw_format* number(Decimal value, std::string_view unit);
  [[nodiscard]] lxw_format* date() { return with_number_format("yyyy-mm-dd"); }

 private:
  [[nodiscard]] lxw_format* with_number_format(const std::string& number_format);

  int memory_ = -1;  ///< a file that lies in memory
  lxw_workbook* book_ = nullptr;
  lxw_format* header_ = nullptr;
  lxw_format* bold_ = nullptr;
  lxw_format* right_ = nullptr;
  std::map<std::string, lxw_format*> number_formats_;
  int problem_ = 0;
};

}  // namespace tallybook::output::xlsx

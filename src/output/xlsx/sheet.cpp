#include "output/xlsx/sheet.hpp"

#include <fmt/format.h>
#include <xlsxwriter.h>
#include <algorithm>
#include <array>
#include <string>

#include "output/display.hpp"
#include "output/json_values.hpp"
#include "output/xlsx/book.hpp"
#include "output/xlsx/cells.hpp"

namespace tallybook::output::xlsx {
namespace {

constexpr int kNarrowest = 6;
/// Room for the arrow of the filter beside a title.
constexpr int kFilterArrow = 3;
/// The first year that spreadsheets have dates for.
constexpr int kFirstYear = 1900;
/// Links that Excel takes on one sheet.
constexpr std::uint32_t kMostLinks = 65'000;

constexpr std::uint8_t kA4 = 9;

}  // namespace

Sheet::Sheet(Book& book, lxw_worksheet& sheet, std::vector<Column> columns, std::uint16_t frozen_columns)
    : book_(book), sheet_(&sheet), columns_(std::move(columns)), widths_(columns_.size()) {
  worksheet_freeze_panes(sheet_, 1, frozen_columns);
  worksheet_set_landscape(sheet_);
  worksheet_set_paper(sheet_, kA4);
  worksheet_fit_to_pages(sheet_, 1, 0);
  book_.note(worksheet_repeat_rows(sheet_, 0, 0));
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const std::string title(columns_[i].title);
    const auto column = static_cast<std::uint16_t>(i);
    book_.note(worksheet_write_string(sheet_, 0, column, title.c_str(), book_.header()));
    widths_[i] = display_columns(title) + kFilterArrow;
  }
}

void Sheet::widen(std::string_view words) {
  widths_[column_] = std::max(widths_[column_], display_columns(words) + 1);
}

void Sheet::text(std::string_view words) {
  if (!words.empty()) {
    const std::string cell = cell_text(words);
    widen(cell);
    book_.note(worksheet_write_string(sheet_, row_, column_, cell.c_str(), nullptr));
  }
  ++column_;
}

void Sheet::link(std::string_view words, std::string_view sheet) {
  if (words.empty() || row_ > kMostLinks) return text(words);
  const std::string cell = cell_text(words);
  widen(cell);
  const std::string target = fmt::format("internal:'{}'!A1", sheet);
  book_.note(worksheet_write_url_opt(sheet_, row_, column_, target.c_str(), nullptr, cell.c_str(), nullptr));
  ++column_;
}

void Sheet::marked(std::string_view before, std::string_view part, std::string_view after) {
  std::array<std::string, 3> words = {cell_text(before), cell_text(part), cell_text(after)};
  std::array<lxw_rich_string_tuple, 3> parts{};
  std::array<lxw_rich_string_tuple*, 4> list{};  // ends with null
  std::size_t count = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words.at(i).empty()) continue;
    parts.at(count).format = i == 1 ? book_.bold() : nullptr;
    parts.at(count).string = words.at(i).data();
    list.at(count) = &parts.at(count);
    ++count;
  }
  if (count < 2) return text(words[0] + words[1] + words[2]);  // a rich text has two parts or more
  widen(words[0] + words[1] + words[2]);
  book_.note(worksheet_write_rich_string(sheet_, row_, column_, list.data(), nullptr));
  ++column_;
}

void Sheet::count(std::uint32_t number) {
  book_.note(worksheet_write_number(sheet_, row_, column_, number, nullptr));
  ++column_;
}

void Sheet::quantity(const std::optional<Decimal>& value, std::string_view unit) {
  if (value) {
    const std::string digits = value->to_string();
    if (const auto number = exact_number(*value)) {
      // With a comma every three digits, and the unit behind a space.
      widen(digits + std::string(digits.size() / 3 + 1, ',') + std::string(unit));
      book_.note(worksheet_write_number(sheet_, row_, column_, *number, book_.number(*value, unit)));
    } else {
      widen(digits);
      book_.note(worksheet_write_string(sheet_, row_, column_, digits.c_str(), book_.right()));
    }
  }
  ++column_;
}

void Sheet::date(const std::optional<Date>& date) {
  const bool day = date && date->year >= kFirstYear && date->month > 0 && date->day > 0;
  if (!day) return text(date ? iso_date(*date) : std::string());
  widen(iso_date(*date));
  lxw_datetime moment{date->year, date->month, date->day, 0, 0, 0};
  book_.note(worksheet_write_datetime(sheet_, row_, column_, &moment, book_.date()));
  ++column_;
}

void Sheet::finish() {
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const int width = std::clamp(widths_[i], kNarrowest, std::max(columns_[i].widest, kNarrowest));
    const auto column = static_cast<std::uint16_t>(i);
    book_.note(worksheet_set_column(sheet_, column, column, width, nullptr));
  }
  const auto last = static_cast<std::uint16_t>(columns_.size() - 1);
  book_.note(worksheet_autofilter(sheet_, 0, 0, row_, last));
}

}  // namespace tallybook::output::xlsx

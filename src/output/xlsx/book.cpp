#include "output/xlsx/book.hpp"

#include <fmt/format.h>
#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>
#include <array>
#include <cerrno>

#include "output/xlsx/cells.hpp"

namespace tallybook::output::xlsx {
namespace {

/// 2000-01-01T00:00:00Z: the same figures give the same bytes on any day.
constexpr time_t kCreated = 946'684'800;

/// Excel takes 200 to 250 number formats of one's own, depending on its language.
constexpr std::size_t kMostNumberFormats = 200;

constexpr std::uint32_t kHeaderColor = 0xDDEBF7;

lxw_format* header_format(lxw_workbook* book) {
  lxw_format* format = workbook_add_format(book);
  format_set_bold(format);
  format_set_bg_color(format, kHeaderColor);
  format_set_bottom(format, LXW_BORDER_THIN);
  return format;
}

void set_properties(lxw_workbook* book) {
  static constexpr std::string_view kAuthor = "Tallybook";
  std::array<char, kAuthor.size() + 1> author{};
  kAuthor.copy(author.data(), kAuthor.size());
  lxw_doc_properties properties{};
  properties.author = author.data();  // copied
  properties.created = kCreated;
  workbook_set_properties(book, &properties);
}

Error write_error(const char* reason) {
  return {ErrorCode::write_failed, {}, {}, reason};
}

Result<std::string> contents(int file) {
  const off_t size = lseek(file, 0, SEEK_END);
  if (size <= 0) return tl::unexpected(write_error("the workbook is empty"));
  std::string bytes(static_cast<std::size_t>(size), '\0');
  for (std::size_t got = 0; got < bytes.size();) {
    const ssize_t more = pread(file, bytes.data() + got, bytes.size() - got, static_cast<off_t>(got));
    if (more <= 0) return tl::unexpected(write_error("the workbook cannot be read back"));
    got += static_cast<std::size_t>(more);
  }
  return bytes;
}

}  // namespace

Book::Book() : memory_(memfd_create("workbook", MFD_CLOEXEC)) {
  if (memory_ < 0) return;
  // The library writes to a file that it opens by name.
  book_ = workbook_new(fmt::format("/proc/self/fd/{}", memory_).c_str());
  if (book_ == nullptr) return;
  set_properties(book_);
  header_ = header_format(book_);
  bold_ = workbook_add_format(book_);
  format_set_bold(bold_);
  right_ = workbook_add_format(book_);
  format_set_align(right_, LXW_ALIGN_RIGHT);
}

Book::~Book() {
  if (book_ != nullptr) lxw_workbook_free(book_);
  if (memory_ >= 0) ::close(memory_);
}

lxw_worksheet* Book::add_sheet(const std::string& name) {
  return workbook_add_worksheet(book_, name.c_str());
}

Result<std::string> Book::finish() {
  note(workbook_close(std::exchange(book_, nullptr)));
  if (problem_ != 0) return tl::unexpected(write_error(lxw_strerror(static_cast<lxw_error>(problem_))));
  return contents(memory_);
}

lxw_format* Book::number(Decimal value, std::string_view unit) {
  return with_number_format(
      number_format(value, number_formats_.size() < kMostNumberFormats ? unit : std::string_view()));
}

lxw_format* Book::with_number_format(const std::string& number_format) {
  lxw_format*& format = number_formats_[number_format];
  if (format == nullptr) {
    format = workbook_add_format(book_);
    format_set_num_format(format, number_format.c_str());
  }
  return format;
}

}  // namespace tallybook::output::xlsx

#include "document/read.hpp"

#include "document/builder.hpp"
#include "document/readers.hpp"

namespace tallybook::document {

Result<Document> read(std::string_view bytes, std::string_view name) {
  if (bytes.size() > kMaxBytes) {
    return tl::unexpected(
        Error{ErrorCode::file_too_large, std::string(name), std::nullopt, "files over 1 GiB are not read"});
  }
  const Result<Format> format = detect_format(bytes, name);
  if (!format) return tl::unexpected(format.error());
  switch (*format) {
    case Format::text:
      return read_text(bytes, name);
    case Format::markdown:
      return read_markdown(bytes, name);
    case Format::html:
      return read_html(bytes, name);
    case Format::docx:
      return read_docx(bytes, name);
  }
  return read_text(bytes, name);
}

}  // namespace tallybook::document

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "document/read.hpp"
#include "text/signature.hpp"

namespace tallybook::document {
namespace {

using namespace std::string_view_literals;

tl::unexpected<Error> unsupported(std::string_view name, std::string_view what,
                                  std::string_view advice = {}) {
  std::string detail = std::string(what) + " cannot be read";
  if (!advice.empty()) detail.append("; ").append(advice);
  return tl::unexpected(
      Error{ErrorCode::unsupported_format, std::string(name), std::nullopt, std::move(detail)});
}

constexpr char to_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

/// The file's extension in lower case, with its dot; empty where there is none.
std::string extension_of(std::string_view name) {
  const std::size_t slash = name.find_last_of("/\\");
  if (slash != std::string_view::npos) name.remove_prefix(slash + 1);
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos) return {};
  std::string extension(name.substr(dot));
  std::transform(extension.begin(), extension.end(), extension.begin(), to_lower);
  return extension;
}

struct ZipFormat {
  std::string_view member;
  std::string_view what;  ///< empty for the format that is read
};
/// Members by which office formats are known. Their names stand unpacked in the archive's directory,
/// at its end.
constexpr ZipFormat kZipFormats[] = {
    {"word/document.xml"sv, ""sv},
    {"xl/workbook.xml"sv, "an XLSX workbook"sv},
    {"ppt/presentation.xml"sv, "a PPTX presentation"sv},
    {"OFD.xml"sv, "an OFD document"sv},
    {"META-INF/manifest.xml"sv, "an OpenDocument file"sv},
};

Result<Format> detect_zip(std::string_view bytes, std::string_view name) {
  for (const ZipFormat& format : kZipFormats) {
    if (bytes.rfind(format.member) == std::string_view::npos) continue;
    if (format.what.empty()) return Format::docx;
    return unsupported(name, format.what);
  }
  // A damaged DOCX has lost its directory; its reader says what is wrong with it.
  if (extension_of(name) == ".docx") return Format::docx;
  return unsupported(name, "a ZIP archive without word/document.xml");
}

tl::unexpected<Error> unsupported_binary(std::string_view signature, std::string_view name) {
  if (signature != "OLE2 compound file") return unsupported(name, "a " + std::string(signature));
  const std::string extension = extension_of(name);
  if (extension == ".doc") return unsupported(name, "an old Word document (.doc)", "save it as .docx");
  if (extension == ".wps") return unsupported(name, "an old WPS document (.wps)", "save it as .docx");
  if (extension == ".xls" || extension == ".et") return unsupported(name, "an old workbook (.xls)");
  return unsupported(name, "an OLE2 compound file (old Office, or an encrypted document)");
}

/// The start of the text in a form that markup can be seen in: zero bytes (of UTF-16), byte order
/// marks and leading white space are left out. Empty where it holds no markup.
std::string beginning_of(std::string_view bytes) {
  std::string beginning;
  bytes = bytes.substr(0, 2048);
  if (bytes.find('<') == std::string_view::npos) return beginning;
  for (const char c : bytes) {
    const bool skipped = c == '\0' || static_cast<unsigned char>(c) >= 0xBB;
    const bool blank = c == ' ' || (c >= '\t' && c <= '\r');
    if (!skipped && !(blank && beginning.empty())) beginning += to_lower(c);
  }
  return beginning;
}

/// Whether the file's first tags are those of an HTML page. Other XML may have a <title>, too.
bool looks_like_html(std::string_view beginning) {
  constexpr std::string_view kOpenings[] = {"<!doctype html"sv, "<html"sv,  "<head"sv,
                                            "<body"sv,          "<title"sv, "<meta"sv};
  if (!beginning.starts_with('<')) return false;
  const auto* end = beginning.starts_with("<?xml") ? std::begin(kOpenings) + 2 : std::end(kOpenings);
  return std::any_of(std::begin(kOpenings), end, [beginning](std::string_view opening) {
    return beginning.find(opening) != std::string_view::npos;
  });
}

}  // namespace

Result<Format> detect_format(std::string_view bytes, std::string_view name) {
  const std::string_view signature = text::binary_signature(bytes);
  if (signature == "ZIP archive") return detect_zip(bytes, name);
  if (!signature.empty()) return unsupported_binary(signature, name);

  const std::string beginning = beginning_of(bytes);
  if (beginning.find("progid=\"word.document\"") != std::string::npos) {
    return unsupported(name, "a Word 2003 XML document");
  }
  if (looks_like_html(beginning)) return Format::html;
  const std::string extension = extension_of(name);
  if (extension == ".html" || extension == ".htm" || extension == ".xhtml") return Format::html;
  if (extension == ".md" || extension == ".markdown") return Format::markdown;
  return Format::text;
}

}  // namespace tallybook::document

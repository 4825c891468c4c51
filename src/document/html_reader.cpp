// HTML: the main text of a page.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "document/builder.hpp"
#include "document/html/boilerplate.hpp"
#include "document/html/page.hpp"
#include "document/html/tree.hpp"
#include "document/readers.hpp"
#include "text/decode.hpp"

namespace tallybook::document {
namespace {

/// What `charset=` names near the start of the page; empty where nothing does.
std::string declared_charset(std::string_view bytes) {
  constexpr std::size_t kPrescan = 4096;
  std::string start(bytes.substr(0, kPrescan));
  std::transform(start.begin(), start.end(), start.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
  const std::size_t at = start.find("charset=");
  if (at == std::string::npos) return {};
  const std::size_t begin = start.find_first_not_of(" \t\r\n\"'", at + 8);
  if (begin == std::string::npos) return {};
  const std::size_t end = start.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_", begin);
  return start.substr(begin, end == std::string::npos ? end : end - begin);
}

/// The bytes come before the label: pages say gb2312 and are UTF-8, and the other way round.
Result<text::DecodedText> decode_page(std::string_view bytes, std::string_view name) {
  Result<text::DecodedText> decoded = text::decode(bytes, name);
  if (decoded && decoded->encoding != "GB18030") return decoded;
  const std::string charset = declared_charset(bytes);
  if (charset.empty() || charset.starts_with("utf")) return decoded;
  Result<text::DecodedText> labelled = text::decode_as(bytes, name, charset);
  return labelled ? labelled : decoded;
}

}  // namespace

Result<Document> read_html(std::string_view bytes, std::string_view name) {
  const Result<text::DecodedText> decoded = decode_page(bytes, name);
  if (!decoded) return tl::unexpected(decoded.error());
  if (const std::string limit = html::find_broken_limit(decoded->text); !limit.empty()) {
    return tl::unexpected(Error{ErrorCode::limit_exceeded, std::string(name), std::nullopt, limit});
  }
  DocumentBuilder builder(name, Format::html);
  builder.set_encoding(decoded->encoding);
  const html::Tree tree(decoded->text);
  const html::Elements left_out = html::find_boilerplate(tree.root());
  html::PageReader(builder, decoded->text, decoded->map, left_out).read(tree.root());
  return std::move(builder).finish();
}

}  // namespace tallybook::document

#include "document/edits.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "document/origin.hpp"
#include "text/characters.hpp"
#include "text/encode.hpp"

namespace tallybook::document {
namespace {

struct SourceRange {
  std::uint64_t begin = 0;
  std::uint64_t end = 0;
};

/// The bytes of the file that the characters of `span` stand for. Empty where some were generated, or
/// where something else stands between them (a tag).
std::optional<SourceRange> source_of(const Document& document, Span span) {
  if (span.empty()) {
    const auto next = locate(document, span.begin);
    if (next && !next->generated) return SourceRange{next->offset, next->offset};
    return std::nullopt;
  }
  std::optional<SourceRange> range;
  for (std::uint32_t at = span.begin; at < span.end; at += text::code_point_at(document.text, at).size) {
    const auto origin = locate(document, at);
    if (!origin || origin->generated) return std::nullopt;
    if (range && range->end != origin->offset) return std::nullopt;
    if (!range) range = SourceRange{origin->offset, origin->offset};
    const std::uint32_t size = text::code_point_at(document.text, at).size;
    const std::uint32_t steps = (size + origin->text_step - 1) / origin->text_step;
    range->end += std::uint64_t{steps} * origin->source_step;
  }
  return range;
}

/// In HTML a character that would open a tag or a reference is written as one.
std::string escaped(std::string_view text, Format format) {
  if (format != Format::html) return std::string(text);
  std::string result;
  for (const char c : text) {
    switch (c) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      default:
        result += c;
    }
  }
  return result;
}

}  // namespace

bool can_edit(const Document& document, std::span<const Edit> edits) {
  return document.format != Format::docx && std::all_of(edits.begin(), edits.end(), [&](const Edit& edit) {
           return source_of(document, edit.span) &&
                  text::encode(escaped(edit.replacement, document.format), document.encoding);
         });
}

Result<std::string> apply_edits(const Document& document, std::string_view bytes,
                                std::span<const Edit> edits) {
  if (document.format == Format::docx) {
    return tl::unexpected(
        Error{ErrorCode::unsupported_format, document.name, {}, "DOCX files are not rewritten"});
  }
  std::string result;
  std::uint64_t copied = 0;
  for (const Edit& edit : edits) {
    const auto range = source_of(document, edit.span);
    if (!range || range->begin < copied || range->end > bytes.size()) {
      return tl::unexpected(Error{
          ErrorCode::invalid_argument, document.name, {}, "this text does not stand in the file as such"});
    }
    auto replacement = text::encode(escaped(edit.replacement, document.format), document.encoding);
    if (!replacement) {
      Error error = std::move(replacement.error());
      error.file = document.name;
      return tl::unexpected(std::move(error));
    }
    result += bytes.substr(copied, range->begin - copied);
    result += *replacement;
    copied = range->end;
  }
  result += bytes.substr(copied);
  return result;
}

}  // namespace tallybook::document

// Where words of a document's text stand in the file itself, as SARIF counts: lines, and columns and offsets
// in UTF-16 code units.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include <tallybook/document.hpp>

#include "text/line_index.hpp"

namespace tallybook::output {

struct SourcePlace {
  std::uint32_t line = 1;  ///< from 1
  std::uint32_t end_line = 1;
  bool has_columns = false;  ///< the rest is known
  std::uint32_t column = 1;  ///< from 1
  std::uint32_t end_column = 1;
  std::uint32_t offset = 0;
  std::uint32_t length = 0;
  bool whole = false;  ///< nothing but the words stands between its ends
};

/// Built once a file; the document and the file's bytes must outlive it.
class SourcePlaces {
 public:
  SourcePlaces(const Document& document, std::string_view bytes);

  /// Empty where the file has no lines (DOCX), or where the reader wrote the words itself.
  [[nodiscard]] std::optional<SourcePlace> find(Span span) const;

 private:
  /// Bytes of what the lines are counted in.
  struct Range {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    bool whole = true;
  };

  [[nodiscard]] std::optional<Range> range_of(Span span) const;
  /// UTF-16 code units beyond one for each character before `offset`.
  [[nodiscard]] std::uint32_t surrogates_before(std::uint32_t offset) const;
  [[nodiscard]] std::uint32_t column_at(std::uint32_t offset) const;

  const Document& document_;
  std::string_view source_;    ///< the decoded text, or the file's bytes without a byte order mark
  std::uint32_t skipped_ = 0;  ///< bytes of the mark
  bool characters_ = true;     ///< `source_` is UTF-8
  text::LineIndex lines_;
  std::vector<std::uint32_t> beyond_plane_;  ///< offsets of characters that take two code units
};

}  // namespace tallybook::output

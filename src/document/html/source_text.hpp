// A text node of a page, aligned with its source.
#pragma once

#include <gumbo.h>

#include <cstddef>
#include <string_view>
#include <vector>

namespace tallybook::document::html {

/// A stretch of decoded text and where it begins in the page's source. A character reference
/// (`&nbsp;`) is a piece of its own.
struct Piece {
  std::string_view text;
  std::size_t source = 0;
  std::size_t source_size = 0;
  [[nodiscard]] bool is_reference() const { return source_size != text.size(); }
};

/// `html` is what was parsed.
[[nodiscard]] std::vector<Piece> align_text(const GumboText& node, std::string_view html);

}  // namespace tallybook::document::html

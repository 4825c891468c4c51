// Where a section's heading ends and its body begins.
#pragma once

#include <cstdint>
#include <string_view>

#include <tallybook/span.hpp>

namespace tallybook::outline {

/// Bytes: 60 Chinese characters. A longer sentence after a mark is body text.
inline constexpr std::uint32_t kLongestHeading = 180;

struct HeadingParts {
  Span heading;
  std::uint32_t body = 0;  ///< where the body begins
  bool run_on = false;
};

/// `line` is the section's first line behind its mark, without outer spaces, up to the block's end
/// or the next mark; `sentence_end` is where its first sentence ends; `headed` says that paragraphs
/// without a mark follow, so that a single closed sentence may still be their heading.
[[nodiscard]] HeadingParts read_heading(std::string_view text, Span line, std::uint32_t sentence_end,
                                        bool headed);

}  // namespace tallybook::outline

// Byte offsets to what people and JSON count: lines, columns, code points.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace tallybook::text {

struct Position {
  std::uint32_t line = 1;    ///< from 1
  std::uint32_t column = 1;  ///< from 1, in code points
};

/// Built once over a text, which must outlive it. Look-ups cost a binary search.
class LineIndex {
 public:
  explicit LineIndex(std::string_view text);

  [[nodiscard]] Position position(std::uint32_t offset) const;
  /// Code points before `offset`.
  [[nodiscard]] std::uint32_t code_points(std::uint32_t offset) const;
  /// The line at `offset`, without its line break.
  [[nodiscard]] std::string_view line_at(std::uint32_t offset) const;

 private:
  std::string_view text_;
  std::vector<std::uint32_t> line_starts_;
  std::vector<std::uint32_t> code_points_at_line_;
};

}  // namespace tallybook::text

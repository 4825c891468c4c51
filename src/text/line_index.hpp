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

/// Built once over a text, which must outlive it. Lines end with \n, \r\n or \r, as editors count
/// them. A look-up costs a binary search at most, however long the line; offsets past the end count
/// as the end.
class LineIndex {
 public:
  explicit LineIndex(std::string_view text);

  [[nodiscard]] Position position(std::uint32_t offset) const;
  /// Code points before `offset`.
  [[nodiscard]] std::uint32_t code_points(std::uint32_t offset) const;
  /// The line at `offset`, without its line break.
  [[nodiscard]] std::string_view line_at(std::uint32_t offset) const;

 private:
  [[nodiscard]] std::size_t line_number(std::uint32_t offset) const;

  std::string_view text_;
  std::vector<std::uint32_t> line_starts_;
  std::vector<std::uint32_t> checkpoints_;  ///< code points before each stride of bytes
};

}  // namespace tallybook::text

// A place in a text: half-open byte offsets, on code-point boundaries.
#pragma once

#include <compare>
#include <cstdint>
#include <string_view>

namespace tallybook {

/// Half-open range of UTF-8 byte offsets into `Document::text`, always on code-point boundaries.
///
///     全 县 共 2 0 所      "20所" is {9, 14}
///     0  3  6  9 10 11
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }
  [[nodiscard]] constexpr bool empty() const { return begin == end; }
  [[nodiscard]] constexpr bool contains(std::uint32_t offset) const {
    return begin <= offset && offset < end;
  }
  [[nodiscard]] constexpr bool contains(Span inner) const { return begin <= inner.begin && inner.end <= end; }
  [[nodiscard]] constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }

  friend constexpr auto operator<=>(const Span&, const Span&) = default;
};

/// The bytes of `text` at `span`, which must lie within it.
[[nodiscard]] constexpr std::string_view slice(std::string_view text, Span span) {
  return text.substr(span.begin, span.size());
}

}  // namespace tallybook

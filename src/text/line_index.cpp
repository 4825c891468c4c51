#include "text/line_index.hpp"

#include <algorithm>

#include "text/characters.hpp"

namespace tallybook::text {
namespace {

/// Bytes between two checkpoints: one look-up counts at most this many.
constexpr std::size_t kStride = 256;

}  // namespace

LineIndex::LineIndex(std::string_view text) : text_(text), line_starts_{0} {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool ends_line = text[at] == '\n' || (text[at] == '\r' && !text.substr(at).starts_with("\r\n"));
    if (ends_line) line_starts_.push_back(static_cast<std::uint32_t>(at + 1));
  }
  checkpoints_.reserve(text.size() / kStride + 1);
  std::size_t code_points = 0;
  for (std::size_t at = 0; at <= text.size(); at += kStride) {
    checkpoints_.push_back(static_cast<std::uint32_t>(code_points));
    code_points += count_code_points(text.substr(at, kStride));
  }
}

std::size_t LineIndex::line_number(std::uint32_t offset) const {
  const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  return static_cast<std::size_t>(after - line_starts_.begin()) - 1;
}

Position LineIndex::position(std::uint32_t offset) const {
  const std::size_t line = line_number(offset);
  return {.line = static_cast<std::uint32_t>(line) + 1,
          .column = code_points(offset) - code_points(line_starts_[line]) + 1};
}

std::uint32_t LineIndex::code_points(std::uint32_t offset) const {
  const std::size_t end = std::min<std::size_t>(offset, text_.size());
  const std::size_t checkpoint = end / kStride;
  const std::size_t begin = checkpoint * kStride;
  return checkpoints_[checkpoint] +
         static_cast<std::uint32_t>(count_code_points(text_.substr(begin, end - begin)));
}

std::string_view LineIndex::line_at(std::uint32_t offset) const {
  const std::size_t line = line_number(offset);
  const std::size_t begin = line_starts_[line];
  std::size_t end = line + 1 < line_starts_.size() ? line_starts_[line + 1] : text_.size();
  while (end > begin && (text_[end - 1] == '\n' || text_[end - 1] == '\r')) --end;
  return text_.substr(begin, end - begin);
}

}  // namespace tallybook::text

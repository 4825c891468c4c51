// Finding words of Chinese text, and bytes among many.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

#include "text/characters.hpp"

namespace tallybook::text {

/// The first place of `word`, which must not be empty, from `from` on; npos where it stands nowhere.
///
/// std::string_view::find looks for a word's first byte, which Chinese characters share by the thousand;
/// this looks for its last.
[[nodiscard]] inline std::size_t find(std::string_view text, std::string_view word, std::size_t from = 0) {
  const std::size_t lead = word.size() - 1;
  for (std::size_t at = from; at + lead < text.size();) {
    const void* last = std::memchr(text.data() + at + lead, word.back(), text.size() - at - lead);
    if (last == nullptr) break;
    at = static_cast<std::size_t>(static_cast<const char*>(last) - text.data()) - lead;
    if (text.compare(at, lead, word, 0, lead) == 0) return at;
    ++at;
  }
  return std::string_view::npos;
}

[[nodiscard]] inline bool contains(std::string_view text, std::string_view word) {
  return find(text, word) != std::string_view::npos;
}

/// The last place of `word`, which must not be empty; npos where it stands nowhere.
[[nodiscard]] inline std::size_t find_last(std::string_view text, std::string_view word) {
  for (std::size_t end = text.size(); end >= word.size(); --end) {
    if (text[end - 1] == word.back() && stands_at(text, end - word.size(), word)) return end - word.size();
  }
  return std::string_view::npos;
}

/// Eight bytes of a text as one number, for questions that are asked of all of them at once.
class EightBytes {
 public:
  /// `bytes` holds at least eight.
  explicit EightBytes(const char* bytes) { std::memcpy(&bytes_, bytes, sizeof bytes_); }

  [[nodiscard]] bool all_ascii() const { return (bytes_ & kHighBits) == 0; }
  [[nodiscard]] bool any_is(char byte) const { return any_below(bytes_ ^ repeated(byte), 1); }
  /// Whether any byte is this even one or the next.
  [[nodiscard]] bool any_is_either(char even) const {
    return any_below((bytes_ ^ repeated(even)) & ~kLowBits, 1);
  }
  /// `limit` is at most 128.
  [[nodiscard]] bool any_below(unsigned char limit) const { return any_below(bytes_, limit); }

  static constexpr std::size_t kSize = sizeof(std::uint64_t);

 private:
  static constexpr std::uint64_t kLowBits = 0x0101010101010101;
  static constexpr std::uint64_t kHighBits = kLowBits << 7;
  static constexpr std::uint64_t repeated(char byte) { return kLowBits * static_cast<unsigned char>(byte); }
  static constexpr bool any_below(std::uint64_t bytes, unsigned char limit) {
    return ((bytes - kLowBits * limit) & ~bytes & kHighBits) != 0;
  }

  std::uint64_t bytes_ = 0;
};

}  // namespace tallybook::text

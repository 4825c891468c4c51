// Reading a sentence from left to right, a word or a number at a time.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>

#include "text/characters.hpp"

namespace tallybook::figures {

struct Cursor {
  std::string_view text;
  std::uint32_t at = 0;

  [[nodiscard]] char32_t peek() const { return text::code_point_at(text, at).value; }
  [[nodiscard]] char32_t before() const { return text::code_point_before(text, at).value; }
  [[nodiscard]] bool sees(std::string_view word) const { return text::stands_at(text, at, word); }
  [[nodiscard]] bool sees_any(std::initializer_list<std::string_view> words) const {
    for (const auto word : words) {
      if (sees(word)) return true;
    }
    return false;
  }
  [[nodiscard]] bool sees_one_of(std::u32string_view characters) const {
    return characters.find(peek()) != std::u32string_view::npos;
  }

  bool take(std::string_view word) {
    if (!sees(word)) return false;
    at += static_cast<std::uint32_t>(word.size());
    return true;
  }
  bool take_any(std::initializer_list<std::string_view> words) {
    for (const auto word : words) {
      if (take(word)) return true;
    }
    return false;
  }
  /// Between a number and its unit, writers leave one space or two.
  void skip_spaces() {
    constexpr int kMost = 2;
    for (int i = 0; i < kMost && (peek() == U' ' || peek() == 0x3000 || peek() == 0x00A0); ++i) {
      at += text::code_point_at(text, at).size;
    }
  }
};

/// The position to return to where a reading fails: `Attempt attempt{cursor}; … return attempt.fail();`
class Attempt {
 public:
  explicit Attempt(Cursor& cursor) : cursor_(cursor), begin_(cursor.at) {}
  /// Puts the cursor back; always false.
  bool fail() const {
    cursor_.at = begin_;
    return false;
  }
  [[nodiscard]] std::uint32_t begin() const { return begin_; }

 private:
  Cursor& cursor_;
  std::uint32_t begin_;
};

}  // namespace tallybook::figures

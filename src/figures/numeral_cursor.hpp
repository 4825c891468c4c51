// A place in a text, as the readers of numerals move it. Internal to them.
#pragma once

#include <string_view>

#include "figures/numeral_characters.hpp"
#include "figures/word_set.hpp"
#include "text/characters.hpp"

namespace tallybook::figures {

class NumeralCursor {
 public:
  NumeralCursor(std::string_view text, std::uint32_t at, const WordSet& units)
      : text_(text), at_(at), here_(text::code_point_at(text, at)), units_(&units) {}

  [[nodiscard]] std::uint32_t at() const { return at_; }
  [[nodiscard]] text::CodePoint peek() const { return here_; }
  [[nodiscard]] text::CodePoint previous() const { return text::code_point_before(text_, at_); }
  [[nodiscard]] char32_t before_previous() const {
    return text::code_point_before(text_, at_ - previous().size).value;
  }
  [[nodiscard]] char32_t value() const { return here_.value; }
  [[nodiscard]] char32_t next_value() const { return text::code_point_at(text_, at_ + here_.size).value; }
  void advance() {
    at_ += here_.size;
    here_ = text::code_point_at(text_, at_);
  }

  bool accept(char32_t c) {
    if (value() != c) return false;
    advance();
    return true;
  }

  /// The digit here in ASCII or full width; kNoDigit where there is none.
  [[nodiscard]] int arabic_digit() const {
    const char32_t c = text::to_halfwidth(value());
    return text::is_ascii_digit(c) ? static_cast<int>(c - U'0') : kNoDigit;
  }

  /// Whether a scale word here begins a unit of its own: 5千米, 3百分点.
  [[nodiscard]] bool at_unit() const { return bool{units_->match_at(text_, at_)}; }

  /// Behind a few blanks; text typed by machine sets numerals apart (429.4 亿元), and scans space out
  /// every character.
  [[nodiscard]] NumeralCursor past_blanks() const {
    constexpr int kMostBlanks = 3;
    if (!is_blank(value())) return *this;
    NumeralCursor next = *this;
    for (int i = 0; i < kMostBlanks && is_blank(next.value()); ++i) next.advance();
    return is_blank(next.value()) ? *this : next;
  }

  static constexpr bool is_blank(char32_t c) { return c == U' ' || c == 0x00A0 || c == 0x3000; }

 private:
  std::string_view text_;
  std::uint32_t at_;
  text::CodePoint here_;  ///< what stands at `at_`: it is asked for again and again
  const WordSet* units_;
};

/// 万, 千万, 万亿 …: moves past them and returns the sum of their powers; 0 where none follows. Behind a
/// blank the first is at least 10^`least_apart`: 3 百 may be 3百 of something, 7 万5 千 may not.
int read_scale_words(NumeralCursor& cursor, int least_apart = 4);

}  // namespace tallybook::figures

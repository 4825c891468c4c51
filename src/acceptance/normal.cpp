#include "acceptance/normal.hpp"

#include "text/characters.hpp"

namespace tallybook::acceptance {
namespace {

constexpr std::u32string_view kChineseNumerals = U"〇零一二三四五六七八九十百千万亿";

bool is_numeral(char32_t c) {
  return text::is_ascii_digit(c) || kChineseNumerals.find(c) != std::u32string_view::npos;
}

/// Walks words and gives, for each character, what stands for it in the normal form.
class Normaliser {
 public:
  Normaliser(std::string_view words, Numbers numbers) : words_(words), numbers_(numbers) {}

  [[nodiscard]] bool done() const { return at_ >= words_.size(); }
  [[nodiscard]] std::size_t offset() const { return at_; }

  /// Passes one character and appends its normal form, which may be nothing.
  void step(std::string& out) {
    const text::CodePoint character = text::code_point_at(words_, at_);
    const char32_t c = text::to_halfwidth(character.value);
    at_ += character.size;
    if (text::is_space(c)) return;
    if (numbers_ == Numbers::kept) return text::append_utf8(out, c);
    if (is_numeral(c)) {
      if (!in_number_) out += '#';
      in_number_ = true;
      after_digit_ = text::is_ascii_digit(c);
      return;
    }
    if (in_number_ && after_digit_ && (c == U'.' || c == U',') && digit_follows()) return;
    in_number_ = false;
    if ((c == U'上' || c == U'下') && words_.substr(at_).starts_with("半年")) return;
    text::append_utf8(out, c);
  }

 private:
  [[nodiscard]] bool digit_follows() const {
    return text::is_ascii_digit(text::to_halfwidth(text::code_point_at(words_, at_).value));
  }

  std::string_view words_;
  Numbers numbers_;
  std::size_t at_ = 0;
  bool in_number_ = false;
  bool after_digit_ = false;
};

}  // namespace

std::string normalised(std::string_view words, Numbers numbers) {
  std::string text;
  text.reserve(words.size());
  for (Normaliser normaliser(words, numbers); !normaliser.done();) normaliser.step(text);
  return text;
}

NormalPlace normalised(std::string_view words, Span piece, Numbers numbers) {
  NormalPlace place;
  place.text.reserve(words.size());
  for (Normaliser normaliser(words, numbers); !normaliser.done();) {
    const std::size_t offset = normaliser.offset();
    const std::size_t before = place.text.size();
    normaliser.step(place.text);
    const bool gives_way = before > 0 && place.text.size() == before && place.text.back() == '#';
    if (offset <= piece.begin) place.begin = gives_way ? before - 1 : before;
    if (offset < piece.end) place.end = place.text.size();
  }
  return place;
}

}  // namespace tallybook::acceptance

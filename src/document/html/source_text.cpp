#include "document/html/source_text.hpp"

#include <algorithm>

#include "text/characters.hpp"

namespace tallybook::document::html {
namespace {

constexpr bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// Walks the decoded text and its source side by side.
class Alignment {
 public:
  Alignment(std::string_view text, std::string_view source, std::size_t source_begin)
      : text_(text), source_(source), source_begin_(source_begin) {}

  std::vector<Piece> run() {
    while (text_at_ < text_.size() && source_at_ < source_.size()) {
      const std::size_t same = common_length();
      push(same, same);
      if (text_at_ == text_.size() || source_at_ == source_.size()) break;
      step_over_difference();
    }
    push(text_.size() - text_at_, source_.size() - source_at_);
    return pieces_;
  }

 private:
  /// Bytes that are equal up to the next reference.
  [[nodiscard]] std::size_t common_length() const {
    std::size_t n = 0;
    while (text_at_ + n < text_.size() && source_at_ + n < source_.size() && source_[source_at_ + n] != '&' &&
           text_[text_at_ + n] == source_[source_at_ + n]) {
      ++n;
    }
    // Different characters can begin with the same bytes.
    while (n > 0 && text_at_ + n < text_.size() && !text::is_code_point_start(text_[text_at_ + n])) --n;
    return n;
  }

  void step_over_difference() {
    if (source_[source_at_] == '&') {
      step_over_reference();
    } else if (source_[source_at_] == '\r') {  // \r\n and \r were read as \n
      const bool pair = source_.substr(source_at_).starts_with("\r\n");
      push(text_[text_at_] == '\n' ? 1 : 0, pair ? 2 : 1);
    } else if (source_[source_at_] == '<') {  // a tag that the parser ignored
      push(0, std::max<std::size_t>(source_.substr(source_at_).find('>') + 1, 1));
    } else {  // a character that the parser replaced
      push(text::code_point_at(text_, text_at_).size,
           std::max(text::code_point_at(source_, source_at_).size, 1u));
    }
  }

  void step_over_reference() {
    std::size_t end = source_at_ + 1;
    if (end < source_.size() && source_[end] == '#') ++end;
    while (end < source_.size() && is_name_character(source_[end])) ++end;
    const bool closed = end < source_.size() && source_[end] == ';';
    if (closed) ++end;
    const std::uint32_t size = text::code_point_at(text_, text_at_).size;
    if (end == source_at_ + 1) return push(size, 1);  // a lone ampersand
    for (const std::uint32_t decoded : {size, size + text::code_point_at(text_, text_at_ + size).size}) {
      // Old pages write &nbsp without its semicolon; then its name ends where the texts agree again.
      const std::size_t shortest = closed ? end : source_at_ + 1;
      for (std::size_t candidate = shortest; candidate <= end; ++candidate) {
        if (agrees(text_at_ + decoded, candidate)) return push(decoded, candidate - source_at_);
      }
    }
    // No reference after all (`&x;` stands as it is), or one that nothing known follows.
    push(size, text_[text_at_] == '&' ? 1 : end - source_at_);
  }

  /// Whether the texts go on alike from here, as far as a glance tells.
  [[nodiscard]] bool agrees(std::size_t text_at, std::size_t source_at) const {
    if (text_at >= text_.size() || source_at >= source_.size()) {
      return text_at >= text_.size() && source_at >= source_.size();
    }
    if (source_[source_at] == '&' || source_[source_at] == '\r') return true;
    constexpr std::size_t kGlance = 6;
    const std::string_view text = text_.substr(text_at, kGlance);
    const std::string_view source = source_.substr(source_at, kGlance);
    const std::size_t size = std::min({text.size(), source.size(), source.find_first_of("&\r")});
    return text.substr(0, size) == source.substr(0, size);
  }

  void push(std::size_t text_size, std::size_t source_size) {
    text_size = std::min(text_size, text_.size() - text_at_);
    source_size = std::min(source_size, source_.size() - source_at_);
    if (text_size == 0 && source_size == 0) return;
    if (text_size > 0) {
      pieces_.push_back({text_.substr(text_at_, text_size), source_begin_ + source_at_, source_size});
    }
    text_at_ += text_size;
    source_at_ += source_size;
  }

  std::string_view text_;
  std::string_view source_;
  std::size_t source_begin_;
  std::size_t text_at_ = 0;
  std::size_t source_at_ = 0;
  std::vector<Piece> pieces_;
};

}  // namespace

std::vector<Piece> align_text(const GumboText& node, std::string_view html) {
  const std::string_view text = node.text;
  const char* original = node.original_text.data;
  // The parser can put together a node from places apart (text moved out of a table).
  const bool inside = original >= html.data() && original < html.data() + html.size();
  if (!inside) return {{text, 0, 0}};
  const auto begin = static_cast<std::size_t>(original - html.data());
  const std::string_view source = html.substr(begin, node.original_text.length);
  return Alignment(text, source, begin).run();
}

}  // namespace tallybook::document::html

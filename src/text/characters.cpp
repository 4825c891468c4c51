#include "text/characters.hpp"

#include <unicode/utf8.h>

#include <algorithm>
#include <array>

namespace tallybook::text {

void append_utf8(std::string& text, char32_t c) {
  std::array<char, U8_MAX_LENGTH> bytes{};
  std::size_t size = 0;
  U8_APPEND_UNSAFE(bytes.data(), size, c);
  text.append(bytes.data(), size);
}

std::string_view trim(std::string_view text) {
  std::size_t begin = 0;
  while (begin < text.size()) {
    const CodePoint first = code_point_at(text, begin);
    if (!is_space(first.value)) break;
    begin += first.size;
  }
  std::size_t end = text.size();
  while (end > begin) {
    const CodePoint last = code_point_before(text, end);
    if (!is_space(last.value)) break;
    end -= last.size;
  }
  return text.substr(begin, end - begin);
}

std::size_t count_code_points(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return is_code_point_start(c); }));
}

}  // namespace tallybook::text

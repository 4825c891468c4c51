#include "outline/titles.hpp"

#include <algorithm>
#include <iterator>

#include "outline/numerals.hpp"
#include "outline/symbols.hpp"
#include "outline/vocabulary.hpp"
#include "text/characters.hpp"

namespace tallybook::outline {
namespace {

/// Bytes: 50 Chinese characters.
constexpr std::size_t kLongestTitle = 150;
/// Bytes: the part of a first paragraph that shows what it is.
constexpr std::size_t kLeadReach = 450;

template <std::size_t N>
bool begins_with_any(std::string_view text, const std::string_view (&words)[N]) {
  return std::any_of(std::begin(words), std::end(words),
                     [&](std::string_view word) { return text.starts_with(word); });
}
template <std::size_t N>
bool ends_with_any(std::string_view text, const std::string_view (&words)[N]) {
  return std::any_of(std::begin(words), std::end(words),
                     [&](std::string_view word) { return text.ends_with(word); });
}
template <std::size_t N>
bool holds_any(std::string_view text, const std::string_view (&words)[N]) {
  return std::any_of(std::begin(words), std::end(words),
                     [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

/// Without a bracketed note or number at the end: `…工作总结（一）`, `…总结3`.
std::string_view without_tail(std::string_view line) {
  for (const std::string_view open : {"（", "("}) {
    const bool closed = line.ends_with("）") || line.ends_with(")");
    const std::size_t at = line.rfind(open);
    if (closed && at != std::string_view::npos) line = line.substr(0, at);
  }
  while (!line.empty() && text::is_ascii_digit(static_cast<unsigned char>(line.back())))
    line.remove_suffix(1);
  return text::trim(line);
}

Numeral read_number(std::string_view text) {
  const Numeral chinese = read_chinese_numeral(text);
  return chinese.size != 0 ? chinese : read_arabic_numeral(text);
}

/// After the number of a sample the line ends or is set off.
bool ends_label(std::string_view rest) {
  if (rest.empty()) return true;
  const text::CodePoint next = text::code_point_at(rest, 0);
  return !text::is_han(next.value) && !text::is_ascii_letter(next.value);
}

/// 2010年, 二〇一〇年 or 20__年 at the start.
bool begins_with_year(std::string_view text) {
  const std::size_t at = text.find("年");
  constexpr std::size_t kLongestYear = 12;
  if (at == std::string_view::npos || at > kLongestYear || at < 2) return false;
  const std::string_view year = text.substr(0, at);
  return read_digits(year).digits == 4 || year.starts_with("20") || year.starts_with("二〇");
}

}  // namespace

bool is_title(std::string_view line) {
  if (line.empty() || line.size() > kLongestTitle) return false;
  if (line.find("。") != std::string_view::npos || line.find("；") != std::string_view::npos) return false;
  return ends_with_any(without_tail(line), vocabulary::kTitleEndings);
}

bool is_sample_title(std::string_view line) {
  if (line.size() > kLongestTitle || line.ends_with("。")) return false;
  for (const std::string_view word : vocabulary::kSampleWords) {
    if (line.starts_with(word)) {
      const Numeral number = read_number(line.substr(word.size()));
      if (number.size != 0 && ends_label(line.substr(word.size() + number.size))) return true;
    }
  }
  if (!line.starts_with("第")) return false;
  const std::size_t prefix = std::string_view("第").size();
  const Numeral number = read_number(line.substr(prefix));
  const std::string_view rest = line.substr(prefix + number.size);
  return number.size != 0 && rest.starts_with("篇") && ends_label(rest.substr(std::string_view("篇").size()));
}

bool is_lead(std::string_view line) {
  if (begins_with_any(line, vocabulary::kMeetingLeads)) return true;
  const std::string_view opening = line.substr(0, kLeadReach);
  const bool begins = begins_with_year(line) || begins_with_any(line, vocabulary::kLeadTimes) ||
                      begins_with_any(line, vocabulary::kLeadPurposes);
  return begins && holds_any(opening, vocabulary::kLeadPhrases);
}

bool names_opening_part(std::string_view heading) {
  return heading.size() <= kLongestTitle && holds_any(heading, vocabulary::kOpeningParts);
}

bool names_closing_part(std::string_view heading) {
  return heading.size() <= kLongestTitle && holds_any(heading, vocabulary::kClosingParts);
}

}  // namespace tallybook::outline

#include "outline/titles.hpp"

#include <algorithm>
#include <iterator>
#include <string>

#include "outline/numerals.hpp"
#include "outline/symbols.hpp"
#include "outline/vocabulary.hpp"
#include "text/characters.hpp"
#include "text/search.hpp"

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
                     [&](std::string_view word) { return text::contains(text, word); });
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

/// 政 府 工 作 报 告: titles are often spaced out.
std::string without_spaces(std::string_view line) {
  std::string joined;
  for (std::size_t at = 0; at < line.size();) {
    const text::CodePoint c = text::code_point_at(line, at);
    if (!text::is_space(c.value)) joined += line.substr(at, c.size);
    at += c.size;
  }
  return joined;
}

Numeral read_number(std::string_view text) {
  const Numeral chinese = read_chinese_numeral(text);
  return chinese.size != 0 ? chinese : read_arabic_numeral(text);
}

/// After its number a sample's label ends, with the spaces and colon that set off the title.
std::size_t end_of_label(std::string_view line, std::size_t at) {
  const text::CodePoint next = text::code_point_at(line, at);
  if (text::is_han(next.value) || text::is_ascii_letter(next.value)) return 0;
  for (auto c = next; c.value == U'：' || c.value == U':' || c.value == U'、' || text::is_space(c.value);
       c = text::code_point_at(line, at)) {
    at += c.size;
  }
  return at;
}

/// 2010年, 二〇一〇年 or 20__年 at the start.
bool begins_with_year(std::string_view text) {
  const std::size_t at = text.find("年");
  constexpr std::size_t kLongestYear = 12;
  if (at > kLongestYear) return false;  // npos, too
  const std::string_view year = text.substr(0, at);
  return read_digits(year).digits == 4 || year.starts_with("20") || year.starts_with("二〇");
}

}  // namespace

bool is_title(std::string_view line) {
  if (line.empty() || line.size() > kLongestTitle) return false;
  if (text::contains(line, "。") || text::contains(line, "；")) return false;
  return ends_with_any(without_spaces(without_tail(line)), vocabulary::kTitleEndings);
}

std::size_t sample_label_size(std::string_view line) {
  if (line.size() > kLongestTitle || line.ends_with("。")) return 0;
  for (const std::string_view word : vocabulary::kSampleWords) {
    if (!line.starts_with(word)) continue;
    const Numeral number = read_number(line.substr(word.size()));
    if (number.size != 0) return end_of_label(line, word.size() + number.size);
  }
  constexpr std::string_view kOrdinal = "第";
  constexpr std::string_view kPiece = "篇";
  if (!line.starts_with(kOrdinal)) return 0;
  const Numeral number = read_number(line.substr(kOrdinal.size()));
  const std::size_t at = kOrdinal.size() + number.size;
  if (number.size == 0 || !line.substr(at).starts_with(kPiece)) return 0;
  return end_of_label(line, at + kPiece.size());
}

bool is_lead(std::string_view line) {
  if (begins_with_any(line, vocabulary::kMeetingLeads)) return true;
  const std::string_view opening = text::opening_of(line, kLeadReach);
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

#include "outline/boilerplate.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "outline/numerals.hpp"
#include "outline/vocabulary.hpp"
#include "text/characters.hpp"
#include "text/search.hpp"

namespace tallybook::outline {
namespace {

/// Bytes: a page's own lines are short, its introduction a short paragraph.
constexpr std::size_t kLongestPageLine = 180;
constexpr std::size_t kLongestIntroduction = 900;
/// So many of the words that introduce samples make an introduction.
constexpr int kIntroductionWordsNeeded = 5;

/// `来源：` with nothing but spaces before the colon.
bool begins_with_label(std::string_view line) {
  return std::any_of(std::begin(vocabulary::kPageLabels), std::end(vocabulary::kPageLabels),
                     [&](std::string_view label) {
                       if (!line.starts_with(label)) return false;
                       const std::string_view rest = text::trim(line.substr(label.size()));
                       return rest.starts_with(":") || rest.starts_with("：");
                     });
}

/// Whether a label or a page's word may begin with the first character of `line`.
bool may_begin_page_line(std::string_view line) {
  static constexpr auto kFirsts = [] {
    std::array<bool, text::kTags> tags{};
    for (const std::string_view label : vocabulary::kPageLabels) tags[text::tag_at(label, 0)] = true;
    for (const std::string_view word : vocabulary::kPageWords) tags[text::tag_at(word, 0)] = true;
    return tags;
  }();
  return kFirsts[text::tag_at(line, 0)];
}

bool begins_with_page_word(std::string_view line) {
  return std::any_of(std::begin(vocabulary::kPageWords), std::end(vocabulary::kPageWords),
                     [&](std::string_view word) { return line.starts_with(word); });
}

/// `2022-06-04 05:58:09`: digits, separators and a time of day, nothing else.
bool is_time_stamp(std::string_view line) {
  if (read_digits(line).digits != 4 || line.find(':') == std::string_view::npos) return false;
  return line.find_first_not_of("0123456789-/.: T") == std::string_view::npos;
}

/// `时间：` and a date, or a source's name: no sentence of a report.
bool reads_on(std::string_view line) {
  return line.ends_with("。") || line.ends_with("；");
}

}  // namespace

bool is_introduction(std::string_view line) {
  if (line.size() > kLongestIntroduction) return false;
  if (!text::contains(line, "篇") && !text::contains(line, "范文")) return false;
  const auto words =
      std::count_if(std::begin(vocabulary::kIntroductionWords), std::end(vocabulary::kIntroductionWords),
                    [&](std::string_view word) { return text::contains(line, word); });
  return words >= kIntroductionWordsNeeded;
}

bool is_page_line(std::string_view line) {
  if (is_introduction(line)) return true;
  if (line.empty() || line.size() > kLongestPageLine || reads_on(line)) return false;
  if (!may_begin_page_line(line)) return is_time_stamp(line);
  return begins_with_label(line) || begins_with_page_word(line) || is_time_stamp(line);
}

}  // namespace tallybook::outline

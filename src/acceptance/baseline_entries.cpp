// Findings as a baseline keeps them.
#include <tallybook/acceptance.hpp>

#include "acceptance/context.hpp"
#include "text/characters.hpp"

namespace tallybook {
namespace {

/// Enough to find the place again in the text.
constexpr acceptance::Reach kExcerpt = {.side = 15, .place = 30};

/// Without blanks at its ends, and with one for every run of them.
std::string on_one_line(std::string_view words) {
  std::string line;
  bool blank = false;
  for (std::size_t at = 0; at < words.size();) {
    const text::CodePoint character = text::code_point_at(words, at);
    at += character.size;
    if (text::is_space(character.value)) {
      blank = !line.empty();
      continue;
    }
    if (blank) line += ' ';
    blank = false;
    text::append_utf8(line, character.value);
  }
  return line;
}

}  // namespace

std::vector<BaselineEntry> baseline_of(const Analysis& analysis, std::string_view file) {
  std::vector<BaselineEntry> entries;
  for (const ReportAnalysis& report : analysis.reports) {
    for (const Finding& finding : report.findings) {
      const Span sentence = acceptance::sentence_around(analysis.document, report.outline, finding.span);
      const auto window = acceptance::window_around(analysis.document, sentence, finding.span, kExcerpt);
      entries.push_back({.file = std::string(file),
                         .rule = std::string(finding.rule),
                         .key = finding.key,
                         .text = on_one_line(window.words)});
    }
  }
  return entries;
}

}  // namespace tallybook

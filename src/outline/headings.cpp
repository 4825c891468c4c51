#include "outline/headings.hpp"

#include <algorithm>

#include "outline/blocks.hpp"
#include "outline/symbols.hpp"

namespace tallybook::outline {
namespace {

/// Bytes: a whole paragraph without a final stop may be longer than a run-on heading.
constexpr std::uint32_t kLongestHeadingLine = 300;
/// Bytes: `报名要求：请于…`. Words this short before a colon name what follows.
constexpr std::uint32_t kLongestLabel = 60;

bool closes_heading(Symbol symbol) {
  return symbol == Symbol::stop || symbol == Symbol::semicolon || symbol == Symbol::colon ||
         symbol == Symbol::comma || symbol == Symbol::full_point;
}

/// `span` without the stops at its end.
Span without_stops(std::string_view text, Span span) {
  for (;;) {
    span = trimmed(text, span);
    const text::CodePoint last = text::code_point_before(text, span.end);
    if (span.empty() || !closes_heading(token_at(text, span.end - last.size).symbol)) return span;
    span.end -= last.size;
  }
}

bool ends_with_stop(std::string_view text, Span span) {
  if (span.empty()) return false;
  const text::CodePoint last = text::code_point_before(text, span.end);
  const Symbol symbol = token_at(text, span.end - last.size).symbol;
  return symbol == Symbol::stop || symbol == Symbol::semicolon || symbol == Symbol::full_point;
}

/// The end of the colon in `报名要求：请于…`; 0 where the line begins with no label.
std::uint32_t label_end(std::string_view text, Span line) {
  const std::uint32_t limit = std::min(line.end, line.begin + kLongestLabel);
  for (std::uint32_t at = line.begin; at < limit;) {
    const Token token = token_at(text, at);
    at += token.size;
    if (token.symbol == Symbol::colon) return at < line.end ? at : 0;
    if (closes_heading(token.symbol) || token.symbol == Symbol::digit) return 0;
  }
  return 0;
}

}  // namespace

HeadingParts read_heading(std::string_view text, Span line, std::uint32_t sentence_end, bool headed) {
  sentence_end = std::clamp(sentence_end, line.begin, line.end);
  const Span sentence = {line.begin, sentence_end};
  const bool whole_line = sentence_end == line.end;
  if (whole_line && !ends_with_stop(text, line) && line.size() <= kLongestHeadingLine) {
    return {without_stops(text, line), line.end, false};
  }
  const bool closed_heading = whole_line && headed;
  if (sentence.size() <= kLongestHeading && closed_heading) {
    return {without_stops(text, sentence), sentence_end, false};
  }
  if (const std::uint32_t label = label_end(text, line)) {
    return {without_stops(text, {line.begin, label}), label, true};
  }
  if (sentence.size() <= kLongestHeading && !whole_line) {
    return {without_stops(text, sentence), sentence_end, true};
  }
  return {{line.begin, line.begin}, line.begin, !line.empty()};
}

}  // namespace tallybook::outline

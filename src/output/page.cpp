#include "output/page.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <iterator>

#include "output/display.hpp"

namespace tallybook::output {
namespace {

constexpr int kQuoteColumns = 32;

std::string painted_marks(const Painter& paint, std::string_view marks, Ink ink) {
  std::string painted;
  while (!marks.empty()) {
    const std::string_view run = marks.substr(0, marks.find_first_not_of(marks.front()));
    painted += run.front() == ' ' ? std::string(run) : paint(run.front() == '^' ? ink : Ink::blue, run);
    marks.remove_prefix(run.size());
  }
  return painted;
}

}  // namespace

std::string Page::place_of(std::uint32_t offset) const {
  const text::Position position = lines.position(offset);
  return fmt::format("{}:{}", position.line, position.column);
}

std::string Page::quoted(Span span) const {
  const std::string words = cut_to(on_one_line(slice(text, span)), kQuoteColumns);
  return style.language == Language::zh ? "“" + words + "”" : '"' + words + '"';
}

Span line_around(const Page& page, std::uint32_t offset) {
  const std::string_view line = page.lines.line_at(offset);
  const auto begin = static_cast<std::uint32_t>(line.data() - page.text.data());
  return {begin, begin + static_cast<std::uint32_t>(line.size())};
}

Span sentence_around(const Page& page, const ReportAnalysis& report, std::uint32_t offset) {
  const Span line = line_around(page, offset);
  const auto& sentences = report.outline.sentences;
  const auto after = std::upper_bound(sentences.begin(), sentences.end(), offset,
                                      [](std::uint32_t at, const Sentence& s) { return at < s.span.begin; });
  if (after == sentences.begin()) return line;
  const Span sentence = std::prev(after)->span;
  if (!sentence.contains(offset)) return line;
  return {std::max(line.begin, sentence.begin), std::min(line.end, sentence.end)};
}

Span context_around(const Page& page, const ReportAnalysis& report, Span figure) {
  const Span sentence = sentence_around(page, report, figure.begin);
  return figure.contains(sentence) ? line_around(page, figure.begin) : sentence;
}

Gutter::Gutter(const Page& page, std::uint32_t last_line)
    : paint_(page.paint), width_(static_cast<int>(fmt::formatted_size("{}", last_line))) {}

std::string Gutter::numbered(std::uint32_t line) const {
  return paint_(Ink::blue, fmt::format("{:>{}} | ", line, width_));
}

std::string Gutter::empty() const {
  return paint_(Ink::blue, fmt::format("{:>{}} |", "", width_));
}

std::string Gutter::sign(std::string_view sign) const {
  return paint_(Ink::blue, fmt::format("{:>{}} {}", "", width_, sign));
}

std::string Gutter::arrow() const {
  return paint_(Ink::blue, fmt::format("{:>{}}-->", "", width_));
}

void append_excerpt(std::string& out, const Page& page, const Gutter& gutter, const Excerpt& excerpt,
                    Ink ink) {
  out += gutter.numbered(page.line_of(excerpt.window)) + excerpt.shown + '\n';
  out += gutter.empty() + ' ' + painted_marks(page.paint, excerpt.marks, ink) + '\n';
}

}  // namespace tallybook::output

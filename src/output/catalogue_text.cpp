#include <fmt/format.h>
#include <algorithm>
#include <optional>

#include "output/catalogue.hpp"
#include "output/display.hpp"
#include "output/excerpt.hpp"
#include "output/labels.hpp"
#include "output/paint.hpp"

namespace tallybook::output {
namespace {

constexpr std::string_view kOpen = "⟦";
constexpr std::string_view kClose = "⟧";
constexpr std::string_view kIndent = "    ";

std::string_view in_language(const Bilingual& text, Language language) {
  return language == Language::zh ? text.zh : text.en;
}

struct MarkedText {
  std::string text;
  std::optional<Span> place;
};

MarkedText without_marks(std::string_view example) {
  const std::size_t open = example.find(kOpen);
  const std::size_t close = example.find(kClose);
  if (open == std::string_view::npos || close == std::string_view::npos || close < open) {
    return {std::string(example), {}};
  }
  const std::string_view marked = example.substr(open + kOpen.size(), close - open - kOpen.size());
  MarkedText result;
  result.text.append(example.substr(0, open)).append(marked).append(example.substr(close + kClose.size()));
  const auto begin = static_cast<std::uint32_t>(open);
  result.place = Span{begin, begin + static_cast<std::uint32_t>(marked.size())};
  return result;
}

Span part_within(Span place, Span line) {
  return {std::clamp(place.begin, line.begin, line.end), std::clamp(place.end, line.begin, line.end)};
}

/// Every line of the example, with carets under the part of the place that is in it.
void append_example(std::string& out, const MarkedText& example, const TerminalStyle& style, Ink ink) {
  const Painter paint(style.color);
  const std::string_view text = example.text;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const Span line{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    const Span place = part_within(example.place.value_or(Span{}), line);
    const bool marked = example.place && (!place.empty() || example.place->empty());
    const Excerpt excerpt = cut_excerpt(text, line, marked ? place : Span{line.begin, line.begin}, {},
                                        style.width - static_cast<int>(kIndent.size()));
    out.append(kIndent).append(excerpt.shown).append("\n");
    if (marked) out.append(kIndent).append(paint(ink, excerpt.marks)).append("\n");
    begin = end + 1;
  }
}

struct Headings {
  std::string_view catches, why, source, bad, good, off;
};

const Headings& headings_in(Language language) {
  static constexpr Headings kZh = {"查什么", "为什么", "依据", "应报", "不报", "默认不启用"};
  static constexpr Headings kEn = {"What it catches", "Why",    "Source",
                                   "Reported",        "Silent", "off by default"};
  return language == Language::zh ? kZh : kEn;
}

void append_section(std::string& out, const Painter& paint, std::string_view heading, std::string_view body) {
  if (body.empty()) return;
  out += fmt::format("\n{}\n{}{}\n", paint(Ink::bold, heading), kIndent, body);
}

}  // namespace

std::string rules_text(std::span<const Rule* const> rules, const TerminalStyle& style) {
  const Painter paint(style.color);
  std::size_t name_columns = 0;
  for (const Rule* rule : rules) name_columns = std::max(name_columns, rule->name.size());
  std::string out;
  for (const Rule* rule : rules) {
    const std::string severity =
        left_aligned(label(rule->severity, style.language), severity_columns(style.language));
    out += fmt::format("{}  {}  {:<{}}  {}\n", rule->code, paint(ink_of(rule->severity), severity),
                       rule->name, name_columns, in_language(rule->catches, style.language));
  }
  return out;
}

std::string rule_text(const Rule& rule, const TerminalStyle& style) {
  const Painter paint(style.color);
  const Headings& headings = headings_in(style.language);
  std::string out = paint(Ink::bold, fmt::format("{} {}", rule.code, rule.name)) + "  " +
                    paint(ink_of(rule.severity), label(rule.severity, style.language));
  if (!rule.enabled_by_default) out += fmt::format("  ({})", headings.off);
  out += '\n';
  append_section(out, paint, headings.catches, in_language(rule.catches, style.language));
  append_section(out, paint, headings.why, in_language(rule.why, style.language));
  append_section(out, paint, headings.source, rule.source);
  for (const Example& example : rule.examples) {
    out += fmt::format("\n{}\n", paint(Ink::bold, headings.bad));
    append_example(out, without_marks(example.bad), style, ink_of(rule.severity));
    out += fmt::format("\n{}\n", paint(Ink::bold, headings.good));
    append_example(out, without_marks(example.good), style, Ink::plain);
  }
  return out;
}

}  // namespace tallybook::output

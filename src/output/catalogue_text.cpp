#include <fmt/format.h>
#include <algorithm>
#include <vector>

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
  std::vector<Span> places;
};

MarkedText without_marks(std::string_view example) {
  MarkedText result;
  for (;;) {
    const std::size_t open = example.find(kOpen);
    const std::size_t close = example.find(kClose, std::min(open, example.size()));
    if (close == std::string_view::npos) break;
    result.text.append(example.substr(0, open));
    const auto begin = static_cast<std::uint32_t>(result.text.size());
    result.text.append(example.substr(open + kOpen.size(), close - open - kOpen.size()));
    result.places.push_back({begin, static_cast<std::uint32_t>(result.text.size())});
    example.remove_prefix(close + kClose.size());
  }
  result.text.append(example);
  return result;
}

Span part_within(Span place, Span line) {
  return {std::clamp(place.begin, line.begin, line.end), std::clamp(place.end, line.begin, line.end)};
}

/// The parts of the places that are in the line. An empty place is in the line where it stands.
std::vector<Span> places_in(const MarkedText& example, Span line) {
  std::vector<Span> places;
  for (const Span place : example.places) {
    const Span part = part_within(place, line);
    if (!part.empty() || place.empty()) places.push_back(part);
  }
  return places;
}

/// Every line of the example, with carets under the parts of the places that are in it.
void append_example(std::string& out, const MarkedText& example, const TerminalStyle& style, Ink ink) {
  const Painter paint(style.color);
  const std::string_view text = example.text;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const Span line{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    const std::vector<Span> places = places_in(example, line);
    const Span first = places.empty() ? Span{line.begin, line.begin} : places.front();
    const auto others = std::span(places).subspan(places.empty() ? 0 : 1);
    const Excerpt excerpt =
        cut_excerpt(text, line, first, others, style.width - static_cast<int>(kIndent.size()));
    out.append(kIndent).append(excerpt.shown).append("\n");
    if (!places.empty()) {
      std::string carets = excerpt.marks;
      std::replace(carets.begin(), carets.end(), '-', '^');
      out.append(kIndent).append(paint(ink, carets)).append("\n");
    }
    begin = end + 1;
  }
}

void append_example(std::string& out, const Painter& paint, std::string_view heading,
                    std::string_view example, const TerminalStyle& style, Ink ink) {
  if (example.empty()) return;
  out += fmt::format("\n{}\n", paint(Ink::bold, heading));
  append_example(out, without_marks(example), style, ink);
}

struct Headings {
  std::string_view catches, why, source, file, bad, good, off;
};

const Headings& headings_in(Language language) {
  static constexpr Headings kZh = {"查什么", "为什么", "依据", "规则文件", "应报", "不报", "默认不启用"};
  static constexpr Headings kEn = {"What it catches", "Why",    "Source",        "Rule file",
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
  int code_columns = 0;
  int name_columns = 0;
  for (const Rule* rule : rules) {
    code_columns = std::max(code_columns, display_columns(rule->code));
    name_columns = std::max(name_columns, display_columns(rule->name));
  }
  std::string out;
  for (const Rule* rule : rules) {
    const std::string severity =
        left_aligned(label(rule->severity, style.language), severity_columns(style.language));
    out += fmt::format("{}  {}  {}  {}\n", left_aligned(rule->code, code_columns),
                       paint(ink_of(rule->severity), severity), left_aligned(rule->name, name_columns),
                       in_language(rule->catches, style.language));
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
  append_section(out, paint, headings.file, as_shown(rule.file));
  for (const Example& example : rule.examples) {
    append_example(out, paint, headings.bad, example.bad, style, ink_of(rule.severity));
    append_example(out, paint, headings.good, example.good, style, Ink::plain);
  }
  return out;
}

}  // namespace tallybook::output

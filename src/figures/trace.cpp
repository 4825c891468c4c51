#include "figures/trace.hpp"

#include "figures/interval.hpp"
#include "figures/numeral.hpp"
#include "figures/numeral_characters.hpp"
#include "figures/units.hpp"
#include "text/characters.hpp"

namespace tallybook::figures {
namespace {

/// 多, 余, 几 in the numeral or in its unit: 20多万, 五个多月.
Span inner_more(std::string_view text, Span span) {
  for (std::uint32_t at = span.begin; at < span.end;) {
    const auto c = text::code_point_at(text, at);
    if (is_more(c.value)) return {at, at + c.size};
    at += c.size;
  }
  return {};
}

Span without_blanks(std::string_view text, Span span) {
  while (!span.empty()) {
    const auto first = text::code_point_at(text, span.begin);
    if (!text::is_space(first.value)) break;
    span.begin += first.size;
  }
  return span;
}

/// The word behind number and unit that says how exact they are; empty where there is none.
Span approximator_behind(std::string_view text, const Quantity& quantity, const Lexicon::Tables& tables) {
  const std::uint32_t end = quantity.span.end;
  const auto match = tables.approximators_after.match_before(text.substr(0, end), end);
  const bool behind = match && end - match.size >= quantity.numeral.end;
  return behind ? Span{end - match.size, end} : Span{end, end};
}

/// The one before them: the quantity begins with it.
Span approximator_ahead(std::string_view text, const Quantity& quantity, const Lexicon::Tables& tables) {
  const std::uint32_t begin = quantity.span.begin;
  const std::string_view ahead = text.substr(0, quantity.numeral.begin);
  auto match = tables.approximators_before.match_at(ahead, begin);
  if (!match) match = tables.approximators_before_scale.match_at(ahead, begin);
  return {begin, begin + match.size};
}

/// The heading, of the section or of one around it, that speaks of what is to come.
Span future_heading(std::string_view text, const Outline& outline, std::uint32_t section,
                    const Lexicon::Tables& tables) {
  for (; section != kNone; section = outline.sections[section].parent) {
    const Span heading = outline.sections[section].heading;
    if (tables.future_headings.found_in(slice(text, heading))) return heading;
  }
  return {};
}

/// What stands between number and approximator; of ￥300 what stands before the number. `bare` is the
/// quantity without its approximators.
Span unit_of(std::string_view text, const Quantity& quantity, Span bare) {
  const Span behind = without_blanks(text, {std::min(quantity.numeral.end, bare.end), bare.end});
  if (!behind.empty() || quantity.unit.empty()) return behind;
  const Span sign{bare.begin, quantity.numeral.begin};
  return slice(text, sign) == quantity.unit ? sign : Span{};
}

}  // namespace

FigureTrace trace_of(std::string_view text, const Quantity& quantity, const Lexicon::Tables& tables) {
  FigureTrace trace;
  trace.numeral = quantity.numeral;
  const auto numeral = read_numeral(text, quantity.numeral.begin, quantity.numeral.end, tables.unit_words);
  if (numeral && !quantity.high) trace.power = numeral->power;
  const Span ahead = approximator_ahead(text, quantity, tables);
  const Span behind = approximator_behind(text, quantity, tables);
  const Span unit = unit_of(text, quantity, {ahead.end, behind.begin});
  if (!unit.empty()) trace.unit = {Way::words, unit};
  if (quantity.bound != Bound::exact) {
    const Span inner = inner_more(text, {quantity.numeral.begin, behind.begin});
    const Span word = !behind.empty() ? behind : !ahead.empty() ? ahead : inner;
    // ≥95%, 10个或以上: else the words around the number say so together.
    trace.bound = {Way::words, word.empty() ? quantity.span : word};
  }
  return trace;
}

void complete(FigureTrace& trace, std::string_view text, const Outline& outline, const Figure& figure,
              const Lexicon::Tables& tables) {
  if (const auto interval = interval_of(text, figure)) {
    trace.lowest = interval->low;
    trace.highest = interval->high;
  }
  trace.measure = find_measure_unit(figure.unit, tables);
  if (trace.status.way == Way::heading) {
    trace.status.span = future_heading(text, outline, figure.section, tables);
  }
}

}  // namespace tallybook::figures

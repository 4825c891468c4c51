#include "figures/relation_context.hpp"

#include <algorithm>

#include "figures/context.hpp"
#include "figures/ratio.hpp"
#include "text/characters.hpp"

namespace tallybook::figures {

RelationContext::RelationContext(const Document& document, const Outline& report_outline,
                                 std::span<const Figure> report_figures,
                                 const Lexicon::Tables& lexicon_tables)
    : text(document.text),
      blocks(document.blocks),
      outline(report_outline),
      figures(report_figures),
      tables(lexicon_tables),
      cues(lexicon_tables.relations),
      by_sentence_(report_outline.sentences.size()) {
  std::uint32_t next = 0;
  for (std::uint32_t sentence = 0; sentence < by_sentence_.size(); ++sentence) {
    Range& range = by_sentence_[sentence];
    range.first = next;
    while (next < figures.size() && figures[next].sentence == sentence) ++next;
    range.last = next;
  }
}

RelationContext::Range RelationContext::figures_in(Range range, Span place) const {
  const auto first_from = [&](std::uint32_t offset) {
    const auto found =
        std::lower_bound(figures.begin() + range.first, figures.begin() + range.last, offset,
                         [](const Figure& figure, std::uint32_t at) { return figure.span.begin < at; });
    return static_cast<std::uint32_t>(found - figures.begin());
  };
  return {first_from(place.begin), first_from(place.end)};
}

std::uint32_t RelationContext::end_of_list(std::uint32_t begin, std::uint32_t end) const {
  constexpr std::uint32_t kNearReach = 3000;  // bytes
  return begin + static_cast<std::uint32_t>(text::opening_of(words(begin, end), kNearReach).size());
}

std::uint32_t RelationContext::end_of_last_figure(Span place) const {
  const auto after =
      std::lower_bound(figures.begin(), figures.end(), place.end,
                       [](const Figure& figure, std::uint32_t at) { return figure.span.begin < at; });
  if (after == figures.begin()) return 0;
  const Span last = std::prev(after)->span;
  return last.begin >= place.begin ? last.end : 0;
}

std::string_view RelationContext::near_words(std::uint32_t figure) const {
  const Figure& here = figures[figure];
  std::uint32_t begin = outline.clauses[here.clause].begin;
  if (figure > 0 && figures[figure - 1].clause == here.clause) begin = figures[figure - 1].span.end;
  return words(begin, here.span.begin);
}

const Unit* RelationContext::unit_of(const Figure& figure) const {
  const auto match = tables.unit_words.match_at(figure.unit, 0);
  return match.size == figure.unit.size() && match ? &tables.units[match.value] : nullptr;
}

bool RelationContext::same_measure(const Figure& a, const Figure& b) const {
  if (a.kind != b.kind) return false;
  if (a.unit == b.unit) return true;
  if (a.kind == FigureKind::count && (a.unit.empty() || b.unit.empty())) return counts_same(a, b);
  const Unit* unit_a = unit_of(a);
  const Unit* unit_b = unit_of(b);
  return unit_a != nullptr && unit_b != nullptr && a.kind != FigureKind::count &&
         unit_a->dimension == unit_b->dimension && a.kind != FigureKind::money;
}

/// 3994.7万老年人 counts 人 though it has no measure word.
bool RelationContext::counts_same(const Figure& a, const Figure& b) const {
  const Figure& bare = a.unit.empty() ? a : b;
  const std::string& unit = a.unit.empty() ? b.unit : a.unit;
  return bare.subject && slice(text, *bare.subject).ends_with(unit);
}

bool RelationContext::is_base(std::uint32_t figure) const {
  return bool{last_cue(near_words(figure), cues.base_cues, &cues.base_masks)};
}

bool RelationContext::is_intensive(std::string_view name) const {
  return cues.intensive_nouns.found_in(name) || cues.intensive_heads.match_before(name, name.size());
}

bool RelationContext::is_intensive(const Figure& figure) const {
  if (cues.intensive_units.match_at(figure.unit, 0).size == figure.unit.size() && !figure.unit.empty())
    return true;
  return figure.subject && is_intensive(slice(text, *figure.subject));
}

bool RelationContext::is_of_persons(const Figure& figure) const {
  static constexpr std::string_view kPeople = "people";
  const Unit* unit = unit_of(figure);
  return unit != nullptr && tables.unit_families[unit->family].dimension == kPeople;
}

bool RelationContext::addable(const Figure& a, const Figure& b) const {
  const auto additive = [&](const Figure& figure) {
    return (figure.role == Role::level || figure.role == Role::change) && !is_intensive(figure);
  };
  return same_measure(a, b) && additive(a) && additive(b);
}

std::optional<Interval> RelationContext::interval(std::uint32_t figure) const {
  auto interval = interval_of(text, figures[figure]);
  const Unit* unit = unit_of(figures[figure]);
  if (!interval || unit == nullptr || unit->factor == Decimal{1}) return interval;
  const auto low = interval->low.times(unit->factor);
  const auto high = interval->high.times(unit->factor);
  if (!low || !high) return std::nullopt;
  return Interval{*low, *high};
}

std::optional<Decimal> RelationContext::base_value(std::uint32_t figure) const {
  if (figures[figure].high) return std::nullopt;
  const Unit* unit = unit_of(figures[figure]);
  return unit == nullptr ? figures[figure].value : figures[figure].value.times(unit->factor);
}

RelationContext::Scale RelationContext::scale_of(std::uint32_t figure) const {
  const std::string_view written = slice(text, figures[figure].span);
  for (const Scale scale : {Scale{12, "万亿"}, {8, "亿"}, {4, "万"}}) {
    if (written.find(scale.word) != written.npos) return scale;
  }
  return {};
}

std::string RelationContext::arithmetic(std::span<const Signed> terms, std::uint32_t against,
                                        Verdict verdict) const {
  // The largest scale word that every number was written in.
  Scale scale = scale_of(against);
  for (const Signed& term : terms) {
    const Scale own = scale_of(term.figure);
    if (own.power < scale.power) scale = own;
  }
  const int power = scale.power;

  const auto show = [&](Decimal value) { return value.shifted(-power).value_or(value).to_string(); };
  std::string line;
  std::optional<Decimal> sum = Decimal{};
  bool approximate = false;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    const Figure& figure = figures[terms[i].figure];
    approximate |= figure.bound != Bound::exact;
    if (i > 0 || terms[i].negative) line += terms[i].negative ? (i > 0 ? " − " : "−") : " + ";
    line += show(figure.value);
    if (sum) sum = terms[i].negative ? sum->minus(figure.value) : sum->plus(figure.value);
  }
  const Figure& total = figures[against];
  approximate |= total.bound != Bound::exact;
  if (sum && terms.size() > 1) line += " = " + show(*sum);
  const bool same = sum && *sum == total.value;
  if (!same || verdict == Verdict::fail || terms.size() == 1) {
    line += verdict == Verdict::fail ? " ≠ " : same && !approximate ? " = " : " ≈ ";
    line += show(total.value);
  }
  if (power > 0) line += "（" + std::string(scale.word) + total.unit + "）";
  return line;
}

Relation RelationContext::part_of(std::uint32_t part, std::uint32_t whole, bool certain) const {
  Relation relation;
  relation.kind = RelationKind::part_of;
  relation.terms = {{part, TermRole::part}, {whole, TermRole::whole}};
  const auto part_interval = interval(part);
  const auto whole_interval = interval(whole);
  const auto part_value = base_value(part);
  const auto whole_value = base_value(whole);
  const bool known = part_interval && whole_interval;
  const bool holds = known ? part_interval->low <= whole_interval->high
                           : part_value && whole_value && *part_value <= *whole_value;
  if (holds) {
    relation.verdict = Verdict::pass;
  } else if (!known) {
    relation.reason = Reason::approximate;
  } else if (certain) {
    relation.verdict = Verdict::fail;
  } else {
    relation.reason = Reason::not_comparable;  // the list may have ended, the whole may be another
  }
  relation.arithmetic = figures[part].value.to_string() +
                        (holds                               ? " ≤ "
                         : relation.verdict == Verdict::fail ? " > "
                                                             : " / ") +
                        figures[whole].value.to_string();
  return relation;
}

std::string RelationContext::quotient(std::uint32_t part, std::uint32_t whole, std::uint32_t share,
                                      Verdict verdict) const {
  const Figure& stated = figures[share];
  return written_number(part) + " ÷ " + written_number(whole) + " = " +
         percent_text(figures[part].value, figures[whole].value, stated.value.scale()) +
         (verdict == Verdict::pass ? " ≈ " : " ≠ ") + stated.value.to_string() + "%";
}

std::string RelationContext::shown(Decimal value, std::uint32_t like) const {
  const Scale scale = scale_of(like);
  return value.shifted(-scale.power).value_or(value).to_string() + std::string(scale.word) +
         (figures[like].kind == FigureKind::percent ? "%" : "");
}

std::string RelationContext::written_number(std::uint32_t figure) const {
  return shown(figures[figure].value, figure);
}

bool within_percent(Decimal a, Decimal b, int percent) {
  const auto difference = a.minus(b);
  if (!difference) return false;
  const Decimal distance = difference->is_negative() ? difference->negated() : *difference;
  const auto scaled = distance.times(Decimal{100});
  const auto limit = b.times(Decimal{percent});
  return scaled && limit && *scaled <= *limit;
}

}  // namespace tallybook::figures

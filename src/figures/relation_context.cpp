#include "figures/relation_context.hpp"

#include <algorithm>

namespace tallybook::figures {

RelationContext::RelationContext(std::string_view document_text, const Outline& report_outline,
                                 std::span<const Figure> report_figures,
                                 const Lexicon::Tables& lexicon_tables)
    : text(document_text),
      outline(report_outline),
      figures(report_figures),
      tables(lexicon_tables),
      by_sentence_(report_outline.sentences.size()) {
  std::uint32_t next = 0;
  for (std::uint32_t sentence = 0; sentence < by_sentence_.size(); ++sentence) {
    Range& range = by_sentence_[sentence];
    range.first = next;
    while (next < figures.size() && figures[next].sentence == sentence) ++next;
    range.last = next;
  }
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

bool RelationContext::addable(const Figure& a, const Figure& b) const {
  const auto additive = [](const Figure& figure) {
    return figure.role == Role::level || figure.role == Role::change;
  };
  if (!additive(a) || !additive(b) || a.kind != b.kind) return false;
  if (a.unit == b.unit) return true;
  const Unit* unit_a = unit_of(a);
  const Unit* unit_b = unit_of(b);
  return unit_a != nullptr && unit_b != nullptr && a.kind != FigureKind::count &&
         unit_a->dimension == unit_b->dimension && a.kind != FigureKind::money;
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

std::string RelationContext::arithmetic(std::span<const Signed> terms, std::uint32_t against,
                                        Verdict verdict) const {
  // The largest scale word that every number was written in.
  int power = 8;
  const auto limit_power = [&](std::uint32_t index) {
    const std::string_view written = slice(text, figures[index].span);
    const int own = written.find("亿") != written.npos ? 8 : written.find("万") != written.npos ? 4 : 0;
    power = std::min(power, own);
  };
  for (const Signed& term : terms) limit_power(term.figure);
  limit_power(against);

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
  if (power > 0) line += std::string("（") + (power == 8 ? "亿" : "万") + total.unit + "）";
  return line;
}

std::string RelationContext::written_number(std::uint32_t figure) const {
  const std::string_view written = slice(text, figures[figure].span);
  const int power = written.find("亿") != written.npos ? 8 : written.find("万") != written.npos ? 4 : 0;
  const Decimal value = figures[figure].value.shifted(-power).value_or(figures[figure].value);
  return value.to_string() +
         (power == 8   ? "亿"
          : power == 4 ? "万"
                       : "") +
         (figures[figure].kind == FigureKind::percent ? "%" : "");
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

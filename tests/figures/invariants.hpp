// What holds for the figures and relations of any text. Shared by the property tests and the fuzzer.
#pragma once

#include <string>

#include <tallybook/document.hpp>

#include "figures/extract.hpp"
#include "figures/moment.hpp"
#include "figures/relate.hpp"
#include "outline/parse.hpp"
#include "outline/split.hpp"
#include "text/characters.hpp"

namespace tallybook::figures_tests {

class FigureInvariants {
 public:
  FigureInvariants(const Document& document, const Report& report, const Outline& outline)
      : document_(document), report_(report), outline_(outline) {}

  std::string check(const std::vector<Figure>& figures, const std::vector<Relation>& relations) {
    std::uint32_t reached = report_.span.begin;
    for (const Figure& figure : figures) {
      check_span(figure.span);
      expect(!figure.span.empty(), "an empty figure");
      expect(figure.span.begin >= reached, "figures overlap or are out of order");
      reached = figure.span.end;
      check_place(figure);
      check_value(figure);
    }
    for (const Relation& relation : relations) check_relation(relation, figures.size());
    return problem_;
  }

 private:
  void expect(bool holds, const char* what) {
    if (!holds && problem_.empty()) problem_ = what;
  }
  [[nodiscard]] bool on_boundary(std::uint32_t offset) const {
    const std::string& text = document_.text;
    return offset == text.size() || (offset < text.size() && text::is_code_point_start(text[offset]));
  }
  void check_span(Span span) {
    expect(span.begin <= span.end, "a span is reversed");
    expect(on_boundary(span.begin) && on_boundary(span.end), "a span is off a code point");
    expect(report_.span.contains(span), "a span leaves its report");
  }
  void check_place(const Figure& figure) {
    expect(figure.section < outline_.sections.size(), "no such section");
    expect(figure.clause < outline_.clauses.size(), "no such clause");
    expect(figure.sentence < outline_.sentences.size(), "no such sentence");
    if (!problem_.empty()) return;
    expect(outline_.sentences[figure.sentence].span.contains(figure.span), "a figure leaves its sentence");
    if (!figure.subject) return;
    check_span(*figure.subject);
    expect(!figure.subject->empty(), "an empty subject");
    expect(!figure.subject->overlaps(figure.span), "a subject overlaps its figure");
  }
  /// The unit stands in the figure's own text, or in the header or caption of its table.
  void check_value(const Figure& figure) {
    expect(!figure.high || figure.high->scale() < 19, "a range without end");
    expect(figure.precision > Decimal{0}, "a precision of nothing");
    const bool named = figure.kind == FigureKind::percent || figure.kind == FigureKind::permille ||
                       figure.kind == FigureKind::duration;
    const auto written = slice(document_.text, figure.span);
    const auto stands_in = [&](std::string_view text) { return text.find(figure.unit) != text.npos; };
    expect(named || stands_in(written) || stands_in(document_.text), "a unit that is not written");
  }
  void check_relation(const Relation& relation, std::size_t figures) {
    // A count that is part of a name (“三个规划”) is no figure; its words are the evidence.
    expect(!relation.terms.empty() || !relation.evidence.empty(), "a relation of nothing");
    for (const Term& term : relation.terms) expect(term.figure < figures, "no such figure");
    for (const Span span : relation.items) check_span(span);
    for (const Span span : relation.evidence) check_span(span);
    const bool decided = relation.verdict != Verdict::not_checkable;
    expect(!decided || relation.reason == Reason::none, "decided, and yet a reason why not");
    expect(!decided || !relation.arithmetic.empty(), "decided without arithmetic");
  }

  const Document& document_;
  const Report& report_;
  const Outline& outline_;
  std::string problem_;
};

/// Whoever asks why gets the same figures, and words for whatever is not the usual value.
class TraceInvariants {
 public:
  TraceInvariants(const Document& document, const Report& report) : document_(document), report_(report) {}

  std::string check(const std::vector<Figure>& figures, const figures::TracedFigures& traced) {
    expect(figures.size() == traced.figures.size() && figures.size() == traced.traces.size(),
           "other figures where somebody asks why");
    for (std::size_t i = 0; i < figures.size() && problem_.empty(); ++i) {
      check_same(figures[i], traced.figures[i]);
      check_reasons(figures[i], traced.traces[i]);
      check_places(figures[i], traced.traces[i]);
    }
    return problem_;
  }

 private:
  void expect(bool holds, const char* what) {
    if (!holds && problem_.empty()) problem_ = what;
  }
  void check_same(const Figure& a, const Figure& b) {
    expect(a.span == b.span && a.value == b.value && a.unit == b.unit && a.bound == b.bound &&
               a.role == b.role && a.direction == b.direction && a.basis == b.basis && a.status == b.status &&
               a.subject == b.subject && a.period == b.period,
           "a figure is read otherwise where somebody asks why");
  }
  void check_reasons(const Figure& figure, const FigureTrace& trace) {
    const auto told = [](const Evidence& evidence) { return evidence.way != Way::none; };
    expect(told(trace.bound) == (figure.bound != Bound::exact), "a bound without a reason");
    expect(told(trace.role) || figure.role == Role::level || figure.role == Role::share,
           "a role without a reason");
    expect(told(trace.direction) == (figure.direction != Direction::none), "a direction without a reason");
    expect(told(trace.basis) == (figure.basis != Basis::none), "a basis without a reason");
    expect(told(trace.status) || figure.status == Status::actual, "a status without a reason");
    expect(told(trace.subject) == figure.subject.has_value(), "a subject without a reason");
    expect(!figure.subject || *figure.subject == trace.subject.span, "the reason of another subject");
    expect(told(trace.period) == figure.period.has_value(), "a period without a reason");
  }
  void check_places(const Figure& figure, const FigureTrace& trace) {
    expect(figure.span.contains(trace.numeral) && !trace.numeral.empty(), "a numeral outside its figure");
    const bool written = trace.unit.way == Way::words;
    expect(!written || figure.span.contains(trace.unit.span), "a unit outside its figure");
    expect(!trace.lowest || *trace.lowest <= *trace.highest, "a range of nothing");
    const Span whole{0, static_cast<std::uint32_t>(document_.text.size())};
    for (const Evidence* evidence : {&trace.unit, &trace.bound, &trace.role, &trace.direction, &trace.basis,
                                     &trace.status, &trace.subject, &trace.period}) {
      if (evidence->span.empty()) continue;
      // The caption of a table may stand before its report.
      const Span within = evidence->way == Way::header ? whole : report_.span;
      expect(within.contains(evidence->span), "a reason outside the report");
      expect(text::is_code_point_start(document_.text[evidence->span.begin]), "a reason off a code point");
    }
  }

  const Document& document_;
  const Report& report_;
  std::string problem_;
};

/// The first law that a document breaks; empty where all hold.
[[nodiscard]] inline std::string broken_invariant(const Document& document, const figures::Lexicon& lexicon) {
  for (const Report& report : outline::split(document).reports) {
    const Outline outline = outline::parse(document, report);
    const auto moments = figures::read_moments(document, report);
    const auto figures = figures::extract(document, report, outline, moments, lexicon);
    const auto relations = figures::relate(document, outline, figures, lexicon);
    FigureInvariants invariants(document, report, outline);
    if (auto problem = invariants.check(figures, relations); !problem.empty()) return problem;
    const auto traced = figures::extract_traced(document, report, outline, moments, lexicon);
    if (auto problem = TraceInvariants(document, report).check(figures, traced); !problem.empty())
      return problem;
  }
  return {};
}

}  // namespace tallybook::figures_tests

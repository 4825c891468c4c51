// What holds for the outline of any text. Shared by the property tests and the fuzzer.
#pragma once

#include <string>
#include <vector>

#include <tallybook/document.hpp>
#include <tallybook/outline.hpp>
#include <tallybook/report.hpp>

#include "outline/parse.hpp"
#include "outline/split.hpp"

namespace tallybook::outline_tests {

class InvariantChecker {
 public:
  InvariantChecker(const Document& document, const Report& report, const Outline& outline)
      : document_(document), report_(report), outline_(outline) {}

  std::string run() {
    if (outline_.sections.empty()) return "no section 0";
    if (outline_.sections.front().span != report_.span) return "section 0 is not the report";
    for (std::uint32_t i = 0; i < outline_.sections.size(); ++i) check_section(i);
    check_tiling();
    check_sentences();
    for (const Enumeration& list : outline_.enumerations) check_enumeration(list);
    return problem_;
  }

 private:
  void expect(bool holds, const char* what) {
    if (!holds && problem_.empty()) problem_ = what;
  }

  [[nodiscard]] bool on_boundary(std::uint32_t offset) const {
    const std::string& text = document_.text;
    return offset <= text.size() &&
           (offset == text.size() || (static_cast<unsigned char>(text[offset]) & 0xC0u) != 0x80u);
  }
  void check_span(Span span) {
    expect(span.begin <= span.end, "a span is reversed");
    expect(on_boundary(span.begin) && on_boundary(span.end), "a span is off a code point");
    expect(report_.span.contains(span), "a span leaves its report");
  }

  void check_section(std::uint32_t index) {
    const Section& section = outline_.sections[index];
    check_span(section.span);
    check_span(section.body);
    expect(section.span.contains(section.body), "a body leaves its section");
    if (index == 0) return;
    check_span(section.mark.span);
    check_span(section.heading);
    expect(section.mark.span.begin == section.span.begin, "a section begins before its mark");
    expect(section.mark.span.empty() == (section.mark.form == MarkForm::none), "a mark without text");
    expect(section.heading.begin >= section.mark.span.end, "a heading overlaps its mark");
    expect(section.body.begin >= section.heading.end, "a body overlaps its heading");
    expect(section.parent < index, "a parent comes later");
    if (section.parent >= index) return;
    expect(section.level == outline_.sections[section.parent].level + 1, "a level is skipped");
  }

  /// Lead text and children tile each section.
  void check_tiling() {
    std::vector<std::uint32_t> reached(outline_.sections.size(), kNone);
    for (std::size_t i = 1; i < outline_.sections.size(); ++i) {
      const Section& child = outline_.sections[i];
      if (child.parent >= i) return;
      std::uint32_t& at = reached[child.parent];
      const std::uint32_t expected = at == kNone ? outline_.sections[child.parent].body.end : at;
      expect(child.span.begin == expected, "children do not tile");
      at = child.span.end;
    }
    for (std::size_t i = 0; i < reached.size(); ++i) {
      const Section& section = outline_.sections[i];
      const std::uint32_t end = reached[i] == kNone ? section.body.end : reached[i];
      expect(end == section.span.end, "children end before their section");
    }
  }

  void check_sentences() {
    std::uint32_t at = report_.span.begin;
    std::uint32_t next_clause = 0;
    for (const Sentence& sentence : outline_.sentences) {
      check_span(sentence.span);
      expect(sentence.span.begin >= at && !sentence.span.empty(), "sentences overlap");
      at = sentence.span.end;
      expect(sentence.first_clause == next_clause, "clauses are not in order");
      next_clause += sentence.clause_count;
      expect(next_clause <= outline_.clauses.size(), "a sentence has too many clauses");
      if (!problem_.empty()) return;
      check_clauses(sentence);
      check_place(sentence);
    }
    expect(next_clause == outline_.clauses.size(), "a clause belongs to no sentence");
  }

  void check_clauses(const Sentence& sentence) {
    std::uint32_t at = sentence.span.begin;
    for (std::uint32_t i = 0; i < sentence.clause_count; ++i) {
      const Span clause = outline_.clauses[sentence.first_clause + i];
      expect(clause.begin == at && !clause.empty(), "clauses do not tile");
      at = clause.end;
      expect(on_boundary(at), "a clause is off a code point");
    }
    expect(at == sentence.span.end, "clauses end before their sentence");
  }

  void check_place(const Sentence& sentence) {
    expect(sentence.block < document_.blocks.size(), "no such block");
    expect(sentence.section < outline_.sections.size(), "no such section");
    if (!problem_.empty()) return;
    expect(document_.blocks[sentence.block].span.contains(sentence.span), "a sentence leaves its block");
    const std::size_t next = sentence.section + std::size_t{1};
    expect(outline_.sections[sentence.section].span.contains(sentence.span), "a sentence leaves its section");
    expect(next == outline_.sections.size() || sentence.span.end <= outline_.sections[next].span.begin,
           "a sentence reaches into the next section");
  }

  void check_enumeration(const Enumeration& list) {
    check_span(list.span);
    expect(!list.items.empty(), "an empty list");
    expect(list.section < outline_.sections.size(), "no such section");
    if (!problem_.empty()) return;
    expect(outline_.sections[list.section].span.contains(list.span), "a list leaves its section");
    std::uint32_t at = list.span.begin;
    for (const EnumerationItem& item : list.items) {
      check_span(item.span);
      expect(item.span.begin >= at && list.span.contains(item.span), "items overlap");
      expect(item.mark.span.begin == item.span.begin && item.span.contains(item.mark.span),
             "an item does not begin with its mark");
      expect(item.mark.number != 0, "an item without a number");
      at = item.span.end;
    }
  }

  const Document& document_;
  const Report& report_;
  const Outline& outline_;
  std::string problem_;
};

/// The first invariant that is broken, in words; empty where all hold.
[[nodiscard]] inline std::string broken_invariant(const Document& document, const Report& report,
                                                  const Outline& outline) {
  return InvariantChecker(document, report, outline).run();
}

/// The same for a document's reports.
[[nodiscard]] inline std::string broken_invariant(const Document& document, const Compilation& compilation) {
  std::uint32_t at = 0;
  for (std::size_t i = 0; i < compilation.reports.size(); ++i) {
    const Report& report = compilation.reports[i];
    const std::uint32_t last = report.first_block + report.block_count;
    if (report.index != i) return "reports are not numbered in order";
    if (report.block_count == 0 || last > document.blocks.size()) return "a report without blocks";
    if (report.span.begin < at) return "reports overlap";
    if (report.span.begin != document.blocks[report.first_block].span.begin) return "a report's begin";
    if (report.span.end != document.blocks[last - 1].span.end) return "a report's end";
    for (const auto& part : {report.title, report.organisation, report.area}) {
      if (part && !report.span.contains(*part)) return "a report's title lies outside it";
    }
    for (const Span aside : compilation.boilerplate) {
      if (aside.overlaps(report.span)) return "boilerplate inside a report";
    }
    at = report.span.end;
  }
  return {};
}

/// Splits and parses the document and checks everything.
[[nodiscard]] inline std::string broken_invariant(const Document& document) {
  const Compilation compilation = outline::split(document);
  std::string problem = broken_invariant(document, compilation);
  for (const Report& report : compilation.reports) {
    if (problem.empty()) problem = broken_invariant(document, report, outline::parse(document, report));
  }
  return problem;
}

}  // namespace tallybook::outline_tests

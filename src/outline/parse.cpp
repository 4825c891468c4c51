#include "outline/parse.hpp"

#include <utility>

#include "outline/enumerations.hpp"
#include "outline/scan.hpp"
#include "outline/section_marks.hpp"
#include "outline/sections.hpp"

namespace tallybook::outline {
namespace {

/// Bytes a sentence and a clause of official prose are longer than, to reserve room.
constexpr std::uint32_t kShortSentence = 60;
constexpr std::uint32_t kShortClause = 25;

Scan scan_report(const Document& document, const Report& report) {
  Scan scan;
  scan.sentences.reserve(report.span.size() / kShortSentence);
  scan.clauses.reserve(report.span.size() / kShortClause);
  for (std::uint32_t i = 0; i < report.block_count; ++i) scan_block(document, report.first_block + i, scan);
  return scan;
}

/// Copies sentences and their clauses, and cuts those in whose middle a section begins.
class SentencePlacer {
 public:
  SentencePlacer(const Scan& scan, Outline& outline) : scan_(scan), outline_(outline) {}

  void run() {
    outline_.sentences.reserve(scan_.sentences.size());
    outline_.clauses.reserve(scan_.clauses.size());
    for (const Sentence& sentence : scan_.sentences) place(sentence);
  }

 private:
  void place(const Sentence& sentence) {
    begin_sentence();
    enter_sections_at(sentence.span.begin);
    for (std::uint32_t i = 0; i < sentence.clause_count; ++i) {
      Span clause = scan_.clauses[sentence.first_clause + i];
      while (next_section_begin() < clause.end) {
        const std::uint32_t cut = next_section_begin();
        if (clause.begin < cut) outline_.clauses.push_back({clause.begin, cut});
        end_sentence(sentence.block);
        enter_sections_at(cut);
        clause.begin = cut;
      }
      outline_.clauses.push_back(clause);
    }
    end_sentence(sentence.block);
  }

  [[nodiscard]] std::uint32_t next_section_begin() const {
    const std::size_t next = section_ + std::size_t{1};
    return next < outline_.sections.size() ? outline_.sections[next].span.begin : kNone;
  }

  void enter_sections_at(std::uint32_t offset) {
    while (next_section_begin() <= offset) ++section_;
  }

  void begin_sentence() { first_clause_ = static_cast<std::uint32_t>(outline_.clauses.size()); }

  void end_sentence(std::uint32_t block) {
    const auto count = static_cast<std::uint32_t>(outline_.clauses.size()) - first_clause_;
    if (count == 0) return;
    const Span span = {outline_.clauses[first_clause_].begin, outline_.clauses.back().end};
    outline_.sentences.push_back({span, section_, block, first_clause_, count});
    begin_sentence();
  }

  const Scan& scan_;
  Outline& outline_;
  std::uint32_t section_ = 0;
  std::uint32_t first_clause_ = 0;
};

}  // namespace

Outline parse(const Document& document, const Report& report) {
  const Scan scan = scan_report(document, report);
  const std::vector<bool> numbers_section = find_section_marks(document, report, scan);
  Outline outline;
  outline.sections = build_sections(document, report, scan, numbers_section);
  outline.enumerations = find_enumerations(document, scan, numbers_section, outline.sections);
  SentencePlacer(scan, outline).run();
  return outline;
}

}  // namespace tallybook::outline

#include "figures/extract.hpp"

#include <algorithm>

#include "figures/context.hpp"
#include "figures/fields.hpp"
#include "figures/filter.hpp"
#include "figures/moment.hpp"
#include "figures/quantity.hpp"
#include "figures/structure.hpp"
#include "figures/subject.hpp"
#include "figures/table_units.hpp"
#include "figures/tables.hpp"
#include "figures/trace.hpp"
#include "text/characters.hpp"

namespace tallybook::figures {
namespace {

Figure to_figure(const Quantity& quantity) {
  Figure figure;
  figure.span = quantity.span;
  figure.value = quantity.value;
  figure.high = quantity.high;
  figure.precision = quantity.precision;
  figure.kind = quantity.kind;
  figure.bound = quantity.bound;
  figure.unit = quantity.unit;
  return figure;
}

/// Walks the zones of a report in step with the sentences.
class ZoneCursor {
 public:
  explicit ZoneCursor(std::vector<Span> zones) : zones_(std::move(zones)) {}

  /// The end of the zone that holds `offset`; `offset` itself where none does.
  std::uint32_t skip(std::uint32_t offset) {
    while (next_ < zones_.size() && zones_[next_].end <= offset) ++next_;
    return next_ < zones_.size() && zones_[next_].contains(offset) ? zones_[next_].end : offset;
  }
  [[nodiscard]] std::span<const Span> all() const { return zones_; }

 private:
  std::vector<Span> zones_;
  std::size_t next_ = 0;
};

class Extractor {
 public:
  Extractor(const Document& document, const Report& report, const Outline& outline,
            std::span<const Moment> moments, const Lexicon::Tables& tables, std::vector<FigureTrace>* traces)
      : traces_(traces),
        text_(document.text),
        report_(report),
        outline_(outline),
        moments_(moments),
        tables_(tables),
        index_(tables.sentence_words),
        zones_(excluded_zones(document.text, report.span, outline)),
        table_numbers_(document, report.span, moments, tables) {
    future_.reserve(outline.sections.size());
    for (const Section& section : outline.sections) {
      const bool inherited = section.parent != kNone && future_[section.parent];
      const std::string_view heading = slice(text_, section.heading);
      future_.push_back(
          inherited || (tables.future_headings.found_in(heading) && !tables.past_headings.found_in(heading)));
    }
  }

  std::vector<Figure> extract() {
    for (std::uint32_t i = 0; i < outline_.sentences.size(); ++i) read_sentence(i);
    table_numbers_.describe(text_, figures_, traces_from(0));
    set_periods(figures_, moments_, zones_.all(), outline_, report_, traces_from(0));
    table_numbers_.set_periods(figures_, traces_from(0));
    return std::move(figures_);
  }

 private:
  void read_sentence(std::uint32_t index) {
    const Sentence& sentence = outline_.sentences[index];
    const std::size_t first = figures_.size();
    quantities_.clear();
    collect(sentence, index);
    const auto figures = std::span<Figure>(figures_).subspan(first);
    if (figures.empty()) return;
    index_.read(text_, {sentence.span.begin, outline_.clauses[figures.back().clause].end});
    const bool goes_on = index > 0 && last_sentence_ + 1 == index &&
                         outline_.sentences[index - 1].block == sentence.block &&
                         slice(text_, sentence.span).starts_with("其中");
    const SentenceContext context{text_,
                                  outline_,
                                  sentence,
                                  index_,
                                  figures,
                                  future_[sentence.section],
                                  goes_on ? last_status_ : Status::actual,
                                  traces_from(first)};
    for (std::size_t i = 0; i < figures.size(); ++i) {
      set_fields(context, figures, quantities_, i, tables_);
      figures[i].subject = find_subject(context, i, tables_);
    }
    last_status_ = set_status(context, figures, quantities_, tables_);
    last_sentence_ = index;
  }

  void collect(const Sentence& sentence, std::uint32_t index) {
    std::uint32_t clause = sentence.first_clause;
    const std::uint32_t last_clause = sentence.first_clause + std::max(sentence.clause_count, 1u) - 1;
    std::uint32_t from = sentence.span.begin;  // how far back an approximator may reach
    for (std::uint32_t at = sentence.span.begin; at < sentence.span.end;) {
      if (const std::uint32_t past = zones_.skip(at); past != at) {
        at = past;
        continue;
      }
      if (const std::uint32_t start = find_numeral_start(text_, at, sentence.span.end); start != at) {
        at = start;
        continue;
      }
      const TableNumber* in_cell = table_numbers_.at(at, sentence.span);
      auto quantity =
          in_cell != nullptr ? in_cell->quantity : read_quantity(text_, from, at, sentence.span.end, tables_);
      if (!quantity) {
        at += text::code_point_at(text_, at).size;
        continue;
      }
      const auto keep = [&](const Quantity& figure) {
        while (clause < last_clause && outline_.clauses[clause].end <= figure.span.begin) ++clause;
        add(figure, sentence, index, clause);
      };
      std::uint32_t end = std::max(quantity->span.end, quantity->numeral.end);
      const bool borrowed = in_cell != nullptr && in_cell->borrowed;
      const auto parts =
          borrowed ? std::vector<Quantity>() : read_structure(text_, *quantity, sentence.span.end, tables_);
      for (const Quantity& part : parts) keep(part);
      if (!parts.empty()) {
        end = parts.back().span.end;
      } else if (borrowed || is_figure(text_, sentence.span, *quantity, tables_)) {
        keep(*quantity);
      }
      from = end;
      at = end;
    }
  }

  void add(const Quantity& quantity, const Sentence& sentence, std::uint32_t index, std::uint32_t clause) {
    quantities_.push_back(quantity);
    Figure figure = to_figure(quantities_.back());
    figure.section = sentence.section;
    figure.sentence = index;
    figure.clause = clause;
    figures_.push_back(std::move(figure));
    if (traces_ != nullptr) traces_->push_back(trace_of(text_, quantity, tables_));
  }

  [[nodiscard]] std::span<FigureTrace> traces_from(std::size_t first) const {
    return traces_ == nullptr ? std::span<FigureTrace>() : std::span(*traces_).subspan(first);
  }

  std::vector<FigureTrace>* traces_;  ///< null where nobody asks why
  std::string_view text_;
  const Report& report_;
  const Outline& outline_;
  std::span<const Moment> moments_;
  const Lexicon::Tables& tables_;
  WordIndex index_;  ///< of the sentence at hand
  ZoneCursor zones_;
  TableNumbers table_numbers_;
  std::vector<bool> future_;  ///< by section
  std::vector<Figure> figures_;
  Status last_status_ = Status::actual;  ///< at the end of `last_sentence_`
  std::uint32_t last_sentence_ = kNone;
  std::vector<Quantity> quantities_;  ///< of the sentence at hand, parallel to its figures
};

}  // namespace

std::vector<Figure> extract(const Document& document, const Report& report, const Outline& outline,
                            std::span<const Moment> moments, const Lexicon& lexicon) {
  return Extractor(document, report, outline, moments, lexicon.tables(), nullptr).extract();
}

TracedFigures extract_traced(const Document& document, const Report& report, const Outline& outline,
                             std::span<const Moment> moments, const Lexicon& lexicon) {
  TracedFigures traced;
  traced.figures = Extractor(document, report, outline, moments, lexicon.tables(), &traced.traces).extract();
  for (std::size_t i = 0; i < traced.figures.size(); ++i) {
    complete(traced.traces[i], document.text, outline, traced.figures[i], lexicon.tables());
  }
  return traced;
}

}  // namespace tallybook::figures

#include <algorithm>

#include "figures/moment.hpp"

namespace tallybook::figures {
namespace {

bool on_calendar(const Moment& moment) {
  const bool dated = moment.kind == MomentKind::date || moment.kind == MomentKind::period;
  return dated && moment.resolved && moment.valid && moment.from <= moment.to;
}

/// What is done is done by the end of the report's period, even where the text says 今年.
Period cut_off(Period period, const Figure& figure, const Report& report) {
  const bool reaches_beyond = report.period && figure.status == Status::actual &&
                              period.from <= report.period->to && report.period->to < period.to;
  if (reaches_beyond) period.to = report.period->to;
  return period;
}

/// Walks figures, moments and zones of a report side by side.
class Governors {
 public:
  Governors(std::span<const Moment> moments, std::span<const Span> zones, const Outline& outline)
      : moments_(moments), zones_(zones), outline_(outline) {}

  /// The moment that governs a figure, or null; figures must come in order.
  const Moment* of(const Figure& figure) {
    const Sentence& sentence = outline_.sentences[figure.sentence];
    for (; next_ < moments_.size() && moments_[next_].span.begin < figure.span.begin; ++next_) {
      take(moments_[next_]);
    }
    if (near_ && near_->span.begin >= sentence.span.begin) return near_;
    return wide_ && block_of(*wide_, figure) == sentence.block ? wide_ : nullptr;
  }

 private:
  void take(const Moment& moment) {
    if (!on_calendar(moment) || moment.comparison || in_zone(moment)) return;
    near_ = &moment;
    // A date is an event's, and ends with its sentence; a period may be spoken of for a paragraph.
    if (moment.kind == MomentKind::period) wide_ = &moment;
  }

  bool in_zone(const Moment& moment) {
    while (zone_ < zones_.size() && zones_[zone_].end <= moment.span.begin) ++zone_;
    return zone_ < zones_.size() && zones_[zone_].begin < moment.span.begin;
  }

  /// The block of the sentence that the moment stands in; sentences never reach over blocks.
  [[nodiscard]] std::uint32_t block_of(const Moment& moment, const Figure& figure) {
    const auto& sentences = outline_.sentences;
    while (sentence_ < figure.sentence && sentences[sentence_].span.end <= moment.span.begin) ++sentence_;
    return sentences[sentence_].block;
  }

  std::span<const Moment> moments_;
  std::span<const Span> zones_;
  const Outline& outline_;
  const Moment* near_ = nullptr;
  const Moment* wide_ = nullptr;
  std::size_t next_ = 0;
  std::size_t zone_ = 0;
  std::uint32_t sentence_ = 0;
};

/// A length and an age belong to no period of the report.
bool has_period(const Figure& figure) {
  return figure.kind != FigureKind::duration && figure.kind != FigureKind::age;
}

}  // namespace

void set_periods(std::span<Figure> figures, std::span<const Moment> moments, std::span<const Span> zones,
                 const Outline& outline, const Report& report, std::span<FigureTrace> traces) {
  Governors governors(moments, zones, outline);
  for (std::size_t i = 0; i < figures.size(); ++i) {
    Figure& figure = figures[i];
    if (!has_period(figure)) continue;
    Evidence why;
    if (const Moment* named = governors.of(figure)) {
      figure.period = cut_off({named->from, named->to}, figure, report);
      const bool near = outline.sentences[figure.sentence].span.contains(named->span);
      why = {near ? Way::moment : Way::paragraph, named->span};
    } else if (figure.status == Status::actual && report.period) {
      figure.period = report.period;
      why = {Way::report, {}};
    }
    if (!traces.empty()) traces[i].period = why;
  }
}

}  // namespace tallybook::figures

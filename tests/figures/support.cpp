#include "support.hpp"

#include "document/read.hpp"
#include "figures/extract.hpp"
#include "figures/moment.hpp"
#include "figures/relate.hpp"
#include "outline/parse.hpp"
#include "outline/split.hpp"

namespace tallybook::figures_tests {

const figures::Lexicon& lexicon() {
  static const figures::Lexicon instance = figures::Lexicon::load().value();
  return instance;
}

ReadText::ReadText(std::string_view text) {
  auto read = document::read(text, "text.txt");
  if (!read) return;
  document = *std::move(read);
  for (const Report& report : outline::split(document).reports) {
    ReadReport result;
    result.report = report;
    result.outline = outline::parse(document, report);
    const std::vector<Moment> moments = figures::read_moments(document, report);
    result.figures = figures::extract(document, report, result.outline, moments, lexicon());
    result.relations = figures::relate(document, result.outline, result.figures, lexicon());
    reports.push_back(std::move(result));
  }
}

std::vector<Figure> ReadText::figures() const {
  std::vector<Figure> all;
  for (const ReadReport& report : reports) {
    all.insert(all.end(), report.figures.begin(), report.figures.end());
  }
  return all;
}

std::vector<Relation> ReadText::relations() const {
  std::vector<Relation> all;
  for (const ReadReport& report : reports) {
    all.insert(all.end(), report.relations.begin(), report.relations.end());
  }
  return all;
}

std::string summary(const Figure& figure) {
  std::string line = figure.value.to_string();
  if (figure.high) line += "~" + figure.high->to_string();
  line.append(" ").append(name_of(figure.kind));
  if (!figure.unit.empty()) line += " " + figure.unit;
  if (figure.bound != Bound::exact) line.append(" ").append(name_of(figure.bound));
  return line;
}

std::string full_summary(const Figure& figure) {
  std::string line = summary(figure);
  line.append(" ").append(name_of(figure.role));
  if (figure.direction != Direction::none) line.append(" ").append(name_of(figure.direction));
  if (figure.basis != Basis::none) line.append(" ").append(name_of(figure.basis));
  if (figure.status != Status::actual) line.append(" ").append(name_of(figure.status));
  return line;
}

MarkedText read_marked(std::string_view marked) {
  static constexpr std::string_view kOpen = "⟦";
  static constexpr std::string_view kClose = "⟧";
  MarkedText out;
  while (!marked.empty()) {
    const auto here = static_cast<std::uint32_t>(out.text.size());
    if (marked.starts_with(kOpen)) {
      out.places.push_back({here, here});
      marked.remove_prefix(kOpen.size());
    } else if (marked.starts_with(kClose) && !out.places.empty()) {
      out.places.back().end = here;
      marked.remove_prefix(kClose.size());
    } else {
      out.text += marked.front();
      marked.remove_prefix(1);
    }
  }
  return out;
}

}  // namespace tallybook::figures_tests

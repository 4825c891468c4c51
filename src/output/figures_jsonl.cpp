#include <fmt/format.h>
#include <iterator>

#include "output/json.hpp"
#include "output/json_values.hpp"

namespace tallybook::output {
namespace {

std::string subject_json(const JsonText& text, const std::optional<Span>& subject) {
  if (!subject) return "null";
  return fmt::format(R"({{"text":{},"begin":{},"end":{}}})", quoted_json(text.words(*subject)),
                     text.begin(*subject), text.end(*subject));
}

std::string period_json(const std::optional<Period>& period) {
  if (!period) return "null";
  return fmt::format(R"({{"from":"{}","to":"{}"}})", iso_date(period->from), iso_date(period->to));
}

/// Written field by field, without a tree of values in between: a corpus has millions of figures.
void append_figure(std::string& out, const JsonText& text, std::uint32_t report, const Figure& figure,
                   std::string_view file) {
  const auto sink = std::back_inserter(out);
  fmt::format_to(sink, R"({{"report":{},"begin":{},"end":{},"text":{},"value":"{}","high":)", report,
                 text.begin(figure.span), text.end(figure.span), quoted_json(text.words(figure.span)),
                 figure.value.to_string());
  out += figure.high ? fmt::format("\"{}\"", figure.high->to_string()) : "null";
  fmt::format_to(sink, R"(,"kind":"{}","unit":{},"bound":"{}","role":"{}","direction":"{}","basis":"{}")",
                 name_of(figure.kind), quoted_json(figure.unit), name_of(figure.bound), name_of(figure.role),
                 name_of(figure.direction), name_of(figure.basis));
  fmt::format_to(sink, R"(,"status":"{}","subject":{},"period":{})", name_of(figure.status),
                 subject_json(text, figure.subject), period_json(figure.period));
  fmt::format_to(sink, R"(,"section":{},"clause":{},"file":{}}})", figure.section, figure.clause, file);
  out += '\n';
}

}  // namespace

std::string figures_jsonl(const Analysis& analysis) {
  const JsonText text(analysis.document.text);
  const std::string file = quoted_json(analysis.document.name);
  std::string out;
  for (const ReportAnalysis& report : analysis.reports) {
    for (const Figure& figure : report.figures) append_figure(out, text, report.report.index, figure, file);
  }
  return out;
}

}  // namespace tallybook::output

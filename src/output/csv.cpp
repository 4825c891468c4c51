#include "output/csv.hpp"

#include <fmt/format.h>
#include <array>

#include "output/json_values.hpp"
#include "text/line_index.hpp"

namespace tallybook::output {
namespace {

constexpr std::string_view kByteOrderMark = "\uFEFF";
constexpr std::string_view kHeader =
    "file,report,line,column,text,value,high,unit,kind,bound,role,direction,basis,status,subject,from,to\r\n";

std::string field(std::string_view value) {
  if (value.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(value);
  std::string quoted = "\"";
  for (const char c : value) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

std::string subject_of(std::string_view text, const Figure& figure) {
  return figure.subject ? field(slice(text, *figure.subject)) : std::string();
}

}  // namespace

std::string figures_csv_header() {
  return std::string(kByteOrderMark).append(kHeader);
}

std::string figures_csv(const Analysis& analysis) {
  const std::string_view text = analysis.document.text;
  const text::LineIndex lines(text);
  const std::string file = field(analysis.document.name);
  std::string out;
  for (const ReportAnalysis& report : analysis.reports) {
    for (const Figure& figure : report.figures) {
      const text::Position place = lines.position(figure.span.begin);
      const std::array<std::string, 2> period = {figure.period ? iso_date(figure.period->from) : "",
                                                 figure.period ? iso_date(figure.period->to) : ""};
      out += fmt::format("{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{}\r\n", file,
                         report.report.index + 1, place.line, place.column, field(slice(text, figure.span)),
                         figure.value.to_string(), figure.high ? figure.high->to_string() : "",
                         field(figure.unit), name_of(figure.kind), name_of(figure.bound),
                         name_of(figure.role), name_of(figure.direction), name_of(figure.basis),
                         name_of(figure.status), subject_of(text, figure), period[0], period[1]);
    }
  }
  return out;
}

}  // namespace tallybook::output

#include "output/explain.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <array>

#include "output/display.hpp"
#include "output/json_values.hpp"
#include "output/page.hpp"

namespace tallybook::output {
namespace {

/// One field: its name, what was read, and why.
struct Row {
  std::string name;
  std::string value;
  std::string why;
};

/// So wide that the reasons stand below each other, unless a value is longer.
constexpr int kValueColumns = 24;

class Explanation {
 public:
  Explanation(const Page& page, const ReportAnalysis& report, const Figure& figure, const FigureTrace& trace)
      : page_(page),
        report_(report),
        figure_(figure),
        trace_(trace),
        zh_(page.style.language == Language::zh) {}

  void append_to(std::string& out) const {
    const Gutter gutter(page_, page_.line_of(figure_.span));
    out +=
        fmt::format("{}:{}  {}\n", as_shown(page_.analysis.document.name), page_.place_of(figure_.span.begin),
                    page_.paint(Ink::bold, on_one_line(slice(page_.text, figure_.span))));
    const Span bounds = context_around(page_, report_, figure_.span);
    append_excerpt(
        out, page_, gutter,
        cut_excerpt(page_.text, bounds, figure_.span, places(), page_.style.width - gutter.columns()),
        Ink::cyan);
    for (const Row& row : rows()) append_row(out, row);
  }

 private:
  [[nodiscard]] std::vector<Row> rows() const {
    const Language language = page_.style.language;
    return {
        {say("数值", "number"), number(), {}},
        row(say("单位", "unit"), unit(), trace_.unit.way == Way::header ? trace_.unit : Evidence{}),
        {say("类别", "kind"), std::string(label(figure_.kind, language)), {}},
        {say("量纲", "dimension"), dimension(), {}},
        row(say("界限", "bound"), label_or(label(figure_.bound, language), "确数", "exact"), trace_.bound),
        row(say("作用", "role"), std::string(label(figure_.role, language)), trace_.role),
        row(say("方向", "direction"), label_or(label(figure_.direction, language), "—", "—"),
            trace_.direction),
        row(say("基期", "basis"), label_or(label(figure_.basis, language), "—", "—"), trace_.basis),
        row(say("状态", "status"), label_or(label(figure_.status, language), "实际", "actual"),
            trace_.status),
        row(say("主语", "subject"), figure_.subject ? words(*figure_.subject) : "—", trace_.subject),
        row(say("期间", "period"), period(), trace_.period),
    };
  }

  [[nodiscard]] Row row(std::string name, std::string value, const Evidence& evidence) const {
    return {std::move(name), std::move(value), why(evidence)};
  }

  void append_row(std::string& out, const Row& row) const {
    const int names = zh_ ? 4 : 9;
    std::string line = "  " + page_.paint(Ink::blue, left_aligned(row.name, names)) + "  ";
    if (row.why.empty()) {
      line += row.value;
    } else {
      const bool fits = display_columns(row.value) <= kValueColumns;
      line += fits ? left_aligned(row.value, kValueColumns) : row.value;
      line += "  " + row.why;
    }
    out += line + '\n';
  }

  /// `“82.4万” = 82.4 × 10^4 = 824000`, and between which numbers that may be.
  [[nodiscard]] std::string number() const {
    std::string line = page_.quoted(trace_.numeral);
    const std::string value = figure_.value.to_string();
    const auto digits = figure_.value.shifted(-trace_.power);
    if (trace_.power > 0 && digits) line += fmt::format(" = {} × 10^{}", digits->to_string(), trace_.power);
    line += " = " + value;
    if (figure_.high) return line + "～" + figure_.high->to_string();
    if (!trace_.lowest || !trace_.highest) return line;  // the bound says the rest
    const std::string low = trace_.lowest->to_string();
    const std::string high = trace_.highest->to_string();
    if (low == high) return line;
    return line + (zh_ ? fmt::format("，可能是 {} 到 {}", low, high)
                       : fmt::format(", which can be {} to {}", low, high));
  }

  [[nodiscard]] std::string unit() const {
    std::string unit = figure_.unit.empty() ? "—" : on_one_line(figure_.unit);
    if (trace_.unit.way != Way::words) return unit;
    const std::string written = page_.quoted(trace_.unit.span);
    return figure_.unit.empty() ? written : written + " = " + unit;
  }

  /// What the unit measures, and how it converts: `length, 1 公里 = 1000 米`.
  [[nodiscard]] std::string dimension() const {
    if (!trace_.measure) return "—";
    const MeasureUnit& measure = *trace_.measure;
    if (measure.base.empty()) return measure.dimension + say("，不换算", ", which does not convert");
    if (measure.base == measure.text)
      return measure.dimension + say("，以它为基准", ", of which it is the base");
    return fmt::format("{}{}1 {} = {} {}", measure.dimension, say("，", ", "), measure.text,
                       measure.factor.to_string(), measure.base);
  }

  [[nodiscard]] std::string period() const {
    if (!figure_.period) return "—";
    return iso_date(figure_.period->from) + "—" + iso_date(figure_.period->to);
  }

  /// Where the value comes from, with the words.
  [[nodiscard]] std::string why(const Evidence& evidence) const {
    std::string way = say(words_of(evidence.way).zh, words_of(evidence.way).en);
    if (evidence.span.empty()) return way;
    const std::string place = page_.place_of(evidence.span.begin);
    // A subject stands in the row already.
    const bool subject = figure_.subject && evidence.span == *figure_.subject;
    const std::string quote = subject ? place : place + " " + page_.quoted(evidence.span);
    return way.empty() ? quote : way + " " + quote;
  }

  struct Words {
    std::string_view zh;
    std::string_view en;
  };
  static const Words& words_of(Way way) {
    static constexpr std::array<Words, 14> kWords = {
        {{"", ""},
         {"", ""},
         {"单位本身", "by its unit"},
         {"承接前一个数字", "carried on from the figure before,"},
         {"标题", "by the heading"},
         {"承接上一句", "carried on from the sentence before"},
         {"数字之前的名词", "the noun before the number,"},
         {"数字之后的名词", "the noun behind the number,"},
         {"并列名称中对应的一个", "its name in the list,"},
         {"前一分句", "the clause before,"},
         {"表头", "by the header"},
         {"本句的时间", "the time in the sentence,"},
         {"本段的时间", "the time in the paragraph,"},
         {"报告的期间", "the report's own"}}};
    return kWords.at(static_cast<std::size_t>(way));
  }

  /// The words that decided something, to be marked beside the figure.
  [[nodiscard]] std::vector<Span> places() const {
    std::vector<Span> spans;
    for (const Evidence* evidence : {&trace_.subject, &trace_.role, &trace_.direction, &trace_.basis,
                                     &trace_.bound, &trace_.status, &trace_.period}) {
      if (!evidence->span.empty()) spans.push_back(evidence->span);
    }
    return spans;
  }

  [[nodiscard]] std::string words(Span span) const { return on_one_line(slice(page_.text, span)); }
  [[nodiscard]] std::string say(std::string_view zh, std::string_view en) const {
    return std::string(zh_ ? zh : en);
  }
  [[nodiscard]] std::string label_or(std::string_view words, std::string_view zh, std::string_view en) const {
    return words.empty() ? say(zh, en) : std::string(words);
  }

  const Page& page_;
  const ReportAnalysis& report_;
  const Figure& figure_;
  const FigureTrace& trace_;
  bool zh_;
};

bool stands_at(const Page& page, Span span, const Place& at) {
  const text::Position begin = page.lines.position(span.begin);
  if (at.column == 0) return begin.line == at.line;
  const text::Position end = page.lines.position(span.end);
  return begin.line == at.line && begin.column <= at.column && at.column < end.column;
}

/// What to say where no figure stands, with the places of those that stand on the line.
std::string nothing_at(const Page& page, const Place& at) {
  std::string others;
  for (const ReportAnalysis& report : page.analysis.reports) {
    for (const Figure& figure : report.figures) {
      if (page.line_of(figure.span) == at.line) others += ' ' + page.place_of(figure.span.begin);
    }
  }
  const bool zh = page.style.language == Language::zh;
  const std::string file = as_shown(page.analysis.document.name);
  const std::string place =
      at.column == 0 ? fmt::format("{}", at.line) : fmt::format("{}:{}", at.line, at.column);
  std::string line = zh ? fmt::format("{}：{} 处没有识别出数字", file, place)
                        : fmt::format("{}: no figure was found at {}", file, place);
  if (!others.empty()) line += (zh ? "；这一行的数字在" : "; this line has figures at") + others;
  return line + '\n';
}

}  // namespace

std::string explain_text(const Analysis& analysis, std::span<const std::vector<FigureTrace>> traces,
                         const std::optional<Place>& at, const TerminalStyle& style) {
  const Page page(analysis, style);
  std::string out;
  for (std::size_t r = 0; r < analysis.reports.size(); ++r) {
    const ReportAnalysis& report = analysis.reports[r];
    for (std::size_t i = 0; i < report.figures.size(); ++i) {
      if (at && !stands_at(page, report.figures[i].span, *at)) continue;
      if (!out.empty()) out += '\n';
      Explanation(page, report, report.figures[i], traces[r][i]).append_to(out);
    }
  }
  return out.empty() && at ? nothing_at(page, *at) : out;
}

}  // namespace tallybook::output

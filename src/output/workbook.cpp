#include "output/workbook.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "output/display.hpp"
#include "output/labels.hpp"
#include "output/xlsx/book.hpp"
#include "output/xlsx/cells.hpp"
#include "output/xlsx/sheet.hpp"
#include "output/xlsx/sheet_names.hpp"
#include "text/line_index.hpp"

namespace tallybook::output {
namespace {

/// So much of a sentence on either side of its figure.
constexpr std::size_t kContextUnits = 1'000;

using Columns = std::vector<xlsx::Sheet::Column>;

Columns summary_columns(Language language) {
  if (language == Language::zh) {
    return {{"文件"},   {"报告", 60}, {"单位"},   {"期间起"}, {"期间止"}, {"数字"},
            {"有主语"}, {"有关联"},   {"可核对"}, {"已核对"}, {"相符"},   {"不符"}};
  }
  return {{"file"},         {"report", 60}, {"organisation"}, {"period from"}, {"period to"}, {"figures"},
          {"with subject"}, {"linked"},     {"checkable"},    {"checked"},     {"passed"},    {"failed"}};
}

Columns figure_columns(Language language) {
  if (language == Language::zh) {
    return {{"行"},   {"数字"}, {"值"},   {"上限"}, {"单位"},   {"类别"},   {"界限"},     {"作用"},
            {"方向"}, {"基期"}, {"状态"}, {"主语"}, {"期间起"}, {"期间止"}, {"句子", 100}};
  }
  return {{"line"},   {"text"},    {"value"},       {"high"},      {"unit"},
          {"kind"},   {"bound"},   {"role"},        {"direction"}, {"basis"},
          {"status"}, {"subject"}, {"period from"}, {"period to"}, {"sentence", 100}};
}

std::string_view words_of(std::string_view text, const std::optional<Span>& span) {
  return span ? slice(text, *span) : std::string_view();
}

/// The name without its folder and extension.
std::string_view stem_of(std::string_view name) {
  name.remove_prefix(name.find_last_of('/') + 1);  // npos + 1 is 0
  const std::size_t dot = name.rfind('.');
  return dot == 0 ? name : name.substr(0, dot);
}

Span sentence_of(const ReportAnalysis& report, const Figure& figure) {
  const auto& sentences = report.outline.sentences;
  return figure.sentence < sentences.size() ? sentences[figure.sentence].span : figure.span;
}

void write_sentence(xlsx::Sheet& sheet, std::string_view text, Span sentence, Span figure) {
  const std::string_view before = slice(text, {std::min(sentence.begin, figure.begin), figure.begin});
  const std::string_view after = slice(text, {figure.end, std::max(figure.end, sentence.end)});
  const std::string_view near_before = xlsx::last_units(before, kContextUnits);
  const std::string_view near_after = xlsx::first_units(after, kContextUnits);
  sheet.marked((near_before.size() < before.size() ? "…" : "") + std::string(near_before),
               slice(text, figure), std::string(near_after) + (near_after.size() < after.size() ? "…" : ""));
}

void write_period(xlsx::Sheet& sheet, const std::optional<Period>& period) {
  sheet.date(period ? std::optional(period->from) : std::nullopt);
  sheet.date(period ? std::optional(period->to) : std::nullopt);
}

void write_figure(xlsx::Sheet& sheet, std::string_view text, const text::LineIndex& lines,
                  const ReportAnalysis& report, const Figure& figure, Language language) {
  sheet.next_row();
  sheet.count(lines.position(figure.span.begin).line);
  sheet.text(on_one_line(slice(text, figure.span)));
  sheet.quantity(figure.value, figure.unit);
  sheet.quantity(figure.high, figure.unit);
  sheet.text(on_one_line(figure.unit));
  sheet.text(label(figure.kind, language));
  sheet.text(label(figure.bound, language));
  sheet.text(label(figure.role, language));
  sheet.text(label(figure.direction, language));
  sheet.text(label(figure.basis, language));
  sheet.text(label(figure.status, language));
  sheet.text(on_one_line(words_of(text, figure.subject)));
  write_period(sheet, figure.period);
  write_sentence(sheet, text, sentence_of(report, figure), figure.span);
}

}  // namespace

class FiguresWorkbook::Pages {
 public:
  explicit Pages(Language language) : language_(language) {
    if (!book_.ready()) return;
    const std::string name = names_.take(language == Language::zh ? "汇总" : "Summary", {});
    if (lxw_worksheet* sheet = book_.add_sheet(name))
      summary_.emplace(book_, *sheet, summary_columns(language), 1);
  }

  [[nodiscard]] bool ready() const { return summary_.has_value(); }

  Result<void> add(const Analysis& analysis) {
    const bool fits = std::all_of(analysis.reports.begin(), analysis.reports.end(), [](const auto& report) {
      return report.figures.size() <= xlsx::Book::kMostRows;
    });
    if (!fits) {
      return tl::unexpected(
          Error{ErrorCode::limit_exceeded, analysis.document.name, {}, "more figures than a sheet has rows"});
    }
    const text::LineIndex lines(analysis.document.text);
    for (const ReportAnalysis& report : analysis.reports) {
      if (auto added = add_report(analysis, report, lines); !added) return added;
    }
    if (analysis.reports.empty()) summarise(analysis, {}, {});
    return {};
  }

  Result<std::string> finish() {
    summary_->finish();
    return book_.finish();
  }

 private:
  Result<void> add_report(const Analysis& analysis, const ReportAnalysis& report,
                          const text::LineIndex& lines) {
    const std::string_view text = analysis.document.text;
    const std::optional<Span> title = report.report.title ? report.report.title : report.report.organisation;
    const std::string file = as_shown(stem_of(analysis.document.name));
    const std::string name =
        names_.take(title ? slice(text, *title) : file, ordinal_of(report.report, language_));
    lxw_worksheet* sheet = book_.add_sheet(name);
    if (sheet == nullptr) {
      return tl::unexpected(Error{ErrorCode::limit_exceeded, analysis.document.name, {}, "no more sheets"});
    }
    summarise(analysis, report, name);
    xlsx::Sheet page(book_, *sheet, figure_columns(language_), 2);
    for (const Figure& figure : report.figures) write_figure(page, text, lines, report, figure, language_);
    page.finish();
    return {};
  }

  void summarise(const Analysis& analysis, const ReportAnalysis& report, std::string_view sheet) {
    const std::string_view text = analysis.document.text;
    summary_->next_row();
    summary_->text(analysis.document.name);
    const std::string title = on_one_line(words_of(text, report.report.title));
    summary_->link(title.empty() ? sheet : title, sheet);
    summary_->text(on_one_line(words_of(text, report.report.organisation)));
    write_period(*summary_, report.report.period);
    const Coverage& c = report.coverage;
    for (const std::uint32_t number :
         {c.figures, c.with_subject, c.linked, c.checkable, c.checked, c.passed, c.failed}) {
      summary_->count(number);
    }
  }

  Language language_;
  xlsx::Book book_;
  xlsx::SheetNames names_;
  std::optional<xlsx::Sheet> summary_;
};

FiguresWorkbook::FiguresWorkbook(std::unique_ptr<Pages> pages) : pages_(std::move(pages)) {}
FiguresWorkbook::FiguresWorkbook(FiguresWorkbook&&) noexcept = default;
FiguresWorkbook& FiguresWorkbook::operator=(FiguresWorkbook&&) noexcept = default;
FiguresWorkbook::~FiguresWorkbook() = default;

Result<FiguresWorkbook> FiguresWorkbook::create(Language language) {
  auto pages = std::make_unique<Pages>(language);
  if (!pages->ready()) {
    return tl::unexpected(Error{ErrorCode::write_failed, {}, {}, "no memory for a workbook"});
  }
  return FiguresWorkbook(std::move(pages));
}

Result<void> FiguresWorkbook::add(const Analysis& analysis) {
  return pages_->add(analysis);
}

Result<std::string> FiguresWorkbook::finish() {
  return pages_->finish();
}

}  // namespace tallybook::output

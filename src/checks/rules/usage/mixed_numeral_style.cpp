#include <fmt/format.h>

#include <optional>
#include <string>

#include "checks/text_search.hpp"
#include "checks/view.hpp"

namespace tallybook::rules {
namespace {

using namespace checks;

constexpr Example kExamples[] = {
    {.bad = "安排档案整理2人、保管1人、编研⟦四人⟧。", .good = "安排档案整理2人、保管1人、编研4人。"},
};

/// A series is of figures in one unit within one sentence, no farther apart than a short phrase.
constexpr std::uint32_t kFarthest = 60;  // bytes
constexpr std::size_t kFewestArabic = 2;

enum class Script : std::uint8_t { arabic, chinese, other };

/// The numeral's script; a Chinese numeral of one character only, because 三百 and 两 are words.
Script script_of(std::string_view text) {
  const text::CodePoint first = text::code_point_at(text, 0);
  if (text::is_digit(first.value)) return Script::arabic;
  constexpr std::u32string_view kDigits = U"一二三四五六七八九";
  return kDigits.find(first.value) == std::u32string_view::npos ? Script::other : Script::chinese;
}

bool is_plain_count(const Figure& figure) {
  return !figure.high && figure.bound == Bound::exact && !figure.unit.empty();
}

/// The number and its unit, nothing else: 四人, not 四十人.
bool is_one_digit(std::string_view text, const Figure& figure) {
  return text.size() == text::code_point_at(text, 0).size + figure.unit.size();
}

bool continues_series(const Figure& before, const Figure& figure) {
  return is_plain_count(figure) && figure.unit == before.unit && figure.sentence == before.sentence &&
         figure.span.begin - before.span.end <= kFarthest;
}

void report_figure(const ReportView& report, const Figure& figure, const Figure& arabic,
                   FindingSink& findings) {
  const std::string_view written = report.text(figure.span);
  const std::string right = figure.value.to_string() + figure.unit;
  const Span numeral = {figure.span.begin, figure.span.begin + text::code_point_at(written, 0).size};
  findings.add(figure.span,
               {fmt::format("同一组数，前后写法要一致：“{}”写作“{}”。", written, right),
                fmt::format("Numbers of one series take one form: “{}” for “{}”.", right, written)},
               {{arabic.span, {"同组的阿拉伯数字", "an Arabic number of the series"}}},
               Fix{{fmt::format("改为“{}”", right), fmt::format("Write “{}”", right)},
                   {{numeral, figure.value.to_string()}}});
}

void check_series(const ReportView& report, std::span<const Figure> series, FindingSink& findings) {
  const Figure* arabic = nullptr;
  std::size_t arabic_count = 0;
  std::size_t chinese_count = 0;
  for (const Figure& figure : series) {
    const Script script = script_of(report.text(figure.span));
    if (script == Script::arabic) arabic = &figure;
    arabic_count += script == Script::arabic ? 1 : 0;
    chinese_count += script == Script::chinese ? 1 : 0;
  }
  if (arabic_count < kFewestArabic || chinese_count == 0 || chinese_count >= arabic_count) return;
  // 四个专业，其中……5个、6个: a count that announces the list is of another kind.
  if (script_of(report.text(series.front().span)) == Script::chinese) return;
  for (const Figure& figure : series) {
    const std::string_view written = report.text(figure.span);
    if (script_of(written) == Script::chinese && is_one_digit(written, figure)) {
      report_figure(report, figure, *arabic, findings);
    }
  }
}

void check(const ReportView& report, FindingSink& findings) {
  const std::span<const Figure> figures = report.figures;
  std::size_t begin = 0;
  for (std::size_t i = 1; i <= figures.size(); ++i) {
    if (i < figures.size() && is_plain_count(figures[begin]) &&
        continues_series(figures[i - 1], figures[i])) {
      continue;
    }
    check_series(report, figures.subspan(begin, i - begin), findings);
    begin = i;
  }
}

}  // namespace

extern constinit const Rule mixed_numeral_style{
    .code = "STY002",
    .name = "mixed-numeral-style",
    .severity = Severity::note,
    .since = "0.1.0",
    .catches = {"同一组数有的用阿拉伯数字，有的用汉字：2人、1人、四人。",
                "One series of numbers in both scripts: 2人, 1人, 四人."},
    .why =
        {"同类数字写法不同，读者会以为不是一组；程序汇总也会漏掉。",
         "Numbers written differently look as if they did not belong together, and software may miss one."},
    .source = "GB/T 15835-2011, 4.3",
    .examples = kExamples,
    .check = check,
};

}  // namespace tallybook::rules

#include <fmt/format.h>

#include "checks/view.hpp"
#include "text/characters.hpp"

namespace tallybook::rules {
namespace {

constexpr Example kExamples[] = {
    {.bad = "三个项目分别增长4.2%、⟦5⟧、5.4%。", .good = "三个项目分别增长4.2%、5%、5.4%。"},
    {.bad = "群众满意率达⟦20239.5%⟧。", .good = "群众满意率达99.5%。"},
};

/// No rate and no growth is so large; a year got into the number.
constexpr std::int64_t kImpossiblePercent = 10'000;

/// 2023 in 20239.5%: pages that are posted again replace 10 by the year.
bool begins_with_year(std::string_view digits) {
  return digits.size() > 4 && (digits.starts_with("201") || digits.starts_with("202")) &&
         text::is_ascii_digit(static_cast<unsigned char>(digits[3])) &&
         text::is_ascii_digit(static_cast<unsigned char>(digits[4]));
}

void check_year(const ReportView& report, const Figure& figure, FindingSink& findings) {
  const std::string_view written = report.text(figure.span);
  if (figure.value < Decimal{kImpossiblePercent} || !begins_with_year(written)) return;
  findings.add(figure.span, {fmt::format("“{}”里混进了年份 {}。", written, written.substr(0, 4)),
                             fmt::format("The year {} got into “{}”.", written.substr(0, 4), written)});
}

/// The number in `gap`, where it is 、, a bare number and 、 or 和; empty where it is anything else.
std::string_view bare_number(std::string_view gap) {
  constexpr std::string_view kComma = "、";
  if (!gap.starts_with(kComma)) return {};
  gap.remove_prefix(kComma.size());
  if (gap.ends_with(kComma) || gap.ends_with("和")) {
    gap.remove_suffix(kComma.size());
  } else {
    return {};
  }
  for (const char c : gap) {
    if (!text::is_ascii_digit(static_cast<unsigned char>(c)) && c != '.') return {};
  }
  return gap;
}

/// 4.2%、5、5.4%: a series whose middle lost its sign.
void check_series(const ReportView& report, const Figure& before, const Figure& after,
                  FindingSink& findings) {
  if (before.kind != FigureKind::percent || after.kind != FigureKind::percent) return;
  const Span gap = {before.span.end, after.span.begin};
  const std::string_view number = bare_number(report.text(gap));
  if (number.empty()) return;
  const std::uint32_t begin = gap.begin + static_cast<std::uint32_t>(number.data() - report.text(gap).data());
  const Span place = {begin, begin + static_cast<std::uint32_t>(number.size())};
  findings.add(
      place,
      {fmt::format("一列百分数里的“{}”没有百分号。", number),
       fmt::format("“{}” stands in a series of percentages without its sign.", number)},
      {{before.span, {"同列的数", "of the same series"}}, {after.span, {"同列的数", "of the same series"}}},
      Fix{{"补上百分号", "Add the sign"}, {{{place.end, place.end}, before.unit}}});
}

void check(const ReportView& report, FindingSink& findings) {
  const Figure* before = nullptr;
  for (const Figure& figure : report.figures) {
    if (figure.kind == FigureKind::percent) {
      check_year(report, figure, findings);
      if (before != nullptr) check_series(report, *before, figure, findings);
    }
    before = &figure;
  }
}

}  // namespace

extern constinit const Rule corrupted_number{
    .code = "FIG017",
    .name = "corrupted-number",
    .severity = Severity::warning,
    .since = "0.1.0",
    .catches = {"数里混进了年份，或者一列百分数里有一个丢了百分号。",
                "A year got into a number, or one number of a series of percentages lost its sign."},
    .why = {"转载网站常把“10”替换成年份、丢掉符号；照抄就成了错数。",
            "Pages that repost replace 10 by a year and drop signs; copied on, the figure is wrong."},
    .source = "各项单位相同：GB/T 15835-2011, 5.2.4；百分数的量级",
    .examples = kExamples,
    .check = check,
};

}  // namespace tallybook::rules

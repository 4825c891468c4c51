#include <fmt/format.h>

#include <optional>
#include <string>

#include "checks/text_search.hpp"
#include "checks/view.hpp"

namespace tallybook::rules {
namespace {

using namespace checks;

constexpr Example kExamples[] = {
    {.bad = "水厂于⟦25年⟧6月开工。", .good = "水厂于2025年6月开工。"},
    {.bad = "比⟦24年⟧底增加3座。", .good = "比2024年底增加3座。"},
    {.bad = "⟦09年⟧建成的站点全部改造。", .good = "2009年建成的站点全部改造。"},
};

constexpr std::string_view kYear = "年";

/// What follows a year and no span of years: 10年6月, 10年底, 10年上半年.
bool continues_as_date(std::string_view rest) {
  constexpr std::string_view kParts[] = {"底", "初", "末", "上半年", "下半年", "度", "春", "秋", "冬", "夏"};
  std::size_t digits = 0;
  while (digits < rest.size() && text::is_ascii_digit(static_cast<unsigned char>(rest[digits]))) ++digits;
  constexpr std::string_view kMonth = "月";
  constexpr std::size_t kMostDigits = 2;
  if (digits > 0) return digits <= kMostDigits && rest.substr(digits).starts_with(kMonth);
  for (const std::string_view part : kParts) {
    if (rest.starts_with(part)) return true;
  }
  return false;
}

/// 近10年底 and 第10年度 count years.
bool counts_years(char32_t before) {
  constexpr std::u32string_view kCounters = U"近第约过满超逾共达整前后这两连历隔每";
  return kCounters.find(before) != std::u32string_view::npos;
}

/// The years of one century that reports speak of.
std::optional<std::string_view> century_of(int year) {
  constexpr int kLastOfThis = 40;
  constexpr int kFirstOfLast = 49;
  if (year <= kLastOfThis) return "20";
  return year >= kFirstOfLast ? std::optional<std::string_view>("19") : std::nullopt;
}

void read_digits(const ReportView& report, Span block, Span digits, FindingSink& findings) {
  constexpr std::uint32_t kTwo = 2;
  const std::string_view text = report.document.text;
  const std::string_view rest = slice(text, {digits.end, block.end});
  if (digits.size() != kTwo || !rest.starts_with(kYear)) return;
  const char32_t before = char_before(text, block, digits.begin);
  const bool part_of_more = text::is_fullwidth_digit(before) || text::is_ascii_letter(before) ||
                            before == U'.' || before == U'〇' || before == U'-' || before == U'—';
  if (part_of_more || counts_years(before)) return;
  // No span of years is written with a leading zero.
  const bool leading_zero = text[digits.begin] == '0' && text[digits.begin + 1] != '0';
  if (!leading_zero && !continues_as_date(rest.substr(kYear.size()))) return;
  const int year = (text[digits.begin] - '0') * 10 + (text[digits.begin + 1] - '0');
  const std::string_view written = slice(text, digits);
  std::optional<Fix> fix;
  if (const auto century = century_of(year)) {
    fix = Fix{{fmt::format("改为{}{}年", *century, written), fmt::format("Write {}{}年", *century, written)},
              {{{digits.begin, digits.begin}, std::string(*century)}}};
  }
  findings.add({digits.begin, digits.end + static_cast<std::uint32_t>(kYear.size())},
               {fmt::format("年份写全四位，不写“{}年”。", written),
                fmt::format("A year takes four digits, not “{}年”.", written)},
               {}, std::move(fix));
}

void check(const ReportView& report, FindingSink& findings) {
  for (const BlockMarks& block : report.marks.blocks()) {
    for (const Span digits : block.digits) read_digits(report, block.span, digits, findings);
  }
}

}  // namespace

extern constinit const Rule two_digit_year{
    .code = "STY004",
    .name = "two-digit-year",
    .severity = Severity::note,
    .since = "0.1.0",
    .catches = {"四位数字的年份简写成两位：10年6月。", "A year shortened to two digits: 10年6月."},
    .why = {"“10年6月”既可以是一个日期，也可以是十年又六个月；归档以后更分不清世纪。",
            "“10年6月” may be a date or a span of time, and in an archive the century is lost."},
    .source = "GB/T 15835-2011, 5.1.4; GB/T 9704-2012, 7.3.5.4",
    .examples = kExamples,
    .check = check,
};

}  // namespace tallybook::rules

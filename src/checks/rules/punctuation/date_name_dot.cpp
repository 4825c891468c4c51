#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "checks/text_search.hpp"
#include "checks/view.hpp"
#include "text/calendar.hpp"

namespace tallybook::rules {
namespace {

using namespace checks;

constexpr Example kExamples[] = {
    {.bad = "开展“5⟦.⟧12”防灾减灾宣传活动。", .good = "开展“5·12”防灾减灾宣传活动。"},
    {.bad = "办好6⟦.⟧26国际禁毒日宣传。", .good = "办好6·26国际禁毒日宣传。"},
    {.bad = "设立《体育⟦.⟧艺术》专栏。", .good = "设立《体育·艺术》专栏。"},
};

constexpr bool is_dot(char32_t c) {
  return c == U'.' || c == U'．' || c == U'•' || c == U'・';
}

/// A number of one or two digits beside the dot.
struct Number {
  Span span;
  int value = 0;
};

std::optional<Number> number_of(std::string_view text, Span span) {
  constexpr std::uint32_t kMostDigits = 2;
  if (span.empty() || span.size() > kMostDigits || text[span.begin] == '0') return std::nullopt;
  int value = 0;
  for (const char digit : slice(text, span)) value = value * 10 + (digit - '0');
  return Number{span, value};
}

/// Digits that end, or begin, where the dot stands.
Span digits_before(std::string_view text, Span block, std::uint32_t offset) {
  std::uint32_t begin = offset;
  while (begin > block.begin && text::is_ascii_digit(static_cast<unsigned char>(text[begin - 1]))) --begin;
  return {begin, offset};
}
Span digits_after(std::string_view text, Span block, std::uint32_t offset) {
  std::uint32_t end = offset;
  while (end < block.end && text::is_ascii_digit(static_cast<unsigned char>(text[end]))) ++end;
  return {offset, end};
}

/// A year that is a leap year, so that 2·29 passes.
constexpr int kAnyYear = 2000;

struct DayName {
  Span span;
  bool quoted = false;  ///< “5.12”, with nothing else in the marks
};

/// `5.12` where 5月12日 is on the calendar and no longer number holds it.
std::optional<DayName> day_name_at(std::string_view text, Span block, const Sign& dot) {
  const auto month = number_of(text, digits_before(text, block, dot.begin));
  const auto day = number_of(text, digits_after(text, block, dot.span().end));
  if (!month || !day || !text::exists(text::make_date(kAnyYear, month->value, day->value))) return {};
  const char32_t before = char_before(text, block, month->span.begin);
  const char32_t after = char_at(text, block, day->span.end);
  const auto goes_on = [](char32_t c) {
    return is_dot(c) || c == U'·' || c == U'-' || c == U'%' || text::is_ascii_letter(c);
  };
  if (goes_on(before) || goes_on(after)) return {};
  return DayName{{month->span.begin, day->span.end}, before == U'“' && after == U'”'};
}

/// The text up to the next stop, at most a few characters.
std::string_view short_clause(std::string_view rest) {
  constexpr std::size_t kReach = 30;  // bytes
  std::size_t end = 0;
  while (end < kReach && !ends_clause(text::code_point_at(rest, end).value)) {
    end += text::code_point_at(rest, end).size;
  }
  return rest.substr(0, end);
}

/// An event's name stands within a few characters: 地震, 国际禁毒日.
bool names_event(const Vocabulary& vocabulary, std::string_view rest) {
  const std::string_view clause = short_clause(rest);
  return std::any_of(vocabulary.dated_events.begin(), vocabulary.dated_events.end(),
                     [&](const std::string& word) { return clause.find(word) != std::string_view::npos; });
}

/// 2.5级地震, 3.8万人: the number counts something.
bool counts_something(char32_t after) {
  constexpr std::u32string_view kUnits = U"级万亿元倍个人次亩吨米公千百折分点日月号时℃度版代节章条款";
  return kUnits.find(after) != std::u32string_view::npos;
}

bool names_a_day(const ReportView& report, Span block, const DayName& name) {
  const std::string_view text = report.document.text;
  if (name.quoted) {
    const std::string_view after = slice(text, {name.span.end + 3, block.end});
    return !counts_something(text::code_point_at(after, 0).value);
  }
  const char32_t after = char_at(text, block, name.span.end);
  return text::is_han(after) && !counts_something(after) &&
         names_event(report.vocabulary, slice(text, {name.span.end, block.end}));
}

/// `《体育.艺术》`, `“音乐.美术”`: a dot between two short parts of a name in marks of its own.
bool parts_a_name(std::string_view text, std::span<const Bracket> brackets, const Sign& dot) {
  constexpr std::uint32_t kLongestName = 36;  // bytes: twelve characters
  const auto closing = std::upper_bound(
      brackets.begin(), brackets.end(), dot.begin,
      [](std::uint32_t offset, const Bracket& bracket) { return offset < bracket.span.begin; });
  if (closing == brackets.begin() || closing == brackets.end() || closing->opens) return false;
  const Bracket& opening = *std::prev(closing);
  const bool marks = opening.kind == BracketKind::title || opening.kind == BracketKind::double_quote;
  if (!marks || !opening.opens || opening.kind != closing->kind) return false;
  const Span inside = {opening.span.end, closing->span.begin};
  if (inside.size() > kLongestName) return false;
  for (std::uint32_t at = inside.begin; at < inside.end;) {
    const text::CodePoint c = text::code_point_at(text, at);
    if (!text::is_han(c.value) && !is_dot(c.value)) return false;
    at += c.size;
  }
  return inside.begin < dot.begin && dot.span().end < inside.end;
}

void report_dot(const ReportView& report, Span dot, FindingSink& findings) {
  const std::string_view written = report.text(dot);
  findings.add(dot,
               {fmt::format("这里用间隔号“·”，不用“{}”。", written),
                fmt::format("A separation dot “·” belongs here, not “{}”.", written)},
               {}, Fix{{"改为间隔号", "Use a separation dot"}, {{dot, "·"}}});
}

void check(const ReportView& report, FindingSink& findings) {
  const std::string_view text = report.document.text;
  for (const BlockMarks& block : report.marks.blocks()) {
    for (const Sign& sign : block.signs) {
      if (!is_dot(sign.value)) continue;
      const std::optional<DayName> name = day_name_at(text, block.span, sign);
      const bool wrong = name ? names_a_day(report, block.span, *name)
                              : text::is_han(char_before(text, block.span, sign.begin)) &&
                                    parts_a_name(text, block.brackets, sign);
      if (wrong) report_dot(report, sign.span(), findings);
    }
  }
}

}  // namespace

extern constinit const Rule date_name_dot{
    .code = "PUN010",
    .name = "date-name-dot",
    .severity = Severity::note,
    .since = "0.1.0",
    .catches = {"以月、日命名的事件、节日用了小数点：“5.12”；名称内部的间隔号写成小数点：《体育.艺术》。",
                "A full point where a separation dot belongs: an event or festival named after its day "
                "(“5.12”), the parts of a name (《体育.艺术》)."},
    .why = {"“5.12”是五点一二，“5·12”才是五月十二日。", "“5.12” is a decimal; “5·12” is the twelfth of May."},
    .source = "GB/T 15834-2011, 4.14.3; GB/T 15835-2011, 5.1.6",
    .examples = kExamples,
    .check = check,
};

}  // namespace tallybook::rules

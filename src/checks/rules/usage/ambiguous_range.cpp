#include <fmt/format.h>

#include <string>

#include "checks/text_search.hpp"
#include "checks/view.hpp"

namespace tallybook::rules {
namespace {

using namespace checks;

constexpr Example kExamples[] = {
    {.bad = "每村补助⟦13～17万元⟧。", .good = "每村补助13万元～17万元。"},
    {.bad = "成活率为⟦63～68%⟧。", .good = "成活率为63%～68%。"},
};

/// The signs that join the ends of a range. 至 is a word, and in 3至5万 the reading is not in doubt.
constexpr bool joins_range(char32_t c) {
  return c == U'～' || c == U'~' || c == U'∼' || c == U'—' || c == U'–' || c == U'-' || c == U'－';
}

constexpr bool is_number_byte(char byte) {
  return byte == '.' || text::is_ascii_digit(static_cast<unsigned char>(byte));
}

/// Bytes of the number that begins at the start of `text`.
std::size_t number_size(std::string_view text) {
  std::size_t size = 0;
  while (size < text.size() && is_number_byte(text[size])) ++size;
  return size;
}

/// Where the scale or percent sign begins that only the second number has; `unit` runs to the figure's
/// end without the words 以上, 左右 around it.
struct SharedUnit {
  std::uint32_t sign = 0;  ///< offset of the sign between the numbers
  Span unit;
};

bool scales(char32_t c) {
  return c == U'万' || c == U'亿' || c == U'%' || c == U'％' || c == U'‰';
}

std::optional<SharedUnit> shared_unit_of(std::string_view text, const Figure& figure) {
  const std::string_view written = slice(text, figure.span);
  const std::size_t begin = written.find_first_of("0123456789");
  if (begin == std::string_view::npos) return std::nullopt;
  const std::size_t sign = begin + number_size(written.substr(begin));
  const text::CodePoint joint = text::code_point_at(written, sign);
  if (!joins_range(joint.value)) return std::nullopt;
  const std::size_t second = sign + joint.size;
  const std::size_t unit = second + number_size(written.substr(second));
  // A table whose columns ran together has numbers that do not rise, or a sign before the first.
  const auto from = Decimal::parse(written.substr(begin, sign - begin));
  const auto to = Decimal::parse(written.substr(second, unit - second));
  const char32_t before = text::code_point_before(text, figure.span.begin + begin).value;
  if (!from || !to || !(*from < *to) || before == U'%' || before == U'-' || before == U',')
    return std::nullopt;
  if (!scales(text::code_point_at(written, unit).value)) return std::nullopt;
  const auto offset = [&](std::size_t at) { return figure.span.begin + static_cast<std::uint32_t>(at); };
  return SharedUnit{offset(sign), {offset(unit), figure.span.end}};
}

/// The unit as it has to stand behind the first number too: its scale and what the figure counts in.
std::string repeated_unit(std::string_view text, Span unit, const Figure& figure) {
  const std::string_view written = slice(text, unit);
  std::size_t size = text::code_point_at(written, 0).size;
  constexpr std::string_view kScales[] = {"万", "亿"};
  for (const std::string_view scale : kScales) {  // 万亿
    if (written.substr(size).starts_with(scale)) size += scale.size();
  }
  if (!figure.unit.empty() && written.substr(size).starts_with(figure.unit)) size += figure.unit.size();
  return std::string(written.substr(0, size));
}

void check(const ReportView& report, FindingSink& findings) {
  const std::string_view text = report.document.text;
  for (const Figure& figure : report.figures) {
    if (!figure.high) continue;
    const std::optional<SharedUnit> shared = shared_unit_of(text, figure);
    if (!shared) continue;
    const std::string unit = repeated_unit(text, shared->unit, figure);
    findings.add(
        figure.span,
        {fmt::format("前一个数省略“{}”会有歧义，两个数都要写。", unit),
         fmt::format("The first number needs its own “{}”: without it the range is ambiguous.", unit)},
        {},
        Fix{{fmt::format("补“{}”", unit), fmt::format("Add “{}”", unit)},
            {{{shared->sign, shared->sign}, unit}}});
  }
}

}  // namespace

extern constinit const Rule ambiguous_range{
    .code = "STY003",
    .name = "ambiguous-range",
    .severity = Severity::note,
    .since = "0.1.0",
    .catches = {"数值范围的前一个数省略了“万”“亿”“%”：13～17万元、63～68%。",
                "A range whose first number lacks 万, 亿 or %: 13～17万元, 63～68%."},
    .why = {"“13～17万元”可以读成13元到17万元。", "“13～17万元” can be read as 13 yuan to 170,000 yuan."},
    .source = "GB/T 15835-2011, 5.1.3",
    .examples = kExamples,
    .check = check,
};

}  // namespace tallybook::rules

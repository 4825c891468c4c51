#include <fmt/format.h>

#include "checks/brackets.hpp"
#include "checks/text_search.hpp"
#include "checks/view.hpp"

namespace tallybook::rules {
namespace {

using namespace checks;

constexpr Example kExamples[] = {
    {.bad = "县政府印发了青政发⟦[2026]18号⟧文件。", .good = "县政府印发了青政发〔2026〕18号文件。"},
    {.bad = "根据青教办⟦（2025）7号⟧通知要求，组织了自查。",
     .good = "根据青教办〔2025〕7号通知要求，组织了自查。"},
};

struct DigitRun {
  std::uint32_t end = 0;
  std::uint32_t count = 0;
};

DigitRun digits_at(std::string_view text, Span block, std::uint32_t offset) {
  DigitRun run{offset, 0};
  while (text::is_digit(char_at(text, block, run.end))) {
    run.end += text::code_point_at(text, run.end).size;
    ++run.count;
  }
  return run;
}

/// Numbered things that are no documents: 3号楼, 3号线, 3号井.
bool names_a_thing(char32_t after) {
  constexpr std::u32string_view kThings = U"楼院线井机门桥船炉煤泵库厂厅台";
  return kThings.find(after) != std::u32string_view::npos;
}

/// `18号` right after the year: where it ends, or 0. Numbers with 第 (auditors' and courts') follow
/// rules of their own.
std::uint32_t end_of_serial(std::string_view text, Span block, std::uint32_t offset) {
  constexpr std::string_view kNumber = "号";
  const DigitRun serial = digits_at(text, block, offset);
  if (serial.count == 0 || serial.count > 5) return 0;
  const Span number = {serial.end, serial.end + static_cast<std::uint32_t>(kNumber.size())};
  if (number.end > block.end || slice(text, number) != kNumber) return 0;
  return names_a_thing(char_at(text, block, number.end)) ? 0 : number.end;
}

/// An agency's code (青政发) ends in a Chinese character.
bool follows_agency_code(std::string_view text, Span block, std::uint32_t offset) {
  return text::is_han(char_before(text, block, offset));
}

bool holds_year(std::string_view text, Span block, Span inside) {
  const DigitRun year = digits_at(text, block, inside.begin);
  if (year.count != 4 || year.end != inside.end) return false;
  const char32_t first = text::to_halfwidth(text::code_point_at(text, inside.begin).value);
  return first == U'1' || first == U'2';
}

void check_pair(const ReportView& report, Span block, const Bracket& opening, const Bracket& closing,
                FindingSink& findings) {
  const std::string_view text = report.document.text;
  const Span year = {opening.span.end, closing.span.begin};
  if (opening.kind == BracketKind::tortoise || opening.kind == BracketKind::title) return;
  if (!holds_year(text, block, year) || !follows_agency_code(text, block, opening.span.begin)) return;
  const std::uint32_t end = end_of_serial(text, block, closing.span.end);
  if (end == 0) return;
  const std::string written(report.text({opening.span.begin, end}));
  const std::string right = fmt::format("〔{}〕{}", report.text(year), report.text({closing.span.end, end}));
  findings.add(
      {opening.span.begin, end},
      {fmt::format("发文字号的年份用六角括号：{}，不用{}。", right, written),
       fmt::format("The year of a document number stands in tortoise-shell brackets: {}, not {}.", right,
                   written)},
      {}, Fix{{"改为六角括号", "Use tortoise-shell brackets"}, {{opening.span, "〔"}, {closing.span, "〕"}}});
}

void check(const ReportView& report, FindingSink& findings) {
  for (const BlockMarks& block : report.marks.blocks()) {
    for_each_innermost_pair(block.brackets, [&](const Bracket& opening, const Bracket& closing) {
      check_pair(report, block.span, opening, closing, findings);
    });
  }
}

}  // namespace

extern constinit const Rule document_number_brackets{
    .code = "PUN008",
    .name = "document-number-brackets",
    .severity = Severity::note,
    .since = "0.1.0",
    .catches = {"发文字号的年份没有用六角括号〔〕。",
                "The year in a document number stands in other brackets than 〔〕."},
    .why = {"发文字号是查文件的依据，写法统一才查得到。",
            "A document number is what a document is found by; one spelling finds it."},
    .source = "GB/T 9704-2012, 7.2.5",
    .examples = kExamples,
    .check = check,
};

}  // namespace tallybook::rules

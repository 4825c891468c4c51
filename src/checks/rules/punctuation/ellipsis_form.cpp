#include <algorithm>

#include "checks/text_search.hpp"
#include "checks/view.hpp"

namespace tallybook::rules {
namespace {

using namespace checks;

constexpr Example kExamples[] = {
    {.bad = "修水渠、建水窖、通水管⟦...⟧一件接着一件办。",
     .good = "修水渠、建水窖、通水管……一件接着一件办。"},
    {.bad = "送技术、送种苗⟦。。。⟧群众说好。", .good = "送技术、送种苗……群众说好。"},
    {.bad = "培训电工、焊工、月嫂⟦……⟧等工种。", .good = "培训电工、焊工、月嫂等工种。"},
};

using Run = std::span<const Sign>;

/// Dots that writers draw ellipses with.
constexpr bool is_dot(char32_t c) {
  return c == U'.' || c == U'．' || c == U'·' || c == U'…';
}
constexpr bool draws_ellipsis(char32_t c) {
  return is_dot(c) || c == U'。';
}

constexpr std::size_t kFewestDots = 3;
/// More dots lead from a heading to its page number.
constexpr std::size_t kMostDots = 12;
/// Two signs are an ellipsis; four may stand for a whole passage left out (GB/T 15834-2011, 4.11.3).
constexpr std::size_t kRightSize = 2;
constexpr std::size_t kPassageSize = 4;
constexpr std::size_t kMostSigns = 6;

/// Dots of all kinds run together; full stops only with their like, because 。…… is in order.
Run leading_run(Run signs) {
  const auto belongs = [&](char32_t c) {
    return c == signs.front().value || (is_dot(c) && is_dot(signs.front().value));
  };
  std::size_t size = 1;
  while (size < signs.size() && belongs(signs[size].value) &&
         signs[size].begin == signs[size - 1].span().end) {
    ++size;
  }
  return signs.first(size);
}

bool is_badly_drawn(Run run) {
  const bool ellipsis =
      std::all_of(run.begin(), run.end(), [](const Sign& sign) { return sign.value == U'…'; });
  if (!ellipsis) return run.size() >= kFewestDots && run.size() <= kMostDots;
  return run.size() != kRightSize && run.size() != kPassageSize && run.size() <= kMostSigns;
}

/// 等 and 等等 in the sense of "and so on".
bool is_and_so_on(std::string_view rest) {
  constexpr std::string_view kAndSoOn = "等";
  constexpr std::u32string_view kOtherWords = U"级待于候到同价号式效腰边比你我他她";
  if (!rest.starts_with(kAndSoOn)) return false;
  const char32_t next = text::code_point_at(rest, kAndSoOn.size()).value;
  return next == U'\0' || kOtherWords.find(next) == std::u32string_view::npos;
}

void report_form(Span span, FindingSink& findings) {
  findings.add(
      span, {"省略号用“……”（两个三连点，占两个字）。", "An ellipsis is “……”: six dots, two characters wide."},
      {}, Fix{{"改为省略号", "Use an ellipsis"}, {{span, "……"}}});
}

/// The list's last 、 goes with the ellipsis: 电工、……等 → 电工等.
void report_doubling(std::string_view text, Span block, Span span, FindingSink& findings) {
  Span removed = span;
  const text::CodePoint before = text::code_point_before(text, span.begin);
  if (span.begin > block.begin && (before.value == U'、' || before.value == U'，'))
    removed.begin -= before.size;
  findings.add(span, {"省略号和“等”只用一个。", "An ellipsis and 等 say the same; one is enough."}, {},
               Fix{{"删去省略号", "Drop the ellipsis"}, {{removed, ""}}});
}

void read_run(const ReportView& report, Span block, Run run, FindingSink& findings) {
  const std::string_view text = report.document.text;
  const Span span = {run.front().begin, run.back().span().end};
  if (!is_chinese(char_before(text, block, span.begin))) return;
  const char32_t after = char_at(text, block, span.end);
  if (text::is_digit(after) || text::is_ascii_letter(after)) return;
  if (run.front().value == U'…' && is_and_so_on(report.text({span.end, block.end}))) {
    report_doubling(text, block, span, findings);
  } else if (is_badly_drawn(run)) {
    report_form(span, findings);
  }
}

void check(const ReportView& report, FindingSink& findings) {
  for (const BlockMarks& block : report.marks.blocks()) {
    for (std::size_t i = 0; i < block.signs.size();) {
      if (!draws_ellipsis(block.signs[i].value)) {
        ++i;
        continue;
      }
      const Run run = leading_run(block.signs.subspan(i));
      i += run.size();
      read_run(report, block.span, run, findings);
    }
  }
}

}  // namespace

extern constinit const Rule ellipsis_form{
    .code = "PUN006",
    .name = "ellipsis-form",
    .severity = Severity::note,
    .since = "0.1.0",
    .catches = {"省略号写成“...”“。。。”或者单个“…”；省略号后面又写“等”。",
                "An ellipsis drawn with full points or stops, of the wrong length, or followed by 等."},
    .why = {"省略号是两个三连点；与“等”连用，一个意思说了两遍。",
            "An ellipsis is six dots; with 等 behind it the same is said twice."},
    .source = "GB/T 15834-2011, 4.11.1, 4.11.2, A.9.2",
    .examples = kExamples,
    .check = check,
};

}  // namespace tallybook::rules

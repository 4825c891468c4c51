#include <fmt/format.h>

#include "checks/view.hpp"
#include "text/characters.hpp"

namespace tallybook::rules {
namespace {

constexpr Example kExamples[] = {
    {.bad = "入户走访⟦400余⟧困难群众，送去慰问品。", .good = "入户走访400余名困难群众，送去慰问品。"},
};

/// Nouns that count themselves (余村, 余校, 余国), and what closes or joins rather than names.
constexpr std::u32string_view kNoNoun =
    U"村县市国校区镇乡省州院处厂矿站港城路街巷楼年月日天的以来了和与及地万亿千百十个元";

bool ends_in_more(std::string_view text) {
  return text.ends_with("余") || text.ends_with("多");
}

/// 400余困难群众: an approximate number of single things with its noun at once behind it. With 万 or 亿
/// (20万余群众) the language lets the measure word go.
bool lacks_measure_word(const ReportView& report, const Figure& figure) {
  if (figure.kind != FigureKind::count || !figure.unit.empty() || figure.high) return false;
  const std::string_view written = report.text(figure.span);
  if (!ends_in_more(written) || figure.precision > Decimal{100}) return false;
  const auto first = text::code_point_at(report.document.text, figure.span.end);
  const auto second = text::code_point_at(report.document.text, figure.span.end + first.size);
  return text::is_han(first.value) && text::is_han(second.value) && kNoNoun.find(first.value) == kNoNoun.npos;
}

void check(const ReportView& report, FindingSink& findings) {
  for (const Figure& figure : report.figures) {
    if (!lacks_measure_word(report, figure)) continue;
    findings.add(figure.span,
                 {fmt::format("“{}”后面缺量词。", report.text(figure.span)),
                  fmt::format("A measure word is missing behind “{}”.", report.text(figure.span))});
  }
}

}  // namespace

extern constinit const Rule missing_measure_word{
    .code = "FIG012",
    .name = "missing-measure-word",
    .severity = Severity::warning,
    .since = "0.1.0",
    .catches = {"约数后面直接跟名词，缺量词。",
                "A noun follows an approximate number with no measure word between."},
    .why = {"不知道数的是人、户还是次，也无法与别处核对。",
            "Whether people, households or visits were counted is lost, and with it any check."},
    .source = "现代汉语语法：数词与名词之间用量词；GB/T 15835-2011, 4.2",
    .examples = kExamples,
    .check = check,
};

}  // namespace tallybook::rules

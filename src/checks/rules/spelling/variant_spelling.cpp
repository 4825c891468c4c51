#include <fmt/format.h>

#include <algorithm>

#include "checks/view.hpp"

namespace tallybook::rules {
namespace {

using namespace checks;

constexpr Example kExamples[] = {
    {.bad = "对癫痫患者免费治疗，建立健康档案。全年新增⟦癜痫⟧患者11名。",
     .good = "对癫痫患者免费治疗，建立健康档案。全年新增癫痫患者11名。"},
};

/// Whether rule TYP002 knows the form by itself.
bool is_known_slip(const ReportView& report, Span span) {
  const auto hit = std::lower_bound(report.words.begin(), report.words.end(), span,
                                    [](const WordHit& word, Span at) { return word.span.end <= at.begin; });
  return std::any_of(hit, report.words.end(), [span](const WordHit& word) {
    return word.list == WordList::misspelling && word.span.overlaps(span);
  });
}

void check(const ReportView& report, FindingSink& findings) {
  for (const WordVariant& variant : report.spelling.variants) {
    if (is_known_slip(report, variant.span)) continue;
    const std::string_view written = report.text(variant.span);
    findings.add(
        variant.span,
        {fmt::format("“{}”疑为“{}”之误：文中同样的地方写作“{}”。", written, variant.right, variant.right),
         fmt::format("“{}” is probably “{}”, as the report writes elsewhere.", written, variant.right)},
        {{variant.evidence, {"另一处的写法", "as written elsewhere"}}},
        Fix{{fmt::format("改为“{}”", variant.right), fmt::format("Write “{}”", variant.right)},
            {{variant.span, variant.right}}});
  }
}

}  // namespace

extern constinit const Rule variant_spelling{
    .code = "TYP001",
    .name = "variant-spelling",
    .severity = Severity::warning,
    .since = "0.1.0",
    .catches =
        {"同一个词在一份报告里有两种写法，其中一种不成词，只差一个音近或形近的字。",
         "One word in two spellings, one of which is no word: they differ by one character that sounds "
         "or looks alike."},
    .why = {"不成词的那个是错别字；只按正确写法检索、汇总的人会漏掉它。",
            "The one that is no word is a typo, and whoever searches for the word misses it."},
    .source = "the report itself; words: data/spelling_words.txt; sound: Unihan kMandarin",
    .examples = kExamples,
    .check = check,
};

}  // namespace tallybook::rules

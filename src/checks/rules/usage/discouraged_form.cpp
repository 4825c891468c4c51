#include <fmt/format.h>

#include <algorithm>

#include "checks/text_search.hpp"
#include "checks/view.hpp"

namespace tallybook::rules {
namespace {

using namespace checks;

constexpr Example kExamples[] = {
    {.bad = "⟦截止⟧目前，全县新建水厂2座。", .good = "截至目前，全县新建水厂2座。"},
    {.bad = "组建基层⟦通迅⟧员队伍。", .good = "组建基层通讯员队伍。"},
    {.bad = "建立问题⟦台帐⟧，逐项销号。", .good = "建立问题台账，逐项销号。"},
};

/// Whether the hit is part of one of the longer words in which the form is right or only seems to be.
bool is_excepted(std::string_view text, Span hit, const DiscouragedForm& form) {
  return std::any_of(form.except.begin(), form.except.end(), [&](const std::string& word) {
    const std::size_t inside = word.find(form.form);
    return inside != std::string::npos && hit.begin >= inside &&
           text.substr(hit.begin - inside).starts_with(word);
  });
}

void check(const ReportView& report, FindingSink& findings) {
  std::uint32_t reported = 0;  // the end of the last finding: 截止到目前 holds no second one
  for (const WordHit& hit : report.words) {
    if (hit.list != WordList::discouraged_form || hit.span.begin < reported) continue;
    const DiscouragedForm& form = report.vocabulary.forms[hit.row];
    if (is_excepted(report.document.text, hit.span, form)) continue;
    const Span place = {hit.span.begin, hit.span.begin + static_cast<std::uint32_t>(form.form.size())};
    reported = place.end;
    const std::string& source = report.vocabulary.sources[form.source];
    findings.add(place,
                 {fmt::format("“{}”宜写作“{}”（{}）。", form.form, form.instead, source),
                  fmt::format("“{}” is better written “{}” ({}).", form.form, form.instead, source)},
                 {},
                 Fix{{fmt::format("改为“{}”", form.instead), fmt::format("Write “{}”", form.instead)},
                     {{place, form.instead}}});
  }
}

}  // namespace

extern constinit const Rule discouraged_form{
    .code = "STY001",
    .name = "discouraged-form",
    .severity = Severity::note,
    .since = "0.1.0",
    .catches = {"标准或词典不推荐、不收的词形：截止目前、通迅、台帐。词表见 data/usage.toml，逐条注明依据。",
                "A form that a standard or dictionary does not recommend or have: 截止目前, 通迅, 台帐. The "
                "table is data/usage.toml, with a source for each row."},
    .why = {"同一个词有几种写法，检索不全；公文应当用规范词形。",
            "One word in several spellings is found by none of them; official texts use the standard form."},
    .source = "GF 1001-2001; 现代汉语词典（第7版）; the source of each row",
    .examples = kExamples,
    .check = check,
};

}  // namespace tallybook::rules

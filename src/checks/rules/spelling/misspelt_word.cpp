#include <fmt/format.h>

#include <vector>

#include "checks/misspelling_hits.hpp"
#include "checks/view.hpp"

namespace tallybook::rules {
namespace {

using namespace checks;

constexpr Example kExamples[] = {
    {.bad = "狠抓控⟦缀学⟧工作，劝返12名学生。", .good = "狠抓控辍学工作，劝返12名学生。"},
    {.bad = "干部职工⟦一如继往⟧地支持改革。", .good = "干部职工一如既往地支持改革。"},
};

void add(const ReportView& report, Span span, const std::string& right, std::string_view source,
         FindingSink& findings) {
  const std::string_view written = report.text(span);
  findings.add(span,
               {fmt::format("“{}”疑为“{}”之误（{}）。", written, right, source),
                fmt::format("“{}” is probably “{}” ({}).", written, right, source)},
               {}, Fix{{fmt::format("改为“{}”", right), fmt::format("Write “{}”", right)}, {{span, right}}});
}

/// 专项整冶 holds 整冶: one slip is reported once.
void check(const ReportView& report, FindingSink& findings) {
  std::vector<Span> reported;
  for_each_misspelling(report, [&](Span span, const Misspelling& row) {
    if (row.dropped) return;
    reported.push_back(span);
    add(report, span, row.right, report.vocabulary.spelling.sources()[row.source], findings);
  });
  auto next = reported.begin();
  for (const NearIdiom& idiom : report.spelling.near_idioms) {
    while (next != reported.end() && next->end <= idiom.span.begin) ++next;
    if (next != reported.end() && next->overlaps(idiom.span)) continue;
    add(report, idiom.span, idiom.right, "成语、固定词组中音近或形近的字误用", findings);
  }
}

}  // namespace

extern constinit const Rule misspelt_word{
    .code = "TYP002",
    .name = "misspelt-word",
    .severity = Severity::warning,
    .since = "0.1.0",
    .catches = {"词语、成语或固定词组里有一个字误写成音近或形近的字：缀学、截体、一如继往。",
                "A word, idiom or set phrase with one character replaced by one that sounds or looks alike: "
                "缀学, 截体, 一如继往."},
    .why = {"错别字损害公文的严肃性；拼写检查器不认识由两个常用字凑成的错词。",
            "Typos cost an official text its authority, and input methods make new ones every day."},
    .source = "现代汉语词典（第7版）; data/spelling.toml, data/spelling_words.txt",
    .examples = kExamples,
    .check = check,
};

}  // namespace tallybook::rules

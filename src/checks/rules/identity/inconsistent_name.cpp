#include <fmt/format.h>

#include <vector>

#include "checks/spelling_variants.hpp"
#include "checks/text_search.hpp"
#include "checks/view.hpp"

namespace tallybook::rules {
namespace {

using namespace checks;

constexpr Example kExamples[] = {
    {.bad = "深入实施“春蕾计划”，筹集资金19.2万元，发放“⟦春雷计划⟧”爱心包150个。",
     .good = "深入实施“春蕾计划”，筹集资金19.2万元，发放“春蕾计划”爱心包150个。"},
};

constexpr std::uint32_t kHan = 3;  // bytes
constexpr std::uint32_t kShortest = 4 * kHan;
constexpr std::uint32_t kLongest = 40 * kHan;

bool is_all_han(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); at += text::code_point_at(text, at).size) {
    if (!text::is_han(text::code_point_at(text, at).value)) return false;
  }
  return !text.empty();
}

/// “春蕾计划” and 《…条例》.
void collect_enclosed(const ReportView& report, std::vector<NameMention>& mentions) {
  for (const BlockMarks& block : report.marks.blocks()) {
    for_each_innermost_pair(block.brackets, [&](const Bracket& opening, const Bracket& closing) {
      if (opening.kind != BracketKind::double_quote && opening.kind != BracketKind::title) return;
      const Span inner = {opening.span.end, closing.span.begin};
      const bool fits = inner.size() >= kShortest && inner.size() <= kLongest;
      if (fits && is_all_han(report.text(inner))) mentions.push_back({inner, true});
    });
  }
}

/// 春蕾计划 without marks: what a name ends with, and the two characters before it.
void collect_endings(const ReportView& report, std::vector<NameMention>& mentions) {
  const std::string_view text = report.document.text;
  for (const WordHit& hit : report.words) {
    if (hit.list != WordList::name_ending || hit.span.begin < report.report.span.begin + 2 * kHan) continue;
    const Span name = {hit.span.begin - 2 * kHan, hit.span.end};
    if (text::is_code_point_start(text[name.begin]) && is_all_han(slice(text, name)))
      mentions.push_back({name, false});
  }
}

void check(const ReportView& report, FindingSink& findings) {
  std::vector<NameMention> mentions;
  collect_enclosed(report, mentions);
  collect_endings(report, mentions);
  if (mentions.size() < 2) return;
  for (const SpellingVariant& variant :
       find_variants(report.document.text, mentions, report.vocabulary.names)) {
    const std::string_view rare = report.text(variant.rare.span);
    const std::string_view usual = report.text(variant.usual.span);
    findings.add(variant.rare.span,
                 {fmt::format("“{}”与“{}”像是同一个名称，写法不一。", rare, usual),
                  fmt::format("“{}” and “{}” look like one name in two spellings.", rare, usual)},
                 {{variant.usual.span, {"另一种写法", "the other spelling"}}});
  }
}

}  // namespace

extern constinit const Rule inconsistent_name{
    .code = "ENT003",
    .name = "inconsistent-name",
    .severity = Severity::warning,
    .since = "0.1.0",
    .catches = {"同一个机构、项目或文件的名称有两种写法：“春蕾计划”和“春雷计划”。",
                "One organisation, project or paper in two spellings: 春蕾计划 and 春雷计划."},
    .why = {"有一处写错了名称；检索和汇总时会算成两件事。",
            "One of them is misspelt; whoever searches or counts takes them for two."},
    .source =
        "one character of the same sound (GB/T 2312-1980, Unihan kMandarin), a part moved, a character more",
    .examples = kExamples,
    .check = check,
};

}  // namespace tallybook::rules

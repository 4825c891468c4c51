#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "checks/numbering.hpp"
#include "checks/numerals.hpp"
#include "checks/view.hpp"
#include "text/characters.hpp"

namespace tallybook::rules {
namespace {

using namespace checks;

constexpr Example kExamples[] = {
    {.bad = "一、主要工作\n（一）抓供水\n1.抓排查\n排查隐患36处。\n⟦2、⟧抓整改\n整改隐患36处。\n3."
            "抓巩固\n定期回访。",
     .good = "一、主要工作\n（一）抓供水\n1.抓排查\n排查隐患36处。\n2.抓整改\n整改隐患36处。\n3."
             "抓巩固\n定期回访。"},
};

/// What a mark has beside its number, in half-width forms: `、` of 一、, `()` of （一）, `()、` of
/// （一）、. Width is not style here.
using Style = std::u32string;

/// Numbers drawn as one character stand for their kind: ⑶ for ⑴.
char32_t kind_of(char32_t c) {
  for (const char32_t first : {U'①', U'⑴', U'⒈', U'㈠'}) {
    constexpr char32_t kMost = 20;
    if (c >= first && c < first + kMost) return first;
  }
  return text::to_halfwidth(c);
}

bool is_number(char32_t c) {
  constexpr std::u32string_view kChinese = U"〇零一二三四五六七八九十百";
  return text::is_digit(c) || kChinese.find(c) != std::u32string_view::npos;
}

Style style_of(std::string_view mark) {
  Style style;
  for (std::size_t at = 0; at < mark.size();) {
    const text::CodePoint c = text::code_point_at(mark, at);
    at += c.size;
    if (!is_number(c.value) && !text::is_space(c.value)) style += kind_of(c.value);
  }
  return style;
}

/// Forms whose marks are punctuated. 一是…二要… are words.
bool is_punctuated(MarkForm form) {
  return form == MarkForm::chinese || form == MarkForm::chinese_bracketed || form == MarkForm::arabic ||
         form == MarkForm::arabic_bracketed;
}

/// Whether all marks of the run have the style of its first; runs mostly do.
bool is_uniform(const ReportView& report, const MarkRun& run) {
  const Style first = style_of(report.text(run.front().span));
  return std::all_of(run.begin(), run.end(),
                     [&](const Mark& mark) { return style_of(report.text(mark.span)) == first; });
}

class StyleChecker {
 public:
  StyleChecker(const ReportView& report, const MarkRun& run) : report_(report), run_(run) {
    for (const Mark& mark : run) styles_.push_back(style_of(report.text(mark.span)));
  }

  void run(FindingSink& findings) const {
    const std::size_t usual = find_usual();
    for (std::size_t i = 0; i < run_.size(); ++i) {
      if (styles_[i] != styles_[usual] && !runs_into_dots(i)) add(i, usual, findings);
    }
  }

 private:
  /// 3.……: the stop behind the number is the first of a row of dots.
  [[nodiscard]] bool runs_into_dots(std::size_t index) const {
    return styles_[index].ends_with(U"..") ||
           report_.document.text.compare(run_[index].span.end, 1, ".") == 0;
  }

  /// The first mark of the style that most have, of equals the first.
  [[nodiscard]] std::size_t find_usual() const {
    std::map<Style, std::size_t> counts;
    for (const Style& style : styles_) ++counts[style];
    std::size_t best = 0;
    for (std::size_t i = 1; i < styles_.size(); ++i) {
      if (counts[styles_[i]] > counts[styles_[best]]) best = i;
    }
    return best;
  }

  void add(std::size_t index, std::size_t usual, FindingSink& findings) const {
    const Span here = run_[index].span;
    const Span there = run_[usual].span;
    const std::string wanted = renumbered(report_.text(there), run_[index].number);
    findings.add(
        here,
        {fmt::format("同级序号写法不一：这里是“{}”，其他是“{}”。", report_.text(here), report_.text(there)),
         fmt::format("Marked “{}” here and “{}” elsewhere on one level.", report_.text(here),
                     report_.text(there))},
        {{there, {"其他的写法", "the style of the others"}}},
        Fix{{fmt::format("改为“{}”", wanted), fmt::format("Write “{}”", wanted)}, {{here, wanted}}});
  }

  const ReportView& report_;
  const MarkRun& run_;
  std::vector<Style> styles_;
};

void check(const ReportView& report, FindingSink& findings) {
  for (const MarkRun& run : mark_runs(report.outline)) {
    const bool punctuated = run.size() >= 2 && is_punctuated(run.front().form);
    if (punctuated && !is_uniform(report, run)) StyleChecker(report, run).run(findings);
  }
}

}  // namespace

extern constinit const Rule mixed_numbering_style{
    .code = "NUM007",
    .name = "mixed-numbering-style",
    .severity = Severity::note,
    .since = "0.1.0",
    .catches = {"同级序号写法不一：有的是“1.”，有的是“2、”。",
                "Marks of one level in two styles: 1. and 2、."},
    .why = {"多半是几份稿子拼成的；格式检查一眼就能看出。",
            "Mostly several drafts put together; whoever looks at the form sees it at once."},
    .source = "GB/T 9704-2012, 7.3.3",
    .examples = kExamples,
    .check = check,
};

}  // namespace tallybook::rules

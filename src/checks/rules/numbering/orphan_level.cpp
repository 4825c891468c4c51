#include <fmt/format.h>

#include <optional>

#include "checks/text_search.hpp"
#include "checks/view.hpp"
#include "text/characters.hpp"

namespace tallybook::rules {
namespace {

using namespace checks;

constexpr Example kExamples[] = {
    {.bad = "⟦（一）⟧抓排查\n排查隐患36处。\n（二）抓整改\n整改隐患36处。",
     .good = "一、抓排查\n排查隐患36处。\n二、抓整改\n整改隐患36处。"},
    {.bad = "一、主要工作\n⟦1.⟧抓排查\n排查隐患36处。\n2.抓整改\n整改隐患36处。",
     .good = "一、主要工作\n（一）抓排查\n排查隐患36处。\n（二）抓整改\n整改隐患36处。"},
};

/// The rank of a form among the four levels of GB/T 9704: 一、 （一） 1. （1）.
std::optional<int> rank_of(MarkForm form) {
  switch (form) {
    case MarkForm::chinese:
      return 1;
    case MarkForm::chinese_bracketed:
      return 2;
    case MarkForm::arabic:
      return 3;
    case MarkForm::arabic_bracketed:
      return 4;
    default:
      return std::nullopt;
  }
}

/// Whether a colon stands before: what it leads into (主要做了以下工作：) numbers its items as it likes.
bool is_led_into(std::string_view text, std::uint32_t offset) {
  const std::uint32_t end = before_spaces(text, offset);
  const char32_t before = end == 0 ? U'\0' : text::code_point_before(text, end).value;
  return before == U'：' || before == U':';
}

class LevelChecker {
 public:
  LevelChecker(const ReportView& report, FindingSink& findings)
      : report_(report), sections_(report.outline.sections), findings_(findings) {}

  /// Once a report: what one section does its siblings do too.
  void run() {
    check_orphan();
    check_skip();
  }

 private:
  /// （一） with nothing above it, though levels begin with 一、.
  void check_orphan() {
    const Section* first = nullptr;
    for (const Section& section : sections_) {
      const MarkForm form = section.mark.form;
      if (form == MarkForm::chinese || form == MarkForm::part || form == MarkForm::ordinal) return;
      if (form == MarkForm::chinese_bracketed && section.parent == 0 && first == nullptr) first = &section;
    }
    if (first == nullptr || !opens_level(*first)) return;
    const std::string_view mark = report_.text(first->mark.span);
    findings_.add(first->mark.span,
                  {fmt::format("全文没有“一、”，直接用了“{}”。", mark),
                   fmt::format("“{}” stands with no “一、” above it in the whole text.", mark)});
  }

  void check_skip() {
    const Section* first = nullptr;
    std::vector<Related> others;
    for (std::uint32_t i = 1; i < sections_.size(); ++i) {
      const Section& section = sections_[i];
      const bool first_child = section.parent == i - 1;
      if (!first_child || !skips_level(section)) continue;
      if (first == nullptr) {
        first = &section;
      } else {
        others.push_back({section.mark.span, {"这里也是", "here, too"}});
      }
    }
    if (first == nullptr) return;
    const std::string_view mark = report_.text(first->mark.span);
    const std::string_view above = report_.text(sections_[first->parent].mark.span);
    findings_.add(first->mark.span,
                  {fmt::format("“{}”下面直接用“{}”，跳过了一级。", above, mark),
                   fmt::format("“{}” stands directly under “{}”: a level is skipped.", mark, above)},
                  std::move(others));
  }

  /// What begins with （二） is an excerpt, and what stands within a paragraph no heading.
  bool opens_level(const Section& section) const {
    const std::string_view text = report_.document.text;
    const std::uint32_t begin = section.mark.span.begin;
    return section.mark.number == 1 && opens_line(text, begin) && !is_led_into(text, begin);
  }

  bool skips_level(const Section& section) const {
    if (section.parent == kNone || section.parent == 0 || !opens_level(section)) return false;
    const std::optional<int> rank = rank_of(section.mark.form);
    const std::optional<int> above = rank_of(sections_[section.parent].mark.form);
    if (!rank || !above || *rank <= *above + 1) return false;
    // What is appended numbers its items for itself.
    const Span between = {sections_[section.parent].heading.end, section.mark.span.begin};
    return !contains_any(report_.text(between), {"\n附件", "\n附表"});
  }

  const ReportView& report_;
  const std::vector<Section>& sections_;
  FindingSink& findings_;
};

void check(const ReportView& report, FindingSink& findings) {
  LevelChecker(report, findings).run();
}

}  // namespace

extern constinit const Rule orphan_level{
    .code = "NUM004",
    .name = "orphan-level",
    .severity = Severity::note,
    .since = "0.1.0",
    .catches =
        {"层次序数缺上一级或跳级：全文没有“一、”就用（一），“一、”下面直接用“1.”。每份材料各提示一次。",
         "A level without the one above it: （一） and no 一、 in the whole text, or 1. directly under 一、. "
         "Said once a report."},
    .why = {"层次序数依次为“一、”“（一）”“1.”“（1）”；缺一级，多半是摘自别处或漏了标题。",
            "The levels are 一、 （一） 1. （1） in turn; where one is missing the text was taken from "
            "elsewhere or "
            "lost a heading."},
    .source = "GB/T 9704-2012, 7.3.3",
    .examples = kExamples,
    .check = check,
};

}  // namespace tallybook::rules

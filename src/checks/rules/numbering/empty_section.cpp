#include <fmt/format.h>

#include <vector>

#include "checks/text_search.hpp"
#include "checks/view.hpp"

namespace tallybook::rules {
namespace {

using namespace checks;

constexpr Example kExamples[] = {
    {.bad = "一、主要工作\n走访农户320户。\n⟦二、存在的问题⟧",
     .good = "一、主要工作\n走访农户320户。\n二、存在的问题\n技术力量不足。"},
    {.bad = "一、主要工作\n走访农户320户。\n⟦二、存在的问题⟧\n三、下步打算\n办好培训班。",
     .good = "一、主要工作\n走访农户320户。\n二、存在的问题\n技术力量不足。\n三、下步打算\n办好培训班。"},
};

/// A longer line is an item that says what it has to say.
constexpr std::size_t kLongestHeading = 40;  // characters

/// A heading is a phrase; what ends like a sentence says something already.
bool ends_like_sentence(std::string_view heading) {
  for (const std::string_view stop : {"。", "；", "！", "？", "…", ";", "!", "?", "."}) {
    if (heading.ends_with(stop)) return true;
  }
  return false;
}

/// How the sections below one parent are filled.
struct Siblings {
  std::uint32_t filled = 0;
  std::uint32_t empty = 0;
};

class EmptySections {
 public:
  explicit EmptySections(const ReportView& report)
      : report_(report), has_child_(report.outline.sections.size()), below_(has_child_.size()) {
    for (const Section& section : sections()) {
      if (section.parent != kNone) has_child_[section.parent] = true;
    }
    for (std::uint32_t i = 1; i < sections().size(); ++i) {
      Siblings& siblings = below_[sections()[i].parent];
      is_empty(i) ? ++siblings.empty : ++siblings.filled;
    }
  }

  /// Where most parts of a level have no text of their own they are the items of a list, not
  /// headings; a lone empty one among filled ones has lost its text.
  bool lost_its_text(std::uint32_t i) const {
    const Section& section = sections()[i];
    if (section.mark.form == MarkForm::none || section.run_on || !is_empty(i)) return false;
    if (!is_heading_line(section)) return false;
    const Siblings& siblings = below_[section.parent];
    return siblings.filled > 0 && siblings.empty <= siblings.filled;
  }

 private:
  const std::vector<Section>& sections() const { return report_.outline.sections; }

  bool is_heading_line(const Section& section) const {
    const std::string_view heading = report_.text(section.heading);
    if (heading.empty() || ends_like_sentence(heading)) return false;
    return ends_block(section.heading.end) && text::count_code_points(heading) <= kLongestHeading;
  }

  /// Where line breaks were lost, what follows a heading cannot be told from it.
  bool ends_block(std::uint32_t offset) const {
    const std::string_view rest = report_.text({offset, report_.report.span.end});
    return text::trim(rest.substr(0, rest.find('\n'))).empty();
  }

  bool is_empty(std::uint32_t i) const {
    return !has_child_[i] && text::trim(report_.text(sections()[i].body)).empty();
  }

  const ReportView& report_;
  std::vector<bool> has_child_;
  std::vector<Siblings> below_;
};

void check(const ReportView& report, FindingSink& findings) {
  const std::vector<Section>& sections = report.outline.sections;
  if (sections.size() < 2) return;
  const EmptySections empty_sections(report);
  for (std::uint32_t i = 1; i < sections.size(); ++i) {
    if (!empty_sections.lost_its_text(i)) continue;
    const Span heading = {sections[i].mark.span.begin, sections[i].heading.end};
    findings.add(heading,
                 {fmt::format("标题“{}”下面没有内容。", report.text(sections[i].heading)),
                  fmt::format("Nothing stands under the heading “{}”.", report.text(sections[i].heading))});
  }
}

}  // namespace

extern constinit const Rule empty_section{
    .code = "NUM005",
    .name = "empty-section",
    .severity = Severity::warning,
    .since = "0.1.0",
    .catches = {"标题下面没有内容，接着就是下一个同级标题或全文结束。",
                "A heading with nothing under it before the next heading of its level or the end."},
    .why = {"标题许诺的内容没有写，或者在合稿时丢了。",
            "What the heading promises was not written, or was lost when drafts were joined."},
    .source = "GB/T 9704-2012, 7.3.3",
    .examples = kExamples,
    .check = check,
};

}  // namespace tallybook::rules

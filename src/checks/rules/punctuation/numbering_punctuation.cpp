#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "checks/text_search.hpp"
#include "checks/view.hpp"

namespace tallybook::rules {
namespace {

using namespace checks;

constexpr Example kExamples[] = {
    {.bad = "一、主要工作\n⟦（一）、⟧抓培训\n培训农民3200人次。\n（二）、抓示范\n建成示范点6个。",
     .good = "一、主要工作\n（一）抓培训\n培训农民3200人次。\n（二）抓示范\n建成示范点6个。"},
    {.bad = "主要抓了两件事。⟦1、⟧抓培训，办班12期。2、抓示范，建点6个。",
     .good = "主要抓了两件事。1.抓培训，办班12期。2.抓示范，建点6个。"},
    {.bad = "体会有两点：⟦第一、⟧要抓早；第二、要抓小。", .good = "体会有两点：第一，要抓早；第二，要抓小。"},
};

/// What is wrong behind the number of a mark.
enum class Defect : std::uint8_t { stop_after_bracket, stop_after_point, arabic, ordinal, chinese };
constexpr std::size_t kDefects = 5;

constexpr bool is_point(char32_t c) {
  return c == U'.' || c == U'．';
}

std::optional<Defect> defect_of(MarkForm form, char32_t before_last, char32_t last) {
  const bool enumeration_comma = last == U'、';
  switch (form) {
    case MarkForm::chinese_bracketed:
    case MarkForm::arabic_bracketed:
    case MarkForm::circled:
      if (enumeration_comma || is_point(last)) return Defect::stop_after_bracket;
      return std::nullopt;
    case MarkForm::arabic:
      if (!enumeration_comma) return std::nullopt;
      return text::is_digit(before_last) ? Defect::arabic : Defect::stop_after_point;
    case MarkForm::ordinal:
    case MarkForm::item_first:
      if (enumeration_comma) return Defect::ordinal;
      return std::nullopt;
    case MarkForm::chinese:
      if (is_point(last)) return Defect::chinese;
      return std::nullopt;
    default:
      return std::nullopt;
  }
}

std::string_view replacement_of(Defect defect) {
  constexpr std::array<std::string_view, kDefects> kRight = {"", "", ".", "，", "、"};
  return kRight[static_cast<std::size_t>(defect)];
}

Message message_of(Defect defect, std::string_view mark) {
  switch (defect) {
    case Defect::stop_after_bracket:
      return {fmt::format("带括号的序号后面不加点号：“{}”。", mark),
              fmt::format("No stop stands after a number in brackets: “{}”.", mark)};
    case Defect::stop_after_point:
      return {fmt::format("序号后面只用一个点：“{}”。", mark),
              fmt::format("One stop is enough after a number: “{}”.", mark)};
    case Defect::arabic:
      return {fmt::format("阿拉伯数字的序号后面用下脚点“.”，不用顿号：“{}”。", mark),
              fmt::format("An Arabic number in a list takes a full point: “{}”.", mark)};
    case Defect::ordinal:
      return {fmt::format("“第一”“首先”一类序次语后面用逗号：“{}”。", mark),
              fmt::format("第一, 首先 and the like take a comma: “{}”.", mark)};
    case Defect::chinese:
      return {fmt::format("汉字数字的序号后面用顿号：“{}”。", mark),
              fmt::format("A Chinese number in a list takes 、: “{}”.", mark)};
  }
  return {};
}

/// All marks of a report that share a defect: one habit of the writer, one finding.
struct Habit {
  std::vector<Span> marks;
  std::vector<Edit> edits;
};

class HabitFinder {
 public:
  explicit HabitFinder(const ReportView& report) : report_(report) {}

  std::array<Habit, kDefects> run() {
    for (const Section& section : report_.outline.sections) read(section.mark);
    for (const Enumeration& enumeration : report_.outline.enumerations) {
      for (const EnumerationItem& item : enumeration.items) read(item.mark);
    }
    for (Habit& habit : habits_) sort(habit);
    return std::move(habits_);
  }

 private:
  void read(const Mark& mark) {
    const std::string_view text = report_.document.text;
    const Span span = trimmed(text, mark.span);
    if (mark.form == MarkForm::none || span.empty()) return;
    const text::CodePoint last = text::code_point_before(text, span.end);
    const char32_t before = char_before(text, span, span.end - last.size);
    const std::optional<Defect> defect = defect_of(mark.form, before, last.value);
    if (!defect || would_make_decimal(*defect, mark.span.end)) return;
    Habit& habit = habits_[static_cast<std::size_t>(*defect)];
    habit.marks.push_back(span);
    habit.edits.push_back({{span.end - last.size, span.end}, std::string(replacement_of(*defect))});
  }

  /// `1、5万亩` must not become 1.5万亩.
  bool would_make_decimal(Defect defect, std::uint32_t end) const {
    return defect == Defect::arabic &&
           text::is_digit(char_at(report_.document.text, report_.report.span, end));
  }

  static void sort(Habit& habit) {
    std::sort(habit.marks.begin(), habit.marks.end());
    const auto by_place = [](const Edit& a, const Edit& b) { return a.span < b.span; };
    const auto same_place = [](const Edit& a, const Edit& b) { return a.span == b.span; };
    std::sort(habit.edits.begin(), habit.edits.end(), by_place);
    habit.marks.erase(std::unique(habit.marks.begin(), habit.marks.end()), habit.marks.end());
    habit.edits.erase(std::unique(habit.edits.begin(), habit.edits.end(), same_place), habit.edits.end());
  }

  const ReportView& report_;
  std::array<Habit, kDefects> habits_;
};

/// One mark in the middle of a paragraph may be none: 从0到1、从1到2.
bool is_lone_and_inside(const ReportView& report, const Habit& habit) {
  if (habit.marks.size() > 1) return false;
  const std::uint32_t begin = habit.marks.front().begin;
  const auto& blocks = report.document.blocks;
  const auto after =
      std::upper_bound(blocks.begin(), blocks.end(), begin,
                       [](std::uint32_t value, const Block& b) { return value < b.span.begin; });
  return after == blocks.begin() || trimmed(report.document.text, std::prev(after)->span).begin != begin;
}

void check(const ReportView& report, FindingSink& findings) {
  std::array<Habit, kDefects> habits = HabitFinder(report).run();
  for (std::size_t defect = 0; defect < kDefects; ++defect) {
    Habit& habit = habits[defect];
    if (habit.marks.empty() || is_lone_and_inside(report, habit)) continue;
    std::vector<Related> related;
    for (std::size_t i = 1; i < habit.marks.size(); ++i) {
      related.push_back({habit.marks[i], {"同样的序号", "the same again"}});
    }
    findings.add(habit.marks.front(),
                 message_of(static_cast<Defect>(defect), report.text(habit.marks.front())),
                 std::move(related), Fix{{"改正序号的标点", "Mend the marks"}, std::move(habit.edits)});
  }
}

}  // namespace

extern constinit const Rule numbering_punctuation{
    .code = "PUN005",
    .name = "numbering-punctuation",
    .severity = Severity::note,
    .since = "0.1.0",
    .catches =
        {"序号后面的标点不合规定：（一）、  1、  第一、  一. 。同样的写法一篇只报一次。",
         "The wrong stop after a number: （一）、 1、 第一、 一.; each habit is reported once a report."},
    .why = {"国家标准对每种序号后面用什么标点都有规定，混着用，层次看不清。",
            "The standard gives every form of number its own stop; mixed ones blur the levels."},
    .source = "GB/T 9704-2012, 7.3.3; GB/T 15834-2011, B.3.1–B.3.4",
    .examples = kExamples,
    .check = check,
};

}  // namespace tallybook::rules

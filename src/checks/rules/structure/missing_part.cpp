#include <fmt/format.h>

#include <optional>

#include "checks/text_search.hpp"
#include "checks/view.hpp"

namespace tallybook::rules {
namespace {

using namespace checks;

constexpr Example kExamples[] = {
    {.bad = "青澜县水务局2026年上半年工作总结\n一、主要工作\n上半年我局建成水厂2座，铺设管网36公里，新增供水"
            "人口3.2万人，水质抽检合格率保持在98%以上。\n"
            "⟦二、存在的问题⟧\n技术力量不足，管网老化。",
     .good = "青澜县水务局2026年上半年工作总结\n一、主要工作\n上半年我局建成水厂2座，铺设管网36公里，新增供水"
             "人口3.2万人，水质抽检合格率保持在98%以上。\n"
             "二、存在的问题\n技术力量不足，管网老化。\n三、下半年打算\n更换老旧管网20公里。"},
};

using Words = std::span<const std::string_view>;

/// What a heading calls the part on problems, and the part on what comes next.
constexpr std::string_view kProblemHeadings[] = {"问题", "不足", "困难", "短板", "薄弱", "差距"};
constexpr std::string_view kNextHeadings[] = {"打算",     "下一步", "下步",     "下阶段", "工作计划",
                                              "工作安排", "思路",   "努力方向", "设想",   "下半年",
                                              "今后",     "明年",   "工作重点", "展望"};
/// How running text speaks of them.
constexpr std::string_view kProblemWords[] = {"存在",     "不足",     "不容忽视", "不够",
                                              "差距",     "困难是",   "有待加强", "有待提高",
                                              "有待改进", "问题主要", "短板",     "薄弱环节"};
constexpr std::string_view kNextWords[] = {"下一步", "下步",     "下阶段", "下半年", "今后",   "明年",
                                           "接下来", "新的一年", "将继续", "我们将", "我局将", "来年"};
/// Problems that were dealt with are no part on problems.
constexpr std::string_view kDealtWith[] = {"解决", "针对",   "查找",   "排查", "整改", "发现",
                                           "反映", "指出",   "梳理",   "克服", "检查", "分析",
                                           "纠正", "不存在", "就存在", "围绕"};
/// What a county's organs call themselves.
constexpr std::string_view kOwnSelf[] = {"我县", "我局", "我市", "我区", "我馆", "我旗", "我镇",
                                         "我乡", "我院", "我校", "我委", "我办", "我站", "县委",
                                         "区委", "旗委", "全县", "全旗", "全乡", "全镇"};

constexpr std::uint32_t kShortestReport = 200;  // bytes
/// Bytes: by then a summary has said what it is.
constexpr std::size_t kOpening = 12'000;

/// Whether a report is a summary of work: by its title or, where a compiled page gives none, by how
/// it speaks of itself and its time.
bool is_summary(const ReportView& report) {
  if (report.report.title) {
    const std::string_view title = report.text(*report.report.title);
    return contains_any(title, {"总结", "小结", "述职", "工作汇报", "工作情况", "情况汇报", "工作报告"}) &&
           !contains_any(title, {"政府工作报告", "公报", "通知", "调研"});
  }
  const std::string_view text = text::opening_of(report.text(report.report.span), kOpening);
  if (contains_any(text, {"各位代表", "本公司", "董事会"})) return false;  // a government's, a company's
  return contains_any(text, {"上半年", "今年来", "今年以来", "一年来", "半年来", "年初以来"}) &&
         contains_any(text, kOwnSelf);
}

class PartFinder {
 public:
  explicit PartFinder(const ReportView& report) : report_(report), sections_(report.outline.sections) {}

  bool has_sections() const { return sections_.size() > 2; }

  bool has_problems() const {
    return has_heading(kProblemHeadings, kDealtWith) || tells(kProblemWords, true);
  }
  bool has_next_steps() const { return has_heading(kNextHeadings, {}) || tells(kNextWords, false); }

  /// The last heading: behind it the part should follow. The last sentence where it announces what
  /// then does not come.
  Span place() const {
    const std::vector<Sentence>& sentences = report_.outline.sentences;
    if (!sentences.empty() && announces_problems(sentences.back())) return sentences.back().span;
    const Section& last = sections_.back();
    return {last.mark.span.begin, last.heading.end};
  }

 private:
  bool has_heading(Words words, Words unless) const {
    for (std::size_t i = 1; i < sections_.size(); ++i) {
      const std::string_view heading = report_.text(sections_[i].heading);
      if (contains_any(heading, words) && !contains_any(heading, unless)) return true;
    }
    return false;
  }

  /// In running text the part stands near the end.
  bool tells(Words words, bool problems) const {
    const Span span = report_.report.span;
    const std::uint32_t from = span.end - span.size() / 3;
    for (const Sentence& sentence : report_.outline.sentences) {
      if (sentence.span.begin < from) continue;
      const std::string_view text = report_.text(sentence.span);
      if (!contains_any(text, words)) continue;
      if (!problems) return true;
      if (!contains_any(text, kDealtWith) && !announces_problems(sentence)) return true;
    }
    return false;
  }

  /// …也清醒地认识到工作中存在的困难和问题，亟待解决。 And there the report ends.
  bool announces_problems(const Sentence& sentence) const {
    if (&sentence != &report_.outline.sentences.back()) return false;
    const std::string_view text = report_.text(sentence.span);
    return contains_any(
               text, {"清醒地认识到", "清醒认识到", "清醒地看到", "也要看到", "存在的问题", "存在的困难"}) &&
           !contains_any(text, {"一是", "主要是", "如", "：", ":", "表现"});
  }

  const ReportView& report_;
  const std::vector<Section>& sections_;
};

Message message_for(bool problems, bool next_steps) {
  if (!problems && !next_steps) {
    return {"总结到此结束，既没有写存在的问题，也没有写下一步打算。",
            "The summary ends here with neither problems nor next steps."};
  }
  if (!problems) return {"总结没有写存在的问题。", "The summary names no problems."};
  return {"总结没有写下一步打算。", "The summary gives no next steps."};
}

void check(const ReportView& report, FindingSink& findings) {
  const PartFinder parts(report);
  const bool has_parts = report.report.span.size() >= kShortestReport && parts.has_sections();
  if (!has_parts || !is_summary(report)) return;
  const bool problems = parts.has_problems();
  const bool next_steps = parts.has_next_steps();
  if (!problems || !next_steps) findings.add(parts.place(), message_for(problems, next_steps));
}

}  // namespace

extern constinit const Rule missing_part{
    .code = "STR001",
    .name = "missing-part",
    .severity = Severity::note,
    .since = "0.1.0",
    .catches = {"工作总结没有写存在的问题，或者没有写下一步打算。",
                "A work summary that names no problems, or gives no next steps."},
    .why = {"总结一般由成绩、问题、打算三部分组成；缺一部分，多半是没有写完或摘录不全。",
            "A summary tells what was done, what is wrong and what comes next; where one is missing it is "
            "mostly "
            "unfinished or cut short."},
    .source = "党政机关公文处理工作条例（中办发〔2012〕14号）第八条（报告）；机关工作总结的通行体例",
    .examples = kExamples,
    .check = check,
};

}  // namespace tallybook::rules

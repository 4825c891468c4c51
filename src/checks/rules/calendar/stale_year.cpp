#include <fmt/format.h>

#include <optional>

#include "checks/moments.hpp"
#include "checks/outline_lookup.hpp"
#include "checks/text_search.hpp"
#include "checks/view.hpp"
#include "text/characters.hpp"

namespace tallybook::rules {
namespace {

using namespace checks;

constexpr Example kExamples[] = {
    {.bad = "青澜县水务局2026年上半年工作总结\n⟦2025年上半年⟧，我局建成水厂2座，铺设管网36公里。",
     .good = "青澜县水务局2026年上半年工作总结\n2026年上半年，我局建成水厂2座，铺设管网36公里。"},
    {.bad = "青澜县水务局2026年上半年工作总结\n一、主要工作\n建成水厂2座。\n二、⟦2025年下半年⟧工作打算\n"
            "铺设管网36公里。",
     .good = "青澜县水务局2026年上半年工作总结\n一、主要工作\n建成水厂2座。\n二、2026年下半年工作打算\n"
             "铺设管网36公里。"},
};

/// The period that a report's title gives it, and the words that do.
struct OwnPeriod {
  Period period;
  Span words;
};

/// A summary is of its title's year; a plan or a government's report, which looks back on the year
/// before, is not.
std::optional<OwnPeriod> own_period(const ReportView& report) {
  if (!report.report.title) return {};
  const Span title = *report.report.title;
  const std::string_view words = report.text(title);
  if (contains_any(words, {"政府工作报告", "计划", "要点", "规划", "方案"})) return {};
  if (!contains_any(words, {"总结", "小结", "汇报", "述职", "情况"})) return {};
  for (const Moment& moment : report.moments) {
    if (!title.contains(moment.span)) continue;
    const bool own = told_parts(report.text(moment.span)).year && moment.valid && moment.resolved &&
                     moment.from.year == moment.to.year;
    if (!own) return {};
    return OwnPeriod{{moment.from, moment.to}, moment.span};
  }
  return {};
}

bool is_whole_year(const Period& period) {
  constexpr int kMonths = 12;
  return period.from.month == 1 && period.to.month == kMonths;
}

/// Names of plans, meetings and papers keep their year: 《…》, “…”, （…）. Whether what stands at
/// `offset` is within one.
bool is_enclosed(std::string_view sentence, std::size_t offset) {
  const std::string_view before = sentence.substr(0, offset);
  struct Pair {
    std::string_view open, close;
  };
  for (const Pair& pair : {Pair{"《", "》"}, Pair{"“", "”"}, Pair{"（", "）"}, Pair{"(", ")"}}) {
    const std::size_t open = before.rfind(pair.open);
    if (open != std::string_view::npos && before.find(pair.close, open) == std::string_view::npos)
      return true;
  }
  return false;
}

/// The first sentence behind the title that is no heading or address; null where none is.
const Sentence* first_of_body(const ReportView& report) {
  for (const Sentence& sentence : report.outline.sentences) {
    if (sentence.span.begin < report.report.title->end) continue;
    if (contains_any(report.text(sentence.span), {"，", ",", "。"})) return &sentence;
  }
  return nullptr;
}

class StaleYears {
 public:
  StaleYears(const ReportView& report, const OwnPeriod& own)
      : report_(report), own_(own), first_of_body_(first_of_body(report)) {}

  void check(FindingSink& findings) {
    for (const Moment& moment : report_.moments) {
      if (!is_candidate(moment)) continue;
      const Sentence* sentence = sentence_at(report_.outline, moment.span.begin);
      if (sentence == nullptr || is_looked_back_on(*sentence, moment)) continue;
      if (repeats_own_period(*sentence, moment) || closes_own_period(moment) ||
          opens_body(*sentence, moment) || is_planned(*sentence, moment)) {
        add(moment, findings);
      }
    }
  }

 private:
  [[nodiscard]] int year() const { return own_.period.to.year; }

  [[nodiscard]] bool is_candidate(const Moment& moment) const {
    return moment.span.begin >= own_.words.end && moment.valid && moment.resolved && !moment.lunar &&
           !moment.comparison && moment.from.year >= year() - 1 && moment.to.year <= year() &&
           told_parts(report_.text(moment.span)).year;
  }

  /// A comparison or a name, or words that go on to this year in the sentence or the one behind it.
  [[nodiscard]] bool is_looked_back_on(const Sentence& sentence, const Moment& moment) const {
    const Span place = near(sentence.span, moment.span);
    const std::string_view words = report_.text(place);
    return goes_on_to_this_year(sentence, moment) ||
           contains_any(words, {"同期", "同比", "相比", "比20", "较20", "对比", "基础上", "基数", "以来",
                                "至今", "历年", "分别为", "去年", "上年", "当时", "曾"}) ||
           is_enclosed(words, moment.span.begin - place.begin);
  }
  [[nodiscard]] bool goes_on_to_this_year(const Sentence& sentence, const Moment& moment) const {
    if (moment.from.year == year()) return false;
    const Sentence* next = &sentence + 1;
    const bool goes_on = next != &*report_.outline.sentences.end() && next->block == sentence.block;
    const Span both = {sentence.span.begin, goes_on ? next->span.end : sentence.span.end};
    const std::string_view words = report_.text(near(both, moment.span));
    return contains_any(words, {"今年", "本年"}) || names_this_year(words);
  }

  /// This year's number. Within 《…》 it says nothing of when a thing was done: 《2026年工作要点》.
  [[nodiscard]] bool names_this_year(std::string_view words) const {
    const std::string this_year = std::to_string(year()) + "年";
    std::size_t title = 0;  // how far titles have been passed over
    for (std::size_t at = words.find(this_year); at != std::string_view::npos;
         at = words.find(this_year, at + this_year.size())) {
      if (at < title) continue;
      const std::size_t open = words.substr(0, at).rfind("《");
      const std::size_t close = open == std::string_view::npos ? open : words.find("》", open);
      if (close == std::string_view::npos || close < at) return true;
      title = close;
    }
    return false;
  }

  /// 2025年上半年，我局… in a report of 2026年上半年.
  [[nodiscard]] bool repeats_own_period(const Sentence& sentence, const Moment& moment) const {
    return !is_whole_year(own_.period) && is_year_before(moment.from, own_.period.from) &&
           is_year_before(moment.to, own_.period.to) &&
           (is_short_heading(sentence, moment) ||
            speaks_of_self(report_.text(near(sentence.span, moment.span))));
  }
  [[nodiscard]] bool speaks_of_self(std::string_view words) const {
    const auto names = [&](const std::optional<Span>& name) {
      return name && words.find(report_.text(*name)) != std::string_view::npos;
    };
    return names_us(words) ||
           contains_any(words, {"全县", "全市", "全区", "全省", "全州", "全旗", "全局", "全乡", "全镇",
                                "全街道", "全系统", "全院", "全校", "全馆", "全队"}) ||
           names(report_.report.organisation) || names(report_.report.area) || names_own_organ(words);
  }
  /// 县水务局 in the report of 青澜县水务局.
  [[nodiscard]] bool names_own_organ(std::string_view words) const {
    if (!report_.report.organisation || !report_.report.area) return false;
    constexpr std::size_t kLevel = 3;  // bytes: 县
    const std::string_view organ = report_.text(*report_.report.organisation);
    const std::string_view area = report_.text(*report_.report.area);
    return area.size() > kLevel && organ.size() > area.size() + kLevel && organ.starts_with(area) &&
           words.find(organ.substr(area.size() - kLevel)) != std::string_view::npos;
  }
  /// 我局, 我们; 我国 is everybody.
  static bool names_us(std::string_view words) {
    constexpr std::string_view kUs = "我";
    for (std::size_t at = words.find(kUs); at != std::string_view::npos; at = words.find(kUs, at + 1)) {
      if (text::code_point_at(words, at + kUs.size()).value != U'国') return true;
    }
    return false;
  }
  [[nodiscard]] bool is_short_heading(const Sentence& sentence, const Moment& moment) const {
    const Span heading = report_.outline.sections[sentence.section].heading;
    constexpr std::uint32_t kLongest = 90;  // 30 characters
    return heading.contains(moment.span) && heading.size() <= kLongest &&
           report_.text(heading).find("，") == std::string_view::npos;
  }
  static bool is_year_before(Date date, Date own) {
    return date.year == own.year - 1 && date.month == own.month;
  }

  /// 截至2025年6月底 in a report of 2026年上半年. The end of a year is a base that reports count from.
  [[nodiscard]] bool closes_own_period(const Moment& moment) const {
    return !is_whole_year(own_.period) && report_.text(moment.span).starts_with("截") &&
           is_year_before(moment.to, own_.period.to);
  }

  /// The first sentence of the body says of what time it speaks: 2025年，我局在…领导下….
  [[nodiscard]] bool opens_body(const Sentence& sentence, const Moment& moment) const {
    if (moment.to.year != year() - 1 || moment.span.begin != sentence.span.begin) return false;
    if (&sentence != first_of_body_) return false;
    const std::string_view after = report_.text({moment.span.end, near(sentence.span, moment.span).end});
    return (contains_any(after, {"我", "在", "本", "全"}) || names_own_organ(after)) &&
           (after.starts_with("，") || after.starts_with(","));
  }

  /// 下一步打算 for a time that is over.
  [[nodiscard]] bool is_planned(const Sentence& sentence, const Moment& moment) const {
    const bool over =
        moment.to < own_.period.from ||
        (is_whole_year(own_.period) && moment.to <= own_.period.to && moment.from == own_.period.from);
    if (!over) return false;
    const std::string_view heading = report_.text(report_.outline.sections[sentence.section].heading);
    if (is_short_heading(sentence, moment)) {
      return contains_any(heading, {"打算", "计划", "思路", "安排", "设想", "下一步", "下步"}) &&
             !contains_any(heading, {"完成", "情况", "总结", "落实"});
    }
    if (!is_headed_by(report_, sentence.section,
                      {"打算", "下一步", "下步", "工作计划", "工作思路", "工作安排"})) {
      return false;
    }
    constexpr std::uint32_t kLongestLead = 15;  // （十一）到
    const std::string_view after = report_.text({moment.span.end, near(sentence.span, moment.span).end});
    return moment.span.begin - sentence.span.begin <= kLongestLead &&
           (contains_any(after, {"将", "要", "力争", "确保", "计划", "争取"}) ||
            report_.text({sentence.span.begin, moment.span.begin}).ends_with("到"));
  }

  void add(const Moment& moment, FindingSink& findings) const {
    findings.add(
        moment.span,
        {fmt::format("全文讲的是{}年，这里写{}年，可能是旧稿的年份没有改。", year(), moment.to.year),
         fmt::format("The report is of {}; this speaks of {}, a year that may be left from an older text.",
                     year(), moment.to.year)},
        {{own_.words, {"题目中的年份", "the year in the title"}}});
  }

  const ReportView& report_;
  OwnPeriod own_;
  const Sentence* first_of_body_;
};

/// A summary of 2025年上半年 signed in July 2026: one of the two years was not changed.
void check_signature(const ReportView& report, const OwnPeriod& own, FindingSink& findings) {
  if (!report.report.date) return;
  const Date date = *report.report.date;
  const Date end = own.period.to;
  constexpr int kMonths = 12;
  constexpr int kLatest = 10;  // months after the period's end
  if ((date.year - end.year) * kMonths + date.month - end.month <= kLatest) return;
  findings.add(
      own.words,
      {fmt::format("题目写{}年，落款却是{}年{}月，有一处年份可能没有改。", end.year, date.year, date.month),
       fmt::format("Titled {}, signed {}-{:02}: one of the years may be left from an older text.", end.year,
                   date.year, date.month)});
}

void check(const ReportView& report, FindingSink& findings) {
  const auto own = own_period(report);
  if (!own) return;
  StaleYears(report, *own).check(findings);
  check_signature(report, *own, findings);
}

}  // namespace

extern constinit const Rule stale_year{
    .code = "DAT004",
    .name = "stale-year",
    .severity = Severity::warning,
    .since = "0.1.0",
    .catches =
        {"题目写今年，正文却留着上一年的年份：题目是2026年上半年，正文写“2025年上半年，我局……”。",
         "Last year's year left in this year's report: titled 2026年上半年, its body says 2025年上半年."},
    .why = {"多半是拿上年的稿子改的，年份没有改全；数字是哪一年的也就成了疑问。",
            "Mostly last year's text with the year changed in places; of which year the figures are becomes "
            "doubtful."},
    .source = "the title's period is the report's period",
    .examples = kExamples,
    .check = check,
};

}  // namespace tallybook::rules

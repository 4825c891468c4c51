#include <fmt/format.h>

#include <array>
#include <optional>
#include <string_view>

#include "checks/outline_lookup.hpp"
#include "checks/text_search.hpp"
#include "checks/view.hpp"

namespace tallybook::rules {
namespace {

using namespace checks;

constexpr Example kExamples[] = {
    {.bad = "青澜县水务局2026年上半年工作总结\n上半年，在⟦白沙县⟧委、县政府的正确领导下，建成水厂2座。",
     .good = "青澜县水务局2026年上半年工作总结\n上半年，在青澜县委、县政府的正确领导下，建成水厂2座。"},
};

constexpr std::uint32_t kHan = 3;  // bytes
constexpr std::size_t kShortestName = 2;
constexpr std::size_t kLongestName = 4;  // characters

/// Levels on which a place has neighbours with whom it could be confused. A county-level city lies in
/// a city, so that another city's name says nothing.
constexpr std::array<std::string_view, 5> kLevels = {"县", "区", "旗", "乡", "镇"};

/// What no name of a place holds: 我县, 各县, 两县.
constexpr std::u32string_view kNotInNames =
    U"我全各本该外邻两多每此其一二三四五六七八九十几数省市县区旗州乡镇村个的是";
struct Name {
  Span span;  ///< with its level: 白沙县
  std::string_view words;
};

class PlaceReader {
 public:
  PlaceReader(const ReportView& report, std::string_view level)
      : text_(report.document.text), words_(report.vocabulary.names), level_(level) {}

  /// The name that ends with the level at `at`, where a clause or one of a few prepositions begins it.
  std::optional<Name> name_before(Span clause, std::uint32_t at) const {
    constexpr std::u32string_view kLeads = U"在经由以";
    std::uint32_t begin = at;
    for (std::size_t length = 0; length <= kLongestName; ++length) {
      const char32_t before = char_before(text_, clause, begin);
      if (before == U'\0' || !text::is_han(before) || kLeads.find(before) != std::u32string_view::npos) {
        return is_name(begin, at, length)
                   ? std::optional(Name{{begin, end_of(at)}, text_.substr(begin, at - begin)})
                   : std::nullopt;
      }
      begin -= text::code_point_before(text_, begin).size;
    }
    return std::nullopt;
  }

 private:
  std::uint32_t end_of(std::uint32_t at) const { return at + static_cast<std::uint32_t>(level_.size()); }

  bool is_name(std::uint32_t begin, std::uint32_t end, std::size_t length) const {
    if (length < kShortestName) return false;
    for (std::uint32_t at = begin; at < end; at += text::code_point_at(text_, at).size) {
      if (kNotInNames.find(text::code_point_at(text_, at).value) != std::u32string_view::npos) return false;
    }
    return !words_.ends_like_no_place(text_.substr(begin, end_of(end) - begin), level_.size());
  }

  std::string_view text_;
  const NameWords& words_;
  std::string_view level_;
};

/// Others come and go, and are visited, helped and learnt from.
bool speaks_of_others(std::string_view sentence) {
  return contains_any(
      sentence, {"考察", "学习", "交流", "来我", "到我", "赴",   "帮扶", "对口", "援",   "协作", "合作",
                 "签",   "结对", "毗邻", "接壤", "邻",   "兄弟", "联合", "经验", "转发", "通报", "调任",
                 "任职", "籍",   "跨",   "共建", "招商", "客商", "与我", "和我", "同我", "至",   "等县"});
}

/// What a place that reports does, said of it as its subject: 白沙县扎实推进….
constexpr std::string_view kDoes[] = {"认真", "坚持", "积极", "全面",     "深入", "扎实", "紧紧", "始终",
                                      "切实", "大力", "累计", "高度重视", "不断", "先后", "持续", "着力",
                                      "立足", "抢抓", "聚焦", "加快",     "严格", "牢牢"};
class ForeignPlaces {
 public:
  ForeignPlaces(const ReportView& report, std::string_view area, std::string_view level)
      : report_(report),
        own_(area.substr(0, area.size() - level.size())),
        level_(level),
        reader_(report, level) {}

  void check(FindingSink& findings) const {
    const std::string_view text = report_.document.text;
    for_each_occurrence(text, report_.report.span, level_, [&](std::uint32_t at) {
      const Span clause = clause_at(report_.outline, at);
      const auto end = at + static_cast<std::uint32_t>(level_.size());
      if (!names_self(clause, {at, end})) return;
      const std::optional<Name> name = reader_.name_before(clause, at);
      if (!name || is_own(name->words)) return;
      const Sentence* sentence = sentence_at(report_.outline, at);
      if (sentence == nullptr || speaks_of_others(report_.text(near(sentence->span, {at, end})))) return;
      add(*name, findings);
    });
  }

 private:
  /// Whether what stands behind the level says that the place is the one that reports.
  bool names_self(Span clause, Span level) const {
    const std::string_view after = report_.text({level.end, std::max(level.end, clause.end)});
    const std::uint32_t begin = std::max(clause.begin, level.begin - std::min(level.begin, kReach));
    if (is_own_organ(after)) return true;
    if (std::any_of(std::begin(kDoes), std::end(kDoes),
                    [after](std::string_view word) { return after.starts_with(word); })) {
      return true;
    }
    const bool body = after.starts_with("委") || after.starts_with("党委") || after.starts_with("人民政府") ||
                      after.starts_with("政府");
    const std::string_view rest =
        text::opening_of(report_.text({level.end, report_.report.span.end}), kReach);
    const bool leads = contains_any(rest, {"领导下", "支持下", "关心下", "指导下", "重视下"}) &&
                       contains_any(report_.text({begin, level.begin}), {"在"});
    return body && (leads || contains_any(text::opening_of(rest, kNear), {"高度重视"}));
  }
  static constexpr std::uint32_t kReach = 120;  // bytes: 委、县政府的坚强领导和上级部门的关心支持下
  static constexpr std::uint32_t kNear = 36;  // bytes: 委、县政府高度重视

  /// 白沙县水务局 in the report of 青澜县水务局.
  bool is_own_organ(std::string_view after) const {
    if (!report_.report.organisation) return false;
    const std::string_view organisation = report_.text(*report_.report.organisation);
    const std::size_t at = organisation.find(level_);
    if (at == std::string_view::npos) return false;
    const std::string_view organ = organisation.substr(at + level_.size());
    return organ.size() >= std::size_t{2} * kHan && after.starts_with(organ);
  }

  bool is_own(std::string_view name) const { return own_.ends_with(name) || name.ends_with(own_); }

  void add(const Name& name, FindingSink& findings) const {
    const Span area = *report_.report.area;
    findings.add(name.span,
                 {fmt::format("这是{}的材料，这里却写“{}”。", report_.text(area), report_.text(name.span)),
                  fmt::format("The report is of {}; this speaks of {} as its own.", report_.text(area),
                              report_.text(name.span))},
                 {{area, {"材料所属的地方", "the place that reports"}}});
  }

  const ReportView& report_;
  std::string_view own_;
  std::string_view level_;
  PlaceReader reader_;
};

void check(const ReportView& report, FindingSink& findings) {
  if (!report.report.area) return;
  const std::string_view area = report.text(*report.report.area);
  for (const std::string_view level : kLevels) {
    if (area.ends_with(level) && area.size() > level.size())
      ForeignPlaces(report, area, level).check(findings);
  }
}

}  // namespace

extern constinit const Rule foreign_place{
    .code = "ENT002",
    .name = "foreign-place",
    .severity = Severity::warning,
    .since = "0.1.0",
    .catches = {"说本地的事，写的却是别的县、区、乡镇的名字：青澜县的总结里写“在白沙县委的领导下”。",
                "Another county's name where the report speaks of itself: 在白沙县委的领导下 in a report of "
                "青澜县."},
    .why = {"从外地材料里照搬时地名没有改，一看就知道不是自己写的。",
            "Text taken from elsewhere with the name unchanged; everybody sees that it is not one's own."},
    .source = "one report speaks for one administration",
    .examples = kExamples,
    .check = check,
};

}  // namespace tallybook::rules

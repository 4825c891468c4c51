#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "checks/text_search.hpp"
#include "checks/view.hpp"

namespace tallybook::rules {
namespace {

using namespace checks;

constexpr Example kExamples[] = {
    {.bad = "上半年，我县新增就业1200人。我县举办招聘会6场。我县发放补贴80万元。⟦我市⟧群众收入稳步提高。",
     .good = "上半年，我县新增就业1200人。我县举办招聘会6场。我县发放补贴80万元。我县群众收入稳步提高。"},
};

/// The levels on which one administration can stand; 我省 and 我国 name the one above it.
constexpr std::u32string_view kLevels = U"县市区旗州盟";
/// What makes another word of 我 + level: 我市场监管局, 自我区分.
constexpr std::array<std::u32string_view, 6> kOtherWords = {U"",           U"场", U"域分别间隔",
                                                            U"帜下手舰号", U"",   U"友国"};

/// So many signs make a level the report's own, and so many times more than the other's mentions.
constexpr std::size_t kEnough = 3;
constexpr std::size_t kTimesMore = 3;

struct Mention {
  Span span;
  bool quoted = false;  ///< inside “”, where someone else may be speaking
};

/// What speaks for one level.
struct Level {
  std::vector<Mention> ours;  ///< 我县
  std::size_t signs = 0;      ///< 我县, 全县, and the title's 青澜县
};
using Levels = std::array<Level, kLevels.size()>;

/// Whether the last “ or ” before an offset opens; asked in ascending order of offsets.
class QuotationTracker {
 public:
  explicit QuotationTracker(std::span<const Bracket> brackets) : brackets_(brackets) {}

  bool is_quoted(std::uint32_t offset) {
    for (; next_ < brackets_.size() && brackets_[next_].span.begin < offset; ++next_) {
      if (brackets_[next_].kind == BracketKind::double_quote) quoted_ = brackets_[next_].opens;
    }
    return quoted_;
  }

 private:
  std::span<const Bracket> brackets_;
  std::size_t next_ = 0;
  bool quoted_ = false;
};

/// The level that is named at `offset` and the end of its name; kLevels.size() where none is.
struct NamedLevel {
  std::size_t level = kLevels.size();
  std::uint32_t end = 0;
};

NamedLevel level_at(std::string_view text, Span block, std::uint32_t offset) {
  const std::size_t level = kLevels.find(char_at(text, block, offset));
  if (level == std::u32string_view::npos) return {};
  const std::uint32_t end = offset + text::code_point_at(text, offset).size;
  const char32_t after = char_at(text, block, end);
  if (after != U'\0' && kOtherWords[level].find(after) != std::u32string_view::npos) return {};
  return {level, end};
}

void collect_ours(std::string_view text, const BlockMarks& block, Levels& levels) {
  constexpr std::string_view kOur = "我";
  QuotationTracker quotation(block.brackets);
  for_each_occurrence(text, block.span, kOur, [&](std::uint32_t at) {
    const NamedLevel named = level_at(text, block.span, at + static_cast<std::uint32_t>(kOur.size()));
    if (named.level == kLevels.size() || char_before(text, block.span, at) == U'自') return;
    levels[named.level].ours.push_back({{at, named.end}, quotation.is_quoted(at)});
    ++levels[named.level].signs;
  });
}

void collect_wholes(std::string_view text, const BlockMarks& block, Levels& levels) {
  constexpr std::string_view kWhole = "全";
  for_each_occurrence(text, block.span, kWhole, [&](std::uint32_t at) {
    const NamedLevel named = level_at(text, block.span, at + static_cast<std::uint32_t>(kWhole.size()));
    if (named.level != kLevels.size()) ++levels[named.level].signs;
  });
}

/// 青澜县城建档案馆2026年上半年工作总结; 城市, 社区 and 地区 name no administration.
void collect_title(std::string_view text, Span title, Levels& levels) {
  constexpr std::u32string_view kInWords = U"城社地治";
  for (std::uint32_t at = title.begin; at < title.end; at += text::code_point_at(text, at).size) {
    const NamedLevel named = level_at(text, title, at);
    const char32_t before = char_before(text, title, at);
    if (named.level == kLevels.size() || !text::is_han(before)) continue;
    if (kInWords.find(before) == std::u32string_view::npos) ++levels[named.level].signs;
  }
}

Levels collect(const ReportView& report) {
  Levels levels;
  const std::string_view text = report.document.text;
  for (const BlockMarks& block : report.marks.blocks()) collect_ours(text, block, levels);
  const bool one_level =
      std::count_if(levels.begin(), levels.end(), [](const Level& level) { return !level.ours.empty(); }) < 2;
  if (one_level) return levels;  // nothing to weigh, so the common case reads the text once
  for (const BlockMarks& block : report.marks.blocks()) collect_wholes(text, block, levels);
  if (report.report.title) collect_title(text, *report.report.title, levels);
  return levels;
}

/// The level with the most signs among those that the report calls its own anywhere.
std::size_t own_level(const Levels& levels) {
  std::size_t own = 0;
  const auto weight = [&](std::size_t level) { return levels[level].ours.empty() ? 0 : levels[level].signs; };
  for (std::size_t level = 1; level < levels.size(); ++level) {
    if (weight(level) > weight(own)) own = level;
  }
  return own;
}

/// In an autonomous region 我区 is the region, above every other level here, as 我省 is elsewhere.
bool names_region(const ReportView& report, std::size_t level) {
  return kLevels[level] == U'区' && report.text(report.report.span).find("自治区") != std::string_view::npos;
}

void report_mention(const ReportView& report, Span mention, Span own, FindingSink& findings) {
  const std::string_view here = report.text(mention);
  const std::string_view self = report.text(own);
  findings.add(mention,
               {fmt::format("这份材料自称“{}”，这里写“{}”。", self, here),
                fmt::format("The report calls itself “{}”, here “{}”.", self, here)},
               {{own, {"全文的自称", "what the report calls itself"}}});
}

void check(const ReportView& report, FindingSink& findings) {
  const Levels levels = collect(report);
  const std::size_t own = own_level(levels);
  if (levels[own].signs < kEnough || levels[own].ours.empty() || names_region(report, own)) return;
  for (std::size_t level = 0; level < levels.size(); ++level) {
    const std::vector<Mention>& ours = levels[level].ours;
    if (level == own || ours.size() * kTimesMore > levels[own].signs || names_region(report, level)) continue;
    for (const Mention& mention : ours) {
      if (!mention.quoted) report_mention(report, mention.span, levels[own].ours.front().span, findings);
    }
  }
}

}  // namespace

extern constinit const Rule level_mismatch{
    .code = "ENT001",
    .name = "level-mismatch",
    .severity = Severity::warning,
    .since = "0.1.0",
    .catches = {"一份材料里自称的层级不一致：通篇“我县”，个别地方写“我市”。",
                "One report calls itself by two levels: 我县 throughout, 我市 in places."},
    .why = {"多半是从上级或外地材料里照搬的；读者会把数字算到另一级去。",
            "Mostly text taken from another level's report; readers assign its figures to the wrong level."},
    .source = "one report speaks for one administration",
    .examples = kExamples,
    .check = check,
};

}  // namespace tallybook::rules

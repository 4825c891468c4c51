#include <fmt/format.h>

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

/// So many mentions make a level the report's own, and so many times more than the other.
constexpr std::size_t kEnough = 3;
constexpr std::size_t kTimesMore = 3;

struct Mention {
  Span span;
  bool quoted = false;  ///< inside “”, where someone else may be speaking
};
using Mentions = std::array<std::vector<Mention>, kLevels.size()>;

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

void collect(std::string_view text, const BlockMarks& block, Mentions& mentions) {
  constexpr std::string_view kOur = "我";
  QuotationTracker quotation(block.brackets);
  for_each_occurrence(text, block.span, kOur, [&](std::uint32_t at) {
    const auto after_our = at + static_cast<std::uint32_t>(kOur.size());
    const std::size_t level = kLevels.find(char_at(text, block.span, after_our));
    if (level == std::u32string_view::npos || char_before(text, block.span, at) == U'自') return;
    const std::uint32_t end = after_our + text::code_point_at(text, after_our).size;
    const char32_t after = char_at(text, block.span, end);
    if (after != U'\0' && kOtherWords[level].find(after) != std::u32string_view::npos) return;
    mentions[level].push_back({{at, end}, quotation.is_quoted(at)});
  });
}

std::size_t level_of_most(const Mentions& mentions) {
  std::size_t most = 0;
  for (std::size_t level = 1; level < mentions.size(); ++level) {
    if (mentions[level].size() > mentions[most].size()) most = level;
  }
  return most;
}

/// In an autonomous region 我区 is the region, above every other level here, as 我省 is elsewhere.
bool names_region(const ReportView& report, std::size_t level) {
  return kLevels[level] == U'区' && report.text(report.report.span).find("自治区") != std::string_view::npos;
}

void report_mention(const ReportView& report, Span mention, Span own, std::size_t count,
                    FindingSink& findings) {
  const std::string_view self = report.text(own);
  findings.add(
      mention,
      {fmt::format("全文自称“{}”（{}处），这里写“{}”。", self, count, report.text(mention)),
       fmt::format("The report calls itself “{}” ({} times), here “{}”.", self, count, report.text(mention))},
      {{own, {"全文的自称", "what the report calls itself"}}});
}

void check(const ReportView& report, FindingSink& findings) {
  Mentions mentions;
  for (const BlockMarks& block : report.marks.blocks()) collect(report.document.text, block, mentions);
  const std::size_t own = level_of_most(mentions);
  const std::size_t count = mentions[own].size();
  if (count < kEnough || names_region(report, own)) return;
  for (std::size_t level = 0; level < mentions.size(); ++level) {
    if (level == own || mentions[level].size() * kTimesMore > count || names_region(report, level)) continue;
    for (const Mention& mention : mentions[level]) {
      if (!mention.quoted) report_mention(report, mention.span, mentions[own].front().span, count, findings);
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

#include <algorithm>

#include "checks/view.hpp"

namespace tallybook::rules {
namespace {

using namespace checks;

constexpr Example kExamples[] = {
    {.bad = "开展“清风”⟦、“利剑”、⟧“护苗”行动。", .good = "开展“清风”“利剑”“护苗”行动。"},
    {.bad = "学习《条例》⟦、⟧《办法》。", .good = "学习《条例》《办法》。"},
};

bool marks_items(const Bracket& bracket) {
  return bracket.kind == BracketKind::double_quote || bracket.kind == BracketKind::title;
}

/// Whether a mark of the kind ends (or begins) exactly at `offset`. Brackets ascend.
const Bracket* bracket_ending_at(std::span<const Bracket> brackets, std::uint32_t offset) {
  const auto found =
      std::lower_bound(brackets.begin(), brackets.end(), offset,
                       [](const Bracket& b, std::uint32_t value) { return b.span.end < value; });
  return found != brackets.end() && found->span.end == offset ? &*found : nullptr;
}

/// 、 between a mark that closes and one of its kind that opens.
bool stands_between_items(std::span<const Bracket> brackets, const Sign& sign) {
  const Bracket* closing = bracket_ending_at(brackets, sign.begin);
  if (closing == nullptr || closing->opens || !marks_items(*closing)) return false;
  const Bracket* opening = closing + 1;
  return opening != brackets.data() + brackets.size() && opening->span.begin == sign.span().end &&
         opening->opens && opening->kind == closing->kind;
}

/// The next separator belongs to the same list: nothing but one item stands between.
bool follows_in_list(std::span<const Bracket> brackets, const Sign& before, const Sign& sign) {
  const Bracket* closing = bracket_ending_at(brackets, sign.begin);
  return closing != nullptr && closing != brackets.data() && (closing - 1)->span.begin == before.span().end;
}

void report_list(const std::vector<Sign>& separators, FindingSink& findings) {
  std::vector<Edit> edits;
  edits.reserve(separators.size());
  for (const Sign& separator : separators) edits.push_back({separator.span(), ""});
  findings.add(
      {separators.front().begin, separators.back().span().end},
      {"并列的引号之间、书名号之间不用顿号。", "No 、 stands between adjoining quotations or titles."}, {},
      Fix{{"删去顿号", "Drop the separators"}, std::move(edits)});
}

void check(const ReportView& report, FindingSink& findings) {
  for (const BlockMarks& block : report.marks.blocks()) {
    std::vector<Sign> list;
    for (const Sign& sign : block.signs) {
      if (sign.value != U'、' || !stands_between_items(block.brackets, sign)) continue;
      if (!list.empty() && !follows_in_list(block.brackets, list.back(), sign)) {
        report_list(list, findings);
        list.clear();
      }
      list.push_back(sign);
    }
    if (!list.empty()) report_list(list, findings);
  }
}

}  // namespace

extern constinit const Rule separator_between_quoted_items{
    .code = "PUN011",
    .name = "separator-between-quoted-items",
    .severity = Severity::note,
    .since = "0.1.0",
    .catches = {"并列的引号之间或书名号之间用了顿号：“清风”、“利剑”。",
                "、 between adjoining items in quotation or title marks: “清风”、“利剑”."},
    .why = {"引号、书名号本身已经把各项分开；标准说“通常不用”，所以这条默认不开。",
            "The marks part the items already. The standard says “usually not”, so the rule is off by "
            "default."},
    .source = "GB/T 15834-2011, 4.5.3.5",
    .examples = kExamples,
    .check = check,
    .enabled_by_default = false,
};

}  // namespace tallybook::rules

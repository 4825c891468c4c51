#include <fmt/format.h>

#include <optional>
#include <vector>

#include "checks/brackets.hpp"
#include "checks/numerals.hpp"
#include "checks/text_search.hpp"
#include "checks/view.hpp"

namespace tallybook::rules {
namespace {

using namespace checks;

constexpr Example kExamples[] = {
    {.bad = "创建“四无”社区（⟦无、⟧无赌博、无暴力、无犯罪）。",
     .good = "创建“四无”社区（无毒品、无赌博、无暴力、无犯罪）。"},
    {.bad = "走访了学校⟦、、⟧医院和企业。", .good = "走访了学校、乡镇、医院和企业。"},
    {.bad = "发放资料（⟦、⟧手册、年画）1500份。", .good = "发放资料（折页、手册、年画）1500份。"},
};

constexpr std::string_view kComma = "、";
constexpr std::uint32_t kCommaSize = 3;
/// With fewer whole siblings a short item may be meant so: （区、区县、…）.
constexpr std::size_t kFewestSiblings = 3;

Message lost_item_message() {
  return {"列举中有一项是空的，内容可能丢了。",
          "An item of this list is empty: its words may have been lost."};
}

std::vector<Span> split_items(std::string_view text, Span list) {
  std::vector<Span> items;
  std::uint32_t begin = list.begin;
  for_each_occurrence(text, list, kComma, [&](std::uint32_t at) {
    items.push_back({begin, at});
    begin = at + kCommaSize;
  });
  items.push_back({begin, list.end});
  return items;
}

/// The one item that is just the character with which every other item begins, 无 beside 无赌博,
/// or ends, 率 beside 合格率.
std::optional<Span> stripped_item(std::string_view text, const std::vector<Span>& items) {
  if (items.size() <= kFewestSiblings) return std::nullopt;
  std::optional<Span> stripped;
  for (const Span item : items) {
    const text::CodePoint first = text::code_point_at(text, item.begin);
    if (item.empty() || first.size != item.size() || !text::is_han(first.value)) continue;
    if (stripped) return std::nullopt;
    stripped = item;
  }
  if (!stripped) return std::nullopt;
  const std::string_view common = slice(text, *stripped);
  bool all_begin = true;
  bool all_end = true;
  for (const Span item : items) {
    all_begin &= slice(text, item).starts_with(common);
    all_end &= slice(text, item).ends_with(common);
  }
  return all_begin || all_end ? stripped : std::nullopt;
}

/// The item with the comma beside it, so that the place can be seen.
Span with_comma(Span item, Span list) {
  return item.end < list.end ? Span{item.begin, item.end + kCommaSize}
                             : Span{item.begin - kCommaSize, item.end};
}

/// `（一、）` quotes a list mark; it lists nothing.
bool is_list_mark(std::string_view text, const std::vector<Span>& items) {
  if (items.size() != 2 || !items[1].empty()) return false;
  for (std::uint32_t at = items[0].begin; at < items[0].end;) {
    const text::CodePoint c = text::code_point_at(text, at);
    if (!numbers_items(c.value)) return false;
    at += c.size;
  }
  return true;
}

void check_list(const ReportView& report, Span list, FindingSink& findings) {
  const std::string_view text = report.document.text;
  const std::vector<Span> items = split_items(text, list);
  if (items.size() < 2 || is_list_mark(text, items)) return;
  if (items.front().empty()) findings.add({list.begin, list.begin + kCommaSize}, lost_item_message());
  if (items.back().empty()) findings.add({list.end - kCommaSize, list.end}, lost_item_message());
  if (const std::optional<Span> stripped = stripped_item(text, items)) {
    findings.add(with_comma(*stripped, list), lost_item_message());
  }
}

void check(const ReportView& report, FindingSink& findings) {
  const std::string_view text = report.document.text;
  for (const BlockMarks& block : report.marks.blocks()) {
    for_each_occurrence(text, block.span, "、、", [&](std::uint32_t at) {
      findings.add({at, at + 2 * kCommaSize}, lost_item_message());
    });
    for_each_innermost_pair(block.brackets, [&](const Bracket& opening, const Bracket& closing) {
      check_list(report, {opening.span.end, closing.span.begin}, findings);
    });
  }
}

}  // namespace

extern constinit const Rule empty_list_item{
    .code = "NUM009",
    .name = "empty-list-item",
    .severity = Severity::warning,
    .since = "0.1.0",
    .catches =
        {"用顿号列举时有一项是空的，或者只剩下与其他各项相同的那个字：（无、无赌博、无暴力、无犯罪）。",
         "An item of a list joined by 、 is empty, or keeps only the character that it shares with all "
         "others: （无、无赌博、无暴力、无犯罪）."},
    .why = {"这一项的内容在过滤或删改时丢了，项数也随之不对。",
            "The item's words were lost to a filter or an edit, and the count of items is off with them."},
    .source = "GB/T 15834-2011, 4.5",
    .examples = kExamples,
    .check = check,
};

}  // namespace tallybook::rules

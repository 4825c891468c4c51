#include <fmt/format.h>

#include "checks/pairing.hpp"
#include "checks/text_search.hpp"
#include "checks/view.hpp"

namespace tallybook::rules {
namespace {

using namespace checks;

constexpr Example kExamples[] = {
    {.bad = "认真落实⟦《⟧青澜县信息公开办法，逐项公开。",
     .good = "认真落实《青澜县信息公开办法》，逐项公开。"},
    {.bad = "开展“清风行动⟦“⟧，走访农户320户。", .good = "开展“清风行动”，走访农户320户。"},
    {.bad = "（见《青澜年鉴）⟦》⟧记载了这项工作。", .good = "（见《青澜年鉴》）记载了这项工作。"},
};

/// Where lines were broken by hand or by a web page's links, a bracket closes a few lines further on;
/// a quotation may run over many paragraphs.
constexpr std::uint32_t kFarthestBracket = 400;  // bytes
constexpr std::uint32_t kFarthestQuote = 20000;

struct Leftover {
  UnpairedBracket unpaired;
  std::uint32_t block = 0;
};

bool is_quote(BracketKind kind) {
  return kind == BracketKind::double_quote || kind == BracketKind::single_quote ||
         kind == BracketKind::corner || kind == BracketKind::inner_corner;
}

std::vector<Leftover> leftovers_of(const ReportView& report) {
  std::vector<Leftover> leftovers;
  const std::span<const BlockMarks> blocks = report.marks.blocks();
  for (std::uint32_t i = 0; i < blocks.size(); ++i) {
    if (blocks[i].brackets.empty()) continue;
    for (const UnpairedBracket& unpaired :
         find_unpaired(report.document.text, blocks[i].span, blocks[i].brackets)) {
      leftovers.push_back({unpaired, i});
    }
  }
  return leftovers;
}

/// A quotation of several paragraphs opens each of them and closes only the last
/// (GB/T 15834-2011, 4.8.3), so an opening mark at a paragraph's start that the next one repeats
/// is in order.
bool reopens_in_next(const ReportView& report, const Leftover& leftover) {
  const Bracket& mark = leftover.unpaired.bracket;
  const std::span<const BlockMarks> blocks = report.marks.blocks();
  if (!is_quote(mark.kind) || leftover.block + 1 >= blocks.size()) return false;
  const std::string_view here = text::trim(report.text(blocks[leftover.block].span));
  const std::string_view next = text::trim(report.text(blocks[leftover.block + 1].span));
  return here.starts_with(report.text(mark.span)) && next.starts_with(report.text(mark.span));
}

/// Drops the marks that find their partner in a later paragraph.
std::vector<Leftover> without_pairs_over_paragraphs(const std::vector<Leftover>& leftovers) {
  std::vector<bool> paired(leftovers.size(), false);
  std::array<std::vector<std::size_t>, kBracketKinds> open;
  for (std::size_t i = 0; i < leftovers.size(); ++i) {
    const UnpairedBracket& unpaired = leftovers[i].unpaired;
    std::vector<std::size_t>& waiting = open[static_cast<std::size_t>(unpaired.bracket.kind)];
    if (unpaired.mispairing == Mispairing::unclosed) waiting.push_back(i);
    if (unpaired.mispairing != Mispairing::unopened || waiting.empty()) continue;
    const std::uint32_t farthest = is_quote(unpaired.bracket.kind) ? kFarthestQuote : kFarthestBracket;
    const UnpairedBracket& opening = leftovers[waiting.back()].unpaired;
    if (unpaired.bracket.span.begin - opening.bracket.span.end > farthest) continue;
    paired[i] = paired[waiting.back()] = true;
    waiting.pop_back();
  }
  std::vector<Leftover> alone;
  for (std::size_t i = 0; i < leftovers.size(); ++i) {
    if (!paired[i]) alone.push_back(leftovers[i]);
  }
  return alone;
}

Message message_for(std::string_view mark, const UnpairedBracket& unpaired) {
  const std::string_view pair = pair_name(unpaired.bracket.kind);
  switch (unpaired.mispairing) {
    case Mispairing::unclosed:
      return {fmt::format("“{}”没有配对的后半个（{}）。", mark, pair),
              fmt::format("“{}” is never closed ({}).", mark, pair)};
    case Mispairing::unopened:
      return {fmt::format("“{}”没有配对的前半个（{}）。", mark, pair),
              fmt::format("“{}” closes nothing ({}).", mark, pair)};
    case Mispairing::reversed:
      return {fmt::format("引号方向反了：{}要一前一后。", pair),
              fmt::format("A quotation mark is turned round: {} takes one of each.", pair)};
    case Mispairing::mixed:
      return {fmt::format("“{}”与前面的标点不是一对。", mark),
              fmt::format("“{}” closes a mark of another kind.", mark)};
    case Mispairing::crossed:
      return {fmt::format("“{}”与另一对标点交叉，不是一层套一层。", mark),
              fmt::format("“{}” crosses another pair instead of nesting in it.", mark)};
  }
  return {};
}

void check(const ReportView& report, FindingSink& findings) {
  for (const Leftover& leftover : without_pairs_over_paragraphs(leftovers_of(report))) {
    const UnpairedBracket& unpaired = leftover.unpaired;
    if (unpaired.mispairing == Mispairing::unclosed && reopens_in_next(report, leftover)) continue;
    std::vector<Related> related;
    if (unpaired.other) related.push_back({*unpaired.other, {"与它配对的一个", "the mark it belongs to"}});
    const Span span = unpaired.bracket.span;
    findings.add(span, message_for(report.text(span), unpaired), std::move(related));
  }
}

}  // namespace

extern constinit const Rule unpaired_mark{
    .code = "PUN001",
    .name = "unpaired-mark",
    .severity = Severity::warning,
    .since = "0.1.0",
    .catches = {"引号、括号、书名号缺一半，方向反了，前后不是一对，或者两对交叉。",
                "A quotation mark, bracket or title mark without its other half, turned round, closed by "
                "another kind, or crossing another pair."},
    .why = {"引文、文件名到哪里为止看不出来；程序按书名号取文件名时也会取错。",
            "Readers cannot tell where the quotation or the title ends, nor can software that cites by it."},
    .source = "GB/T 15834-2011, 4.8, 4.9, 4.15",
    .examples = kExamples,
    .check = check,
};

}  // namespace tallybook::rules

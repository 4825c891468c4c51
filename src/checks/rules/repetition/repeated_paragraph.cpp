#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "checks/difference.hpp"
#include "checks/text_search.hpp"
#include "checks/view.hpp"

namespace tallybook::rules {
namespace {

using namespace checks;

constexpr Example kExamples[] = {
    {.bad =
         "上半年，我们从源头抓起，对我县餐饮单位逐户登记，建立了食品安全档案，并对从业人员进行了集中培训。\n"
         "集中整治了学校周边的小摊点。\n"
         "⟦上半年，我们从源头抓起，对我市餐饮单位逐户登记，建立了食品安全档案，并对从业人员进行了集中培训。⟧",
     .good =
         "上半年，我们从源头抓起，对我县餐饮单位逐户登记，建立了食品安全档案，并对从业人员进行了集中培训。\n"
         "集中整治了学校周边的小摊点。"},
};

/// Shorter paragraphs are set phrases and captions as often as copies.
constexpr std::size_t kShortest = 40;  // characters
/// A clause says something of its own from eight characters on.
constexpr std::size_t kShortestClause = 24;  // bytes
/// Of two copies at most one character in ten was changed, and never more than this many.
constexpr std::size_t kOneEditIn = 10;
constexpr std::size_t kMostEdits = 100;
constexpr std::size_t kMostShown = 3;

bool can_be_copied(const Block& block) {
  return block.kind == BlockKind::paragraph || block.kind == BlockKind::list_item;
}

/// The paragraph without its spaces, each character with its place.
struct Paragraph {
  std::u32string text;
  std::vector<std::uint32_t> offsets;

  Paragraph(std::string_view document, Span span) {
    for (std::uint32_t at = span.begin; at < span.end;) {
      const text::CodePoint c = text::code_point_at(document, at);
      if (!text::is_space(c.value)) {
        text.push_back(c.value);
        offsets.push_back(at);
      }
      at += c.size;
    }
    offsets.push_back(span.end);
  }

  Span span(std::uint32_t begin, std::uint32_t end) const {
    return begin == end ? Span{offsets[begin], offsets[begin]}
                        : Span{offsets[begin], offsets[end - 1] + size(end - 1)};
  }

 private:
  std::uint32_t size(std::uint32_t i) const {
    const char32_t c = text[i];
    return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
  }
};

/// Which earlier block holds most of a block's clauses. A clause is known by its first block, so
/// that every further copy points at the first.
class ClauseIndex {
 public:
  explicit ClauseIndex(std::string_view text) : text_(text) {}

  std::optional<std::uint32_t> best_match(std::uint32_t block, std::span<const Span> clauses) {
    votes_.clear();
    for (const Span clause : clauses) {
      if (clause.size() < kShortestClause) continue;
      const auto [known, is_new] = first_block_.try_emplace(slice(text_, clause), block);
      if (!is_new && known->second != block) ++votes_[known->second];
    }
    const auto best = std::max_element(votes_.begin(), votes_.end(), [](const auto& a, const auto& b) {
      return a.second != b.second ? a.second < b.second : a.first > b.first;
    });
    return best == votes_.end() ? std::nullopt : std::optional(best->first);
  }

 private:
  std::string_view text_;
  std::unordered_map<std::string_view, std::uint32_t> first_block_;
  std::unordered_map<std::uint32_t, std::uint32_t> votes_;
};

bool is_numeral(char32_t c) {
  constexpr std::u32string_view kChinese = U"一二三四五六七八九十百千万亿零两";
  return text::is_digit(c) || kChinese.find(c) != std::u32string_view::npos;
}

/// Where figures differ the paragraphs are entries of a series (one a town, one a quarter), written
/// to one pattern on purpose.
bool differs_in_figures(const Paragraph& a, const Paragraph& b, const std::vector<Hunk>& hunks) {
  const auto has_numeral = [](std::u32string_view part) {
    return std::any_of(part.begin(), part.end(), is_numeral);
  };
  return std::any_of(hunks.begin(), hunks.end(), [&](const Hunk& hunk) {
    return has_numeral(std::u32string_view(a.text).substr(hunk.a_begin, hunk.a_end - hunk.a_begin)) ||
           has_numeral(std::u32string_view(b.text).substr(hunk.b_begin, hunk.b_end - hunk.b_begin));
  });
}

/// A changed part with the character before it: 我县 → 我市 says more than 县 → 市.
std::string show(const ReportView& report, const Paragraph& paragraph, std::uint32_t begin,
                 std::uint32_t end) {
  return std::string(report.text(paragraph.span(begin > 0 ? begin - 1 : 0, end)));
}

std::string describe(const ReportView& report, const Paragraph& a, const Paragraph& b,
                     const std::vector<Hunk>& hunks) {
  std::string out;
  for (std::size_t i = 0; i < std::min(hunks.size(), kMostShown); ++i) {
    const Hunk& hunk = hunks[i];
    out += fmt::format("{}“{}”→“{}”", i > 0 ? "，" : "", show(report, a, hunk.a_begin, hunk.a_end),
                       show(report, b, hunk.b_begin, hunk.b_end));
  }
  return hunks.size() > kMostShown ? out + "……" : out;
}

Message message_for(const std::string& changes) {
  if (changes.empty())
    return {"这一段与前面一段完全相同。", "This paragraph repeats an earlier one word for word."};
  return {fmt::format("这一段与前面一段重复，只改了几个字：{}。", changes),
          fmt::format("This paragraph repeats an earlier one with a few characters changed: {}.", changes)};
}

void compare(const ReportView& report, Span first, Span second, FindingSink& findings) {
  const Paragraph a(report.document.text, first);
  const Paragraph b(report.document.text, second);
  if (b.text.size() < kShortest) return;
  const std::size_t most_edits = std::min(kMostEdits, (a.text.size() + b.text.size()) / kOneEditIn);
  const std::optional<std::vector<Hunk>> hunks =
      difference(a.text, b.text, static_cast<std::uint32_t>(most_edits));
  if (!hunks || differs_in_figures(a, b, *hunks)) return;
  findings.add(second, message_for(describe(report, a, b, *hunks)),
               {{first, {"前一段", "the earlier paragraph"}}});
}

/// A block without the headings at its start: a copy stands under a heading of its own, and the
/// number in `（二）` is no figure. Asked in ascending order of blocks.
class BodyFinder {
 public:
  explicit BodyFinder(const ReportView& report) : report_(report) {}

  Span body(Span block) {
    const std::string_view text = report_.document.text;
    const std::vector<Section>& sections = report_.outline.sections;
    Span body = trimmed(text, block);
    for (; next_ < sections.size() && sections[next_].span.begin < block.end; ++next_) {
      const Section& section = sections[next_];
      const bool heads = section.mark.span.begin == body.begin && !section.mark.span.empty();
      if (heads && body.contains(section.body.begin)) body = trimmed(text, {section.body.begin, body.end});
    }
    return body;
  }

 private:
  const ReportView& report_;
  std::size_t next_ = 1;
};

/// Sentences of one block are neighbours, and so are their clauses.
void check(const ReportView& report, FindingSink& findings) {
  ClauseIndex index(report.document.text);
  BodyFinder finder(report);
  std::unordered_map<std::uint32_t, Span> bodies;
  const std::vector<Sentence>& sentences = report.outline.sentences;
  for (std::size_t i = 0; i < sentences.size();) {
    const std::uint32_t block = sentences[i].block;
    const std::uint32_t first_clause = sentences[i].first_clause;
    std::uint32_t clause_count = 0;
    for (; i < sentences.size() && sentences[i].block == block; ++i)
      clause_count += sentences[i].clause_count;
    if (!can_be_copied(report.document.blocks[block])) continue;
    bodies[block] = finder.body(report.document.blocks[block].span);
    const auto clauses = std::span(report.outline.clauses).subspan(first_clause, clause_count);
    if (const std::optional<std::uint32_t> earlier = index.best_match(block, clauses)) {
      compare(report, bodies[*earlier], bodies[block], findings);
    }
  }
}

}  // namespace

extern constinit const Rule repeated_paragraph{
    .code = "DUP001",
    .name = "repeated-paragraph",
    .severity = Severity::warning,
    .since = "0.1.0",
    .catches = {"同一段话出现两次，或者只改了几个字又用一次。",
                "The same paragraph twice, or again with a few words changed."},
    .why = {"合稿时粘贴了两遍；只改动几个字的，往往还留下前后不一致的称呼。",
            "A paragraph was pasted twice; a copy with a few words changed often contradicts the first."},
    .source = "edit distance ≤ 10 % of the characters, figures unchanged",
    .examples = kExamples,
    .check = check,
};

}  // namespace tallybook::rules

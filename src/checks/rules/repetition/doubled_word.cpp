#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "checks/text_search.hpp"
#include "checks/view.hpp"

namespace tallybook::rules {
namespace {

using namespace checks;

constexpr Example kExamples[] = {
    {.bad = "新闻宣传⟦的的⟧力度进一步加大。", .good = "新闻宣传的力度进一步加大。"},
    {.bad = "一是抓管护；二⟦是是⟧抓巡查。", .good = "一是抓管护；二是抓巡查。"},
    {.bad = "上半年⟦完成完成⟧投资3亿元。", .good = "上半年完成投资3亿元。"},
};

constexpr std::uint32_t kHan = 3;  // bytes
constexpr std::uint32_t kShortestWord = 2 * kHan;
constexpr std::uint32_t kLongestWord = 4 * kHan;

/// Looks for what stands twice in a row. Nearly every place is left at its first comparison.
class DoubleFinder {
 public:
  DoubleFinder(const ReportView& report, Span block, FindingSink& findings)
      : text_(report.document.text), words_(report.vocabulary.doubled), block_(block), findings_(findings) {}

  void run() {
    for (std::uint32_t at = block_.begin; at + 2 * kHan <= block_.end;) {
      const auto lead = static_cast<unsigned char>(text_[at]);
      const std::uint32_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
      at = size == kHan ? look(at) : at + size;
    }
  }

 private:
  /// Where to go on.
  std::uint32_t look(std::uint32_t at) {
    if (repeats(at, kHan) && is_doubled_character(at)) return add(at, kHan);
    for (std::uint32_t size = kShortestWord; size <= kLongestWord; size += kHan) {
      if (repeats(at, size) && words_.is_never_doubled(text_.substr(at, size))) return add(at, size);
    }
    return at + kHan;
  }

  bool repeats(std::uint32_t at, std::uint32_t size) const {
    // The last byte of a character tells most of them apart.
    return at + 2 * size <= block_.end && text_[at + 2] == text_[at + size + 2] &&
           text_.compare(at, size, text_, at + size, size) == 0;
  }

  bool is_doubled_character(std::uint32_t at) const {
    const char32_t character = text::code_point_at(text_, at).value;
    const FunctionWord* word = words_.function_word(character);
    if (word == nullptr) return false;
    const char32_t before = char_before(text_, block_, at);
    const char32_t after = char_at(text_, block_, at + 2 * kHan);
    // 实实在在: both halves of a word are doubled.
    if (at >= block_.begin + 2 * kHan && repeats(at - 2 * kHan, kHan)) return false;
    // 是 and 否 fill the cells of tables that were run together.
    if (character == U'是' && (!text::is_han(before) || before == U'元')) return false;
    const bool begins_word =
        contains(word->before, after) || (contains(word->opening, after) && !text::is_han(before));
    return !begins_word && !(contains(word->after, before) && may_end_word(*word, at, after));
  }

  /// Whether the first may end a word and the second stand for itself. At the end of a clause only
  /// particles do: 受不了了。
  bool may_end_word(const FunctionWord& word, std::uint32_t at, char32_t after) const {
    constexpr std::u32string_view kParticles = U"的了着";
    if (ends_clause(after) && !contains(kParticles, word.character)) return false;
    const std::string_view before = slice(text_, {block_.begin, at});
    return std::none_of(word.never_after.begin(), word.never_after.end(),
                        [before](const std::string& other) { return before.ends_with(other); });
  }

  static bool contains(std::u32string_view characters, char32_t c) {
    return characters.find(c) != std::u32string_view::npos;
  }

  std::uint32_t add(std::uint32_t at, std::uint32_t size) {
    const std::string_view word = text_.substr(at, size);
    std::uint32_t last = at + size;
    while (repeats(last, size)) last += size;
    findings_.add(
        {at, last + size}, {fmt::format("“{}”重复了。", word), fmt::format("“{}” stands twice.", word)}, {},
        Fix{{fmt::format("只留一个“{}”", word), fmt::format("Leave one “{}”", word)}, {{{at, last}, ""}}});
    return last + size;
  }

  std::string_view text_;
  const DoubledWords& words_;
  Span block_;
  FindingSink& findings_;
};

void check(const ReportView& report, FindingSink& findings) {
  for (const BlockMarks& block : report.marks.blocks()) DoubleFinder(report, block.span, findings).run();
}

}  // namespace

extern constinit const Rule doubled_word{
    .code = "DUP003",
    .name = "doubled-word",
    .severity = Severity::warning,
    .since = "0.1.0",
    .catches = {"一个字或词连写两遍：的的、四是是、完成完成。",
                "A character or word written twice in a row: 的的, 四是是, 完成完成."},
    .why = {"输入或修改时多出来的字。", "A slip of typing or editing."},
    .source = "a function word never follows itself; reduplication (个个, 层层, 家家户户) is left alone",
    .examples = kExamples,
    .check = check,
};

}  // namespace tallybook::rules

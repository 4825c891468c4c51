#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <vector>

#include "checks/text_search.hpp"
#include "checks/view.hpp"

namespace tallybook::rules {
namespace {

using namespace checks;

constexpr Example kExamples[] = {
    {.bad = "一、主动服务\n全体干部职工牢固树立为民服务理念，主动延伸服务链条，让群众少跑腿、好办事。接待群众"
            "216人次。\n"
            "二、加强管理\n接收档案42项。⟦全体干部职工牢固树立为民服务理念，主动延伸服务链条，让群众少跑腿、"
            "好办事。⟧",
     .good = "一、主动服务\n全体干部职工牢固树立为民服务理念，主动延伸服务链条，让群众少跑腿、好办事。接待群"
             "众216人次。\n"
             "二、加强管理\n接收档案42项。"},
};

/// Shorter sentences are set phrases as often as copies.
constexpr std::uint32_t kShortest = 20 * 3;  // bytes

struct Candidate {
  std::uint64_t key = 0;  ///< equal for equal texts
  Span span;
  std::uint32_t index = 0;  ///< of the sentence
};

/// Sentences `second` … `second_last` repeat `first` … word for word.
struct Repeat {
  std::uint32_t first = 0;
  std::uint32_t second = 0;
  std::uint32_t length = 1;  ///< sentences
};

std::uint64_t key_of(std::string_view text) {
  std::uint64_t head = 0;
  std::uint64_t middle = 0;
  std::uint64_t tail = 0;
  std::memcpy(&head, text.data(), sizeof head);
  std::memcpy(&middle, text.data() + text.size() / 2, sizeof middle);
  std::memcpy(&tail, text.data() + text.size() - sizeof tail, sizeof tail);
  constexpr std::uint64_t kPrime = 0x9E3779B97F4A7C15;
  return ((head * kPrime + middle) * kPrime + tail) * kPrime + text.size();
}

bool ends_like_sentence(std::string_view text) {
  return text.ends_with("。") || text.ends_with("！") || text.ends_with("；") || text.ends_with(".") ||
         text.ends_with(";");
}

/// 3. and 3、, not 2026年.
bool is_numbered(std::string_view text) {
  std::size_t at = 0;
  while (text::is_digit(text::code_point_at(text, at).value)) at += text::code_point_at(text, at).size;
  constexpr std::u32string_view kMarks = U".．、)）,，%";
  return at > 0 && kMarks.find(text::code_point_at(text, at).value) != std::u32string_view::npos;
}

/// A note in brackets and an item of a form are the same wherever they stand, as are the articles of
/// contracts (第六章共3条) and words that refer to a place; and blanks are filled in later.
bool is_pattern(std::string_view text) {
  const char32_t first = text::code_point_at(text, 0).value;
  return first == U'（' || first == U'(' || first == U'第' || is_numbered(text) ||
         contains_any(
             text, {"XX", "××", "**", "__", "＿＿", "某某", "……", "刊登", "详见", "参见", "情况见", "见附"});
}

class RepeatFinder {
 public:
  explicit RepeatFinder(const ReportView& report) : report_(report) {}

  std::vector<Repeat> run() {
    collect();
    std::sort(candidates_.begin(), candidates_.end(), [](const Candidate& a, const Candidate& b) {
      return a.key != b.key ? a.key < b.key : a.index < b.index;
    });
    for (std::size_t i = 1; i < candidates_.size(); ++i) {
      const Candidate& first = candidates_[i - 1];
      const Candidate& second = candidates_[i];
      const bool same = first.key == second.key && report_.text(first.span) == report_.text(second.span);
      if (same && !is_pattern(report_.text(second.span))) repeats_.push_back({first.index, second.index});
    }
    return joined();
  }

 private:
  void collect() {
    const std::vector<Sentence>& sentences = report_.outline.sentences;
    candidates_.reserve(sentences.size());
    for (std::uint32_t i = 0; i < sentences.size(); ++i) {
      if (sentences[i].span.size() < kShortest) continue;
      const Span span = trimmed(report_.document.text, sentences[i].span);
      const std::string_view text = report_.text(span);
      if (span.size() >= kShortest && ends_like_sentence(text))
        candidates_.push_back({key_of(text), span, i});
    }
  }

  /// Neighbours that repeat neighbours are one repetition.
  std::vector<Repeat> joined() {
    std::sort(repeats_.begin(), repeats_.end(),
              [](const Repeat& a, const Repeat& b) { return a.second < b.second; });
    std::vector<Repeat> runs;
    for (const Repeat& repeat : repeats_) {
      const bool goes_on = !runs.empty() && runs.back().second + runs.back().length == repeat.second &&
                           runs.back().first + runs.back().length == repeat.first;
      goes_on ? void(++runs.back().length) : runs.push_back(repeat);
    }
    return runs;
  }

  const ReportView& report_;
  std::vector<Candidate> candidates_;
  std::vector<Repeat> repeats_;
};

Span span_of(const ReportView& report, std::uint32_t first, std::uint32_t length) {
  const std::vector<Sentence>& sentences = report.outline.sentences;
  return trimmed(report.document.text, {sentences[first].span.begin, sentences[first + length - 1].span.end});
}

/// Nearly all of two paragraphs: repeated-paragraph says so.
bool is_whole_paragraph(const ReportView& report, const Repeat& repeat, Span span) {
  const std::vector<Sentence>& sentences = report.outline.sentences;
  const std::uint32_t a = report.document.blocks[sentences[repeat.first].block].span.size();
  const std::uint32_t b = report.document.blocks[sentences[repeat.second].block].span.size();
  constexpr std::uint32_t kNearly = 90;  // per cent
  return sentences[repeat.first].block != sentences[repeat.second].block &&
         span.size() * 100 >= std::max(a, b) * kNearly;
}

void check(const ReportView& report, FindingSink& findings) {
  for (const Repeat& repeat : RepeatFinder(report).run()) {
    const Span second = span_of(report, repeat.second, repeat.length);
    if (is_whole_paragraph(report, repeat, second)) continue;
    const Message message =
        repeat.length == 1
            ? Message{"这句话前面已经写过。", "This sentence stands earlier word for word."}
            : Message{fmt::format("这{}句话前面已经写过。", repeat.length),
                      fmt::format("These {} sentences stand earlier word for word.", repeat.length)};
    findings.add(second, message,
                 {{span_of(report, repeat.first, repeat.length), {"前一处", "the earlier place"}}});
  }
}

}  // namespace

extern constinit const Rule repeated_sentence{
    .code = "DUP002",
    .name = "repeated-sentence",
    .severity = Severity::warning,
    .since = "0.1.0",
    .catches = {"同一句长话在一份材料里出现两次。", "The same long sentence twice in one report."},
    .why = {"合稿时粘贴重了，或者一件事在两处各写一遍。",
            "It was pasted twice when drafts were joined, or one thing is told in two places."},
    .source = "two sentences of 20 characters and more are equal",
    .examples = kExamples,
    .check = check,
};

}  // namespace tallybook::rules

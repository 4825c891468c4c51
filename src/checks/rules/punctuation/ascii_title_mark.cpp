#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "checks/text_search.hpp"
#include "checks/view.hpp"

namespace tallybook::rules {
namespace {

using namespace checks;

constexpr Example kExamples[] = {
    {.bad = "修订了⟦<<采编播安全管理办法>>⟧，组织了培训。",
     .good = "修订了《采编播安全管理办法》，组织了培训。"},
    {.bad = "印发《关于贯彻⟦<妇女权益保障法>⟧的通知》。",
     .good = "印发《关于贯彻〈妇女权益保障法〉的通知》。"},
};

/// Bytes: no title of a document is longer.
constexpr std::uint32_t kLongestTitle = 240;

enum class Side : std::uint8_t { opens, closes };

/// `<<`, `≪`, `<` and their counterparts.
struct AngleMark {
  Span span;
  Side side = Side::opens;
  bool doubled = false;
};

std::optional<AngleMark> angle_mark_of(const Sign& sign) {
  switch (sign.value) {
    case U'<':
    case U'＜':
      return AngleMark{sign.span(), Side::opens, false};
    case U'>':
    case U'＞':
      return AngleMark{sign.span(), Side::closes, false};
    case U'≪':
    case U'«':
      return AngleMark{sign.span(), Side::opens, true};
    case U'≫':
    case U'»':
      return AngleMark{sign.span(), Side::closes, true};
    default:
      return std::nullopt;
  }
}

std::vector<AngleMark> angle_marks_of(std::span<const Sign> signs) {
  std::vector<AngleMark> marks;
  for (const Sign& sign : signs) {
    const std::optional<AngleMark> mark = angle_mark_of(sign);
    if (!mark) continue;
    const bool joins = !marks.empty() && !mark->doubled && !marks.back().doubled &&
                       marks.back().side == mark->side && marks.back().span.end == mark->span.begin;
    if (joins) {
      marks.back().span.end = mark->span.end;
      marks.back().doubled = true;
    } else {
      marks.push_back(*mark);
    }
  }
  return marks;
}

/// What documents' titles end with. A single < and > may also compare or tag, so they need one.
bool ends_as_title(char32_t last) {
  constexpr std::u32string_view kEndings = U"法例定知见案则划要告书函程准范议令册纲表诀约度细";
  return kEndings.find(last) != std::u32string_view::npos;
}

bool is_title(std::string_view text, const AngleMark& opening, const AngleMark& closing) {
  if (opening.side != Side::opens || closing.side != Side::closes || opening.doubled != closing.doubled) {
    return false;
  }
  const Span inside = {opening.span.end, closing.span.begin};
  if (inside.size() > kLongestTitle) return false;
  const char32_t first = char_at(text, inside, inside.begin);
  const char32_t last = char_before(text, inside, inside.end);
  if (opening.doubled) return is_chinese(first) || is_chinese(last);
  return text::is_han(first) && ends_as_title(last);
}

/// Whether a 《 before an offset still waits for its 》; asked in ascending order of offsets.
class TitleDepth {
 public:
  explicit TitleDepth(std::span<const Bracket> brackets) : brackets_(brackets) {}

  bool is_open(std::uint32_t offset) {
    for (; next_ < brackets_.size() && brackets_[next_].span.begin < offset; ++next_) {
      const Bracket& bracket = brackets_[next_];
      if (bracket.kind == BracketKind::title) depth_ = std::max(0, depth_ + (bracket.opens ? 1 : -1));
    }
    return depth_ > 0;
  }

 private:
  std::span<const Bracket> brackets_;
  std::size_t next_ = 0;
  int depth_ = 0;
};

void report_title(const ReportView& report, const AngleMark& opening, const AngleMark& closing, bool inner,
                  FindingSink& findings) {
  const std::string_view left = inner ? "〈" : "《";
  const std::string_view right = inner ? "〉" : "》";
  const std::string_view name = report.text({opening.span.end, closing.span.begin});
  findings.add({opening.span.begin, closing.span.end},
               {fmt::format("书名号用{}{}{}，不用大于号、小于号拼。", left, name, right),
                fmt::format("Title marks are {}{}, not angle signs.", left, right)},
               {},
               Fix{{"改为书名号", "Use title marks"},
                   {{opening.span, std::string(left)}, {closing.span, std::string(right)}}});
}

void check(const ReportView& report, FindingSink& findings) {
  for (const BlockMarks& block : report.marks.blocks()) {
    const std::vector<AngleMark> marks = angle_marks_of(block.signs);
    TitleDepth titles(block.brackets);
    for (std::size_t i = 1; i < marks.size(); ++i) {
      if (!is_title(report.document.text, marks[i - 1], marks[i])) continue;
      report_title(report, marks[i - 1], marks[i], titles.is_open(marks[i - 1].span.begin), findings);
    }
  }
}

}  // namespace

extern constinit const Rule ascii_title_mark{
    .code = "PUN003",
    .name = "ascii-title-mark",
    .severity = Severity::warning,
    .since = "0.1.0",
    .catches = {"书名号用小于号、大于号拼成：<<规定>>。",
                "Title marks put together from angle signs: <<规定>>."},
    .why = {"不是书名号，检索和引用都取不到文件名；网页还会把它当作标签吞掉。",
            "They are no title marks: searches miss the title, and a web page may swallow it as a tag."},
    .source = "GB/T 15834-2011, 4.15.2",
    .examples = kExamples,
    .check = check,
};

}  // namespace tallybook::rules

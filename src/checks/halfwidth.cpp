#include "checks/halfwidth.hpp"

#include <algorithm>
#include <string_view>

#include "checks/signs.hpp"
#include "checks/text_search.hpp"
#include "text/skim.hpp"

namespace tallybook::checks {
namespace {

std::optional<WidthKind> kind_of(char32_t c) {
  switch (full_width_stop(c)) {
    case U'，':
      return WidthKind::comma;
    case U'：':
      return WidthKind::colon;
    case U'；':
      return WidthKind::semicolon;
    case U'！':
    case U'？':
      return WidthKind::exclamation;
    default:
      return std::nullopt;
  }
}

constexpr std::size_t index_of(WidthKind kind) {
  return static_cast<std::size_t>(kind);
}

/// First bytes of the marks looked for: ASCII and the full-width forms.
constexpr std::array<bool, 256> interesting_leads() {
  std::array<bool, 256> leads{};
  for (const char lead : std::string_view(",;:!?()\xEF")) leads[static_cast<unsigned char>(lead)] = true;
  return leads;
}
constexpr std::array<bool, 256> kInteresting = interesting_leads();

class Finder {
 public:
  Finder(std::string_view text, HalfwidthMarks& out) : text_(text), out_(out) {}

  void read(Span block) {
    block_ = block;
    open_.clear();
    constexpr std::uint8_t kNone = 0;
    for (std::uint32_t at = block.begin; at < block.end;) {
      at = text::skip_han(text_, at, block.end, kNone);
      if (at >= block.end) return;
      const auto lead = static_cast<unsigned char>(text_[at]);
      const std::uint32_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
      if (kInteresting[lead] && !count_comma(at)) {
        read_mark(text::code_point_at(text_, at).value, {at, at + size});
      }
      at += size;
    }
  }

 private:
  /// The mark that is nearly all there are.
  bool count_comma(std::uint32_t at) {
    const bool comma = text::stands_at(text_, at, "，");
    if (comma) ++out_.full[index_of(WidthKind::comma)];
    return comma;
  }

  void read_mark(char32_t c, Span span) {
    if (c == U'(' || c == U'（') return open_.push_back(span);
    if (c == U')' || c == U'）') return close(span);
    const std::optional<WidthKind> kind = kind_of(c);
    if (!kind) return;
    if (is_stop(c)) {
      ++out_.full[index_of(*kind)];
    } else if (stands_in_chinese(span)) {
      add({span, *kind, {}, {}});
    }
  }

  /// A mark that is found makes its neighbour one too, as it would be once both were full-width.
  bool stands_in_chinese(Span span) const {
    const char32_t before = char_before(text_, block_, span.begin);
    const char32_t after = char_at(text_, block_, span.end);
    if (text::is_digit(before) && text::is_digit(after)) return false;
    if (ends_chinese(before) || (span.begin == found_end_ && span.begin > block_.begin)) return true;
    const bool number_or_word = text::is_digit(before) || text::is_ascii_letter(before) || before == U'%';
    return number_or_word && (text::is_han(after) || after == U'“' || after == U'《');
  }

  static bool ends_chinese(char32_t c) {
    return is_chinese(c) && c != U'（' && c != U'“' && c != U'《' && c != U'〔' && c != U'【';
  }

  void close(Span span) {
    if (open_.empty()) return;
    const Span opening = open_.back();
    open_.pop_back();
    if (!holds_chinese({opening.end, span.begin})) return;
    HalfwidthMark mark{{opening.begin, span.end}, WidthKind::bracket, {}, {}};
    if (opening.size() == 1) mark.open = opening;
    if (span.size() == 1) mark.close = span;
    if (mark.open || mark.close) {
      add(mark);
    } else {
      ++out_.full[index_of(WidthKind::bracket)];
    }
  }

  /// Looks only so far that pairs within pairs cannot take quadratic time.
  bool holds_chinese(Span inside) const {
    constexpr std::uint32_t kFarthest = 60;  // bytes
    const std::uint32_t end = std::min(inside.end, inside.begin + kFarthest);
    for (std::uint32_t at = inside.begin; at < end;) {
      const text::CodePoint c = text::code_point_at(text_, at);
      if (text::is_han(c.value)) return true;
      at += c.size;
    }
    return false;
  }

  void add(const HalfwidthMark& mark) {
    found_end_ = mark.span.end;
    ++out_.half[index_of(mark.kind)];
    out_.marks.push_back(mark);
  }

  std::string_view text_;
  HalfwidthMarks& out_;
  Span block_;
  std::uint32_t found_end_ = 0;  ///< where the last mark found ends
  std::vector<Span> open_;
};

/// Automatic numbers are drawn by the file's format, not typed by the writer.
std::vector<Span> generated_text(const Document& document) {
  std::vector<Span> spans;
  for (const SourceSegment& segment : document.segments) {
    if (segment.generated) spans.push_back(segment.text);
  }
  return spans;
}

/// Drops the marks that stand in one of the spans, and counts them out. Both ascend.
void drop_marks_in(const std::vector<Span>& spans, HalfwidthMarks& out) {
  auto span = spans.begin();
  std::erase_if(out.marks, [&](const HalfwidthMark& mark) {
    while (span != spans.end() && span->end <= mark.span.begin) ++span;
    const bool inside = span != spans.end() && span->overlaps(mark.span);
    if (inside) --out.half[index_of(mark.kind)];
    return inside;
  });
}

bool starts_before(const HalfwidthMark& a, const HalfwidthMark& b) {
  return a.span.begin < b.span.begin;
}

}  // namespace

std::span<const HalfwidthMark> HalfwidthMarks::within(Span span) const {
  const auto at = [this](std::uint32_t offset) {
    HalfwidthMark key;
    key.span.begin = offset;
    return std::lower_bound(marks.begin(), marks.end(), key, starts_before);
  };
  return {at(span.begin), at(span.end)};
}

HalfwidthMarks find_halfwidth(const Document& document) {
  HalfwidthMarks out;
  Finder finder(document.text, out);
  for (const Block& block : document.blocks) finder.read(block.span);
  // A pair is known only when it closes, after the marks that it holds.
  std::sort(out.marks.begin(), out.marks.end(), starts_before);
  const std::vector<Span> generated = generated_text(document);
  if (!generated.empty()) drop_marks_in(generated, out);
  return out;
}

}  // namespace tallybook::checks

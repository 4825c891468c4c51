#include "outline/metadata.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "outline/blocks.hpp"
#include "outline/dates.hpp"
#include "outline/marks.hpp"
#include "outline/titles.hpp"
#include "outline/vocabulary.hpp"
#include "text/characters.hpp"

namespace tallybook::outline {
namespace {

/// Blocks: a title stands among the first, a signature among the last.
constexpr std::uint32_t kTitleReach = 4;
constexpr std::uint32_t kSignatureReach = 4;
/// Bytes: an organ's name; the opening of a first paragraph that may tell the period.
constexpr std::size_t kLongestOrganisation = 90;
constexpr std::size_t kOpening = 120;

template <std::size_t N>
bool ends_with_any(std::string_view text, const std::string_view (&words)[N]) {
  return std::any_of(std::begin(words), std::end(words),
                     [&](std::string_view word) { return text.ends_with(word); });
}

bool names_organ(std::string_view line) {
  if (line.size() > kLongestOrganisation) return false;
  for (std::size_t at = 0; at < line.size();) {
    const text::CodePoint c = text::code_point_at(line, at);
    if (!text::is_han(c.value) && c.value != U'（' && c.value != U'）') return false;
    at += c.size;
  }
  constexpr std::size_t kShortest = 9;  // 3 characters
  return line.size() >= kShortest && ends_with_any(line, vocabulary::kOrganEndings);
}

/// The words of a title before its year or its 关于: the organ or the area that reports.
std::size_t speaker_size(std::string_view title) {
  constexpr std::string_view kEnds[] = {"关于", "上半年", "下半年", "年度",
                                        "工作", "二〇",   "二○",    "政府工作"};
  std::size_t size = title.size();
  for (const auto end : kEnds) size = std::min(size, title.find(end));
  return std::min(size, title.find_first_of("0123456789"));
}

/// `青澜县` of `青澜县教育局`: a name of two or more characters and its kind. 0 for none.
std::size_t area_size(std::string_view name) {
  constexpr std::size_t kShortestName = 6;
  std::size_t best = std::string_view::npos;
  for (const auto ending : vocabulary::kAreaEndings) {
    const std::size_t at = name.find(ending, kShortestName);
    if (at != std::string_view::npos) best = std::min(best, at + ending.size());
  }
  return best == std::string_view::npos ? 0 : best;
}

class Describer {
 public:
  Describer(const Document& document, Report& report) : document_(document), report_(report) {}

  void run() {
    find_title();
    find_signature();
    find_area();
    find_period();
  }

 private:
  [[nodiscard]] Span line_span(std::uint32_t index) const {
    return trimmed(document_.text, document_.blocks[report_.first_block + index].span);
  }
  [[nodiscard]] std::string_view line(std::uint32_t index) const {
    return slice(document_.text, line_span(index));
  }
  [[nodiscard]] Span prefix(Span span, std::size_t size) const {
    return trimmed(document_.text, {span.begin, span.begin + static_cast<std::uint32_t>(size)});
  }

  void find_title() {
    const std::uint32_t reach = std::min(report_.block_count, kTitleReach);
    for (std::uint32_t i = 0; i < reach; ++i) {
      const Span span = line_span(i);
      if (span.empty()) continue;
      const auto label = static_cast<std::uint32_t>(sample_label_size(line(i)));
      if (label == 0 && read_mark(document_.text, span.begin, span.end, Place::block_start)) return;
      const bool styled = document_.blocks[report_.first_block + i].kind == BlockKind::heading;
      if (label == 0 && !styled && !is_title(line(i))) continue;
      const bool named = label < span.size();
      return take_title(named ? Span{span.begin + label, span.end} : span, i);
    }
  }

  void take_title(Span title, std::uint32_t index) {
    report_.title = title;
    after_title_ = index + 1;
    const Span speaker = prefix(title, speaker_size(slice(document_.text, title)));
    if (names_organ(slice(document_.text, speaker))) report_.organisation = speaker;
  }

  /// The date on a line of its own: at the end, under the organ's name, or below the title.
  void find_signature() {
    const std::uint32_t count = report_.block_count;
    for (std::uint32_t back = 1; back <= std::min(count, kSignatureReach); ++back) {
      const auto date = read_date_line(line(count - back));
      if (!date) continue;
      report_.date = date;
      const bool signed_above = back < count && names_organ(line(count - back - 1));
      if (signed_above && !report_.organisation) report_.organisation = line_span(count - back - 1);
      return;
    }
    for (std::uint32_t i = after_title_; i < std::min(count, after_title_ + kTitleReach); ++i) {
      if (const auto date = read_date_line(line(i)); date && after_title_ != 0) {
        report_.date = date;
        return;
      }
    }
  }

  void find_area() {
    for (const auto& source : {report_.organisation, title_speaker()}) {
      if (!source || report_.area) continue;
      const std::size_t size = area_size(slice(document_.text, *source));
      if (size != 0) report_.area = prefix(*source, size);
    }
  }

  [[nodiscard]] std::optional<Span> title_speaker() const {
    if (!report_.title) return {};
    return prefix(*report_.title, speaker_size(slice(document_.text, *report_.title)));
  }

  void find_period() {
    if (report_.title) find_period_in(slice(document_.text, *report_.title));
    for (std::uint32_t i = after_title_; i < std::min(report_.block_count, after_title_ + 2); ++i) {
      if (!report_.period) find_period_in(text::opening_of(line(i), kOpening));
    }
  }

  /// A period needs its year from the same words, or from the report's date where they say 上半年 only.
  void find_period_in(std::string_view words) {
    auto year = find_year(words);
    if (!year && report_.date) year = report_.date->year;
    if (year) report_.period = outline::find_period(words, *year);
  }

  const Document& document_;
  Report& report_;
  std::uint32_t after_title_ = 0;
};

}  // namespace

void describe(const Document& document, Report& report) {
  Describer(document, report).run();
}

}  // namespace tallybook::outline

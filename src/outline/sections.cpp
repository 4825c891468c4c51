#include "outline/sections.hpp"

#include <algorithm>
#include <array>

#include "outline/blocks.hpp"
#include "outline/headings.hpp"

namespace tallybook::outline {
namespace {

/// A heading known by its style only counts as a series of its own, above all numbered ones.
constexpr std::size_t kStyled = kSeriesCount;
constexpr std::size_t kRankCount = kSeriesCount + 1;

/// Where a section begins.
struct Start {
  Mark mark;
  std::size_t rank = kStyled;  ///< a Series, or kStyled
  std::uint32_t begin = 0;
  std::uint32_t block = 0;
  std::uint8_t style_level = 0;  ///< the file's own heading level; 0 for none
  std::uint32_t line_end = 0;    ///< the heading ends here at the latest
};

/// How often a series begins anew directly under a mark of another, and how often it does so between
/// two consecutive numbers of the other: the text's own word on which series nests in which.
class Nesting {
 public:
  explicit Nesting(const std::vector<Start>& starts) {
    for (std::size_t i = 0; i < starts.size(); ++i) {
      if (i > 0 && begins_anew(starts[i])) ++begins_[starts[i - 1].rank][starts[i].rank];
      count_enclosed(starts[i]);
      last_[starts[i].rank] = {starts[i].mark.number, i + 1};
      if (begins_anew(starts[i])) first_[starts[i].rank] = i + 1;
    }
  }

  /// The usual order holds unless the text contradicts it more than once.
  [[nodiscard]] bool nests(std::size_t inner, std::size_t outer) const {
    if (outer == kStyled || inner == kStyled) return outer == kStyled;
    const bool usual = inner > outer;
    const int usual_count = usual ? begins_[outer][inner] : begins_[inner][outer];
    const int reverse_count = usual ? begins_[inner][outer] : begins_[outer][inner];
    const bool reversed = reverse_count >= 2 && reverse_count > usual_count;
    return usual != reversed;
  }

 private:
  struct Last {
    std::uint32_t number = 0;
    std::size_t position = 0;  ///< from 1; 0: not yet seen
  };

  static bool begins_anew(const Start& start) {
    return start.mark.number == 1 || start.rank == index_of(Series::dash);
  }

  /// `第一，… 一、… 二、… 第二，…`: what began after the first and before the second lies within.
  void count_enclosed(const Start& start) {
    const Last& before = last_[start.rank];
    if (before.position == 0 || start.mark.number != before.number + 1) return;
    for (std::size_t rank = 0; rank < kRankCount; ++rank) {
      if (first_[rank] > before.position) ++begins_[start.rank][rank];
    }
  }

  std::array<std::array<int, kRankCount>, kRankCount> begins_{};
  std::array<Last, kRankCount> last_{};
  std::array<std::size_t, kRankCount> first_{};  ///< where each series last began, from 1
};

class SectionBuilder {
 public:
  SectionBuilder(const Document& document, const Report& report, const Scan& scan)
      : document_(document), report_(report), scan_(scan) {}

  std::vector<Section> run(const std::vector<bool>& numbers_section) {
    collect_starts(numbers_section);
    const Nesting nesting(starts_);
    sections_.push_back({});
    sections_.front().span = report_.span;
    sections_.front().body = {report_.span.begin, kNone};
    open_.push_back(0);
    for (std::size_t i = 0; i < starts_.size(); ++i) {
      close_before(starts_[i], nesting);
      open_section(i);
    }
    close_down_to(0, report_.span.end);
    return std::move(sections_);
  }

 private:
  void collect_starts(const std::vector<bool>& numbers_section) {
    std::size_t next = 0;
    const std::uint32_t last_block = report_.first_block + report_.block_count;
    for (std::uint32_t block = report_.first_block; block < last_block; ++block) {
      const std::size_t known = starts_.size();
      for (; next < scan_.candidates.size() && scan_.candidates[next].block == block; ++next) {
        add_candidate(scan_.candidates[next], numbers_section[next]);
      }
      if (starts_.size() == known) add_styled(block);
    }
  }

  void add_candidate(const Candidate& candidate, bool numbers_section) {
    const Block& block = document_.blocks[candidate.block];
    const std::uint32_t begin = candidate.mark.span.begin;
    const bool in_line = !starts_.empty() && starts_.back().block == candidate.block;
    if (in_line && (numbers_section || opens_list(candidate))) {
      starts_.back().line_end = std::min(starts_.back().line_end, begin);
    }
    if (!numbers_section) return;
    const std::uint8_t style = block.kind == BlockKind::heading ? block.level : std::uint8_t{0};
    starts_.push_back(
        {candidate.mark, index_of(candidate.series), begin, candidate.block, style, block.span.end});
  }

  /// `（一）一是…` and `二、做法：一是…`: the heading ends where the list begins.
  static bool opens_list(const Candidate& candidate) {
    return candidate.series == Series::item_is && !candidate.doubtful &&
           (candidate.place == Place::after_mark || candidate.place == Place::after_colon);
  }

  void add_styled(std::uint32_t index) {
    const Block& block = document_.blocks[index];
    if (block.kind != BlockKind::heading || is_title(block.span)) return;
    const Span line = trimmed(document_.text, block.span);
    if (line.empty()) return;
    starts_.push_back({{{line.begin, line.begin}, MarkForm::none, 0},
                       kStyled,
                       line.begin,
                       index,
                       std::max<std::uint8_t>(block.level, 1),
                       line.end});
  }

  /// The report's title heads the whole, not a part of it.
  [[nodiscard]] bool is_title(Span span) const { return report_.title && span.contains(*report_.title); }

  void close_before(const Start& start, const Nesting& nesting) {
    std::size_t keep = open_.size();
    if (const std::size_t sibling = find_sibling(start); sibling != 0) {
      keep = sibling;
    } else {
      while (keep > 1 && !belongs_under(start, open_starts_[keep - 2], nesting)) --keep;
    }
    close_down_to(keep, start.begin);
  }

  /// The depth of the open section of the same series; 0 where there is none.
  [[nodiscard]] std::size_t find_sibling(const Start& start) const {
    if (start.rank == kStyled) return 0;
    for (std::size_t depth = open_starts_.size(); depth > 0; --depth) {
      const Start& open = open_starts_[depth - 1];
      if (open.rank == start.rank) return depth;
      if (styled_above(start, open)) return 0;
    }
    return 0;
  }

  /// A heading style at or above an open one's closes it, whatever the marks.
  static bool styled_above(const Start& start, const Start& open) {
    return start.style_level != 0 && open.style_level != 0 && open.rank == kStyled &&
           start.style_level <= open.style_level;
  }

  static bool belongs_under(const Start& start, const Start& open, const Nesting& nesting) {
    if (start.rank != kStyled && open.rank != kStyled) return nesting.nests(start.rank, open.rank);
    if (start.rank == kStyled) return open.style_level != 0 && open.style_level < start.style_level;
    return !styled_above(start, open);
  }

  void close_down_to(std::size_t keep, std::uint32_t end) {
    while (open_.size() > keep) {
      Section& section = sections_[open_.back()];
      section.span.end = end;
      if (section.body.end == kNone) section.body.end = end;
      open_.pop_back();
      if (!open_starts_.empty()) open_starts_.pop_back();
    }
  }

  void open_section(std::size_t index) {
    const Start& start = starts_[index];
    Section& parent = sections_[open_.back()];
    if (parent.body.end == kNone) parent.body.end = start.begin;
    Section section;
    section.span = {start.begin, start.begin};
    section.mark = start.mark;
    section.parent = open_.back();
    section.level = static_cast<std::uint8_t>(open_.size());
    read_heading_of(index, section);
    open_.push_back(static_cast<std::uint32_t>(sections_.size()));
    open_starts_.push_back(start);
    sections_.push_back(section);
  }

  void read_heading_of(std::size_t index, Section& section) {
    const Start& start = starts_[index];
    const Span line = trimmed(document_.text, {start.mark.span.end, start.line_end});
    const bool headed = heads_plain_block(index) || holds_first_in_line(index);
    const HeadingParts parts = read_heading(document_.text, line, sentence_end(line.begin), headed);
    section.heading = parts.heading;
    section.body = {parts.body, kNone};
    section.run_on = parts.run_on;
  }

  /// Whether the next block is one without a section's mark.
  [[nodiscard]] bool heads_plain_block(std::size_t index) const {
    const std::uint32_t next = starts_[index].block + 1;
    if (next >= report_.first_block + report_.block_count) return false;
    return index + 1 == starts_.size() || starts_[index + 1].block > next;
  }

  /// `（三）发展渔业。1.改造鱼塘。…`: the part's own first child stands in its line.
  [[nodiscard]] bool holds_first_in_line(std::size_t index) const {
    if (index + 1 == starts_.size()) return false;
    const Start& next = starts_[index + 1];
    return next.block == starts_[index].block && next.mark.number == 1 && next.rank > starts_[index].rank;
  }

  /// Headings come in order, so that the look-up only moves on.
  std::uint32_t sentence_end(std::uint32_t offset) {
    while (sentence_ < scan_.sentences.size() && scan_.sentences[sentence_].span.end <= offset) ++sentence_;
    return sentence_ < scan_.sentences.size() ? scan_.sentences[sentence_].span.end : offset;
  }

  const Document& document_;
  const Report& report_;
  const Scan& scan_;
  std::vector<Start> starts_;
  std::vector<Section> sections_;
  std::vector<std::uint32_t> open_;  ///< section indices, outermost first
  std::vector<Start> open_starts_;   ///< those of open_ without section 0
  std::size_t sentence_ = 0;
};

}  // namespace

std::vector<Section> build_sections(const Document& document, const Report& report, const Scan& scan,
                                    const std::vector<bool>& numbers_section) {
  return SectionBuilder(document, report, scan).run(numbers_section);
}

}  // namespace tallybook::outline

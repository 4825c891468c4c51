#include "outline/boundaries.hpp"

#include <algorithm>
#include <optional>

#include "outline/blocks.hpp"
#include "outline/boilerplate.hpp"
#include "outline/headings.hpp"
#include "outline/marks.hpp"
#include "outline/organs.hpp"
#include "outline/titles.hpp"
#include "text/characters.hpp"

namespace tallybook::outline {
namespace {

/// What each cue is worth, and how much makes a boundary.
constexpr int kRestart = 3;       ///< 一、 where nothing open can hold it
constexpr int kItemRestart = 2;   ///< the same after a chain of 一是 headings
constexpr int kFinishedPart = 1;  ///< （一） under a part that has text of its own already
constexpr int kClosed = 1;        ///< the report before has come to its problems or plans
constexpr int kTitle = 3;         ///< a title line
constexpr int kSampleTitle = 9;   ///< 篇二
constexpr int kLead = 2;          ///< a lead sentence
constexpr int kOrganChange = 2;   ///< another organ speaks
constexpr int kSelfChange = 1;    ///< 我局 turns to 我馆
constexpr int kPlaceChange = 1;   ///< other counties and towns are named
constexpr int kOpeningPart = 1;   ///< the first part is named 上半年主要工作 or the like
constexpr int kAnnounced = -3;    ///< the paragraph above announces the list: …做好以下工作：
constexpr int kAttachment = -3;   ///< an annex numbers its parts anew
constexpr int kCompilation = 1;   ///< the page is known to compile reports
constexpr int kBoundary = 5;

/// Bytes: 200 Chinese characters, less is no report.
constexpr std::uint32_t kShortestReport = 600;
/// Bytes: evidence is not weighed again this close to where it was last weighed.
constexpr std::uint32_t kClosestCandidates = 300;
/// Bytes: the new report's voice is heard over this stretch.
constexpr std::uint32_t kVoiceReach = 24000;
/// Blocks: a lead or title stands at most this far above the first mark.
constexpr std::uint32_t kLongestOpening = 6;

using MaybeMark = std::optional<Candidate>;

/// The marks of the report so far.
struct Chain {
  std::uint32_t marks = 0;
  Series outermost = Series::dash;
  std::uint32_t last_mark = kNone;  ///< block
  bool last_heads_only = false;     ///< the last marked block is nothing but a heading
};

class BoundaryFinder {
 public:
  BoundaryFinder(const Document& document, const std::vector<BlockNote>& notes)
      : document_(document), notes_(notes) {}

  std::vector<std::uint32_t> run() {
    read_marks();
    const std::uint32_t first = first_block();
    if (first == notes_.size()) return {};
    starts_.push_back(first);
    find_boundaries(first);
    // What is certain without it shows that the page compiles reports, and so helps the rest.
    if (!compilation_ && starts_.size() > 2) {
      compilation_ = true;
      starts_.resize(1);
      find_boundaries(first);
    }
    return std::move(starts_);
  }

 private:
  [[nodiscard]] std::string_view line(std::uint32_t block) const {
    return slice(document_.text, notes_[block].text);
  }
  [[nodiscard]] bool skipped(std::uint32_t block) const {
    return notes_[block].excluded || notes_[block].page;
  }

  void read_marks() {
    marks_.resize(notes_.size());
    for (std::uint32_t i = 0; i < notes_.size(); ++i) {
      compilation_ = compilation_ || (notes_[i].page && is_introduction(line(i)));
      if (skipped(i) || notes_[i].text.empty()) continue;
      const Span span = notes_[i].text;
      auto mark = read_mark(document_.text, span.begin, span.end, Place::block_start);
      if (mark && structures(*mark, i)) marks_[i] = mark;
    }
  }

  /// Marks that number parts; of item marks only those that head paragraphs.
  [[nodiscard]] bool structures(const Candidate& mark, std::uint32_t block) const {
    if (mark.doubtful || mark.series == Series::item_first) return false;
    return numbers_sections(mark.series) || line(block).size() <= kLongestHeading;
  }

  [[nodiscard]] std::uint32_t first_block() const {
    std::uint32_t first = 0;
    while (first < notes_.size() && skipped(first)) ++first;
    return first;
  }

  void find_boundaries(std::uint32_t first) {
    Chain chain;
    std::uint32_t weighed = kNone;  ///< offset
    for (std::uint32_t block = first; block < notes_.size(); ++block) {
      if (skipped(block)) continue;
      const bool opens = (marks_[block] && marks_[block]->mark.number == 1) || is_sample(block);
      const std::uint32_t offset = notes_[block].text.begin;
      const bool apart = weighed == kNone || offset >= weighed + kClosestCandidates;
      if (opens && apart && block != starts_.back()) {
        weighed = offset;
        consider(block, chain);
      }
      if (marks_[block]) extend(chain, block);
    }
  }

  /// 第一篇 is read as a mark, too.
  [[nodiscard]] bool is_sample(std::uint32_t block) const { return sample_label_size(line(block)) != 0; }

  void extend(Chain& chain, std::uint32_t block) const {
    ++chain.marks;
    chain.outermost = std::min(chain.outermost, marks_[block]->series);
    chain.last_mark = block;
    const std::string_view text = line(block);
    chain.last_heads_only = text.size() <= kLongestHeading && !text.ends_with("。");
  }

  void consider(std::uint32_t block, Chain& chain) {
    const std::uint32_t start = opening_of(block, chain);
    if (start <= starts_.back()) return;
    const Span before = {notes_[starts_.back()].text.begin, notes_[start].text.begin};
    if (before.size() < kShortestReport && !is_sample(block)) return;
    const int structure = weigh_structure(block, start, chain);
    const int known = structure + (compilation_ ? kCompilation : 0);
    if (structure <= 0 || known + kOrganChange + kSelfChange + kPlaceChange < kBoundary) return;
    if (known < kBoundary && known + weigh_voice(before, start) < kBoundary) return;
    starts_.push_back(start);
    chain = {};
  }

  /// The block at which the report begins whose first mark stands at `block`: its title or lead
  /// above the mark, below the body of the section before.
  [[nodiscard]] std::uint32_t opening_of(std::uint32_t block, const Chain& chain) const {
    if (is_sample(block)) return block;
    std::uint32_t start = block;
    const std::uint32_t last = chain.last_mark == kNone ? starts_.back() : chain.last_mark;
    for (std::uint32_t at = block; at > last + 1 && block - at < kLongestOpening;) {
      --at;
      if (skipped(at)) continue;
      const bool body = chain.last_heads_only && at == last + 1 && !leaves_heading_bare(last, at);
      if (!body && (is_title(line(at)) || is_lead(line(at)))) start = at;
    }
    return start;
  }

  /// The paragraph below a heading is its body; but where the heading names problems and the
  /// paragraph opens a report without a word of them, the heading has lost its body.
  [[nodiscard]] bool leaves_heading_bare(std::uint32_t heading, std::uint32_t paragraph) const {
    const std::string_view opening = text::opening_of(line(paragraph), kLongestHeading);
    return names_closing_part(line(heading)) && !names_closing_part(opening);
  }

  [[nodiscard]] int weigh_structure(std::uint32_t block, std::uint32_t start, const Chain& chain) const {
    if (is_sample(block)) return kSampleTitle;
    const int numbering = weigh_numbering(*marks_[block], chain);
    int weight = numbering;
    if (is_title(line(start))) weight += kTitle;
    if (start != block && is_lead(line(start))) weight += kLead;
    if (numbering >= kItemRestart && names_opening_part(line(block))) weight += kOpeningPart;
    if (weight > 0 && closes_report(start, chain)) weight += kClosed;
    if (start == block && announces_list(line(start - 1))) weight += kAnnounced;
    if (line(start - 1).starts_with("附")) weight += kAttachment;
    return weight;
  }

  static bool announces_list(std::string_view paragraph) {
    if (paragraph.ends_with("：") || paragraph.ends_with(":")) return true;
    constexpr std::size_t kReach = 120;  // bytes: the last sentence or so
    const std::string_view end = paragraph.substr(paragraph.size() - std::min(paragraph.size(), kReach));
    return end.find("以下") != std::string_view::npos || end.find("如下") != std::string_view::npos;
  }

  [[nodiscard]] int weigh_numbering(const Candidate& mark, const Chain& chain) const {
    if (chain.marks < 2 || !numbers_sections(mark.series)) return 0;
    if (mark.series > chain.outermost) return finished_part(chain) ? kFinishedPart : 0;
    if (chain.outermost <= Series::chapter_section) return mark.series == chain.outermost ? kRestart : 0;
    return numbers_sections(chain.outermost) ? kRestart : kItemRestart;
  }

  /// The last part is a heading with text of its own, and where the page is not known to compile
  /// reports it names problems or plans.
  [[nodiscard]] bool finished_part(const Chain& chain) const {
    const std::uint32_t next = chain.last_mark + 1;
    if (chain.last_mark == kNone || next >= notes_.size() || marks_[next]) return false;
    if (!chain.last_heads_only || !line(next).ends_with("。")) return false;
    return compilation_ || names_closing_part(line(chain.last_mark));
  }

  /// The report so far has come to its last part, in a heading or in its last paragraph.
  [[nodiscard]] bool closes_report(std::uint32_t start, const Chain& chain) const {
    if (chain.last_mark != kNone && names_closing_part(line(chain.last_mark))) return true;
    return names_closing_part(line(start - 1));
  }

  int weigh_voice(Span before, std::uint32_t start) {
    if (!voices_) voices_.emplace(document_.text);
    const std::uint32_t begin = notes_[start].text.begin;
    const Span after = {begin, end_of_voice(start)};
    return (voices_->organ_changes(before, after) ? kOrganChange : 0) +
           (voices_->self_changes(before, after) ? kSelfChange : 0) +
           (voices_->places_change(before, after) ? kPlaceChange : 0);
  }

  /// The new report is heard up to where the next 一 of its own outermost series stands.
  [[nodiscard]] std::uint32_t end_of_voice(std::uint32_t start) const {
    const std::uint32_t begin = notes_[start].text.begin;
    std::optional<Series> first;
    for (std::uint32_t block = start; block < notes_.size(); ++block) {
      const Span text = notes_[block].text;
      if (text.begin >= begin + kVoiceReach) return text.begin;
      if (!marks_[block]) continue;
      if (!first) {
        first = marks_[block]->series;
      } else if (marks_[block]->mark.number == 1 && marks_[block]->series <= *first) {
        return text.begin;
      }
    }
    return notes_.back().text.end;
  }

  const Document& document_;
  const std::vector<BlockNote>& notes_;
  std::vector<MaybeMark> marks_;
  std::vector<std::uint32_t> starts_;
  std::optional<Voices> voices_;
  bool compilation_ = false;
};

}  // namespace

std::vector<BlockNote> note_blocks(const Document& document) {
  std::vector<BlockNote> notes;
  notes.reserve(document.blocks.size());
  for (const Block& block : document.blocks) {
    BlockNote note;
    note.text = trimmed(document.text, block.span);
    note.excluded = note.text.empty() || !can_head(block);
    note.page = !note.excluded && is_page_line(slice(document.text, note.text));
    notes.push_back(note);
  }
  return notes;
}

std::vector<std::uint32_t> find_report_starts(const Document& document, const std::vector<BlockNote>& notes) {
  return BoundaryFinder(document, notes).run();
}

}  // namespace tallybook::outline

#include "outline/section_marks.hpp"

#include <algorithm>
#include <array>

#include "outline/blocks.hpp"
#include "outline/headings.hpp"

namespace tallybook::outline {
namespace {

constexpr std::uint32_t kNoCandidate = 0xFFFFFFFF;

bool starts_block(const Candidate& candidate) {
  return candidate.place == Place::block_start;
}

class SectionMarkFinder {
 public:
  SectionMarkFinder(const Document& document, const Report& report, const Scan& scan)
      : document_(document),
        report_(report),
        candidates_(scan.candidates),
        sentences_(scan.sentences),
        chosen_(scan.candidates.size(), false) {}

  std::vector<bool> run() {
    choose_block_starts();
    choose_in_running_text();
    choose_item_headings();
    return std::move(chosen_);
  }

 private:
  // --- marks at the start of a paragraph ---

  void choose_block_starts() {
    std::array<std::uint32_t, kSeriesCount> last_of{};
    last_of.fill(kNoCandidate);
    std::uint32_t last = kNoCandidate;
    for (std::uint32_t i = 0; i < candidates_.size(); ++i) {
      const Candidate& c = candidates_[i];
      const bool second_mark = i > 0 && follows_directly(candidates_[i - 1], c);
      if (!(starts_block(c) || second_mark) || !numbers_sections(c.series)) continue;
      if (!can_head(document_.blocks[c.block])) continue;
      std::uint32_t& previous = c.series == Series::dash ? last : last_of[index_of(c.series)];
      if (previous != kNoCandidate && follows(candidates_[previous], c))
        chosen_[i] = chosen_[previous] = true;
      if (!c.doubtful && !second_mark && !continues_line(c.block)) chosen_[i] = true;
      last_of[index_of(c.series)] = last = i;
    }
  }

  /// `二、1、…`: two levels begin in one line.
  static bool follows_directly(const Candidate& before, const Candidate& after) {
    return starts_block(before) && before.block == after.block && after.place == Place::after_mark;
  }

  static bool follows(const Candidate& before, const Candidate& after) {
    if (before.series != after.series) return false;
    return after.series == Series::dash || after.mark.number == before.mark.number + 1;
  }

  /// A block after one that breaks off at a comma is the rest of a wrapped line.
  [[nodiscard]] bool continues_line(std::uint32_t block) const {
    if (block == report_.first_block) return false;
    const std::string_view before = slice(document_.text, document_.blocks[block - 1].span);
    return before.ends_with("，") || before.ends_with("、") || before.ends_with(",");
  }

  // --- marks in running text ---

  /// 一、…。二、…。三、… of one series within one block.
  struct Run {
    Series series = Series::chinese;
    std::uint32_t last_number = 0;
    bool anchored = false;  ///< begins with a section that is already known
    int stops = 0;          ///< members that follow a full stop
    int others = 0;         ///< members that follow a comma or the like
    int unset = 0;          ///< members that no stop sets off
    std::vector<std::uint32_t> members;
  };

  static bool runs_inline(Series series) {
    return series == Series::chinese || series == Series::chinese_bracketed || series == Series::arabic;
  }

  void choose_in_running_text() {
    std::array<std::uint32_t, kSeriesCount> last_section{};
    for (std::size_t begin = 0; begin < candidates_.size();) {
      std::size_t end = begin;
      while (end < candidates_.size() && candidates_[end].block == candidates_[begin].block) ++end;
      choose_in_block(begin, end, last_section);
      begin = end;
    }
  }

  void choose_in_block(std::size_t begin, std::size_t end,
                       std::array<std::uint32_t, kSeriesCount>& last_section) {
    runs_.clear();
    open_.fill(kNoCandidate);
    for (std::size_t i = begin; i < end; ++i) {
      const Candidate& c = candidates_[i];
      if (runs_inline(c.series)) add_to_run(static_cast<std::uint32_t>(i), last_section[index_of(c.series)]);
    }
    std::stable_sort(runs_.begin(), runs_.end(),
                     [](const Run& a, const Run& b) { return a.series < b.series; });
    bool lost_breaks = false;
    for (const Run& run : runs_) {
      if (!numbers_sections_inline(run, lost_breaks)) continue;
      lost_breaks = true;
      for (const std::uint32_t member : run.members) chosen_[member] = true;
    }
    for (std::size_t i = begin; i < end; ++i) {
      if (chosen_[i]) last_section[index_of(candidates_[i].series)] = candidates_[i].mark.number;
    }
  }

  void add_to_run(std::uint32_t index, std::uint32_t last_section) {
    const Candidate& c = candidates_[index];
    const std::uint32_t number = c.mark.number;
    if (chosen_[index]) return open_run(index, true);
    if (c.doubtful) return;
    std::uint32_t& open = open_[index_of(c.series)];
    if (open != kNoCandidate && extends(runs_[open], c)) {
      Run& run = runs_[open];
      ++(ends_before(c) ? run.stops : c.place == Place::within ? run.unset : run.others);
      run.members.push_back(index);
      run.last_number = number;
    } else if (number == 1) {
      const bool awaited = open != kNoCandidate && runs_[open].last_number == 1;
      if (c.place != Place::within || !awaited) open_run(index, false);
    } else if (c.place == Place::after_gap || continues_sections(c, last_section)) {
      open_run(index, true);
    }
  }

  /// A single break was lost: the paragraph goes on with the next section. `last_section` is 0 where
  /// the series has none yet.
  static bool continues_sections(const Candidate& c, std::uint32_t last_section) {
    return last_section != 0 && c.mark.number == last_section + 1 && ends_before(c) &&
           c.series != Series::arabic;
  }

  /// Whether a sentence ends before the mark.
  static bool ends_before(const Candidate& c) {
    return c.place == Place::after_stop || c.place == Place::after_gap;
  }

  /// The next number, or one number on where a full stop precedes it: a writer's slip.
  static bool extends(const Run& run, const Candidate& c) {
    const std::uint32_t next = run.last_number + 1;
    return c.mark.number == next || (ends_before(c) && c.mark.number == next + 1);
  }

  void open_run(std::uint32_t index, bool anchored) {
    const Candidate& c = candidates_[index];
    open_[index_of(c.series)] = static_cast<std::uint32_t>(runs_.size());
    runs_.push_back({c.series, c.mark.number, anchored, 0, 0, 0, {index}});
  }

  /// Items set off by semicolons are a list within a sentence. 1. 2. 3. divide a paragraph into
  /// sections only where it holds sections above them; else they too are a list. Marks that no stop
  /// sets off are believed beside as many that are.
  static bool numbers_sections_inline(const Run& run, bool lost_breaks) {
    if (run.members.size() < 2) return run.anchored;
    if (run.series == Series::arabic && !lost_breaks) return false;
    return run.stops > run.others && run.stops >= run.unset;
  }

  // --- 一是 and the like as headings ---

  void choose_item_headings() {
    std::array<std::vector<std::uint32_t>, kSeriesCount> runs;
    for (std::uint32_t i = 0; i < candidates_.size(); ++i) {
      const Candidate& c = candidates_[i];
      if (!starts_block(c) || numbers_sections(c.series)) continue;
      auto& run = runs[index_of(c.series)];
      if (!run.empty() && c.mark.number <= candidates_[run.back()].mark.number) finish_item_run(run);
      run.push_back(i);
    }
    for (auto& run : runs) finish_item_run(run);
  }

  void finish_item_run(std::vector<std::uint32_t>& run) {
    std::size_t headings = 0;
    for (const std::uint32_t i : run) headings += heads_paragraphs(i) ? 1 : 0;
    if (headings >= 2 && 2 * headings >= run.size()) {
      for (const std::uint32_t i : run) chosen_[i] = true;
    }
    run.clear();
  }

  /// A short paragraph of one sentence before a paragraph without a mark.
  [[nodiscard]] bool heads_paragraphs(std::uint32_t index) const {
    const Candidate& c = candidates_[index];
    const Block& block = document_.blocks[c.block];
    if (!can_head(block) || block.span.size() > kLongestHeading) return false;
    if (sentence_end(c.mark.span.begin) < trimmed(document_.text, block.span).end) return false;
    const std::uint32_t next = c.block + 1;
    if (next >= report_.first_block + report_.block_count) return false;
    if (document_.blocks[next].kind == BlockKind::heading) return false;
    const auto after = std::find_if(candidates_.begin() + index, candidates_.end(),
                                    [&](const Candidate& other) { return other.block >= next; });
    return after == candidates_.end() || after->block != next || !starts_block(*after);
  }

  [[nodiscard]] std::uint32_t sentence_end(std::uint32_t offset) const {
    const auto after =
        std::upper_bound(sentences_.begin(), sentences_.end(), offset,
                         [](std::uint32_t at, const Sentence& sentence) { return at < sentence.span.end; });
    return after == sentences_.end() ? offset : after->span.end;
  }

  const Document& document_;
  const Report& report_;
  std::span<const Candidate> candidates_;
  std::span<const Sentence> sentences_;
  std::vector<bool> chosen_;
  std::vector<Run> runs_;
  std::array<std::uint32_t, kSeriesCount> open_{};
};

}  // namespace

std::vector<bool> find_section_marks(const Document& document, const Report& report, const Scan& scan) {
  return SectionMarkFinder(document, report, scan).run();
}

}  // namespace tallybook::outline

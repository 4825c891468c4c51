// Words that follow one another: the steps of a rule of kind sequence.
#include <algorithm>
#include <optional>

#include "own/findings.hpp"
#include "text/characters.hpp"

namespace tallybook::own {
namespace {

constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

/// The hits of one step within a unit; they do not overlap and ascend.
struct StepHits {
  std::span<const Hit> hits;
  std::optional<std::uint32_t> gap;

  [[nodiscard]] std::size_t first_from(std::uint32_t offset) const {
    return static_cast<std::size_t>(
        std::partition_point(hits.begin(), hits.end(),
                             [&](const Hit& hit) { return hit.span.begin < offset; }) -
        hits.begin());
  }
};

/// What must stand, and before it what must not.
struct Link {
  std::vector<StepHits> without;
  StepHits step;
  std::vector<std::size_t> next;  ///< for each hit the one of the next link that completes it, or kNowhere
  std::vector<std::size_t> live;  ///< for each hit, and behind the last, the first from there with a next
};

/// The sequences of one unit. `next` is found from the last link to the first: whatever limits how far the
/// next step may be, the nearest that can be completed is the one that keeps it, if any does.
class UnitSequences {
 public:
  UnitSequences(const RuleHits& found, std::span<const Hit> hits) : text_(found.text), hits_(hits) {
    Link link;
    const std::vector<Step>& steps = found.rule.rule.steps;
    for (std::uint32_t i = 0; i < steps.size(); ++i) {
      const StepHits step{hits_of(i), steps[i].gap};
      if (steps[i].negate) {
        link.without.push_back(step);
      } else {
        link.step = step;
        links_.push_back(std::move(link));
        link = {};
      }
    }
    behind_ = std::move(link.without);
  }

  std::vector<Span> find() && {
    for (std::size_t i = links_.size(); i-- > 0;) complete(i);
    std::vector<Span> spans;
    std::uint32_t taken_up_to = 0;
    const Link& first = links_.front();
    for (std::size_t i = 0; i < first.step.hits.size(); ++i) {
      const Span begin = first.step.hits[i].span;
      if (first.next[i] == kNowhere || begin.begin < taken_up_to || !may_begin(begin)) continue;
      // The start nearest to what follows says it best.
      if (links_.size() > 1 && i + 1 < first.next.size() && first.next[i + 1] == first.next[i] &&
          may_begin(first.step.hits[i + 1].span)) {
        continue;
      }
      spans.push_back({begin.begin, end_of(i)});
      taken_up_to = spans.back().end;
    }
    return spans;
  }

 private:
  [[nodiscard]] std::span<const Hit> hits_of(std::uint32_t step) const {
    const auto [first, last] = std::equal_range(hits_.begin(), hits_.end(), Hit{.step = step},
                                                [](const Hit& a, const Hit& b) { return a.step < b.step; });
    return hits_.subspan(static_cast<std::size_t>(first - hits_.begin()),
                         static_cast<std::size_t>(last - first));
  }

  [[nodiscard]] bool within(std::optional<std::uint32_t> gap, std::uint32_t from, std::uint32_t to) const {
    if (!gap) return true;
    constexpr std::uint32_t kWidest = 4;
    if (to - from > static_cast<std::uint64_t>(*gap) * kWidest) return false;
    return text::count_code_points(text_.substr(from, to - from)) <= *gap;
  }

  /// Whether one of the steps that must not stand does, between two offsets.
  [[nodiscard]] bool any_between(const std::vector<StepHits>& steps, std::uint32_t from,
                                 std::uint32_t to) const {
    return std::any_of(steps.begin(), steps.end(), [&](const StepHits& step) {
      const std::size_t i = step.first_from(from);
      return i < step.hits.size() && step.hits[i].span.end <= to &&
             within(step.gap, from, step.hits[i].span.begin);
    });
  }

  [[nodiscard]] bool may_begin(Span first) const {
    return std::none_of(
        links_.front().without.begin(), links_.front().without.end(), [&](const StepHits& step) {
          // The last one that ends before it.
          const auto behind = std::partition_point(step.hits.begin(), step.hits.end(), [&](const Hit& hit) {
            return hit.span.end <= first.begin;
          });
          return behind != step.hits.begin() && within(step.gap, std::prev(behind)->span.end, first.begin);
        });
  }

  void complete(std::size_t index) {
    Link& link = links_[index];
    link.next.assign(link.step.hits.size(), kNowhere);
    for (std::size_t i = 0; i < link.step.hits.size(); ++i) {
      const std::uint32_t end = link.step.hits[i].span.end;
      if (index + 1 == links_.size()) {
        constexpr std::uint32_t kEnd = 0xFFFFFFFF;
        if (!any_between(behind_, end, kEnd)) link.next[i] = 0;
        continue;
      }
      link.next[i] = next_of(links_[index + 1], end);
    }
    link.live.assign(link.next.size() + 1, kNowhere);
    for (std::size_t i = link.next.size(); i-- > 0;)
      link.live[i] = link.next[i] == kNowhere ? link.live[i + 1] : i;
  }

  [[nodiscard]] std::size_t next_of(const Link& next, std::uint32_t from) const {
    const std::size_t i = next.live[next.step.first_from(from)];
    if (i == kNowhere) return kNowhere;
    const std::uint32_t begin = next.step.hits[i].span.begin;
    return within(next.step.gap, from, begin) && !any_between(next.without, from, begin) ? i : kNowhere;
  }

  [[nodiscard]] std::uint32_t end_of(std::size_t i) const {
    for (std::size_t link = 0; link + 1 < links_.size(); ++link) i = links_[link].next[i];
    return links_.back().step.hits[i].span.end;
  }

  std::string_view text_;
  std::span<const Hit> hits_;
  std::vector<Link> links_;
  std::vector<StepHits> behind_;  ///< what must not follow the last link
};

}  // namespace

std::vector<Remark> sequences_of(const RuleHits& found) {
  std::vector<Remark> remarks;
  for_each_unit(found.hits, [&](std::span<const Hit> hits) {
    for (const Span span : UnitSequences(found, hits).find()) {
      remarks.push_back({span, message_of(found.rule.rule, {{"match", quoted(found.text, span)}})});
    }
  });
  return remarks;
}

}  // namespace tallybook::own

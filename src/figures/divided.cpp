// 增加值增长5%，其中第一产业增长3%，第二产业…，第三产业…: the changes of a total and of all parts into which
// one row of words divides it, where no levels tell how they weigh.
#include <algorithm>

#include "figures/context.hpp"
#include "figures/weighted.hpp"

namespace tallybook::figures {
namespace {

/// From a total to its first part stand no more figures than these.
constexpr std::uint32_t kReach = 4;

class DividedFinder {
 public:
  DividedFinder(const RelationContext& context, std::vector<Relation>& relations)
      : context_(context), relations_(relations) {}

  void find() {
    for (std::uint32_t i = 1; i < context_.figures.size(); ++i) {
      if (!is_plain_growth(context_, i)) continue;
      for (const Partition& partition : context_.cues.partitions) {
        if (partition.exhaustive) read(i, partition);
      }
    }
  }

 private:
  void read(std::uint32_t first, const Partition& partition);
  [[nodiscard]] std::vector<std::uint32_t> parts_from(std::uint32_t first, const Partition& partition) const;
  [[nodiscard]] std::optional<std::uint32_t> total_before(std::uint32_t first,
                                                          const Partition& partition) const;
  /// The words that name what changes: before the level where one is told, else before the change.
  [[nodiscard]] std::string_view name_of(std::uint32_t change) const {
    const auto& subject = context_.figures[change].subject;
    return subject ? slice(context_.text, *subject) : std::string_view{};
  }
  /// Whether `b` stands in the sentence of `a` or in the next one of its paragraph.
  [[nodiscard]] bool goes_on(std::uint32_t a, std::uint32_t b) const {
    const std::uint32_t first = context_.figures[a].sentence;
    const std::uint32_t last = context_.figures[b].sentence;
    const auto& sentences = context_.outline.sentences;
    return last - first <= 1 && sentences[first].block == sentences[last].block;
  }

  const RelationContext& context_;
  std::vector<Relation>& relations_;
};

/// The changes from `first` on that name each part once; empty where one is missing or out of its turn.
std::vector<std::uint32_t> DividedFinder::parts_from(std::uint32_t first, const Partition& partition) const {
  std::vector<std::uint32_t> parts;
  std::vector<std::uint16_t> named;
  const auto last =
      static_cast<std::uint32_t>(std::min<std::size_t>(context_.figures.size(), first + 2 * partition.parts));
  for (std::uint32_t i = first; i < last && parts.size() < partition.parts; ++i) {
    if (context_.figures[i].sentence != context_.figures[first].sentence) return {};
    if (!is_plain_growth(context_, i)) continue;
    const Cue cue = first_cue(name_of(i), partition.words, &partition.masks);
    if (!cue || std::find(named.begin(), named.end(), cue.value) != named.end()) return {};
    if (context_.figures[i].basis != context_.figures[first].basis) return {};
    named.push_back(cue.value);
    parts.push_back(i);
  }
  if (parts.size() != partition.parts) return {};
  return parts;
}

/// The change before 其中 that the parts divide: of a sum, not of a mean.
std::optional<std::uint32_t> DividedFinder::total_before(std::uint32_t first,
                                                         const Partition& partition) const {
  for (std::uint32_t i = first; i-- > 0 && first - i <= kReach;) {
    if (!goes_on(i, first)) return std::nullopt;
    if (context_.figures[i].role != Role::change) continue;
    if (!is_plain_growth(context_, i)) return std::nullopt;
    const std::string_view name = name_of(i);
    const std::string_view between =
        context_.words(context_.figures[i].span.end, context_.figures[first].span.begin);
    const bool opened = context_.cues.part_leads.found_in(between);
    const bool summable = !name.empty() && !context_.is_intensive(name);
    const bool divided = summable && opened && !partition.except.found_in(name) &&
                         !first_cue(name, partition.words, &partition.masks);
    const Basis basis = context_.figures[first].basis;
    const bool same_basis = basis == Basis::none || basis == context_.figures[i].basis;
    return divided && same_basis ? std::optional(i) : std::nullopt;
  }
  return std::nullopt;
}

void DividedFinder::read(std::uint32_t first, const Partition& partition) {
  if (!first_cue(name_of(first), partition.words, &partition.masks)) return;
  const auto total = total_before(first, partition);
  if (!total) return;
  const std::vector<std::uint32_t> parts = parts_from(first, partition);
  if (parts.empty()) return;
  Relation relation;
  relation.kind = RelationKind::change_of;
  relation.terms = {{*total, TermRole::change}};
  std::vector<Decimal> growths;
  for (const std::uint32_t part : parts) {
    growths.push_back(signed_value(context_.figures[part]));
    relation.terms.push_back({part, TermRole::part});
  }
  settle_weighted(context_, *total, growths, relation);
  relations_.push_back(std::move(relation));
}

}  // namespace

void find_divided_changes(const RelationContext& context, std::vector<Relation>& relations) {
  DividedFinder(context, relations).find();
}

}  // namespace tallybook::figures

#include "figures/sum_check.hpp"

#include <algorithm>
#include <set>

#include "figures/context.hpp"

namespace tallybook::figures {
namespace {

using Signed = RelationContext::Signed;

/// Behind the total of a bracket or colon list nothing but a noun stands: this many bytes at most.
constexpr std::uint32_t kLongestNounBeforeList = 30;
/// Longer lists are not searched for the parts that add up.
constexpr std::size_t kMostParts = 16;

/// X and 非X.
bool negates(std::string_view name, std::string_view other) {
  constexpr std::size_t kTelling = 6;
  static constexpr std::string_view kNot = "非";
  const std::size_t negation = other.find(kNot);
  if (negation == std::string_view::npos) return false;
  const std::string_view positive = other.substr(negation + kNot.size());
  return positive.size() >= kTelling && name.find(positive) != std::string_view::npos;
}

}  // namespace

Completeness SumCheck::completeness_of(std::span<const std::uint32_t> parts) const {
  std::vector<std::string_view> names;
  for (const std::uint32_t part : parts) {
    names.push_back(context_.near_words(part));
    // 玉米和稻谷各1000亿斤 stands for more than one part.
    if (context_.tables.each_cues.found_in(names.back()) || names.back().ends_with("各")) {
      return Completeness::open;
    }
  }
  if (names.size() == 2 && (negates(names[0], names[1]) || negates(names[1], names[0]))) {
    return Completeness::complete;
  }
  if (names.size() > 1 && context_.cues.rest_cues.found_in(names.back())) return Completeness::complete;
  for (const Partition& partition : context_.cues.partitions) {
    std::set<std::uint16_t> members;
    for (const std::string_view name : names) {
      const Cue cue = first_cue(name, partition.words, &partition.masks);
      if (!cue || !members.insert(cue.value).second) break;
    }
    if (members.size() != names.size()) continue;
    const bool all = partition.exhaustive && members.size() == partition.parts && !excepted(partition, parts);
    return all ? Completeness::complete : Completeness::disjoint;
  }
  return Completeness::open;
}

/// Whether what is divided has further parts.
bool SumCheck::excepted(const Partition& partition, std::span<const std::uint32_t> parts) const {
  return std::any_of(parts.begin(), parts.end(), [&](std::uint32_t part) {
    return partition.except.found_in(context_.near_words(part)) ||
           partition.except.found_in(context_.figures[part].unit);
  });
}

std::optional<Interval> SumCheck::add_up(std::span<const std::uint32_t> parts) const {
  std::optional<Interval> sum = Interval{};
  for (const std::uint32_t part : parts) {
    const auto interval = context_.interval(part);
    if (!interval || !sum) return std::nullopt;
    sum = sum->plus(*interval);
  }
  return sum;
}

std::vector<std::uint32_t> SumCheck::parts_that_add_up(std::uint32_t whole,
                                                       std::span<const std::uint32_t> parts) const {
  const auto total = context_.interval(whole);
  if (!total || parts.size() > kMostParts) return {};
  const auto adds_up = [&](const std::vector<std::uint32_t>& chosen) {
    const auto sum = add_up(chosen);
    return chosen.size() > 1 && sum && sum->overlaps(*total);
  };
  for (std::size_t count = parts.size(); count > 1; --count) {
    std::vector<std::uint32_t> head(parts.begin(), parts.begin() + static_cast<std::ptrdiff_t>(count));
    if (adds_up(head)) return head;
  }
  // 邮政400亿元、快递业务收入350亿元、电信210亿元: 快递 is a part of 邮政.
  for (std::size_t first = 1; first < parts.size(); ++first) {
    std::vector<std::uint32_t> kept(parts.begin(), parts.begin() + static_cast<std::ptrdiff_t>(first));
    for (std::size_t last = first + 1; last < parts.size(); ++last) {
      std::vector<std::uint32_t> chosen = kept;
      chosen.insert(chosen.end(), parts.begin() + static_cast<std::ptrdiff_t>(last), parts.end());
      if (adds_up(chosen)) return chosen;
    }
  }
  return {};
}

Relation SumCheck::sum_of(std::uint32_t whole, std::span<const std::uint32_t> parts,
                          Completeness completeness, Span evidence) const {
  const auto total = context_.interval(whole);
  const auto sum = add_up(parts);
  Relation relation;
  relation.kind = RelationKind::sum_of;
  relation.evidence.push_back(evidence);
  relation.terms.push_back({whole, TermRole::total});
  std::vector<Signed> terms;
  for (const std::uint32_t part : parts) {
    relation.terms.push_back({part, TermRole::part});
    terms.push_back({part, false});
  }
  if (!total || !sum) {
    relation.reason = Reason::approximate;
  } else if (sum->overlaps(*total)) {
    relation.verdict = Verdict::pass;
  } else if (completeness == Completeness::open ||
             (completeness == Completeness::disjoint && sum->high < total->low)) {
    relation.reason = Reason::open_list;
  } else if (!is_list_of(whole, parts)) {
    relation.reason = Reason::not_comparable;
  } else {
    relation.verdict = Verdict::fail;
  }
  relation.arithmetic = context_.arithmetic(terms, whole, relation.verdict);
  return relation;
}

/// Whether a list that does not add up can still be meant to: of one period, under a whole that is no
/// difference (顺差), and no further off than by its largest part, as when that was forgotten or stands
/// twice. A list further off than that counts something else.
bool SumCheck::is_list_of(std::uint32_t whole, std::span<const std::uint32_t> parts) const {
  const Figure& total = context_.figures[whole];
  if (total.subject && context_.cues.net_wholes.found_in(slice(context_.text, *total.subject))) return false;
  std::optional<Decimal> sum = Decimal{};
  Decimal largest;
  for (const std::uint32_t part : parts) {
    const auto value = context_.base_value(part);
    if (!value || !sum || !context_.may_share_period(total, context_.figures[part])) return false;
    largest = std::max(largest, *value);
    sum = sum->plus(*value);
  }
  const auto value = context_.base_value(whole);
  const auto distance = value && sum ? value->minus(*sum) : std::nullopt;
  return distance && *distance <= largest && distance->negated() <= largest;
}

/// 完成611亿元，比上年增长12.9%。其中: only changes, shares and ranks stand between the whole and its parts.
bool SumCheck::stands_before(std::uint32_t whole, std::uint32_t offset) const {
  constexpr std::size_t kLongestAside = 150;
  if (context_.words(context_.figures[whole].span.end, offset).size() > kLongestAside) return false;
  for (std::uint32_t i = whole; i < context_.figures.size(); ++i) {
    const Figure& figure = context_.figures[i];
    if (figure.span.begin >= offset) return true;
    if (i > whole && figure.role != Role::change && figure.role != Role::share) return false;
    const std::uint32_t next =
        i + 1 < context_.figures.size() ? std::min(context_.figures[i + 1].span.begin, offset) : offset;
    if (next - figure.span.end > kLongestNounBeforeList) return false;
  }
  return true;
}

/// 3个行政区，其中过去有2000个小煤窑: one classifier, two nouns.
bool SumCheck::counts_other_things(const Figure& total, const Figure& part) const {
  constexpr std::size_t kNoun = 6;
  const bool noun_follows = part.subject && part.subject->begin >= part.span.end;
  if (part.kind != FigureKind::count || !noun_follows || !total.subject) return false;
  const std::string_view name = slice(context_.text, *total.subject);
  const std::string_view noun = slice(context_.text, *part.subject);
  return noun.size() < kNoun || !name.ends_with(noun.substr(noun.size() - kNoun));
}

bool SumCheck::must_hold(std::uint32_t whole, std::uint32_t part, Span evidence) const {
  const Figure& total = context_.figures[whole];
  const Figure& figure = context_.figures[part];
  if (!stands_before(whole, evidence.begin) || !context_.may_share_period(total, figure)) return false;
  // 其中海外票房6900万美元，总票房159亿元: a figure of another kind opens the list.
  const std::uint32_t before = part - 1;
  const Figure& opener = context_.figures[before];
  if (before != whole && opener.span.begin >= evidence.end && opener.kind == total.kind &&
      opener.bound == Bound::exact && !context_.same_measure(opener, total)) {
    return false;
  }
  const std::string_view lead = context_.words(evidence.end, figure.span.begin);
  if (lead.find("；") != lead.npos || context_.cues.aside_cues.found_in(lead)) return false;
  // Balances, profits and interest are differences.
  const auto is_net = [&](const Figure& of) {
    return of.subject && context_.cues.net_wholes.found_in(slice(context_.text, *of.subject));
  };
  if (is_net(total) || is_net(figure) || counts_other_things(total, figure)) return false;
  return !larger_before(whole, part);
}

/// Whether the sentence has an earlier figure that could hold the part.
bool SumCheck::larger_before(std::uint32_t whole, std::uint32_t part) const {
  for (std::uint32_t i = whole; i-- > 0;) {
    const Figure& figure = context_.figures[i];
    if (figure.sentence != context_.figures[whole].sentence) return false;
    if (context_.addable(figure, context_.figures[part]) && figure.value >= context_.figures[part].value)
      return true;
  }
  return false;
}

}  // namespace tallybook::figures

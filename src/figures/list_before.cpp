// Lists that stand before the number that counts them.
#include <algorithm>

#include "figures/list_items.hpp"
#include "figures/lists.hpp"
#include "figures/numeral_characters.hpp"
#include "text/characters.hpp"

namespace tallybook::figures {
namespace {

class ListBefore {
 public:
  ListBefore(const RelationContext& context, const Claim& claim) : context_(context), claim_(claim) {}

  [[nodiscard]] std::optional<Listed> read() const;

 private:
  [[nodiscard]] std::optional<Listed> plain() const;
  [[nodiscard]] std::optional<Listed> compound() const;
  void drop_number(std::vector<Span>& items) const;

  [[nodiscard]] std::string_view words(Span place) const { return context_.words(place.begin, place.end); }

  const RelationContext& context_;
  const Claim& claim_;
};

std::optional<Listed> ListBefore::read() const {
  Span place = trimmed(context_.text, {claim_.clause.begin, claim_.beside.begin});
  if (place.size() > kLongestList) return std::nullopt;
  // 甲理论、“三个代表”重要思想: the claim is an item itself.
  for (const std::string_view joint : {"、", "和", "与", "及"}) {
    if (words(place).ends_with(joint)) return std::nullopt;
  }
  if (place.empty()) return std::nullopt;
  Listed listed;
  // 《甲规划》和《乙规划》（以下简称“两个规划”）
  if (const auto alias = context_.cues.claim_aliases.match_before(words(place), place.size())) {
    place.end -= alias.size;
    listed.evidence = {place.end, place.end + alias.size};
  }
  listed.items = quoted_run_before(context_.text, place);
  if (listed.items.size() >= 2 && counts_named_things(context_, claim_)) {
    listed.strength = Strength::strong;
    return listed;
  }
  // “甲、乙、丙”三大工程
  if (listed.items.size() == 1) {
    const Span inner{listed.items[0].begin + 3, listed.items[0].end - 3};
    auto divided = read_items(context_.text, inner, context_.cues.claim_closed_words);
    if (divided.items.size() != claim_.count && divided.can_be(claim_.count)) divided.divide_last();
    if (divided.items.size() >= 2) {
      listed.items = std::move(divided.items);
      listed.open = divided.open;
      return listed;
    }
  }
  if (auto characters = compound()) return characters;
  return plain();
}

/// 一、甲市、乙市等6家: the number of the paragraph is no item.
void ListBefore::drop_number(std::vector<Span>& items) const {
  if (items.empty()) return;
  const std::string_view first = words(items.front());
  for (std::size_t at = 0; at < first.size();) {
    const auto c = text::code_point_at(first, at);
    const bool numeral =
        text::is_digit(c.value) || chinese_digit(c.value) != kNoDigit || scale_of(c.value) == 1;
    if (!numeral) return;
    at += c.size;
  }
  items.erase(items.begin());
}

/// 市县两级, 正反两方面: each character of the word is an item.
std::optional<Listed> ListBefore::compound() const {
  const auto match = context_.cues.claim_compounds.match_before(context_.text, claim_.beside.begin);
  if (!match || match.size != 3 * claim_.count || !counts_named_things(context_, claim_)) return std::nullopt;
  Listed listed;
  for (std::uint32_t at = claim_.beside.begin - match.size; at < claim_.beside.begin; at += 3) {
    listed.items.push_back({at, at + 3});
  }
  return listed;
}

/// 甲筛查、乙筛查三个项目; 甲乡、乙乡等五个乡. Where such a list begins is not marked, so only items that
/// are plainly of one kind can contradict the claim.
std::optional<Listed> ListBefore::plain() const {
  Span place{claim_.clause.begin, claim_.beside.begin};
  // 投资9600万元实施的甲幼儿园等6个项目: a list of names holds no figures.
  const std::uint32_t figure_end = context_.end_of_last_figure(place);
  place.begin = std::max(place.begin, figure_end);
  if (place.size() > kLongestList) return std::nullopt;
  ItemList list = read_items(context_.text, place, context_.cues.claim_closed_words);
  drop_number(list.items);
  if (list.items.empty() || (figure_end > 0 && !list.open)) return std::nullopt;
  Listed listed;
  if (list.open) {
    listed.open = true;
    listed.evidence = {list.items.back().end, claim_.beside.begin};
    listed.items = std::move(list.items);
    return listed;
  }
  // 示范村15个 counts what stands before it; 15个示范村 may sum up a list.
  const bool noun_follows = text::is_han(text::code_point_at(context_.text, claim_.span.end).value);
  if (!claim_.exact || !noun_follows || !counts_named_things(context_, claim_)) return std::nullopt;
  // 街道、社区建成两个中心: what stands before the number is no item.
  const std::string_view last = words(list.items.back());
  if (context_.cues.claim_openers.match_before(last, last.size())) return std::nullopt;
  const bool fits = list.can_be(claim_.count);
  if (list.items.size() != claim_.count && fits) list.divide_last();
  // 和 may stand inside a name, and a comma may divide the list.
  const bool opens_sentence = claim_.clause.begin == claim_.sentence.begin;
  const bool provable = list.joint.empty() && opens_sentence && list.items.size() >= 2 &&
                        list.items.size() < claim_.count && end_alike(context_.text, list.items);
  if (!fits && !provable) return std::nullopt;
  listed.strength = provable ? Strength::strong : Strength::weak;
  listed.items = std::move(list.items);
  return listed;
}

}  // namespace

std::optional<Listed> list_before(const RelationContext& context, const Claim& claim) {
  return ListBefore(context, claim).read();
}

}  // namespace tallybook::figures

// 近1000人  50人以上  比三十岁大: how exact a quantity is, by the words that touch it.
#include <algorithm>
#include <array>

#include "figures/quantity_reader.hpp"

namespace tallybook::figures {
namespace {

/// 不得超过3% is at most that, 不应低于3% at least.
Bound denied(Bound bound, std::string_view before) {
  static constexpr std::array<std::string_view, 12> kDenials = {
      "不得", "不能", "不应", "不可", "不许", "不准", "不宜", "不允许", "严禁", "未", "没有", "不会"};
  const bool is_denied =
      std::any_of(kDenials.begin(), kDenials.end(), [&](auto word) { return before.ends_with(word); });
  if (!is_denied) return bound;
  return bound == Bound::over ? Bound::at_most : bound == Bound::under ? Bound::at_least : bound;
}

}  // namespace

using text::code_point_at;

std::uint32_t QuantityReader::read_approximator_after(Quantity& quantity, std::uint32_t cursor) const {
  const std::uint32_t at = past_blanks(text_, cursor);
  const auto match = tables_.approximators_after.match_at(text_, at);
  const std::string_view word = text_.substr(at, match.size);
  // 5 人 以上 is set apart; 5 人 多 is not one word.
  if (!match || (at != cursor && text::count_code_points(word) == 1)) return cursor;
  const char32_t next = code_point_at(text_, at + match.size).value;
  // 3年多, 50人以上; but 多 and 余 may open the next word: 5个多功能厅, 3名余姓村民.
  if (word == "多" || word == "余") {
    if (quantity.kind != FigureKind::duration && text::is_han(next) && next != U'的') return cursor;
  }
  if (word == "许" && text::is_han(next)) return cursor;
  quantity.bound = static_cast<Bound>(match.value);
  return at + match.size;
}

/// 占比过20, 人数过百: behind the name of what is measured 过 exceeds; elsewhere it is what was done
/// (去过20国).
bool QuantityReader::follows_measure(std::string_view before) const {
  static constexpr std::string_view kPast = "过";
  if (!before.ends_with(kPast) && !before.ends_with("過")) return false;
  const std::size_t end = before.size() - kPast.size();
  return tables_.share_nouns.match_before(before, end) || tables_.rate_nouns.match_before(before, end) ||
         tables_.bare_heads.match_before(before, end);
}

std::uint32_t QuantityReader::read_approximator_before(Quantity& quantity, std::uint32_t at) const {
  std::string_view before = text_.substr(begin_, at - begin_);
  before = without_blanks_behind(before);
  auto match = tables_.approximators_before.match_before(before, before.size());
  if (!match && (quantity.bare_scale || follows_measure(before))) {
    match = tables_.approximators_before_scale.match_before(before, before.size());
  }
  if (!match) return at;
  const std::string_view word = before.substr(before.size() - match.size);
  // 节约, 附近 and 接近 end in the same characters and are other words.
  static constexpr std::array<std::string_view, 12> kOtherWords = {
      "节约", "合约", "预约", "签约", "条约", "附近", "最近", "邻近", "靠近", "接近", "违约", "履约"};
  for (const auto other : kOtherWords) {
    if (before.ends_with(other) && other.ends_with(word)) return at;
  }
  if (quantity.bound == Bound::exact) {
    quantity.bound = denied(static_cast<Bound>(match.value), before.substr(0, before.size() - match.size));
  }
  return begin_ + static_cast<std::uint32_t>(before.size() - match.size);
}

/// 比三十岁大, 比5%低: the number lies between the words that compare.
void QuantityReader::read_comparison(Quantity& quantity) const {
  static constexpr std::string_view kThan = "比";
  const std::string_view before = text_.substr(begin_, quantity.span.begin - begin_);
  if (quantity.bound != Bound::exact || !before.ends_with(kThan)) return;
  if (slice(text_, quantity.numeral) == "一") return;  // 一天比一天好
  const std::uint32_t end = quantity.span.end;
  const auto more = tables_.comparing_more.match_at(text_, end);
  const auto less = tables_.comparing_less.match_at(text_, end);
  static constexpr std::u32string_view kMayFollow = U"的一些出得了很";  // not 比30元高位回落
  const char32_t next = code_point_at(text_, end + std::max(more.size, less.size)).value;
  const bool ends = !text::is_han(next) || kMayFollow.find(next) != kMayFollow.npos;
  if ((!more && !less) || !ends) return;
  quantity.bound = more ? Bound::over : Bound::under;
  quantity.span = {quantity.span.begin - static_cast<std::uint32_t>(kThan.size()),
                   end + std::max(more.size, less.size)};
}

}  // namespace tallybook::figures

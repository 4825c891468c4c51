// The list that spells out a claimed number, and how certainly it does.
#pragma once

#include <optional>
#include <vector>

#include <tallybook/span.hpp>

#include "figures/list_claims.hpp"
#include "figures/relation_context.hpp"

namespace tallybook::figures {

/// What it says of the claim when a list has another number of items.
enum class Strength {
  silent,  ///< nothing: another list was meant
  weak,    ///< it proves nothing
  strong   ///< it is an error
};

struct Listed {
  std::vector<Span> items;
  Span evidence;
  bool open = false;  ///< 甲、乙等: no more than these are named
  Strength strength = Strength::weak;
};

/// Without a limit on a list's bytes, hostile text costs its length squared.
inline constexpr std::uint32_t kLongestList = 1500;
/// Between a claim and the list that it opens stand a noun and a colon, no more than this many bytes.
inline constexpr std::uint32_t kLongestLead = 90;

/// 甲、乙和丙三个项目; “甲”“乙”两个称号; 甲、乙等五所; 市县两级.
[[nodiscard]] std::optional<Listed> list_before(const RelationContext& context, const Claim& claim);

/// 四家医院（甲、乙、丙、丁）; 两项制度：《甲》《乙》; 六个“抓好”：抓好甲、抓好乙….
[[nodiscard]] std::optional<Listed> list_behind(const RelationContext& context, const Claim& claim);

/// 四项指标，其中：水量指标，…；品质指标，…: as far as the paragraph goes. Only a list of the claimed length
/// is one.
[[nodiscard]] std::optional<Listed> told_in_turn(const RelationContext& context, const Claim& claim);

}  // namespace tallybook::figures

// Where a sentence says that parts follow: 其中, 包括, 分经营地看.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "figures/relation_context.hpp"

namespace tallybook::figures {

inline constexpr std::string_view kOfWhich = "其中";

/// Words that say that parts follow, and the text in which they do.
struct PartLead {
  Span words;
  std::uint32_t end = 0;
  bool bracketed = false;
  enum class Form { of_which, including, breakdown } form = Form::of_which;  ///< 其中, 包括, 分经营地看
};

/// The leads of a sentence in their order, each with the text in which its parts stand.
[[nodiscard]] std::vector<PartLead> part_leads(const RelationContext& context, std::uint32_t sentence);

/// 分经营地看，; 按消费类型分，; 从构成看：.
[[nodiscard]] bool is_breakdown(const RelationContext& context, Span clause);

}  // namespace tallybook::figures

// What the calendar rules ask of a moment: how much of it its own words tell.
#pragma once

#include <optional>
#include <string_view>

#include <tallybook/moment.hpp>
#include <tallybook/span.hpp>

namespace tallybook::checks {

/// The parts of a date that stand in the words themselves and are not taken from elsewhere.
struct ToldParts {
  bool year = false;  ///< 2026年, 二〇二六年, 2026-06-30; not 今年
  bool month = false;
  bool day = false;
};
[[nodiscard]] ToldParts told_parts(std::string_view words);

/// The two ends of a range as written: 6月20日 and 25日; 2024 and 2026年.
struct RangeWords {
  std::string_view first;
  std::string_view last;
};
/// Nothing for what is no range.
[[nodiscard]] std::optional<RangeWords> split_range(std::string_view words);

/// Whether quotation marks enclose just this: “6月31日” names the words and states no day.
[[nodiscard]] bool is_quoted_alone(std::string_view text, Span span);

}  // namespace tallybook::checks

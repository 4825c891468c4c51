// Dates and periods in titles, leads and signatures. Dates in running text are the figures' concern.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include <tallybook/report.hpp>

namespace tallybook::outline {

/// A date that is the whole of `line`, but for brackets and spaces: `2026年7月3日`, `（2026-07-03）`,
/// `二〇二六年七月三日`. Day and month must exist.
[[nodiscard]] std::optional<Date> read_date_line(std::string_view line);

/// The first year in `text`: 2026年 or 二〇二六年.
[[nodiscard]] std::optional<std::int16_t> find_year(std::string_view text);

/// The part of the year that `text` names, 上半年 or 一季度 or 1—6月, in `year`; the whole year for
/// 年度 and 全年; empty where it names none.
[[nodiscard]] std::optional<Period> find_period(std::string_view text, std::int16_t year);

}  // namespace tallybook::outline

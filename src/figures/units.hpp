// The measure unit that stands behind a numeral, with all that belongs to it as written.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <tallybook/unit.hpp>

#include "figures/numeral.hpp"
#include "figures/tables.hpp"

namespace tallybook::figures {

/// Whether a fraction may end here, behind 成 or 折.
[[nodiscard]] bool ends_tenths(std::string_view text, std::uint32_t at);

/// A unit as it stands in the text.
struct UnitMatch {
  std::uint32_t size = 0;       ///< bytes; 0 where there is none
  std::string text;             ///< the unit alone: 个月 of 个多月, 百分点 of 个百分点
  const Unit* entry = nullptr;  ///< null for compounds that no data lists
  FigureKind kind = FigureKind::count;
  bool compound = false;  ///< 元/吨
  bool more = false;      ///< 多 inside: 五个多月
  bool half = false;      ///< 半 inside or behind: 三个半月, 两年半
};

/// Whether a half is said of it: 半斤, 三米半; of persons and of money none is.
[[nodiscard]] bool can_be_halved(const UnitMatch& unit);

/// The unit at `at`, behind `numeral`: 人(次), 元/吨, 个半月, 年半.
[[nodiscard]] UnitMatch match_unit(std::string_view text, std::uint32_t at, const Numeral& numeral,
                                   const Lexicon::Tables& tables);

/// What the vocabulary says of the unit `text`, which is spelt as in a figure; empty where it holds no such
/// unit and for compounds that it does not list (元/盒).
[[nodiscard]] std::optional<MeasureUnit> find_measure_unit(std::string_view text,
                                                           const Lexicon::Tables& tables);

/// 三成, 三成五, 八折, 八五折: parts of a whole, where 成 is no verb (成立) and 折 no noun (折页). `size` is
/// 0 where there are none.
struct Tenths {
  std::uint32_t size = 0;
  int power = 0;                ///< 1 in 三成 and 八折, 2 in 八五折
  std::int64_t hundredths = 0;  ///< 5 in 三成五
};
[[nodiscard]] Tenths match_tenths(std::string_view text, std::uint32_t at, const Numeral& numeral);

}  // namespace tallybook::figures

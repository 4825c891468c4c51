// What the header of a column or row says of the numbers under and beside it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tallybook/figure.hpp>
#include <tallybook/span.hpp>

#include "figures/tables.hpp"

namespace tallybook::figures {

/// 万元: the unit 元, ten thousand a number.
struct LabelUnit {
  std::string unit;
  FigureKind kind = FigureKind::count;
  Decimal scale{1};
  const Unit* entry = nullptr;
  bool compound = false;
  Span place = {};  ///< the cell or line that names it
  [[nodiscard]] bool is_ratio() const;
};

/// 投资额（万元）, 比上年增长%, 产量/吨, 人数, 序号
struct TableLabel {
  Span name;                         ///< without the unit; empty where there is nothing else
  std::optional<LabelUnit> unit;     ///< in brackets, behind a slash or blank, or the whole of the label
  std::optional<LabelUnit> counter;  ///< 人 in 人数
  bool code = false;                 ///< 序号, 年份, 电话: such numbers measure nothing
  bool generic = false;              ///< 绝对数, 比上年增长, 2025年: names nothing of its own
};

[[nodiscard]] TableLabel read_table_label(std::string_view text, Span cell, const Lexicon::Tables& tables);

/// The units behind 单位： in a line or cell: one, or several as in 万元、%. Empty where there is no 单位：,
/// and where what follows is no unit (编制单位：县统计局).
[[nodiscard]] std::vector<LabelUnit> read_table_caption(std::string_view words,
                                                        const Lexicon::Tables& tables);

/// A unit with its scale word and nothing else.
[[nodiscard]] std::optional<LabelUnit> read_label_unit(std::string_view words, const Lexicon::Tables& tables);

/// `text` without blanks: 项　目 is 项目.
[[nodiscard]] std::string without_blanks(std::string_view text);

}  // namespace tallybook::figures

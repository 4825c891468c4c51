// Numbers in the formats of automatic numbering (ECMA-376-1, 17.18.59).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tallybook::document {

enum class NumberFormat : std::uint8_t {
  decimal,
  decimal_zero,        ///< 01 02
  decimal_full_width,  ///< １ ２
  decimal_circled,     ///< ① ②
  decimal_bracketed,   ///< ⑴ ⑵
  decimal_full_stop,   ///< ⒈ ⒉
  chinese_counting,    ///< 一 … 十 十一 … 一百
  chinese_digits,      ///< 一 … 九 一〇
  chinese_legal,       ///< 壹 贰 … 拾
  heavenly_stems,      ///< 甲 乙
  earthly_branches,    ///< 子 丑
  han_circled,         ///< ㊀ ㊁
  lower_letter,
  upper_letter,
  lower_roman,
  upper_roman,
  bullet,
  none,
};

/// From the value of w:numFmt. Formats not known here count in decimal, as Word does with those it
/// does not know.
[[nodiscard]] NumberFormat number_format(std::string_view name);

/// Where a format ends (㊿, 癸), the number stands in decimal. Empty for bullet and none.
[[nodiscard]] std::string format_number(std::uint32_t number, NumberFormat format);

}  // namespace tallybook::document

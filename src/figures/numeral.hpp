// Numerals: Arabic, Chinese and mixed, as written.
#pragma once

#include <optional>
#include <string_view>

#include <tallybook/decimal.hpp>
#include <tallybook/span.hpp>

#include "figures/word_set.hpp"

namespace tallybook::figures {

/// `2万余` in `2万余份`: value 20000, precision 10000, more.
struct Numeral {
  Span span;  ///< digits, scale words and an inner 多/余/几
  Decimal value;
  std::optional<Decimal> high;  ///< 三四十: 30 to 40
  Decimal precision{1};         ///< one unit of the last written digit
  int power = 0;                ///< of the scale words at the end: 4 in 3万 and 三十万
  bool arabic = false;          ///< begins with a digit or its point
  bool scaled = false;          ///< holds 万 or 亿, or 百/千 after Arabic digits
  bool bare_scale = false;      ///< 百, 千, 万, 亿 with no digit before: 上万, 百条
  bool more = false;            ///< 多, 余, 几 inside or directly behind
  bool percent = false;         ///< 百分之三
  bool permille = false;        ///< 千分之三
  bool fraction = false;        ///< 三分之一, 1/3
  bool half = false;            ///< 半
};

/// The numeral that begins at `at`, which must not lie inside one. Reads not past `end`. Units that
/// begin with a scale word (千米, 百分点) in `unit_words` keep it.
[[nodiscard]] std::optional<Numeral> read_numeral(std::string_view text, std::uint32_t at, std::uint32_t end,
                                                  const WordSet& unit_words);

/// Where the minus, 负 or 零下 stands that negates the numeral at `at`; `at` itself where none does. Only
/// Arabic numerals take a minus. No sign stands before `begin`.
[[nodiscard]] std::uint32_t find_sign(std::string_view text, std::uint32_t begin, std::uint32_t at,
                                      bool arabic);

/// Whether a numeral other than 半 may begin with this code point.
[[nodiscard]] bool starts_numeral(char32_t c);

/// The first place in [from, end) at which a numeral may begin; `end` where there is none. `from` must
/// be on a code-point boundary.
[[nodiscard]] std::uint32_t find_numeral_start(std::string_view text, std::uint32_t from, std::uint32_t end);

}  // namespace tallybook::figures

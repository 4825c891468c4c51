// Why a figure was read as it was: the words of the text that decided each of its fields.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include <tallybook/decimal.hpp>
#include <tallybook/span.hpp>
#include <tallybook/unit.hpp>

namespace tallybook {

/// The way on which a field got its value.
enum class Way : std::uint8_t {
  none,       ///< nothing in the text speaks of it: the usual value
  words,      ///< words of its sentence: 约, 增长, 占, 同比, 计划
  unit,       ///< the unit itself: 百分点 is a change, ‰ a rate, 元/吨 so much each
  figure,     ///< the figure before, whose list or clause goes on
  heading,    ///< the heading of its section: 下半年打算
  sentence,   ///< the sentence before, which 其中 takes up
  before,     ///< a subject: the noun phrase that ends before the number
  after,      ///< a subject: the noun phrase behind the number
  paired,     ///< a subject: its place among names as many as there are figures (分别)
  clause,     ///< a subject: the clause before
  header,     ///< of a number in a table: the header of its row or column, or the caption
  moment,     ///< a period: the nearest moment before it in its sentence
  paragraph,  ///< a period: the last one named in its paragraph
  report,     ///< a period: the report's own
};

struct Evidence {
  Way way = Way::none;
  Span span;  ///< the words, the figure or the heading; empty where the way has none
};

/// Runs parallel to a figure. Spans count from the start of the document, as the figure's do.
struct FigureTrace {
  Span numeral;                        ///< digits and scale words; both ends of a range
  int power = 0;                       ///< of the scale words behind Arabic digits: 4 in 82.4万
  Evidence unit;                       ///< as written, with scale words and approximators left out
  std::optional<MeasureUnit> measure;  ///< what the vocabulary knows of the unit
  /// What the written number can mean: 82.4万 is between 823500 and 825000. Empty where the text bounds it
  /// on one side only.
  std::optional<Decimal> lowest;
  std::optional<Decimal> highest;
  Evidence bound;
  Evidence role;
  Evidence direction;
  Evidence basis;
  Evidence status;
  Evidence subject;
  Evidence period;
};

[[nodiscard]] std::string_view name_of(Way value);

}  // namespace tallybook

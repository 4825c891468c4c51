// A quantity that a report asserts, with what it measures.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include <tallybook/decimal.hpp>
#include <tallybook/report.hpp>
#include <tallybook/span.hpp>

namespace tallybook {

enum class FigureKind : std::uint8_t {
  count,
  money,
  percent,
  points,
  permille,
  per_100k,
  multiple,
  fraction,
  area,
  length,
  mass,
  volume,
  energy,
  duration,
  age,
  score,
  rank,
  other,
};
enum class Bound : std::uint8_t { exact, about, over, under, at_least, at_most };
enum class Role : std::uint8_t { level, change, share, rate, each };
enum class Direction : std::uint8_t { none, up, down, flat };
enum class Basis : std::uint8_t { none, year_on_year, period_on_period, since_base };
enum class Status : std::uint8_t { actual, planned, required };

/// `82.4万人(次)`: value 824000, unit 人(次), precision 1000.
struct Figure {
  Span span;                    ///< number, unit and touching approximators
  Decimal value;                ///< in base units; the lower end of a range
  std::optional<Decimal> high;  ///< the upper end of a range
  Decimal precision;            ///< one unit of the last written digit, in base units
  FigureKind kind = FigureKind::count;
  Bound bound = Bound::exact;
  Role role = Role::level;
  Direction direction = Direction::none;
  Basis basis = Basis::none;
  Status status = Status::actual;
  std::string unit;             ///< measure unit as written, without scale words; may be empty
  std::optional<Span> subject;  ///< the words it measures
  std::optional<Period> period;
  std::uint32_t section = 0;   ///< index into Outline::sections
  std::uint32_t sentence = 0;  ///< index into Outline::sentences
  std::uint32_t clause = 0;    ///< index into Outline::clauses
};

[[nodiscard]] std::string_view name_of(FigureKind value);
[[nodiscard]] std::string_view name_of(Bound value);
[[nodiscard]] std::string_view name_of(Role value);
[[nodiscard]] std::string_view name_of(Direction value);
[[nodiscard]] std::string_view name_of(Basis value);
[[nodiscard]] std::string_view name_of(Status value);

}  // namespace tallybook

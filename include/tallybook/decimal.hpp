// Exact decimal numbers, with the digits as written.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tallybook {

/// coefficient × 10^-scale, exact. The scale is kept as written, because rounding is evidence:
/// 1364.70 and 1364.7 are equal and not identical. Arithmetic that would overflow is empty.
class Decimal {
 public:
  constexpr Decimal() = default;
  constexpr Decimal(std::int64_t coefficient, std::uint8_t scale = 0)  // NOLINT: implicit by intent
      : coefficient_(coefficient), scale_(scale) {}

  /// Reads ASCII digits with at most one '.' and an optional leading '-'. Empty on anything else
  /// and beyond 18 significant digits.
  [[nodiscard]] static std::optional<Decimal> parse(std::string_view digits);

  [[nodiscard]] constexpr std::int64_t coefficient() const { return coefficient_; }
  [[nodiscard]] constexpr std::uint8_t scale() const { return scale_; }
  [[nodiscard]] constexpr bool is_zero() const { return coefficient_ == 0; }
  [[nodiscard]] constexpr bool is_negative() const { return coefficient_ < 0; }

  /// value × 10^power; a positive power lowers the scale first, so 82.4 × 10^4 is 824000, scale 0.
  [[nodiscard]] std::optional<Decimal> shifted(int power) const;
  [[nodiscard]] std::optional<Decimal> plus(Decimal other) const;
  [[nodiscard]] std::optional<Decimal> minus(Decimal other) const;
  [[nodiscard]] std::optional<Decimal> times(Decimal other) const;
  [[nodiscard]] constexpr Decimal negated() const { return {-coefficient_, scale_}; }
  /// One unit of the last written digit: 0.1 for 82.4.
  [[nodiscard]] constexpr Decimal last_place() const { return {1, scale_}; }

  /// Plain notation without trailing zeros: "795030", "10.21", "-5".
  [[nodiscard]] std::string to_string() const;

  /// Compares values, not spellings: 1.50 equals 1.5.
  friend std::strong_ordering operator<=>(Decimal a, Decimal b);
  friend bool operator==(Decimal a, Decimal b) { return (a <=> b) == 0; }

 private:
  std::int64_t coefficient_ = 0;
  std::uint8_t scale_ = 0;
};

}  // namespace tallybook

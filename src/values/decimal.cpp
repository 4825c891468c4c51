#include <tallybook/decimal.hpp>

#include <algorithm>
#include <array>
#include <limits>

namespace tallybook {
namespace {

__extension__ using Wide = __int128;

constexpr int kMaxScale = 18;

constexpr std::array<std::int64_t, kMaxScale + 1> kPowers = [] {
  std::array<std::int64_t, kMaxScale + 1> powers{};
  std::int64_t power = 1;
  for (auto& entry : powers) {
    entry = power;
    if (power <= std::numeric_limits<std::int64_t>::max() / 10) power *= 10;
  }
  return powers;
}();

std::optional<Decimal> narrow(Wide coefficient, int scale) {
  while (scale > kMaxScale && coefficient % 10 == 0) {
    coefficient /= 10;
    --scale;
  }
  if (scale > kMaxScale || coefficient > std::numeric_limits<std::int64_t>::max() ||
      coefficient < -Wide{std::numeric_limits<std::int64_t>::max()}) {
    return std::nullopt;
  }
  return Decimal{static_cast<std::int64_t>(coefficient), static_cast<std::uint8_t>(scale)};
}

/// `value`'s coefficient at `scale`, which is not below its own.
Wide at_scale(Decimal value, int scale) {
  return Wide{value.coefficient()} * kPowers[static_cast<std::size_t>(scale - value.scale())];
}

}  // namespace

std::optional<Decimal> Decimal::parse(std::string_view digits) {
  const bool negative = digits.starts_with('-');
  if (negative) digits.remove_prefix(1);
  std::int64_t coefficient = 0;
  int scale = 0;
  int significant = 0;
  bool point = false;
  bool any = false;
  for (const char c : digits) {
    if (c == '.' && !point) {
      point = true;
      continue;
    }
    if (c < '0' || c > '9') return std::nullopt;
    any = true;
    if (coefficient != 0 || c != '0') ++significant;
    if (point) ++scale;
    if (significant > kMaxScale || scale > kMaxScale) return std::nullopt;
    coefficient = coefficient * 10 + (c - '0');
  }
  if (!any) return std::nullopt;
  return Decimal{negative ? -coefficient : coefficient, static_cast<std::uint8_t>(scale)};
}

std::optional<Decimal> Decimal::shifted(int power) const {
  if (power < -kMaxScale || power > 2 * kMaxScale) return std::nullopt;
  if (power <= scale_) return narrow(coefficient_, scale_ - power);
  const int rest = power - scale_;
  if (rest > kMaxScale) return is_zero() ? std::optional<Decimal>{Decimal{}} : std::nullopt;
  return narrow(Wide{coefficient_} * kPowers[static_cast<std::size_t>(rest)], 0);
}

std::optional<Decimal> Decimal::plus(Decimal other) const {
  const int scale = std::max(scale_, other.scale_);
  return narrow(at_scale(*this, scale) + at_scale(other, scale), scale);
}

std::optional<Decimal> Decimal::minus(Decimal other) const {
  return plus(other.negated());
}

std::optional<Decimal> Decimal::times(Decimal other) const {
  return narrow(Wide{coefficient_} * other.coefficient_, scale_ + other.scale_);
}

std::string Decimal::to_string() const {
  std::string digits = std::to_string(coefficient_ < 0 ? -coefficient_ : coefficient_);
  if (scale_ > 0) {
    if (digits.size() <= scale_) digits.insert(0, scale_ + 1 - digits.size(), '0');
    digits.insert(digits.size() - scale_, 1, '.');
    while (digits.back() == '0') digits.pop_back();
    if (digits.back() == '.') digits.pop_back();
  }
  return coefficient_ < 0 ? "-" + digits : digits;
}

std::strong_ordering operator<=>(Decimal a, Decimal b) {
  const int scale = std::max(a.scale(), b.scale());
  return at_scale(a, scale) <=> at_scale(b, scale);
}

}  // namespace tallybook

// Reading one quantity: the numeral, then what belongs to it on both sides. Internal to read_quantity().
#pragma once

#include <optional>
#include <string_view>

#include "figures/matching.hpp"
#include "figures/quantity.hpp"

namespace tallybook::figures {

inline constexpr std::string_view kOrdinal = "第";

class QuantityReader {
 public:
  QuantityReader(std::string_view text, std::uint32_t begin, std::uint32_t end, const Lexicon::Tables& tables)
      : text_(text.substr(0, end)), begin_(begin), end_(end), tables_(tables) {}

  std::optional<Quantity> read(std::uint32_t at) const;

 private:
  static void set_value(Quantity& quantity, const Numeral& numeral);
  bool apply_tenths(Quantity& quantity, const Numeral& numeral, std::uint32_t& cursor) const;
  bool apply_unit(Quantity& quantity, const Numeral& numeral, std::uint32_t& cursor) const;
  [[nodiscard]] std::optional<Numeral> read_amount(std::uint32_t at) const;
  [[nodiscard]] std::optional<Quantity> read_half_price(std::uint32_t at) const;
  bool read_one_half(Quantity& quantity, std::uint32_t& cursor) const;
  bool read_half_of_whole(Quantity& quantity, std::uint32_t& cursor) const;
  bool read_ratio(Quantity& quantity, const Numeral& numeral, std::uint32_t& cursor) const;
  void read_product(Quantity& quantity, std::uint32_t& cursor) const;
  struct RangeEnd;
  [[nodiscard]] std::optional<RangeEnd> read_range_end(const Quantity& first, const Numeral& numeral,
                                                       std::uint32_t cursor) const;
  [[nodiscard]] bool makes_range(const Quantity& first, const Numeral& numeral, const RangeEnd& end) const;
  static void share_unit(Quantity& first, const Numeral& numeral, const RangeEnd& end);
  std::uint32_t read_range(Quantity& quantity, const Numeral& numeral, std::uint32_t cursor) const;
  std::uint32_t read_approximator_after(Quantity& quantity, std::uint32_t cursor) const;
  [[nodiscard]] bool follows_measure(std::string_view before) const;
  std::uint32_t read_approximator_before(Quantity& quantity, std::uint32_t at) const;
  std::uint32_t read_currency_sign(Quantity& quantity, std::uint32_t at) const;
  std::uint32_t read_sign(Quantity& quantity, std::uint32_t at) const;
  struct Coin {
    std::uint32_t size = 0;  ///< bytes; 0 where there is none
    Decimal factor;          ///< in units of the money
  };
  [[nodiscard]] Coin match_coin(std::uint32_t at, const Unit& money) const;
  void read_parts(Quantity& quantity, std::uint32_t& cursor) const;
  void read_comparison(Quantity& quantity) const;

  std::string_view text_;
  std::uint32_t begin_;
  std::uint32_t end_;
  const Lexicon::Tables& tables_;
};

}  // namespace tallybook::figures

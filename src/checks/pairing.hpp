// Which brackets of a paragraph have no partner, and why.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "checks/brackets.hpp"

namespace tallybook::checks {

enum class Mispairing : std::uint8_t {
  unclosed,  ///< 《条例 … : nothing closes it
  unopened,  ///< 条例》 … : nothing opens it
  reversed,  ///< “四风“ or ”四风”: one of two quotation marks is turned round
  crossed,   ///< （《条例）》: it closes after the pair it began in
  mixed,     ///< 《条例）: closed by a mark of another kind
};

struct UnpairedBracket {
  Bracket bracket;
  Mispairing mispairing = Mispairing::unclosed;
  std::optional<Span> other;  ///< reversed, mixed: the mark it belongs to; crossed: its opening mark
};

/// Those of a paragraph's brackets that have no partner, in order. List marks (`1)`, `二）`) and English
/// apostrophes are no brackets. Linear time.
[[nodiscard]] std::vector<UnpairedBracket> find_unpaired(std::string_view text, Span paragraph,
                                                         std::span<const Bracket> brackets);

}  // namespace tallybook::checks

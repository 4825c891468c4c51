// The characters that matter to the outline, told by their bytes: most of a Chinese text is Han
// characters that neither end anything nor begin a mark, and these are skipped without decoding.
#pragma once

#include <cstdint>
#include <string_view>

namespace tallybook::outline {

enum class Symbol : std::uint8_t {
  other,
  space,
  digit,
  stop,        ///< 。！？!?
  ellipsis,    ///< …
  semicolon,   ///< ；;
  colon,       ///< ：:
  comma,       ///< ，,
  full_point,  ///< . ．
  title_open,  ///< 《〈
  title_close,
  bracket_open,  ///< （(〔[【
  bracket_close,
  quote_open,  ///< “‘「『
  quote_close,
  straight_quote,  ///< "
  enclosed,        ///< ① ⑴ ⒈ ㈠
  list_comma,      ///< 、
  one,             ///< 一, which may begin a list without any stop before it
};

struct Token {
  Symbol symbol = Symbol::other;
  std::uint32_t size = 0;  ///< bytes
};

/// The symbol at `offset`, which must be a code-point boundary inside `text`.
[[nodiscard]] Token token_at(std::string_view text, std::uint32_t offset);

/// The first offset from `offset` on, at most `end`, that is no plain Han character.
[[nodiscard]] std::uint32_t skip_plain_han(std::string_view text, std::uint32_t offset, std::uint32_t end);

}  // namespace tallybook::outline

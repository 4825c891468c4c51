// Runs of characters that stand for words not written: __ ** XX ×× 某某 ○○.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include <tallybook/span.hpp>

#include "text/characters.hpp"

namespace tallybook::checks {

enum class Filler : std::uint8_t { underscore, star, latin_cross, cross, circle, somebody };
inline constexpr std::size_t kFillers = 6;

struct FillerRun {
  Span span;
  Filler filler = Filler::underscore;
  std::uint32_t length = 0;  ///< characters
};

[[nodiscard]] constexpr std::optional<Filler> filler_of(char32_t c) {
  switch (c) {
    case U'_':
    case U'＿':
      return Filler::underscore;
    case U'*':
    case U'＊':
      return Filler::star;
    case U'X':
    case U'x':
    case U'Ｘ':
    case U'ｘ':
      return Filler::latin_cross;
    case U'×':
    case U'✕':
    case U'╳':
      return Filler::cross;
    case U'○':
    case U'□':
      return Filler::circle;
    case U'某':
      return Filler::somebody;
    default:
      return std::nullopt;
  }
}

namespace detail {
constexpr std::array<bool, 256> filler_leads() {
  std::array<bool, 256> leads{};
  // The ASCII fillers, and the lead bytes of ×, of ✕ ╳ ○ □, of 某 and of the full-width forms.
  for (const char lead : std::string_view("_*Xx\xC3\xE2\xE6\xEF"))
    leads[static_cast<unsigned char>(lead)] = true;
  return leads;
}
inline constexpr std::array<bool, 256> kFillerLeads = filler_leads();
}  // namespace detail

/// Calls `fn(FillerRun)` for every longest run of one filler in `span`, single characters included.
template <typename Fn>
void for_each_filler_run(std::string_view text, Span span, Fn fn) {
  for (std::uint32_t at = span.begin; at < span.end; ++at) {
    if (!detail::kFillerLeads[static_cast<unsigned char>(text[at])]) continue;
    const std::optional<Filler> filler = filler_of(text::code_point_at(text, at).value);
    if (!filler) continue;
    FillerRun run{{at, at}, *filler, 0};
    while (run.span.end < span.end) {
      const text::CodePoint c = text::code_point_at(text, run.span.end);
      if (filler_of(c.value) != filler) break;
      run.span.end += c.size;
      ++run.length;
    }
    fn(run);
    at = run.span.end - 1;
  }
}

}  // namespace tallybook::checks

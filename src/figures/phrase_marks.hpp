// The marks between and within noun phrases.
#pragma once

#include <string_view>

namespace tallybook::figures {

/// Where a noun phrase ends, besides at spaces.
inline constexpr std::u32string_view kPhraseBreaks = U"，。；：！？,;:!?[]【】…—";
/// What a noun phrase may run over: A、B, 村（社区）.
inline constexpr std::u32string_view kInnerMarks = U"、（）()";

}  // namespace tallybook::figures

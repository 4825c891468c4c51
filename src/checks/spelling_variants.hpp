// Names of one report that can only be two spellings of one.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include <tallybook/span.hpp>

#include "checks/name_words.hpp"

namespace tallybook::checks {

/// A name as it stands in the text, each occurrence for itself.
struct NameMention {
  Span span;
  bool whole = false;  ///< marks enclose it: “春蕾计划”, 《…条例》; else only its end is known
};

enum class VariantKind : std::uint8_t {
  same_sound,  ///< one character of the same sound: 春雷计划, 春蕾计划
  moved,       ///< a part stands elsewhere: 世纪滨江新城, 滨江世纪新城
  inserted,    ///< a character more
};

struct SpellingVariant {
  NameMention rare;
  NameMention usual;
  std::uint32_t usual_count = 1;
  VariantKind kind = VariantKind::same_sound;
};

/// Each pair once, ascending by `rare`. A name that stands as often as the other is believed to be its
/// variant only where more speaks for it: what it ends with, or its length. Time n log n.
[[nodiscard]] std::vector<SpellingVariant> find_variants(std::string_view text,
                                                         std::span<const NameMention> mentions,
                                                         const NameWords& words);

}  // namespace tallybook::checks

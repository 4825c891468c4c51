// What of a report's outline holds a place in its text.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>

#include "checks/view.hpp"

namespace tallybook::checks {

/// The sentence that holds `offset`; null where none does.
[[nodiscard]] const Sentence* sentence_at(const Outline& outline, std::uint32_t offset);

/// What of a sentence or clause stands within some 500 characters of a place in it: text without full stops
/// is one sentence however long, and is not to be read again for every place.
[[nodiscard]] Span near(Span sentence, Span place);

/// The clause that holds `offset`; an empty span at it where none does.
[[nodiscard]] Span clause_at(const Outline& outline, std::uint32_t offset);

/// Whether the section's heading, or one above it, holds one of the words.
[[nodiscard]] bool is_headed_by(const ReportView& report, std::uint32_t section,
                                std::initializer_list<std::string_view> words);

}  // namespace tallybook::checks

// What a finding is known by from one text to the next: docs/reference/keys.md defines it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include <tallybook/document.hpp>
#include <tallybook/finding.hpp>
#include <tallybook/outline.hpp>

#include "acceptance/context.hpp"
#include "acceptance/normal.hpp"

namespace tallybook::acceptance {

/// How much of a text goes into a key: text without any punctuation must not be read once for each of its
/// findings.
inline constexpr Reach kReach = {.side = 100, .place = 200};

/// Kept where the numbers are the point of the rule: a sum that somebody accepted must not silence the next
/// wrong sum in the same words.
[[nodiscard]] Numbers numbers_of(std::string_view rule);

/// The words that a key is made of: rule, place, the related places where numbers are kept, context.
[[nodiscard]] std::string key_words(const Document& document, const Outline& outline, const Finding& finding);

/// The first eight bytes of their SHA-256.
[[nodiscard]] std::uint64_t key_of(const Document& document, const Outline& outline, const Finding& finding);

/// Gives each finding its key.
void set_keys(const Document& document, const Outline& outline, std::span<Finding> findings);

}  // namespace tallybook::acceptance

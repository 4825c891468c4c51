// What a check says, and how much of the report the checks could reach.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tallybook/span.hpp>

namespace tallybook {

/// error: the text or the calendar disproves it; warning: very probably wrong; note: style.
enum class Severity : std::uint8_t { note, warning, error };

/// The same sentence in both languages.
struct Message {
  std::string zh;
  std::string en;
};

/// Another place the finding rests on: the other addend, the first of two copies.
struct Related {
  Span span;
  Message note;
};

struct Edit {
  Span span;
  std::string replacement;
};

struct Fix {
  Message title;
  std::vector<Edit> edits;  ///< ascending, not overlapping
};

struct Finding {
  std::string_view rule;  ///< "NUM001"; refers to the catalogue, or to the RuleSet
  std::string_view name;  ///< "numbering-gap"
  Severity severity = Severity::warning;
  std::uint32_t report = 0;
  Span span;
  Message message;
  std::vector<Related> related;
  std::optional<Fix> fix;
  std::uint64_t key = 0;  ///< the same for the same words, wherever they stand: docs/reference/keys.md
};

/// A key as people and files write it: 16 hexadecimal digits in lower case.
[[nodiscard]] std::string key_text(std::uint64_t key);
/// Empty for anything else.
[[nodiscard]] std::optional<std::uint64_t> parse_key(std::string_view text);

/// Silence is never "passed": how far the checks reached.
struct Coverage {
  std::uint32_t figures = 0;
  std::uint32_t with_subject = 0;
  std::uint32_t linked = 0;     ///< figures that stand in at least one relation
  std::uint32_t checkable = 0;  ///< relations with a verdict of pass or fail possible
  std::uint32_t checked = 0;
  std::uint32_t passed = 0;
  std::uint32_t failed = 0;

  Coverage& operator+=(const Coverage& other);
};

[[nodiscard]] std::string_view name_of(Severity value);

}  // namespace tallybook

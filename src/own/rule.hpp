// One rule of an office, as its file tells it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <tallybook/finding.hpp>
#include <tallybook/rule.hpp>

namespace tallybook::own {

enum class Kind : std::uint8_t {
  existence,     ///< words that must not stand
  substitution,  ///< words that must be others
  occurrence,    ///< words that may stand so many times
  consistency,   ///< pairs of spellings of which one may stand
  sequence,      ///< words in an order that must not stand
};

/// What a rule looks at; what is counted or follows one another does so within one of these.
enum class Scope : std::uint8_t { report, title, heading, paragraph, sentence, list_item };
inline constexpr std::size_t kScopes = 6;

/// A word, or a pattern in RE2's syntax.
struct Term {
  std::string text;
  std::uint32_t line = 0;  ///< in the rule's file
  bool pattern = false;
};

/// What is looked for at one place of a sequence. The other kinds have one step.
struct Step {
  std::vector<Term> terms;
  bool negate = false;               ///< none of them may stand there
  std::optional<std::uint32_t> gap;  ///< at most so many characters from the step before
};

struct OwnExample {
  std::string bad;   ///< empty where there is only a good text
  std::string good;  ///< empty where there is only a bad one
  std::uint32_t line = 0;
};

struct OwnRule {
  std::string file;
  std::uint32_t line = 0;
  std::string code;
  std::string name;
  Severity severity = Severity::warning;
  bool enabled = true;
  Kind kind = Kind::existence;
  Scope scope = Scope::report;
  Message message;  ///< with placeholders: {match}
  Message catches;
  Message why;
  std::string source;
  std::vector<OwnExample> examples;

  bool ignore_case = false;
  std::vector<Step> steps;
  std::vector<Term> exceptions;  ///< words: whatever lies in one of them is right
  /// substitution: what may stand instead, by term. Of several a person has to choose; an empty one is to
  /// be left out, and in that of a pattern \1 is its first group.
  std::vector<std::vector<std::string>> instead;
  bool fix = true;
  std::optional<std::uint32_t> most;
  std::optional<std::uint32_t> least;
};

[[nodiscard]] std::string_view name_of(Kind kind);
[[nodiscard]] std::string_view name_of(Scope scope);

/// What the rule reports, in a sentence made of what it looks for.
[[nodiscard]] Message describe(const OwnRule& rule);

}  // namespace tallybook::own

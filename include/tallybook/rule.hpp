// One rule of the catalogue: what it catches, why, by which source, and how.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include <tallybook/finding.hpp>

namespace tallybook {

class FindingSink;
struct ReportView;

/// `bad` marks the expected finding with ⟦ ⟧; `good` stays silent. Where the rule has a fix it turns
/// `bad` into `good`. Both are whole documents of plain text; `\n` divides paragraphs.
struct Example {
  std::string_view bad;
  std::string_view good;
};

/// A text of the catalogue in both languages.
struct Bilingual {
  std::string_view zh;
  std::string_view en;
};

struct Rule {
  std::string_view code;  ///< "NUM001": fixed for ever, never reused
  std::string_view name;  ///< "numbering-gap": the defect, so that it reads well after "allow"
  Severity severity = Severity::warning;
  std::string_view since;   ///< the version that brought it
  Bilingual catches;        ///< one sentence: what is reported
  Bilingual why;            ///< one or two sentences: why it matters to the reader
  std::string_view source;  ///< standard, edition and clause, or the arithmetic
  std::span<const Example> examples;
  void (*check)(const ReportView&, FindingSink&) = nullptr;  ///< null for an office's own rule
  bool enabled_by_default = true;
  std::string_view file = {};  ///< where an office's own rule stands; empty for the rules that ship
};

}  // namespace tallybook

// The stretches of a report that a rule looks at.
#pragma once

#include <cstdint>
#include <vector>

#include <tallybook/document.hpp>
#include <tallybook/outline.hpp>
#include <tallybook/report.hpp>

#include "own/rule.hpp"

namespace tallybook::own {

/// A report as the layers below know it; all spans refer to `document.text`.
struct ReportParts {
  const Document& document;
  const Report& report;
  const Outline& outline;
};

/// A stretch of one block that is searched as one text. No longer than prose paragraphs are: the end of a
/// pattern's match may be looked for that far, and once for every match.
struct Piece {
  Span span;
  std::uint32_t unit = 0;
};
inline constexpr std::uint32_t kLongestPiece = 8192;

struct ScopeText {
  std::vector<Span> units;  ///< where something can be said of the whole unit; never empty
  std::vector<Piece> pieces;
};

[[nodiscard]] ScopeText text_of(Scope scope, const ReportParts& parts);

}  // namespace tallybook::own

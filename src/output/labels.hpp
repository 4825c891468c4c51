// The words people read for the values of enumerations, in both languages.
#pragma once

#include <string>
#include <string_view>

#include <tallybook/analysis.hpp>

#include "output/terminal.hpp"

namespace tallybook::output {

[[nodiscard]] std::string_view label(Severity value, Language language);
[[nodiscard]] std::string_view label(FigureKind value, Language language);
[[nodiscard]] std::string_view label(Bound value, Language language);
[[nodiscard]] std::string_view label(Role value, Language language);
[[nodiscard]] std::string_view label(Direction value, Language language);
[[nodiscard]] std::string_view label(Basis value, Language language);
[[nodiscard]] std::string_view label(Status value, Language language);
[[nodiscard]] std::string_view label(Reason value, Language language);

[[nodiscard]] inline std::string_view in_language(const Message& message, Language language) {
  return language == Language::zh ? message.zh : message.en;
}

/// The widest label of a severity.
[[nodiscard]] int severity_columns(Language language);

/// 第3篇 or report 3, counted from 1.
[[nodiscard]] std::string ordinal_of(const Report& report, Language language);

/// What tells a report from its neighbours: its number where the document holds several, and its
/// title or else its organisation where the text names one. Empty for a lone nameless report.
[[nodiscard]] std::string report_name(const Analysis& analysis, const Report& report, Language language);

}  // namespace tallybook::output

// A document from lines, and an outline as text.
#pragma once

#include <string>
#include <string_view>

#include <tallybook/document.hpp>
#include <tallybook/outline.hpp>
#include <tallybook/report.hpp>

namespace tallybook::outline_tests {

/// One paragraph a line that is not blank; `# ` before a line makes it a heading of that level.
[[nodiscard]] Document document_of(std::string_view lines);

/// A report over the whole document.
[[nodiscard]] Report whole(const Document& document);

/// Sections and enumerations by indent, one a line; sentences with their clauses where asked.
[[nodiscard]] std::string dump(const Document& document, const Outline& outline, bool sentences);

/// Every report with its title, period and outline, and what was set aside.
[[nodiscard]] std::string dump_compilation(const Document& document, bool sentences);

}  // namespace tallybook::outline_tests

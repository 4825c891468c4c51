// What holds for the outline of any text. Shared by the property tests and the fuzzer.
#pragma once

#include <string>

#include <tallybook/document.hpp>
#include <tallybook/outline.hpp>
#include <tallybook/report.hpp>

namespace tallybook::outline_tests {

/// The first invariant that is broken, in words; empty where all hold.
[[nodiscard]] std::string broken_invariant(const Document& document, const Report& report,
                                           const Outline& outline);

/// The same for a document's reports.
[[nodiscard]] std::string broken_invariant(const Document& document, const Compilation& compilation);

/// Splits and parses the document and checks everything.
[[nodiscard]] std::string broken_invariant(const Document& document);

}  // namespace tallybook::outline_tests

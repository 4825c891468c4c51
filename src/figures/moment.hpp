// Every date, period and duration that a text names.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include <tallybook/document.hpp>
#include <tallybook/figure.hpp>
#include <tallybook/moment.hpp>
#include <tallybook/outline.hpp>
#include <tallybook/report.hpp>
#include <tallybook/trace.hpp>

#include "figures/moment_resolve.hpp"

namespace tallybook::figures {

/// The moments in `span` of `text`, ascending and disjoint. Linear in the span; nothing is allocated
/// but the result.
[[nodiscard]] std::vector<Moment> read_moments(std::string_view text, Span span,
                                               const MomentReference& reference);

/// The moments of a report, resolved against its own period and date.
[[nodiscard]] std::vector<Moment> read_moments(const Document& document, const Report& report);

/// As above for a whole text, resolved against the day it was written.
[[nodiscard]] std::vector<Moment> read_moments(std::string_view text, std::optional<Date> date);

/// Tells each figure its period, given the report's figures and moments in order of the text.
///
/// The nearest moment before the figure in its sentence governs it, else the last period named in its
/// paragraph, else the report's own. What is only compared with (比去年同期) governs nothing, and
/// neither do moments in `zones`: titles and quotations. A plan has no period but one that is named.
/// `traces` runs parallel to the figures, and is empty where nobody asks why.
void set_periods(std::span<Figure> figures, std::span<const Moment> moments, std::span<const Span> zones,
                 const Outline& outline, const Report& report, std::span<FigureTrace> traces = {});

}  // namespace tallybook::figures

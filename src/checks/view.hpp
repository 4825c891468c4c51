// What a rule sees of a report, and where it puts what it finds.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include <tallybook/document.hpp>
#include <tallybook/figure.hpp>
#include <tallybook/finding.hpp>
#include <tallybook/moment.hpp>
#include <tallybook/outline.hpp>
#include <tallybook/relation.hpp>
#include <tallybook/report.hpp>
#include <tallybook/rule.hpp>

#include "checks/halfwidth.hpp"
#include "checks/spelling_scan.hpp"
#include "checks/text_marks.hpp"
#include "checks/vocabulary.hpp"

namespace tallybook {

/// What holds for a whole document, found once for all of its reports.
struct DocumentFacts {
  checks::HalfwidthMarks halfwidth;
  std::span<const Span> boilerplate = {};  ///< what lies outside of the reports, ascending
  std::span<const Report> reports = {};
};

/// One report with everything derived from it; all spans refer to `document.text`.
struct ReportInput {
  const Document& document;
  const Report& report;
  const Outline& outline;
  std::span<const Figure> figures;
  std::span<const Relation> relations;
  std::span<const Moment> moments;
  const DocumentFacts& facts;
};

/// The same with what the rules share.
struct ReportView : ReportInput {
  const checks::TextMarks& marks;
  const checks::Vocabulary& vocabulary;
  std::span<const checks::WordHit> words;  ///< ascending
  const checks::SpellingScan& spelling;

  [[nodiscard]] std::string_view text(Span span) const { return slice(document.text, span); }
};

/// Collects the findings of one rule on one report, up to a limit that no prose comes near: text made
/// of nothing but opening brackets must not take a thousand times its own size.
class FindingSink {
 public:
  FindingSink(const Rule& rule, Severity severity, const Report& report, std::vector<Finding>& out)
      : rule_(rule), severity_(severity), report_(report), out_(out) {}

  void add(Span span, Message message, std::vector<Related> related = {}, std::optional<Fix> fix = {});

  static constexpr std::size_t kMost = 10'000;

 private:
  const Rule& rule_;
  Severity severity_;
  const Report& report_;
  std::vector<Finding>& out_;
  std::size_t count_ = 0;
};

}  // namespace tallybook

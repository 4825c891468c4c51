// Everything that is derived from one document.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <tallybook/document.hpp>
#include <tallybook/figure.hpp>
#include <tallybook/finding.hpp>
#include <tallybook/moment.hpp>
#include <tallybook/outline.hpp>
#include <tallybook/relation.hpp>
#include <tallybook/report.hpp>
#include <tallybook/rule_set.hpp>

namespace tallybook {

/// By what a finding was accepted, so that it is not shown again.
enum class AcceptedBy : std::uint8_t { comment, setting, baseline };

struct AcceptedFinding {
  Finding finding;
  AcceptedBy by = AcceptedBy::comment;
  std::string reason;  ///< as somebody wrote it; empty for a baseline
};

[[nodiscard]] std::string_view name_of(AcceptedBy value);

struct ReportAnalysis {
  Report report;
  Outline outline;
  std::vector<Moment> moments;  ///< ascending by span
  std::vector<Figure> figures;  ///< ascending by span
  std::vector<Relation> relations;
  std::vector<Finding> findings;          ///< ascending by span, then rule
  std::vector<AcceptedFinding> accepted;  ///< what Engine::accept took out of `findings`, in their order
  Coverage coverage;
};

struct Analysis {
  Document document;
  std::vector<Span> boilerplate;
  std::vector<ReportAnalysis> reports;
  RuleSet own_rules = {};  ///< that ran, too: their findings refer to them
};

}  // namespace tallybook

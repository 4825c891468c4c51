// Everything that is derived from one document.
#pragma once

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

struct ReportAnalysis {
  Report report;
  Outline outline;
  std::vector<Moment> moments;  ///< ascending by span
  std::vector<Figure> figures;  ///< ascending by span
  std::vector<Relation> relations;
  std::vector<Finding> findings;  ///< ascending by span, then rule
  Coverage coverage;
};

struct Analysis {
  Document document;
  std::vector<Span> boilerplate;
  std::vector<ReportAnalysis> reports;
  RuleSet own_rules = {};  ///< that ran, too: their findings refer to them
};

}  // namespace tallybook

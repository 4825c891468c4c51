// All of an office's rules, compiled, and what they find in a report.
#pragma once

#include <array>
#include <memory>
#include <span>
#include <vector>

#include <tallybook/finding.hpp>
#include <tallybook/rule.hpp>
#include <tallybook/settings.hpp>

#include "own/matcher.hpp"
#include "own/rule.hpp"
#include "own/scope.hpp"

namespace tallybook::own {

/// A rule with what it was compiled to.
struct CompiledRule {
  OwnRule rule;
  std::vector<Pattern> patterns;  ///< of all steps, in order
  std::vector<Example> examples;  ///< views of the rule's texts
  Rule entry;                     ///< the same, for the catalogue

  /// The pattern of a term of the first step; null for a word.
  [[nodiscard]] const Pattern* pattern_of(std::uint32_t term) const;
};

/// Immutable once it is made: it may be shared by threads.
class Program {
 public:
  explicit Program(std::vector<std::unique_ptr<CompiledRule>> rules);
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  [[nodiscard]] std::span<const Rule* const> rules() const { return entries_; }
  /// The rule behind an entry of rules().
  [[nodiscard]] const OwnRule& rule(std::size_t number) const { return rules_[number]->rule; }

  /// The findings of the rules that the plan enables, one choice a rule; ascending by place, then by rule.
  [[nodiscard]] std::vector<Finding> run(const ReportParts& parts, std::span<const RuleChoice> plan) const;

 private:
  std::vector<std::unique_ptr<CompiledRule>> rules_;
  std::vector<const Rule*> entries_;
  std::array<Matcher, kScopes> matchers_;
};

}  // namespace tallybook::own

// An office's own rules, as its rule files tell them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <tallybook/finding.hpp>
#include <tallybook/rule.hpp>

namespace tallybook {

namespace own {
class Program;
}  // namespace own

/// A rule file's text; its name is for messages.
struct RuleFile {
  std::string name;
  std::string text;
};

/// Rules that were loaded and compiled, from load_rules(). Immutable: copies share it, and so may threads.
/// Without any by default.
class RuleSet {
 public:
  RuleSet() = default;
  explicit RuleSet(std::shared_ptr<const own::Program> program) : program_(std::move(program)) {}

  /// In the order of the files. They live as long as a copy of the set does.
  [[nodiscard]] std::span<const Rule* const> rules() const;
  [[nodiscard]] bool empty() const { return rules().empty(); }
  /// What runs them; null where there are none.
  [[nodiscard]] const own::Program* program() const { return program_.get(); }

  /// Whether both are copies of one set.
  friend bool operator==(const RuleSet&, const RuleSet&) = default;

 private:
  std::shared_ptr<const own::Program> program_;
};

/// What an example asks of its rule.
enum class Demand : std::uint8_t {
  reported,  ///< the bad text gives the findings that it marks, and no other
  silent,    ///< the good text gives none
  fixed,     ///< the fixes make the good text of the bad one
};

/// An example that the rule does not keep.
struct ExampleFailure {
  std::uint32_t line = 0;  ///< of the example, in the rule's file
  Demand demand = Demand::reported;
  std::string expected;
  std::string actual;  ///< ⟦ ⟧ mark the findings
};

/// One rule run over its own examples.
struct RuleTrial {
  const Rule* rule = nullptr;
  std::string file;
  std::uint32_t line = 0;  ///< where the rule begins
  std::size_t examples = 0;
  std::vector<ExampleFailure> failures;
};

}  // namespace tallybook

#include <algorithm>

#include "checks/run.hpp"

namespace tallybook {

namespace rules {
#define RULE(name) extern const Rule name;
#include "checks/rules.def"
#undef RULE
}  // namespace rules

namespace checks {
namespace {

constexpr const Rule* kRegistry[] = {
#define RULE(name) &rules::name,
#include "checks/rules.def"
#undef RULE
};

constexpr char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

}  // namespace

std::span<const Rule* const> registry() {
  return kRegistry;
}

RulePlan default_plan() {
  RulePlan plan;
  for (const Rule* rule : kRegistry) plan.push_back({rule->enabled_by_default, rule->severity});
  return plan;
}

const Rule* find(std::string_view code_or_name, std::span<const Rule* const> rules) {
  const auto found = std::find_if(rules.begin(), rules.end(), [&](const Rule* rule) {
    return equal_ignoring_case(rule->code, code_or_name) || equal_ignoring_case(rule->name, code_or_name);
  });
  return found == rules.end() ? nullptr : *found;
}

}  // namespace checks
}  // namespace tallybook

#include "settings/plan.hpp"

#include <fmt/format.h>
#include <fnmatch.h>
#include <algorithm>
#include <string>

#include "text/nearest.hpp"

namespace tallybook::settings {
namespace {

using text::lower;
using text::nearest;

bool same_word(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

/// FIG001 → FIG
std::string_view group_of(std::string_view code) {
  return code.substr(0, code.find_first_of("0123456789"));
}

bool names(std::string_view word, const Rule& rule) {
  return same_word(word, "ALL") || same_word(word, rule.code) || same_word(word, rule.name) ||
         same_word(word, group_of(rule.code));
}

Message unknown(std::string_view what_zh, std::string_view what_en, std::string_view word,
                std::string_view near, std::string_view list_zh, std::string_view list_en) {
  if (near.empty()) {
    return {fmt::format("没有{}“{}”；{}", what_zh, word, list_zh),
            fmt::format("there is no {} '{}'; {}", what_en, word, list_en)};
  }
  return {fmt::format("没有{}“{}”；是否指 {}？", what_zh, word, near),
          fmt::format("there is no {} '{}'; did you mean '{}'?", what_en, word, near)};
}

/// Applies selections one after another to a plan; the first word that means no rule ends it.
class Planner {
 public:
  Planner(Rules rules, RulePlan defaults, std::string_view file)
      : rules_(rules), file_(file), plan_(std::move(defaults)) {}

  void apply(const RuleSelection& selection) {
    if (selection.select) {
      for (RuleChoice& choice : plan_) choice.enabled = false;
      for (const SettingWord& word : *selection.select) {
        each(word, [](RuleChoice& choice) { choice.enabled = true; });
      }
    }
    for (const SettingWord& word : selection.enable) {
      each(word, [](RuleChoice& choice) { choice.enabled = true; });
    }
    for (const SettingWord& word : selection.ignore) {
      each(word, [](RuleChoice& choice) { choice.enabled = false; });
    }
    for (const auto& [word, severity] : selection.severity) {
      each(word, [severity = severity](RuleChoice& choice) { choice.severity = severity; });
    }
    if (selection.raise) {
      for (RuleChoice& choice : plan_) choice.severity = std::max(choice.severity, *selection.raise);
    }
  }

  /// One rule, not a group of them.
  void require_rule(const SettingWord& word) {
    if (rule_called(rules_, word.text) == nullptr) fail(word.line, unknown_rule(rules_, word.text));
  }

  void fail(std::uint32_t line, Message message) {
    if (!problem_) problem_ = SettingProblem{line == 0 ? std::string{} : file_, line, std::move(message)};
  }

  [[nodiscard]] SettingResult<RulePlan> result() && {
    if (problem_) return tl::unexpected(*std::move(problem_));
    return std::move(plan_);
  }

 private:
  template <typename Change>
  void each(const SettingWord& word, Change change) {
    bool known = false;
    for (std::size_t i = 0; i < rules_.size(); ++i) {
      if (!names(word.text, *rules_[i])) continue;
      known = true;
      change(plan_[i]);
    }
    if (!known) fail(word.line, unknown_rule(rules_, word.text));
  }

  Rules rules_;
  std::string file_;
  RulePlan plan_;
  std::optional<SettingProblem> problem_;
};

void apply_profile(std::span<const Profile> profiles, const SettingWord& word, Planner& planner) {
  std::vector<std::string_view> known;
  for (const Profile& profile : profiles) {
    if (same_word(profile.name, word.text)) {
      planner.apply(profile.rules);
      return;
    }
    known.push_back(profile.name);
  }
  const std::string list = fmt::format("{}", fmt::join(known, ", "));
  planner.fail(word.line, unknown("方案", "profile", word.text, nearest(word.text, known), "可选：" + list,
                                  "there are: " + list));
}

}  // namespace

SettingResult<RulePlan> plan_for(Rules rules, RulePlan defaults, std::span<const Profile> profiles,
                                 const Settings& settings, const RuleSelection& asked,
                                 std::string_view path) {
  Planner planner(rules, std::move(defaults), settings.file);
  if (settings.profile) apply_profile(profiles, *settings.profile, planner);
  planner.apply(settings.rules);
  const std::string own_path(path);
  for (const PathSelection& selection : settings.paths) {
    const bool matches = std::any_of(selection.match.begin(), selection.match.end(),
                                     [&](const auto& word) { return path_matches(word.text, own_path); });
    if (matches) planner.apply(selection.rules);
  }
  for (const Dismissal& dismissal : settings.dismissals) planner.require_rule(dismissal.rule);
  planner.apply(asked);
  return std::move(planner).result();
}

const Rule* rule_called(Rules rules, std::string_view word) {
  const auto found = std::find_if(rules.begin(), rules.end(), [&](const Rule* rule) {
    return same_word(word, rule->code) || same_word(word, rule->name);
  });
  return found == rules.end() ? nullptr : *found;
}

Message unknown_rule(Rules rules, std::string_view word) {
  std::vector<std::string_view> words;
  for (const Rule* rule : rules) {
    for (const std::string_view candidate : {rule->code, rule->name, group_of(rule->code)}) {
      words.push_back(candidate);
    }
  }
  return unknown("规则", "rule", word, nearest(word, words), "tallybook rules 列出全部规则",
                 "'tallybook rules' lists them all");
}

bool path_matches(const std::string& pattern, const std::string& path) {
  return fnmatch(pattern.c_str(), path.c_str(), FNM_NOESCAPE) == 0;
}

}  // namespace tallybook::settings

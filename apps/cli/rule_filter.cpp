#include "rule_filter.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <numeric>

#include <tallybook/engine.hpp>

namespace tallybook::cli {
namespace {

using Codes = std::set<std::string_view>;

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool same_letter(char a, char b) {
  return lower(a) == lower(b);
}

bool same_word(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), same_letter);
}

/// FIG001 → FIG
std::string_view group_of(std::string_view code) {
  return code.substr(0, code.find_first_of("0123456789"));
}

tl::expected<Codes, Message> codes_of(const std::vector<std::string>& words) {
  Codes codes;
  for (const std::string& word : words) {
    bool known = false;
    for (const Rule* rule : rules()) {
      if (!same_word(word, rule->code) && !same_word(word, rule->name) &&
          !same_word(word, group_of(rule->code))) {
        continue;
      }
      known = true;
      codes.insert(rule->code);
    }
    if (!known) return tl::unexpected(unknown_rule(word));
  }
  return codes;
}

/// Levenshtein's distance: how many letters to change, add or leave out.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t change = diagonal + (same_letter(a[i], b[j]) ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({change, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row.back();
}

/// Nothing where even the nearest is far away: a wild guess helps nobody.
std::string_view nearest(std::string_view word) {
  std::string_view best;
  std::size_t best_distance = word.size() / 2 + 1;
  for (const Rule* rule : rules()) {
    for (const std::string_view candidate : {rule->code, rule->name, group_of(rule->code)}) {
      const std::size_t d = distance(word, candidate);
      if (d >= best_distance) continue;
      best_distance = d;
      best = candidate;
    }
  }
  return best;
}

}  // namespace

Message unknown_rule(std::string_view word) {
  const std::string_view near = word.size() <= 100 ? nearest(word) : std::string_view();
  if (near.empty()) {
    return {fmt::format("没有规则“{}”；tallybook rules 列出全部规则", word),
            fmt::format("there is no rule '{}'; 'tallybook rules' lists them all", word)};
  }
  return {fmt::format("没有规则“{}”；是否指 {}？", word, near),
          fmt::format("there is no rule '{}'; did you mean '{}'?", word, near)};
}

tl::expected<RuleFilter, Message> RuleFilter::create(const std::vector<std::string>& select,
                                                     const std::vector<std::string>& ignore) {
  RuleFilter filter;
  if (!select.empty()) {
    auto codes = codes_of(select);
    if (!codes) return tl::unexpected(std::move(codes.error()));
    filter.selected_ = std::move(*codes);
  }
  auto codes = codes_of(ignore);
  if (!codes) return tl::unexpected(std::move(codes.error()));
  filter.ignored_ = std::move(*codes);
  return filter;
}

void RuleFilter::apply(Analysis& analysis) const {
  for (ReportAnalysis& report : analysis.reports) {
    std::erase_if(report.findings, [this](const Finding& finding) {
      return (selected_ && selected_->count(finding.rule) == 0) || ignored_.count(finding.rule) > 0;
    });
  }
}

}  // namespace tallybook::cli

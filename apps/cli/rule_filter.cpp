#include "rule_filter.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <numeric>

#include <tallybook/engine.hpp>

#include "nearest.hpp"

namespace tallybook::cli {
namespace {

using Codes = std::set<std::string_view>;

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

std::vector<std::string_view> all_words() {
  std::vector<std::string_view> words;
  for (const Rule* rule : rules()) {
    for (const std::string_view word : {rule->code, rule->name, group_of(rule->code)}) words.push_back(word);
  }
  return words;
}

}  // namespace

Message unknown_rule(std::string_view word) {
  const std::string_view near = nearest(word, all_words());
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

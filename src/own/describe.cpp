#include <fmt/format.h>
#include <algorithm>

#include "own/rule.hpp"

namespace tallybook::own {
namespace {

/// As many words as a line of the list of rules can hold.
constexpr std::size_t kMostShown = 3;

std::string shown(const Term& term) {
  return term.pattern ? "/" + term.text + "/" : "“" + term.text + "”";
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
  return fmt::format("{}", fmt::join(parts, separator));
}

/// The first few of `parts`, and how many there are.
Message some_of(std::vector<std::string> zh, std::vector<std::string> en) {
  const std::size_t count = zh.size();
  if (count <= kMostShown) return {joined(zh, "、"), joined(en, ", ")};
  zh.resize(kMostShown);
  en.resize(kMostShown);
  return {fmt::format("{}等 {} 项", joined(zh, "、"), count),
          fmt::format("{} … ({} in all)", joined(en, ", "), count)};
}

Message some_terms(const std::vector<Term>& terms) {
  std::vector<std::string> words(terms.size());
  std::transform(terms.begin(), terms.end(), words.begin(), shown);
  return some_of(words, words);
}

Message place_of(Scope scope) {
  switch (scope) {
    case Scope::report:
      return {"全篇", "a report"};
    case Scope::title:
      return {"总标题", "the title"};
    case Scope::heading:
      return {"标题", "a heading"};
    case Scope::paragraph:
      return {"一段", "a paragraph"};
    case Scope::sentence:
      return {"一句", "a sentence"};
    case Scope::list_item:
      return {"一项", "a list item"};
  }
  return {};
}

Message existence(const OwnRule& rule) {
  const Message words = some_terms(rule.steps.front().terms);
  const Message place = place_of(rule.scope);
  return {place.zh + "中不应出现" + words.zh + "。",
          "In " + place.en + " there must be no " + words.en + "."};
}

Message substitution(const OwnRule& rule) {
  std::vector<std::string> zh;
  std::vector<std::string> en;
  const std::vector<Term>& terms = rule.steps.front().terms;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    const std::string instead = joined(rule.instead[i], "／");
    zh.push_back(instead.empty() ? shown(terms[i]) + "应删去"
                                 : fmt::format("{}应作“{}”", shown(terms[i]), instead));
    en.push_back(fmt::format("{} should be “{}”", shown(terms[i]), instead));
  }
  const Message all = some_of(std::move(zh), std::move(en));
  return {all.zh + "。", all.en + "."};
}

Message occurrence(const OwnRule& rule) {
  const Message words = some_terms(rule.steps.front().terms);
  const Message place = place_of(rule.scope);
  std::vector<std::string> zh;
  std::vector<std::string> en;
  if (rule.least) {
    zh.push_back(fmt::format("至少 {} 处", *rule.least));
    en.push_back(fmt::format("at least {}", *rule.least));
  }
  if (rule.most) {
    zh.push_back(fmt::format("至多 {} 处", *rule.most));
    en.push_back(fmt::format("at most {}", *rule.most));
  }
  return {fmt::format("{}中{}{}。", place.zh, words.zh, joined(zh, "、")),
          fmt::format("In {} there must be {} of {}.", place.en, joined(en, " and "), words.en)};
}

Message consistency(const OwnRule& rule) {
  std::vector<std::string> zh;
  std::vector<std::string> en;
  const std::vector<Term>& terms = rule.steps.front().terms;
  for (std::size_t i = 0; i + 1 < terms.size(); i += 2) {
    zh.push_back(shown(terms[i]) + "与" + shown(terms[i + 1]));
    en.push_back(shown(terms[i]) + " and " + shown(terms[i + 1]));
  }
  const Message all = some_of(std::move(zh), std::move(en));
  const Message place = place_of(rule.scope);
  return {fmt::format("{}中{}只用一种写法。", place.zh, all.zh),
          fmt::format("In {} only one spelling may stand of {}.", place.en, all.en)};
}

Message sequence(const OwnRule& rule) {
  std::vector<std::string> zh;
  std::vector<std::string> en;
  for (const Step& step : rule.steps) {
    const Message words = some_terms(step.terms);
    zh.push_back(step.negate ? "（没有" + words.zh + "）" : words.zh);
    en.push_back(step.negate ? "(no " + words.en + ")" : words.en);
  }
  const Message place = place_of(rule.scope);
  return {fmt::format("{}中不应先后出现{}。", place.zh, joined(zh, "……")),
          fmt::format("In {} there must not follow one another {}.", place.en, joined(en, " … "))};
}

}  // namespace

Message describe(const OwnRule& rule) {
  switch (rule.kind) {
    case Kind::existence:
      return existence(rule);
    case Kind::substitution:
      return substitution(rule);
    case Kind::occurrence:
      return occurrence(rule);
    case Kind::consistency:
      return consistency(rule);
    case Kind::sequence:
      return sequence(rule);
  }
  return {};
}

}  // namespace tallybook::own

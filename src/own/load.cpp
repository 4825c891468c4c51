#include "own/load.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <map>
#include <memory>
#include <string>

#include "own/program.hpp"
#include "own/read.hpp"
#include "text/nearest.hpp"

namespace tallybook::own {
namespace {

// An office's style has some hundred rules and some thousand words. What is far beyond that would cost
// memory and time that nobody meant to spend.
constexpr std::size_t kLargestFile = std::size_t{4} << 20;
constexpr std::size_t kMostRules = 5'000;
constexpr std::size_t kMostWords = 100'000;
constexpr std::size_t kMostPatterns = 1'000;
constexpr std::int64_t kMostInstructions = 500'000;

std::string_view group_of(std::string_view code) {
  return code.substr(0, code.find_first_of("0123456789"));
}

std::string lowered(std::string_view word) {
  std::string lower;
  for (const char c : word) lower += text::lower(c);
  return lower;
}

std::string quoted_place(const OwnRule& rule) {
  return fmt::format("{}:{}", rule.file, rule.line);
}

using Id = WordTrie::Id;
constexpr Id kNoWord = 0xFFFFFFFF;

class Loader {
 public:
  explicit Loader(std::span<const Rule* const> taken) : taken_(taken) {}

  void take(const RuleFile& file) {
    if (problem_) return;
    if (file.text.size() > kLargestFile)
      return fail(file.name, 0, {"规则文件大于 4 MB", "the rule file is larger than 4 MB"});
    auto rules = read(file);
    if (!rules) {
      problem_ = std::move(rules.error());
      return;
    }
    for (OwnRule& rule : *rules) {
      if (!problem_) take(std::move(rule));
    }
  }

  [[nodiscard]] SettingResult<RuleSet> result() && {
    if (problem_) return tl::unexpected(*std::move(problem_));
    if (rules_.empty()) return RuleSet();
    return RuleSet(std::make_shared<const Program>(std::move(rules_)));
  }

 private:
  void fail(const std::string& file, std::uint32_t line, Message message) {
    if (!problem_) problem_ = SettingProblem{file, line, std::move(message)};
  }

  void take(OwnRule&& own) {
    auto compiled = std::make_unique<CompiledRule>();
    compiled->rule = std::move(own);
    OwnRule& rule = compiled->rule;
    check_identity(rule);
    compile_patterns(*compiled);
    if (problem_) return;
    check_words(rule);
    rule.catches = describe(rule);
    make_entry(*compiled);
    rules_.push_back(std::move(compiled));
    if (rules_.size() > kMostRules) fail(rule.file, rule.line, limit("规则", "rules", kMostRules));
    if (words_ > kMostWords) fail(rule.file, rule.line, limit("词语", "words", kMostWords));
  }

  static Message limit(std::string_view zh, std::string_view en, std::size_t most) {
    return {fmt::format("{}多于 {} 条", zh, most), fmt::format("there are more than {} {}", most, en)};
  }

  void check_identity(const OwnRule& rule) {
    for (const Rule* shipped : taken_) {
      if (group_of(shipped->code) == group_of(rule.code)) {
        return fail(
            rule.file, rule.line,
            {fmt::format("{}：代码以 {} 开头的是内置规则，请另取字母", rule.code, group_of(rule.code)),
             fmt::format("{}: codes that begin with {} are built in; choose other letters", rule.code,
                         group_of(rule.code))});
      }
    }
    for (const Rule* shipped : taken_) {
      if (shipped->name == rule.name) fail_repeated(rule, rule.name, std::string(shipped->code));
    }
    for (const std::string& word : {rule.code, rule.name}) {
      const auto [known, added] = names_.emplace(lowered(word), quoted_place(rule));
      if (!added) fail_repeated(rule, word, known->second);
    }
  }

  void fail_repeated(const OwnRule& rule, const std::string& word, const std::string& where) {
    fail(rule.file, rule.line,
         {fmt::format("“{}”已有一条规则在用：{}", word, where),
          fmt::format("'{}' is another rule's already: {}", word, where)});
  }

  void compile_patterns(CompiledRule& compiled) {
    OwnRule& rule = compiled.rule;
    for (const Step& step : rule.steps) {
      for (std::size_t i = 0; i < step.terms.size() && !problem_; ++i) {
        const Term& term = step.terms[i];
        if (!term.pattern) continue;
        auto pattern = Pattern::compile(term.text, rule.ignore_case);
        if (!pattern) {
          fail_pattern(rule, term, {pattern.error(), pattern.error()});
          return;
        }
        if (pattern->matches_nothing()) {
          fail_pattern(rule, term, {"不要求有任何文字也能匹配", "it matches where nothing stands"});
        }
        if (rule.kind == Kind::substitution) check_rewrites(rule, term, *pattern, rule.instead[i]);
        instructions_ += pattern->size();
        compiled.patterns.push_back(*std::move(pattern));
        if (++patterns_ > kMostPatterns) fail(rule.file, term.line, limit("模式", "patterns", kMostPatterns));
        if (instructions_ > kMostInstructions) {
          fail(rule.file, term.line,
               {"全部模式合起来太大，这一条放不下了",
                "all patterns together are too large, this one does not fit"});
        }
      }
    }
  }

  void check_rewrites(const OwnRule& rule, const Term& term, const Pattern& pattern,
                      const std::vector<std::string>& choices) {
    for (const std::string& choice : choices) {
      const auto accepted = pattern.accepts(choice);
      if (!accepted) fail_pattern(rule, term, {accepted.error(), accepted.error()});
    }
  }

  void fail_pattern(const OwnRule& rule, const Term& term, const Message& what) {
    fail(rule.file, term.line,
         {fmt::format("{} 的模式“{}”有误：{}", rule.code, term.text, what.zh),
          fmt::format("{}: the pattern '{}' is wrong: {}", rule.code, term.text, what.en)});
  }

  /// Words written twice, exceptions that except nothing, replacements that would be replaced again.
  void check_words(const OwnRule& rule) {
    WordTrie looked_for;
    bool has_patterns = false;
    for (const Step& step : rule.steps) {
      std::map<std::string_view, std::uint32_t> seen;
      for (const Term& term : step.terms) {
        has_patterns = has_patterns || term.pattern;
        if (term.pattern) continue;
        ++words_;
        if (!seen.emplace(term.text, term.line).second) {
          fail(rule.file, term.line,
               {fmt::format("{} 里“{}”写了两次", rule.code, term.text),
                fmt::format("{}: '{}' stands twice", rule.code, term.text)});
        }
        looked_for.add(term.text, static_cast<Id>(&term - step.terms.data()));
      }
    }
    check_exceptions(rule, looked_for, has_patterns);
    check_replacements(rule, looked_for);
  }

  void check_exceptions(const OwnRule& rule, const WordTrie& looked_for, bool has_patterns) {
    for (const Term& exception : rule.exceptions) {
      ++words_;
      if (has_patterns || holds_any(exception.text, looked_for, nullptr, kNoWord)) continue;
      fail(rule.file, exception.line,
           {fmt::format("{} 的例外“{}”不含任何要找的词语", rule.code, exception.text),
            fmt::format("{}: the exception '{}' holds none of the words", rule.code, exception.text)});
    }
  }

  void check_replacements(const OwnRule& rule, const WordTrie& looked_for) {
    if (rule.kind != Kind::substitution) return;
    WordTrie exceptions;
    for (const Term& exception : rule.exceptions) exceptions.add(exception.text, 0);
    const std::vector<Term>& terms = rule.steps.front().terms;
    for (std::size_t i = 0; i < terms.size(); ++i) {
      if (terms[i].pattern) continue;
      for (const std::string& choice : rule.instead[i]) {
        if (!holds_any(choice, looked_for, &exceptions, static_cast<Id>(i))) continue;
        fail(rule.file, terms[i].line,
             {fmt::format("{}：“{}”换成“{}”后仍会被这条规则报告；把换成的词语列入 exceptions", rule.code,
                          terms[i].text, choice),
              fmt::format("{}: '{}' replaced by '{}' would be reported again; name it in exceptions",
                          rule.code, terms[i].text, choice)});
      }
    }
  }

  /// A word that the rule would report in `text`: of those that overlap the first, and of those the longest.
  /// The own word of a replacement is none: where its replacement stands, it is right.
  static bool holds_any(std::string_view text, const WordTrie& words, const WordTrie* exceptions, Id own) {
    std::size_t excepted_up_to = 0;
    for (std::size_t at = 0; at < text.size();) {
      if (exceptions != nullptr) {
        exceptions->find_at(text, at,
                            [&](Id, std::size_t end) { excepted_up_to = std::max(excepted_up_to, end); });
      }
      std::size_t longest = 0;
      Id word = own;
      words.find_at(text, at, [&](Id id, std::size_t end) {
        if (end <= excepted_up_to) return;
        longest = end;
        word = id;
      });
      if (word != own) return true;
      at = longest > 0 ? longest : at + text::size_at(text, at);
    }
    return false;
  }

  static void make_entry(CompiledRule& compiled) {
    const OwnRule& rule = compiled.rule;
    for (const OwnExample& example : rule.examples) compiled.examples.push_back({example.bad, example.good});
    compiled.entry = {.code = rule.code,
                      .name = rule.name,
                      .severity = rule.severity,
                      .since = "",
                      .catches = {rule.catches.zh, rule.catches.en},
                      .why = {rule.why.zh, rule.why.en},
                      .source = rule.source,
                      .examples = compiled.examples,
                      .check = nullptr,
                      .enabled_by_default = rule.enabled,
                      .file = rule.file};
  }

  std::span<const Rule* const> taken_;
  std::optional<SettingProblem> problem_;
  std::vector<std::unique_ptr<CompiledRule>> rules_;
  std::map<std::string, std::string> names_;  ///< codes and names, and where they are
  std::size_t words_ = 0;
  std::size_t patterns_ = 0;
  std::int64_t instructions_ = 0;
};

}  // namespace

SettingResult<RuleSet> load(std::span<const RuleFile> files, std::span<const Rule* const> taken) {
  Loader loader(taken);
  for (const RuleFile& file : files) loader.take(file);
  return std::move(loader).result();
}

}  // namespace tallybook::own

namespace tallybook {

std::span<const Rule* const> RuleSet::rules() const {
  return program_ == nullptr ? std::span<const Rule* const>() : program_->rules();
}

}  // namespace tallybook

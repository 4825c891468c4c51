#include "own/read.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <array>

#include "own/placeholders.hpp"
#include "own/table_reader.hpp"
#include "text/characters.hpp"

namespace tallybook::own {
namespace {

constexpr std::string_view kOpen = "⟦";
constexpr std::string_view kClose = "⟧";
constexpr std::uint32_t kMostCount = 1'000'000;

constexpr std::array<std::string_view, 12> kCommonKeys = {"code", "name",       "severity", "enabled",
                                                          "kind", "message",    "why",      "source",
                                                          "link", "ignorecase", "scope",    "examples"};

struct KindKeys {
  Kind kind;
  std::array<std::string_view, 5> keys;
};
constexpr KindKeys kKindKeys[] = {
    {Kind::existence, {"words", "patterns", "exceptions"}},
    {Kind::substitution, {"swap", "swap_patterns", "exceptions", "fix"}},
    {Kind::occurrence, {"words", "patterns", "exceptions", "max", "min"}},
    {Kind::consistency, {"either", "exceptions"}},
    {Kind::sequence, {"steps", "exceptions"}},
};

constexpr std::string_view kFileKeys[] = {"rule"};
constexpr std::string_view kStepKeys[] = {"words", "patterns", "negate", "gap"};
constexpr std::string_view kExampleKeys[] = {"bad", "good"};

constexpr Kind kKinds[] = {Kind::existence, Kind::substitution, Kind::occurrence, Kind::consistency,
                           Kind::sequence};
constexpr Scope kAllScopes[] = {Scope::report,    Scope::title,    Scope::heading,
                                Scope::paragraph, Scope::sentence, Scope::list_item};
constexpr Severity kSeverities[] = {Severity::note, Severity::warning, Severity::error};

/// Three to eight capital letters and three digits.
bool is_code(std::string_view code) {
  constexpr std::size_t kDigits = 3;
  if (code.size() < kDigits + 3 || code.size() > kDigits + 8) return false;
  const std::string_view letters = code.substr(0, code.size() - kDigits);
  const std::string_view digits = code.substr(letters.size());
  return std::all_of(letters.begin(), letters.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) &&
         std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Small letters, digits and Chinese characters, in words that hyphens join.
bool is_name(std::string_view name) {
  bool in_word = false;
  for (std::size_t at = 0; at < name.size();) {
    const text::CodePoint c = text::code_point_at(name, at);
    at += c.size;
    const bool letter =
        (c.value >= U'a' && c.value <= U'z') || text::is_ascii_digit(c.value) || text::is_han(c.value);
    if (!letter && (c.value != U'-' || !in_word)) return false;
    in_word = letter;
  }
  return in_word;
}

/// Reads one [[rule]].
class RuleReader {
 public:
  RuleReader(TableReader& reader, const toml::table& table) : reader_(reader), table_(table) {}

  OwnRule read() && {
    rule_.file = reader_.file();
    rule_.line = line_of(table_);
    rule_.kind = word_of("kind", kKinds, Kind::existence, true);
    if (reader_.problem()) return std::move(rule_);
    check_keys();
    read_identity();
    read_what();
    read_message();
    read_examples();
    return std::move(rule_);
  }

 private:
  /// One of the names of an enumeration.
  template <typename Value, std::size_t N>
  Value word_of(std::string_view key, const Value (&values)[N], Value otherwise, bool required = false) {
    if (!required && !table_.contains(key)) return otherwise;
    const std::string word = reader_.required(table_, key);
    std::vector<std::string_view> names;
    for (const Value value : values) {
      if (name_of(value) == word) return value;
      names.push_back(name_of(value));
    }
    const std::string list = fmt::format("{}", fmt::join(names, ", "));
    reader_.fail(
        table_, key,
        {fmt::format("“{}”应是 {} 之一", key, list), fmt::format("'{}' must be one of {}", key, list)});
    return otherwise;
  }

  void check_keys() {
    std::vector<std::string_view> known(kCommonKeys.begin(), kCommonKeys.end());
    for (const KindKeys& row : kKindKeys) {
      if (row.kind != rule_.kind) continue;
      std::copy_if(row.keys.begin(), row.keys.end(), std::back_inserter(known),
                   [](auto key) { return !key.empty(); });
    }
    const std::string_view kind = name_of(rule_.kind);
    reader_.only_keys(table_, known, {fmt::format("{} 规则", kind), fmt::format("a rule of kind {}", kind)});
  }

  void read_identity() {
    rule_.code = reader_.required(table_, "code");
    if (!is_code(rule_.code)) {
      reader_.fail(table_, "code",
                   {"“code”应是三到八个大写字母加三位数字：XBG001",
                    "'code' must be three to eight capital letters and three digits: XBG001"});
    }
    rule_.name = reader_.required(table_, "name");
    if (!is_name(rule_.name)) {
      reader_.fail(table_, "name",
                   {"“name”应是小写字母、数字或汉字，词间用 - 连接",
                    "'name' must be small letters, digits or Chinese characters, joined by -"});
    }
    rule_.severity = word_of("severity", kSeverities, Severity::warning);
    rule_.enabled = reader_.flag(table_, "enabled", true);
    rule_.why = reader_.message(table_, "why");
    rule_.source = reader_.text(table_, "source");
    const std::string link = reader_.text(table_, "link");
    if (!link.empty()) rule_.source += rule_.source.empty() ? link : " " + link;
  }

  void read_what() {
    const Scope usual = rule_.kind == Kind::sequence ? Scope::sentence : Scope::report;
    rule_.scope = word_of("scope", kAllScopes, usual);
    rule_.ignore_case = reader_.flag(table_, "ignorecase", false);
    rule_.exceptions = reader_.terms(table_, "exceptions", false);
    switch (rule_.kind) {
      case Kind::existence:
        rule_.steps = {{terms_in(table_), false, {}}};
        break;
      case Kind::substitution:
        read_swaps();
        break;
      case Kind::occurrence:
        rule_.steps = {{terms_in(table_), false, {}}};
        read_limits();
        break;
      case Kind::consistency:
        read_pairs();
        break;
      case Kind::sequence:
        read_steps();
        break;
    }
  }

  std::vector<Term> terms_in(const toml::table& table) {
    std::vector<Term> terms = reader_.terms(table, "words", false);
    for (Term& pattern : reader_.terms(table, "patterns", true)) terms.push_back(std::move(pattern));
    if (terms.empty()) {
      reader_.fail(line_of(table), {"缺少要找的词语：words 或 patterns", "'words' or 'patterns' is missing"});
    }
    return terms;
  }

  void read_swaps() {
    rule_.steps.emplace_back();
    for (const auto& [key, patterns] :
         {std::pair<std::string_view, bool>{"swap", false}, {"swap_patterns", true}}) {
      const toml::table* swaps = reader_.table(table_, key);
      if (swaps == nullptr) continue;
      for (const auto& [word, instead] : *swaps) {
        if (!patterns) reader_.check_word(word.str(), line_of(instead));
        rule_.steps.front().terms.push_back({std::string(word.str()), line_of(instead), patterns});
        rule_.instead.push_back(choices_of(instead));
        reader_.check_characters(word.str(), line_of(instead));
        for (const std::string& choice : rule_.instead.back()) {
          reader_.check_characters(choice, line_of(instead));
        }
      }
    }
    if (rule_.instead.empty()) {
      reader_.fail(rule_.line, {"缺少“swap”或“swap_patterns”", "'swap' or 'swap_patterns' is missing"});
    }
    rule_.fix = reader_.flag(table_, "fix", true);
  }

  /// What may stand instead: a string, which may be empty, or several to choose from.
  std::vector<std::string> choices_of(const toml::node& node) {
    if (const auto* text = node.as_string()) return {text->get()};
    std::vector<std::string> choices;
    if (const toml::array* array = node.as_array()) {
      for (const toml::node& entry : *array) choices.push_back(entry.value_or(std::string{}));
    }
    const bool good =
        !choices.empty() && std::none_of(choices.begin(), choices.end(), [](auto& c) { return c.empty(); });
    if (!good) {
      reader_.fail(line_of(node), {"替换成什么，应是一个字符串，或几个字符串的数组",
                                   "what stands instead must be a string, or an array of strings"});
    }
    return choices;
  }

  void read_limits() {
    rule_.most = reader_.number(table_, "max", kMostCount);
    rule_.least = reader_.number(table_, "min", kMostCount);
    if (!rule_.most && !rule_.least)
      reader_.fail(rule_.line, {"缺少“max”或“min”", "'max' or 'min' is missing"});
    if (rule_.most && rule_.least && *rule_.most < *rule_.least) {
      reader_.fail(table_, "max", {"“max”小于“min”", "'max' is less than 'min'"});
    }
    if (rule_.least == 0)
      reader_.fail(table_, "min", {"“min”为 0，什么也不会报告", "a 'min' of 0 reports nothing"});
  }

  void read_pairs() {
    rule_.steps.emplace_back();
    const toml::table* pairs = reader_.table(table_, "either");
    if (pairs == nullptr) {
      reader_.fail(rule_.line, {"缺少“either”", "'either' is missing"});
      return;
    }
    for (const auto& [word, other] : *pairs) {
      const std::string second = other.value_or(std::string{});
      for (const std::string_view spelling : {word.str(), std::string_view(second)}) {
        reader_.check_word(spelling, line_of(other));
        reader_.check_characters(spelling, line_of(other));
      }
      if (word.str() == second) reader_.fail(line_of(other), {"两种写法相同", "both spellings are the same"});
      rule_.steps.front().terms.push_back({std::string(word.str()), line_of(other), false});
      rule_.steps.front().terms.push_back({second, line_of(other), false});
    }
  }

  void read_steps() {
    constexpr std::size_t kMostSteps = 20;
    for (const toml::table* table : reader_.tables(table_, "steps")) {
      reader_.only_keys(*table, kStepKeys, {"steps 中的一步", "a step"});
      Step step{terms_in(*table), reader_.flag(*table, "negate", false),
                reader_.number(*table, "gap", kMostCount)};
      rule_.steps.push_back(std::move(step));
    }
    const bool any =
        std::any_of(rule_.steps.begin(), rule_.steps.end(), [](const Step& step) { return !step.negate; });
    if (rule_.steps.size() < 2 || rule_.steps.size() > kMostSteps || !any) {
      reader_.fail(
          table_, "steps",
          {fmt::format("“steps”应有二到 {} 步，其中至少一步不带 negate", kMostSteps),
           fmt::format("'steps' must have two to {} steps, one of them without negate", kMostSteps)});
    }
  }

  void read_message() {
    if (!table_.contains("message")) reader_.fail(rule_.line, {"缺少“message”", "'message' is missing"});
    rule_.message = reader_.message(table_, "message");
    for (const std::string& message : {rule_.message.zh, rule_.message.en}) {
      const std::string_view unknown = unknown_placeholder(message, rule_.kind);
      if (unknown.empty()) continue;
      const std::string known = placeholders_of(rule_.kind);
      reader_.fail(
          table_, "message",
          {fmt::format("{} 规则的说明里可以用 {}，没有 {{{}}}", name_of(rule_.kind), known, unknown),
           fmt::format("messages of kind {} may hold {}, not {{{}}}", name_of(rule_.kind), known, unknown)});
    }
  }

  void read_examples() {
    for (const toml::table* table : reader_.tables(table_, "examples")) {
      reader_.only_keys(*table, kExampleKeys, {"例子", "an example"});
      OwnExample example{reader_.text(*table, "bad"), reader_.text(*table, "good"), line_of(*table)};
      if (example.bad.empty() && example.good.empty()) {
        reader_.fail(example.line, {"例子应有 bad 或 good", "an example must have 'bad' or 'good'"});
      }
      if (!example.bad.empty() && !is_marked(example.bad)) {
        reader_.fail(example.line, {"bad 里应报告的位置用 ⟦ ⟧ 标出，不能嵌套",
                                    "'bad' must have the places to report in ⟦ ⟧, none within another"});
      }
      if (example.good.find(kOpen) != std::string::npos || example.good.find(kClose) != std::string::npos) {
        reader_.fail(example.line, {"good 里不能有 ⟦ ⟧", "'good' must not hold ⟦ or ⟧"});
      }
      rule_.examples.push_back(std::move(example));
    }
  }

  static bool is_marked(std::string_view bad) {
    bool any = false;
    while (!bad.empty()) {
      const std::size_t open = bad.find(kOpen);
      if (open == std::string_view::npos) return any && bad.find(kClose) == std::string_view::npos;
      const std::size_t close = bad.find(kClose);
      const std::size_t next = bad.find(kOpen, open + kOpen.size());
      if (close == std::string_view::npos || close <= open + kOpen.size() || next < close) return false;
      any = true;
      bad.remove_prefix(close + kClose.size());
    }
    return any;
  }

  TableReader& reader_;
  const toml::table& table_;
  OwnRule rule_;
};

SettingResult<toml::table> parsed(const RuleFile& file) {
  try {
    return toml::parse(file.text, file.name);
  } catch (const toml::parse_error& error) {
    const std::string what(error.description());
    return tl::unexpected(SettingProblem{file.name,
                                         error.source().begin.line,
                                         {"不是合法的 TOML：" + what, "this is no valid TOML: " + what}});
  }
}

}  // namespace

SettingResult<std::vector<OwnRule>> read(const RuleFile& file) {
  const auto root = parsed(file);
  if (!root) return tl::unexpected(root.error());
  TableReader reader(file.name);
  reader.only_keys(*root, kFileKeys, {"规则文件", "a rule file"});
  std::vector<OwnRule> rules;
  for (const toml::table* table : reader.tables(*root, "rule")) {
    if (reader.problem()) break;
    rules.push_back(RuleReader(reader, *table).read());
  }
  if (rules.empty()) reader.fail(0, {"没有 [[rule]]", "[[rule]] is missing"});
  if (reader.problem()) return tl::unexpected(*reader.problem());
  return rules;
}

}  // namespace tallybook::own

#include "own/table_reader.hpp"

#include <fmt/format.h>
#include <algorithm>

#include "text/characters.hpp"
#include "text/nearest.hpp"

namespace tallybook::own {
namespace {

/// In characters: longer than any word, shorter than any text.
constexpr std::size_t kLongestWord = 200;
constexpr std::size_t kLongestPattern = 2000;

constexpr std::string_view kMessageKeys[] = {"zh", "en"};

}  // namespace

std::uint32_t line_of(const toml::node& node) {
  return node.source().begin.line;
}

void TableReader::fail(std::uint32_t line, Message message) {
  if (!problem_) problem_ = SettingProblem{file_, line, std::move(message)};
}

void TableReader::fail(const toml::table& table, std::string_view key, Message message) {
  const toml::node* node = table.get(key);
  fail(line_of(node == nullptr ? table : *node), std::move(message));
}

void TableReader::only_keys(const toml::table& table, std::span<const std::string_view> known,
                            const Message& owner) {
  for (const auto& [key, node] : table) {
    if (std::find(known.begin(), known.end(), key.str()) != known.end()) continue;
    const std::string_view near = text::nearest(key.str(), known);
    const std::string zh = near.empty() ? "" : fmt::format("；是否指 {}？", near);
    const std::string en = near.empty() ? "" : fmt::format("; did you mean '{}'?", near);
    fail(line_of(node), {fmt::format("{}没有“{}”这个键{}", owner.zh, key.str(), zh),
                         fmt::format("{} has no key '{}'{}", owner.en, key.str(), en)});
  }
}

std::string TableReader::text(const toml::table& table, std::string_view key) {
  const toml::node* node = table.get(key);
  if (node == nullptr) return "";
  auto text = node->value<std::string>();
  if (text && !text->empty()) {
    check_characters(*text, line_of(*node));
    return *std::move(text);
  }
  fail(line_of(*node),
       {fmt::format("“{}”应是一个非空字符串", key), fmt::format("'{}' must be a non-empty string", key)});
  return "";
}

std::string TableReader::required(const toml::table& table, std::string_view key) {
  if (!table.contains(key))
    fail(line_of(table), {fmt::format("缺少“{}”", key), fmt::format("'{}' is missing", key)});
  return text(table, key);
}

Message TableReader::message(const toml::table& table, std::string_view key) {
  const toml::node* node = table.get(key);
  const toml::table* languages = node == nullptr ? nullptr : node->as_table();
  if (languages == nullptr) {
    const std::string both = text(table, key);
    return {both, both};
  }
  only_keys(*languages, kMessageKeys, {fmt::format("“{}”", key), fmt::format("'{}'", key)});
  Message message{required(*languages, "zh"), text(*languages, "en")};
  if (message.en.empty()) message.en = message.zh;
  return message;
}

bool TableReader::flag(const toml::table& table, std::string_view key, bool otherwise) {
  const toml::node* node = table.get(key);
  if (node == nullptr) return otherwise;
  const toml::value<bool>* value = node->as_boolean();
  if (value != nullptr) return value->get();
  fail(line_of(*node),
       {fmt::format("“{}”应是 true 或 false", key), fmt::format("'{}' must be true or false", key)});
  return otherwise;
}

std::optional<std::uint32_t> TableReader::number(const toml::table& table, std::string_view key,
                                                 std::uint32_t most) {
  const toml::node* node = table.get(key);
  if (node == nullptr) return std::nullopt;
  const toml::value<std::int64_t>* value = node->as_integer();
  if (value != nullptr && value->get() >= 0 && value->get() <= most)
    return static_cast<std::uint32_t>(value->get());
  fail(line_of(*node), {fmt::format("“{}”应是 0 到 {} 的整数", key, most),
                        fmt::format("'{}' must be a whole number from 0 to {}", key, most)});
  return std::nullopt;
}

std::vector<Term> TableReader::terms(const toml::table& table, std::string_view key, bool patterns) {
  std::vector<Term> terms;
  const toml::node* node = table.get(key);
  if (node == nullptr) return terms;
  const toml::array* array = node->as_array();
  if (array == nullptr || array->empty()) {
    fail(line_of(*node), {fmt::format("“{}”应是字符串的数组：{} = [\"…\"]", key, key),
                          fmt::format("'{}' must be an array of strings: {} = [\"…\"]", key, key)});
    return terms;
  }
  for (const toml::node& entry : *array) {
    const auto text = entry.value<std::string>();
    if (!text || text->empty()) {
      fail(line_of(entry),
           {fmt::format("“{}”中应是非空字符串", key), fmt::format("'{}' must hold non-empty strings", key)});
      continue;
    }
    check_characters(*text, line_of(entry));
    if (!patterns) check_word(*text, line_of(entry));
    if (patterns && text->size() > kLongestPattern) {
      fail(line_of(entry), {fmt::format("模式长于 {} 字节", kLongestPattern),
                            fmt::format("the pattern is longer than {} bytes", kLongestPattern)});
    }
    terms.push_back({*text, line_of(entry), patterns});
  }
  return terms;
}

std::vector<const toml::table*> TableReader::tables(const toml::table& table, std::string_view key) {
  std::vector<const toml::table*> tables;
  const toml::node* node = table.get(key);
  if (node == nullptr) return tables;
  const toml::array* array = node->as_array();
  if (array == nullptr || array->empty() || !array->is_homogeneous(toml::node_type::table)) {
    fail(line_of(*node), {fmt::format("“{}”应是表的数组：{} = [{{ … }}]", key, key),
                          fmt::format("'{}' must be an array of tables: {} = [{{ … }}]", key, key)});
    return tables;
  }
  for (const toml::node& entry : *array) tables.push_back(entry.as_table());
  return tables;
}

const toml::table* TableReader::table(const toml::table& table, std::string_view key) {
  const toml::node* node = table.get(key);
  if (node == nullptr) return nullptr;
  const toml::table* inner = node->as_table();
  if (inner != nullptr && !inner->empty()) return inner;
  fail(line_of(*node), {fmt::format("“{}”应是表：{} = {{ \"…\" = \"…\" }}", key, key),
                        fmt::format("'{}' must be a table: {} = {{ \"…\" = \"…\" }}", key, key)});
  return nullptr;
}

void TableReader::check_characters(std::string_view text, std::uint32_t line) {
  const bool control = std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7F;
  });
  if (control) fail(line, {"含有控制字符", "there is a control character"});
}

void TableReader::check_word(std::string_view word, std::uint32_t line) {
  if (word.empty()) {
    fail(line, {"要找的词语不能为空", "a word to look for must not be empty"});
  } else if (word.find_first_of("\r\n") != std::string_view::npos) {
    fail(line,
         {"要找的词语不能换行，段落里没有换行", "a word must not hold a line break: no paragraph does"});
  } else if (text::count_code_points(word) > kLongestWord) {
    fail(line, {fmt::format("要找的词语长于 {} 字", kLongestWord),
                fmt::format("the word is longer than {} characters", kLongestWord)});
  }
}

}  // namespace tallybook::own

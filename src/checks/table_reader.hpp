// Reading the embedded tables of words, and telling where they break their schema.
#pragma once

#include <toml++/toml.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tallybook/result.hpp>

namespace tallybook::checks {

/// Reads one file's tables; the first breach of the schema is kept, and reading goes on.
class TableReader {
 public:
  TableReader(std::string_view content, std::string_view file) : file_(file) {
    try {
      root_ = toml::parse(content, file);
    } catch (const toml::parse_error& error) {
      require(false,
              "line " + std::to_string(error.source().begin.line) + ": " + std::string(error.description()));
    }
  }

  void require(bool holds, std::string_view what) {
    if (!holds && problem_.empty()) problem_ = what;
  }

  [[nodiscard]] std::optional<Error> error() const {
    if (problem_.empty()) return std::nullopt;
    return Error{ErrorCode::invalid_data, file_, std::nullopt, problem_};
  }

  [[nodiscard]] const toml::table& root() const { return root_; }

  /// Calls `fn(table)` for each table of an array.
  template <typename Fn>
  void each_table(const toml::node* node, const std::string& where, Fn fn) {
    const toml::array* array = node == nullptr ? nullptr : node->as_array();
    require(array != nullptr && !array->empty(), where + " must be an array");
    if (array == nullptr) return;
    for (const toml::node& entry : *array) {
      require(entry.is_table(), where + " must hold tables");
      if (const toml::table* table = entry.as_table()) fn(*table);
    }
  }

  std::string string_of(const toml::table& table, const std::string& key) {
    std::string value = table[key].value_or(std::string{});
    require(!value.empty(), key + " must be a string with something in it");
    return value;
  }

  std::vector<std::string> strings_of(const toml::table& table, const std::string& key) {
    std::vector<std::string> words;
    const toml::array* array = table[key].as_array();
    require(array != nullptr, key + " must be an array");
    if (array == nullptr) return words;
    for (const toml::node& entry : *array) {
      words.push_back(entry.value_or(std::string{}));
      require(!words.back().empty(), key + " must hold strings with something in them");
    }
    return words;
  }

 private:
  std::string file_;
  toml::table root_;
  std::string problem_;
};

}  // namespace tallybook::checks

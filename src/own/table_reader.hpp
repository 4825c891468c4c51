// The values of a rule file's tables, or the first thing that is wrong with them and where.
#pragma once

#include <toml++/toml.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <tallybook/settings.hpp>

#include "own/rule.hpp"

namespace tallybook::own {

[[nodiscard]] std::uint32_t line_of(const toml::node& node);

/// Reads one key after another; keeps the first mistake and goes on with what is there.
class TableReader {
 public:
  explicit TableReader(std::string file) : file_(std::move(file)) {}

  [[nodiscard]] const std::string& file() const { return file_; }
  [[nodiscard]] const std::optional<SettingProblem>& problem() const { return problem_; }

  void fail(std::uint32_t line, Message message);
  /// Fails at the key, or at the table where it does not stand.
  void fail(const toml::table& table, std::string_view key, Message message);

  /// Fails on a key outside of `known`; `owner` says whose keys they are.
  void only_keys(const toml::table& table, std::span<const std::string_view> known, const Message& owner);

  /// A string with something in it; empty where the key is missing or wrong.
  std::string text(const toml::table& table, std::string_view key);
  std::string required(const toml::table& table, std::string_view key);
  /// A string for both languages, or a table with zh and, where it differs, en.
  Message message(const toml::table& table, std::string_view key);
  bool flag(const toml::table& table, std::string_view key, bool otherwise);
  std::optional<std::uint32_t> number(const toml::table& table, std::string_view key, std::uint32_t most);
  std::vector<Term> terms(const toml::table& table, std::string_view key, bool patterns);
  /// The tables of an array; none where the key is missing.
  std::vector<const toml::table*> tables(const toml::table& table, std::string_view key);
  /// A table that is not empty; null where it is missing.
  const toml::table* table(const toml::table& table, std::string_view key);

  /// Nothing that would do something to a terminal.
  void check_characters(std::string_view text, std::uint32_t line);
  /// A word to look for: nothing in it that no paragraph holds.
  void check_word(std::string_view word, std::uint32_t line);

 private:
  std::string file_;
  std::optional<SettingProblem> problem_;
};

}  // namespace tallybook::own

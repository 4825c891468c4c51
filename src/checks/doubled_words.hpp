// What never stands twice in a row: data/doubled_words.toml.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <tallybook/result.hpp>

namespace tallybook::checks {

/// A function word of one character. 为了 + 了解: one word may end and the next begin with it.
struct FunctionWord {
  char32_t character = 0;
  std::u32string after;                  ///< it ends a word with one of these before it
  std::vector<std::string> never_after;  ///< words that end so and go into no such word: 项目 for 目的
  std::u32string before;                 ///< it begins a word with one of these behind it
  std::u32string opening;                ///< the same, but only where a clause begins: 以以上三点为例
};

class DoubledWords {
 public:
  /// Fails only if the data break their own schema.
  [[nodiscard]] static Result<DoubledWords> load();

  /// Null where the character is no function word.
  [[nodiscard]] const FunctionWord* function_word(char32_t character) const;
  /// Whether nothing makes this word of two to five characters stand twice.
  [[nodiscard]] bool is_never_doubled(std::string_view word) const;

 private:
  std::vector<FunctionWord> function_words_;  ///< ascending by character
  std::vector<std::string> words_;            ///< ascending
};

}  // namespace tallybook::checks

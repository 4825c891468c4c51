// What tells two spellings of one name: data/syllables.toml and data/names.toml.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <tallybook/result.hpp>

namespace tallybook::checks {

class NameWords {
 public:
  /// Fails only if the data break their own schema.
  [[nodiscard]] static Result<NameWords> load();

  /// A number for each syllable without its tone; 0 for a character that the table has not.
  [[nodiscard]] std::uint16_t syllable_of(char32_t character) const;
  /// Whether two different characters are typed with the same keys.
  [[nodiscard]] bool sound_alike(char32_t a, char32_t b) const {
    return a != b && syllable_of(a) != 0 && syllable_of(a) == syllable_of(b);
  }

  /// What names end with: 计划, 工程, 委员会.
  [[nodiscard]] const std::vector<std::string>& endings() const { return endings_; }
  [[nodiscard]] bool ends_like_name(std::string_view text) const;

  /// Whether words up to a level, of `level` bytes, name no place: 贫困县, 老城区, 按照县.
  [[nodiscard]] bool ends_like_no_place(std::string_view text, std::size_t level) const;

 private:
  std::unordered_map<char32_t, std::uint16_t> syllables_;
  std::vector<std::string> endings_;
  std::vector<std::string> not_places_;             ///< before the level
  std::vector<std::string> not_places_with_level_;  ///< up to its end
};

}  // namespace tallybook::checks

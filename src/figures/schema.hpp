// Reading the vocabulary's data files: what every table of words has in common.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include <toml++/toml.h>
#include <tallybook/result.hpp>

namespace tallybook::figures {

/// Collects the first breach of the schema; later steps go on with what is there.
class Schema {
 public:
  explicit Schema(std::string_view file) : file_(file) {}

  void require(bool holds, std::string_view what) {
    if (!holds && problem_.empty()) problem_ = what;
  }
  [[nodiscard]] std::optional<Error> error() const {
    if (problem_.empty()) return std::nullopt;
    return Error{ErrorCode::invalid_data, file_, std::nullopt, problem_};
  }

 private:
  std::string file_;
  std::string problem_;
};

[[nodiscard]] Result<toml::table> parse_data(std::string_view content, std::string_view file);

/// The element of `values` with this name.
template <typename Enum, std::size_t N>
std::optional<Enum> enum_of(std::string_view name, const std::array<Enum, N>& values) {
  for (const Enum value : values) {
    if (name_of(value) == name) return value;
  }
  return std::nullopt;
}

/// The strings of an array; anything else in it breaks the schema.
template <typename Visit>
void each_string(const toml::node* node, Schema& schema, std::string_view where, Visit visit) {
  const toml::array* array = node == nullptr ? nullptr : node->as_array();
  schema.require(array != nullptr, std::string(where) + " must be an array");
  if (array == nullptr) return;
  for (const toml::node& entry : *array) {
    const auto word = entry.value<std::string_view>();
    schema.require(word && !word->empty(), std::string(where) + " must hold non-empty strings");
    if (word) visit(*word);
  }
}

}  // namespace tallybook::figures

#include "own/placeholders.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace tallybook::own {
namespace {

struct Placeholder {
  std::string_view name;
  std::uint32_t kinds;  ///< bits by Kind
};

constexpr std::uint32_t bit(Kind kind) {
  return 1U << static_cast<std::uint32_t>(kind);
}

constexpr std::array kPlaceholders = {
    Placeholder{"match", bit(Kind::existence) | bit(Kind::substitution) | bit(Kind::consistency) |
                             bit(Kind::sequence)},
    Placeholder{"instead", bit(Kind::substitution)},
    Placeholder{"other", bit(Kind::consistency)},
    Placeholder{"count", bit(Kind::occurrence)},
    Placeholder{"limit", bit(Kind::occurrence)},
};

bool is_name(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

/// Calls `text(piece)` and `name(word)` for what stands between and in the braces.
template <typename Text, typename Name>
void walk(std::string_view message, Text text, Name name) {
  while (!message.empty()) {
    const std::size_t open = message.find('{');
    const std::size_t close = message.find('}', std::min(open, message.size()));
    if (close == std::string_view::npos) break;
    const std::string_view word = message.substr(open + 1, close - open - 1);
    if (is_name(word)) {
      text(message.substr(0, open));
      name(word);
      message.remove_prefix(close + 1);
    } else {
      text(message.substr(0, open + 1));
      message.remove_prefix(open + 1);
    }
  }
  text(message);
}

}  // namespace

std::string_view unknown_placeholder(std::string_view message, Kind kind) {
  std::string_view unknown;
  walk(
      message, [](std::string_view) {},
      [&](std::string_view word) {
        const bool known = std::any_of(
            kPlaceholders.begin(), kPlaceholders.end(),
            [&](const Placeholder& row) { return row.name == word && (row.kinds & bit(kind)) != 0; });
        if (!known && unknown.empty()) unknown = word;
      });
  return unknown;
}

std::string placeholders_of(Kind kind) {
  std::string names;
  for (const Placeholder& row : kPlaceholders) {
    if ((row.kinds & bit(kind)) == 0) continue;
    if (!names.empty()) names += ", ";
    names.append("{").append(row.name).append("}");
  }
  return names;
}

std::string filled(std::string_view message, Values values) {
  std::string out;
  walk(
      message, [&](std::string_view piece) { out += piece; },
      [&](std::string_view word) {
        for (const auto& [name, value] : values) {
          if (name == word) out += value;
        }
      });
  return out;
}

}  // namespace tallybook::own

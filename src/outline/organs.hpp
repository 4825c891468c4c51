// Who speaks: the organs a text names and the words it uses for itself.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include <tallybook/span.hpp>

namespace tallybook::outline {

/// Every place where a text names an organ of a county (by field: 教育局 and 教育系统 are one) or
/// itself (我县, 我局).
class Voices {
 public:
  explicit Voices(std::string_view text);

  /// Whether the organ named most before is named hardly at all after, and the other way round.
  [[nodiscard]] bool organ_changes(Span before, Span after) const;
  /// Whether the two speak of themselves with different words.
  [[nodiscard]] bool self_changes(Span before, Span after) const;

 private:
  struct Mention {
    std::uint32_t offset;
    std::uint32_t kind;
  };
  [[nodiscard]] static std::vector<int> count(const std::vector<Mention>& mentions, std::size_t kinds,
                                              Span span, bool from_end);

  std::vector<Mention> organs_;
  std::vector<Mention> selves_;
};

}  // namespace tallybook::outline

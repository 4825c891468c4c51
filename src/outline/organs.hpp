// Who speaks: the organs a text names and the words it uses for itself.
#pragma once

#include <cstdint>
#include <span>
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
  /// Whether both name counties or towns, and none in common.
  [[nodiscard]] bool places_change(Span before, Span after) const;

 private:
  void add_words(std::string_view rest, std::uint32_t offset);
  void add_place(std::string_view text, std::uint32_t offset);

  struct Mention {
    std::uint32_t offset;
    std::uint32_t kind;
  };
  [[nodiscard]] static std::span<const Mention> within(const std::vector<Mention>& mentions, Span span,
                                                       bool from_end);
  [[nodiscard]] static std::vector<int> count(const std::vector<Mention>& mentions, std::size_t kinds,
                                              Span span, bool from_end);

  std::vector<Mention> organs_;
  std::vector<Mention> selves_;
  std::vector<Mention> places_;  ///< kind: a hash of the name
};

}  // namespace tallybook::outline

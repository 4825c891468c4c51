// Lists written into a sentence: 甲、乙和丙; “甲”“乙”; （甲、乙、丙）.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include <tallybook/span.hpp>

#include "figures/word_set.hpp"

namespace tallybook::figures {

struct ItemList {
  std::vector<Span> items;
  bool open = false;  ///< 甲、乙等: there are more than these
  /// Where 和, 与 or 及 stands in the last item, which may divide it or be part of a name; else empty.
  Span joint;

  /// Whether the list can be read as so many items.
  [[nodiscard]] bool can_be(std::uint32_t count) const {
    return items.size() == count || (!joint.empty() && items.size() + 1 == count);
  }
  /// Divides the last item at its joint.
  void divide_last();
};

/// What 、 divides in `place`, outside quotes and brackets. `closed_words` are words that end in 等 and
/// open no list (平等, 高等).
[[nodiscard]] ItemList read_items(std::string_view text, Span place, const WordSet& closed_words);

/// What `separator` divides in `place`, outside quotes and brackets; empty pieces are left out.
[[nodiscard]] std::vector<Span> divide(std::string_view text, Span place, char32_t separator);

/// The run of quoted things, 《甲》、《乙》 or “甲”“乙”, with which `place` ends.
[[nodiscard]] std::vector<Span> quoted_run_before(std::string_view text, Span place);
/// The run of quoted things with which `place` begins.
[[nodiscard]] std::vector<Span> quoted_run_after(std::string_view text, Span place);

/// 早期筛查、疾病筛查: every item is longer than two characters and ends in the same two.
[[nodiscard]] bool end_alike(std::string_view text, const std::vector<Span>& items);

/// The first bytes of `place`, at most `limit`, without half a code point at the end.
[[nodiscard]] Span clipped(std::string_view text, Span place, std::uint32_t limit);

/// `place` without spaces at its ends.
[[nodiscard]] Span trimmed(std::string_view text, Span place);

}  // namespace tallybook::figures

// Reading one list mark where a text may hold one.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include <tallybook/outline.hpp>

namespace tallybook::outline {

/// The series that a mark belongs to: finer than MarkForm where writers nest two spellings of one
/// form (第一部分 over 第一章, (1) over 1)). In the order in which the series usually nest, outermost
/// first (GB/T 9704-2012, 7.3.3: 一、 （一） 1. （1）).
enum class Series : std::uint8_t {
  part,
  volume,
  chapter,
  chapter_section,
  chinese,
  chinese_bracketed,
  arabic,
  arabic_bracketed,
  arabic_half_bracketed,
  circled,
  ordinal,
  item_is,
  item_must,
  item_first,
  dash,
};
inline constexpr std::size_t kSeriesCount = 15;

[[nodiscard]] constexpr std::size_t index_of(Series series) {
  return static_cast<std::size_t>(series);
}

/// Where a mark stands, by what precedes it: from the best evidence that it is one to the least.
enum class Place : std::uint8_t {
  block_start,
  after_gap,        ///< after a stop and the wide space that a lost paragraph break leaves
  after_mark,       ///< 二、1、…
  after_stop,       ///< 。！？
  after_semicolon,  ///< ；
  after_colon,      ///< ：
  after_comma,      ///< ，
  within,           ///< directly after a word: …做了具体安排一是…
};

/// A mark as read, before its neighbours have confirmed it.
struct Candidate {
  Mark mark;
  Series series = Series::chinese;
  Place place = Place::within;
  /// The spelling alone does not make it a mark: 一， or 2、3月份 may be plain text.
  bool doubtful = false;
  std::uint32_t block = 0;  ///< index into Document::blocks
};

/// Whether the series numbers sections when it starts paragraphs; the others list items.
[[nodiscard]] constexpr bool numbers_sections(Series series) {
  return series <= Series::circled || series == Series::dash;
}

/// The mark at `offset`, of those that may stand at `place`. `end` bounds the block.
[[nodiscard]] std::optional<Candidate> read_mark(std::string_view text, std::uint32_t offset,
                                                 std::uint32_t end, Place place);

}  // namespace tallybook::outline

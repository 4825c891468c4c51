#include "outline/marks.hpp"

#include <array>

#include "outline/numerals.hpp"
#include "text/characters.hpp"

namespace tallybook::outline {
namespace {

using text::code_point_at;
using text::CodePoint;

/// The block from the mark on; sizes are counted from its start.
struct Reader {
  std::string_view rest;
  Place place;

  [[nodiscard]] CodePoint at(std::uint32_t size) const { return code_point_at(rest, size); }
  [[nodiscard]] std::string_view from(std::uint32_t size) const { return rest.substr(size); }
};

struct Reading {
  Series series = Series::chinese;
  std::uint32_t number = 0;
  std::uint32_t size = 0;
  bool doubtful = false;
};
using MaybeReading = std::optional<Reading>;

constexpr MarkForm form_of(Series series) {
  constexpr std::array<MarkForm, kSeriesCount> kForms = {
      MarkForm::part,
      MarkForm::part,
      MarkForm::part,
      MarkForm::part,
      MarkForm::chinese,
      MarkForm::chinese_bracketed,
      MarkForm::arabic,
      MarkForm::arabic_bracketed,
      MarkForm::arabic_bracketed,
      MarkForm::circled,
      MarkForm::ordinal,
      MarkForm::item_is,
      MarkForm::item_must,
      MarkForm::item_first,
      MarkForm::dash,
  };
  return kForms[index_of(series)];
}

constexpr bool is_full_point(char32_t c) {
  return c == U'.' || c == U'．';
}
constexpr bool is_comma(char32_t c) {
  return c == U'，' || c == U',';
}
constexpr bool is_colon(char32_t c) {
  return c == U'：' || c == U':';
}

/// `2010年` and the like after a mark: `1.2010年工作回顾` is a mark where `1.5%` is a number.
bool starts_year(std::string_view text) {
  const DigitRun run = read_digits(text);
  return run.digits == 4 && text.substr(run.size).starts_with("年");
}

/// Spaces and one superfluous stop that belong to a bracketed mark: `（一）、`.
std::uint32_t skip_mark_tail(const Reader& reader, std::uint32_t size) {
  const CodePoint c = reader.at(size);
  return c.value == U'、' || is_full_point(c.value) ? size + c.size : size;
}

struct PartUnit {
  std::string_view word;
  Series series;
};
constexpr PartUnit kPartUnits[] = {
    {"部分", Series::part},  {"编", Series::volume},          {"篇", Series::volume},
    {"章", Series::chapter}, {"节", Series::chapter_section},
};

/// After 第一部分 a title follows, set off by a space or a stop, or directly where it is short.
bool sets_off_title(const Reader& reader, std::uint32_t size) {
  const CodePoint next = reader.at(size);
  if (next.size == 0 || text::is_space(next.value)) return true;
  if (is_colon(next.value) || is_comma(next.value) || next.value == U'、') return true;
  constexpr std::size_t kLongestTitle = 120;  // bytes: 40 characters
  return reader.rest.size() <= kLongestTitle && !reader.rest.ends_with("。");
}

MaybeReading read_part(const Reader& reader, Numeral number, std::uint32_t size) {
  if (reader.place != Place::block_start) return {};
  for (const auto& unit : kPartUnits) {
    if (!reader.from(size).starts_with(unit.word)) continue;
    size += static_cast<std::uint32_t>(unit.word.size());
    if (!sets_off_title(reader, size)) return {};
    const CodePoint next = reader.at(size);
    if (is_colon(next.value) || is_comma(next.value) || next.value == U'、') size += next.size;
    return Reading{unit.series, number.value, size, false};
  }
  return {};
}

/// Whether 一、二 may be the beginning of a list of numerals: 一、二产业, 二、三季度.
bool continues_numeral_list(const Reader& reader, Numeral number, std::uint32_t size) {
  const Numeral next = read_chinese_numeral(reader.from(size));
  return next.size != 0 && next.value == number.value + 1;
}

/// 一、二、三产业 certainly is one.
bool is_numeral_list(const Reader& reader, std::uint32_t size) {
  const Numeral next = read_chinese_numeral(reader.from(size));
  return next.size != 0 && reader.at(size + next.size).value == U'、';
}

/// 第一、二产业, 第一、第二产业.
bool continues_ordinals(const Reader& reader, Numeral number, std::uint32_t size) {
  return reader.at(size).value == U'第' || continues_numeral_list(reader, number, size) ||
         is_numeral_list(reader, size);
}

/// 第一， 第一、 第一： and 第一部分 第一章. Not 第一、二产业.
MaybeReading read_ordinal(const Reader& reader) {
  constexpr std::uint32_t kPrefix = 3;
  Numeral number = read_chinese_numeral(reader.from(kPrefix));
  if (number.size == 0) number = read_arabic_numeral(reader.from(kPrefix));
  if (number.size == 0 || number.value == 0) return {};
  const std::uint32_t size = kPrefix + number.size;
  const CodePoint next = reader.at(size);
  if (next.value == U'、' && continues_ordinals(reader, number, size + next.size)) return {};
  if (next.value == U'、' || is_comma(next.value) || is_colon(next.value)) {
    return Reading{Series::ordinal, number.value, size + next.size, false};
  }
  if (next.value == U'是') return Reading{Series::ordinal, number.value, size + next.size, true};
  return read_part(reader, number, size);
}

/// 一是 二要 三则.
MaybeReading read_item(const Reader& reader, Numeral number) {
  const CodePoint verb = reader.at(number.size);
  const std::uint32_t size = number.size + verb.size;
  switch (verb.value) {
    case U'是':
      return Reading{Series::item_is, number.value, size, false};
    case U'则':
      return Reading{Series::item_is, number.value, size, true};
    case U'要':
      return Reading{Series::item_must, number.value, size, true};
    default:
      return {};
  }
}

MaybeReading read_chinese(const Reader& reader) {
  const Numeral number = read_chinese_numeral(reader.rest);
  if (number.size == 0) return {};
  if (const auto item = read_item(reader, number)) return item;
  const CodePoint stop = reader.at(number.size);
  const std::uint32_t size = number.size + stop.size;
  if (stop.value == U'、') {
    if (is_numeral_list(reader, size)) return {};
    return Reading{Series::chinese, number.value, size, continues_numeral_list(reader, number, size)};
  }
  if (reader.place != Place::block_start) return {};
  if (is_full_point(stop.value)) return Reading{Series::chinese, number.value, size, false};
  if (is_comma(stop.value)) return Reading{Series::chinese, number.value, size, true};
  return {};
}

MaybeReading read_arabic(const Reader& reader) {
  const Numeral number = read_arabic_numeral(reader.rest);
  if (number.size == 0 || number.value == 0) return {};
  const CodePoint stop = reader.at(number.size);
  const std::uint32_t size = number.size + stop.size;
  if (stop.value == U')' || stop.value == U'）') {
    return Reading{Series::arabic_half_bracketed, number.value, skip_mark_tail(reader, size), false};
  }
  const bool digit_follows = text::is_digit(reader.at(size).value);
  const bool year_follows = digit_follows && starts_year(reader.from(size));
  if (stop.value == U'、') return Reading{Series::arabic, number.value, size, digit_follows && !year_follows};
  if (is_full_point(stop.value) && (!digit_follows || year_follows)) {
    return Reading{Series::arabic, number.value, skip_mark_tail(reader, size), false};
  }
  return {};
}

/// （一） and (1).
MaybeReading read_bracketed(const Reader& reader) {
  const std::uint32_t open = reader.at(0).size;
  Series series = Series::chinese_bracketed;
  Numeral number = read_chinese_numeral(reader.from(open));
  if (number.size == 0) {
    series = Series::arabic_bracketed;
    number = read_arabic_numeral(reader.from(open));
  }
  const CodePoint close = reader.at(open + number.size);
  if (number.size == 0 || number.value == 0) return {};
  if (close.value != U')' && close.value != U'）') return {};
  return Reading{series, number.value, skip_mark_tail(reader, open + number.size + close.size), false};
}

/// The ready-made marks of Unicode: each range counts up from one.
struct EnclosedRange {
  char32_t first;
  std::uint32_t count;
  Series series;
};
constexpr EnclosedRange kEnclosed[] = {
    {U'①', 20, Series::circled},
    {U'⑴', 20, Series::arabic_bracketed},
    {U'⒈', 20, Series::arabic},
    {U'㈠', 10, Series::chinese_bracketed},
};

MaybeReading read_enclosed(const Reader& reader) {
  const CodePoint c = reader.at(0);
  for (const auto& range : kEnclosed) {
    if (c.value < range.first || c.value >= range.first + range.count) continue;
    return Reading{range.series, c.value - range.first + 1, skip_mark_tail(reader, c.size), false};
  }
  return {};
}

struct Connective {
  std::string_view word;
  std::uint32_t number;  ///< 0: whatever comes next, 最后
};
constexpr Connective kConnectives[] = {{"首先", 1}, {"其次", 2}, {"再次", 3}, {"最后", 0}};

MaybeReading read_connective(const Reader& reader) {
  for (const auto& connective : kConnectives) {
    if (!reader.rest.starts_with(connective.word)) continue;
    std::uint32_t size = static_cast<std::uint32_t>(connective.word.size());
    const CodePoint next = reader.at(size);
    if (is_comma(next.value) || next.value == U'、') size += next.size;
    return Reading{Series::item_first, connective.number, size, true};
  }
  return {};
}

/// —— at the start of a paragraph; a subtitle's `——在…会议上` is one too, and stands alone.
MaybeReading read_dash(const Reader& reader) {
  constexpr std::string_view kDashes[] = {"——", "――", "──"};
  if (reader.place != Place::block_start) return {};
  for (const auto dash : kDashes) {
    if (reader.rest.starts_with(dash)) {
      return Reading{Series::dash, 0, static_cast<std::uint32_t>(dash.size()), true};
    }
  }
  return {};
}

MaybeReading read(const Reader& reader) {
  const char32_t first = reader.at(0).value;
  switch (first) {
    case U'第':
      return read_ordinal(reader);
    case U'(':
    case U'（':
      return read_bracketed(reader);
    case U'首':
    case U'其':
    case U'再':
    case U'最':
      return read_connective(reader);
    case U'—':
    case U'―':
    case U'─':
      return read_dash(reader);
    default:
      break;
  }
  if (text::is_digit(first)) return read_arabic(reader);
  return text::is_han(first) ? read_chinese(reader) : read_enclosed(reader);
}

}  // namespace

std::optional<Candidate> read_mark(std::string_view text, std::uint32_t offset, std::uint32_t end,
                                   Place place) {
  const auto reading = read({text.substr(offset, end - offset), place});
  if (!reading) return {};
  Candidate candidate;
  candidate.mark = {{offset, offset + reading->size}, form_of(reading->series), reading->number};
  candidate.series = reading->series;
  candidate.place = place;
  candidate.doubtful = reading->doubtful;
  return candidate;
}

}  // namespace tallybook::outline

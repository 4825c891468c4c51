#include "figures/moment_starts.hpp"

#include <array>

#include "figures/moment_words.hpp"

namespace tallybook::figures {
namespace {

/// A set of characters of the Basic Multilingual Plane.
class CharacterSet {
 public:
  constexpr explicit CharacterSet(std::initializer_list<std::u32string_view> lists) {
    for (const auto characters : lists) {
      for (const char32_t c : characters) bits_[c / kBits] |= std::uint64_t{1} << (c % kBits);
    }
  }
  [[nodiscard]] constexpr bool contains(char32_t c) const {
    return c < kPlane && (bits_[c / kBits] >> (c % kBits) & 1u) != 0;
  }

 private:
  static constexpr char32_t kPlane = 0x10000;
  static constexpr char32_t kBits = 64;
  std::array<std::uint64_t, kPlane / kBits> bits_{};
};

constexpr std::u32string_view kDigits =
    U"0123456789０１２３４５６７８９〇○零一二两三四五六七八九十廿卅百千壹贰叁肆伍陆柒捌玖拾";
constexpr std::u32string_view kFirstOfWords =
    U"今本去上下前明来后後大当同次翌全首第这這元正腊冬昨截近最过未年农阴旧星礼周週每新早中晚傍凌清夜半“「\""
    U"＂";

constexpr CharacterSet kStarts{{kDigits, kFirstOfWords}};
constexpr CharacterSet kStops{{kDigits, kFirstOfWords, U"。！？；\n\r"}};
constexpr CharacterSet kNumerals{{kDigits}};
/// What the first character of a word of time has behind it.
constexpr CharacterSet kSeconds{
    {kDigits, U"年月天日后周週星世半个個旬午上下前晚季礼初底末至止近去来历期拜早晨间小 的"}};
/// What a number of the calendar is written with, its range and its approximation included.
constexpr CharacterSet kInNumbers{{kDigits, U"—－-–―至到～~./ 　多余几半"}};
constexpr CharacterSet kUnits{{U"年月日号时点季世星礼周週天小分秒:期规计末以"}};  // 十四五期间 too
constexpr CharacterSet kAfterClassifier{{U"月星周小钟半季礼世"}};                 // 3个月

constexpr bool is_classifier(char32_t c) {
  return c == U'个' || c == U'個';
}

bool number_has_unit(Cursor cursor) {
  constexpr int kMostCharacters = 16;
  constexpr int kYearDigits = 4;
  bool is_numeric_date = false;  // 2026-06-30 has no unit
  for (int i = 0; i < kMostCharacters && kInNumbers.contains(cursor.peek()); ++i) {
    is_numeric_date |= i == kYearDigits && cursor.sees_one_of(U"-/.");
    cursor.at += text::code_point_at(cursor.text, cursor.at).size;
  }
  const auto unit = text::code_point_at(cursor.text, cursor.at);
  if (is_classifier(unit.value)) {
    return kAfterClassifier.contains(text::code_point_at(cursor.text, cursor.at + unit.size).value);
  }
  return kUnits.contains(unit.value) || is_numeric_date;
}

/// Whether a number that begins here would begin inside another: the 5 of 2.5, the 二 of 百二十.
/// What 第 counts is no date.
bool inside_number(char32_t c, char32_t before) {
  if (before == U'第') return true;
  if (!text::is_digit(c)) return kNumerals.contains(before);
  return text::is_digit(before) || text::is_ascii_letter(before) || before == U'.' || before == U'_' ||
         before == U'/';
}

bool is_masked(char32_t first, char32_t before) {
  for (const words::Mask& mask : words::kMasks) {
    if (mask.first == first) return mask.not_after.find(before) != std::u32string_view::npos;
  }
  return false;
}

}  // namespace

bool may_name_time(const Cursor& cursor) {
  const auto c = text::code_point_at(cursor.text, cursor.at);
  if (!kStarts.contains(c.value)) return false;
  const char32_t second = text::code_point_at(cursor.text, cursor.at + c.size).value;
  if (kNumerals.contains(c.value)) return !inside_number(c.value, cursor.before()) && number_has_unit(cursor);
  return kSeconds.contains(second) && !is_masked(c.value, cursor.before());
}

std::uint32_t find_time_start(std::string_view text, std::uint32_t from, std::uint32_t end) {
  while (from < end) {
    const auto c = text::code_point_at(text, from);
    if (kStops.contains(c.value)) return from;
    from += c.size;
  }
  return end;
}

}  // namespace tallybook::figures

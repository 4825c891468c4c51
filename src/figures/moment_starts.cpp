#include "figures/moment_starts.hpp"

#include "figures/moment_words.hpp"
#include "text/character_set.hpp"
#include "text/skim.hpp"

namespace tallybook::figures {
namespace {

using text::CharacterSet;

constexpr std::u32string_view kDigits =
    U"0123456789０１２３４５６７８９〇○零一二两三四五六七八九十廿卅百千壹贰叁肆伍陆柒捌玖拾兩";
constexpr std::u32string_view kFirstOfWords =
    U"今本去上下前明来后後大当同次翌全首第这這元正腊冬昨截近最过未年农阴旧星礼周週每新早中晚傍凌清夜半“「\""
    U"＂農舊臘禮"                            // in traditional characters
    U"民洪永宣成弘嘉隆万天崇顺康雍乾道咸光"  // the first of the reigns
    U"接月";

constexpr CharacterSet kStarts{kDigits, kFirstOfWords};
constexpr CharacterSet kNumerals{kDigits};
/// What the first character of a word of time has behind it.
constexpr std::u32string_view kSecondCharacters =
    U"年月天日后後周週星世半个個旬午上下前晚季礼禮初底末至止近去来來历歷曆期拜早晨间間小 的"
    U"国武乐德统化治靖庆历启祯熙正隆光丰绪";
constexpr CharacterSet kSeconds{kDigits, kSecondCharacters};
/// What a number of the calendar is written with, its range and its approximation included.
constexpr CharacterSet kInNumbers{kDigits, U"—－-–―至到～~./ 　多余几半"};
constexpr CharacterSet kUnits{U"年月日号號时時点點季世星礼禮周週天小分秒刻:期规计末以"};  // 十四五期间 too
constexpr CharacterSet kAfterClassifier{U"月星周週小钟鐘半多季礼禮世"};                   // 3个月

/// What a character of each tag may do for a scan.
enum Sight : std::uint8_t { second_of_word = 1, first_of_word = 2, stops = 4 };

constexpr text::Sieve kSights = [] {
  text::Sieve sights;
  sights.add(kSecondCharacters, Sight::second_of_word);
  sights.add(kDigits, Sight::second_of_word);
  sights.add(kFirstOfWords, Sight::first_of_word);
  for (const std::u32string_view characters : {kDigits, std::u32string_view(U"。！？；\n\r")}) {
    sights.add(characters, Sight::stops);
  }
  return sights;
}();

constexpr bool is_classifier(char32_t c) {
  return c == U'个' || c == U'個';
}

bool number_has_unit(Cursor cursor) {
  constexpr int kMostCharacters = 16;
  constexpr int kYearDigits = 4;
  bool is_numeric_date = false;  // 2026-06-30 has no unit
  for (int i = 0; i < kMostCharacters && kInNumbers.contains(cursor.peek()); ++i) {
    is_numeric_date |= i == kYearDigits && cursor.sees_one_of(U"-/. ");
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

std::uint32_t find_time_start(std::string_view text, std::uint32_t from) {
  const auto end = static_cast<std::uint32_t>(text.size());
  for (std::uint32_t at = from;;) {
    at = kSights.find(text, at, end, Sight::first_of_word | Sight::stops);
    if (at >= end) return end;
    const std::uint32_t behind = at + text::size_at(text, at);
    if ((kSights.sights_of(text::tag_before(text, behind)) & Sight::stops) != 0) return at;
    if (behind >= end) return end;
    if ((kSights.sights_of(text::tag_at(text, behind)) & Sight::second_of_word) != 0) return at;
    at = behind;
  }
}

}  // namespace tallybook::figures

#include "figures/moment_days.hpp"

#include "figures/moment_numbers.hpp"
#include "figures/moment_weeks.hpp"
#include "figures/moment_words.hpp"

namespace tallybook::figures {
namespace {

constexpr int kMostDays = 99;  // 32日 is a slip and no other thing

bool take_day_unit(Cursor& cursor) {
  return cursor.take("日") || cursor.take("号");
}

std::optional<CalendarNumber> take_day_number(Cursor& cursor) {
  const Attempt attempt{cursor};
  const auto number = take_calendar_number(cursor);
  if (number && number->value <= kMostDays && number->digits <= 2) return number;
  attempt.fail();
  return {};
}

/// 一月二十三: the unit may be left out of a Chinese numeral where nothing follows that it could count, and
/// of the traditional calendar's days always: 正月十五闹元宵.
bool ends_bare_day(const Cursor& cursor, const CalendarNumber& number, bool lunar) {
  constexpr int kTen = 10;
  constexpr int kLastLunar = 30;
  if (lunar && !number.arabic && number.value > kTen && number.value <= kLastLunar) return true;
  return !number.arabic && number.value >= 1 && !text::is_han(cursor.peek()) &&
         !text::is_digit(cursor.peek()) && !cursor.sees_any({"、", "·", "•", "％", "%"});
}

bool take_day_numbers(Cursor& cursor, Written& written) {
  const Attempt attempt{cursor};
  const auto first = take_day_number(cursor);
  if (!first) return false;
  written.days = {first->value, first->value};
  cursor.skip_spaces();
  if (take_day_unit(cursor)) return true;
  const Attempt bare{cursor};
  if (take_joiner(cursor)) {
    const auto last = take_day_number(cursor);
    if (last && take_day_unit(cursor)) {
      written.days.last = last->value;
      return true;
    }
    bare.fail();
  }
  if (ends_bare_day(cursor, *first, written.lunar)) return true;
  written.days = {};
  return attempt.fail();
}

/// 初一 to 初十; 初 behind a month is its beginning otherwise.
bool take_lunar_day(Cursor& cursor, Written& written) {
  const Attempt attempt{cursor};
  if (!cursor.take("初")) return false;
  const auto number = take_day_number(cursor);
  constexpr int kLast = 10;
  if (!number || number->arabic || number->value < 1 || number->value > kLast || cursor.peek() == U'中') {
    return attempt.fail();
  }
  written.days = {number->value, number->value};
  written.lunar = true;
  return true;
}

bool take_part_of_month(Cursor& cursor, Written& written) {
  struct Row {
    std::string_view text;
    Stretch days;
  };
  constexpr Row kRows[] = {{"上旬", {1, 10}},
                           {"中旬", {11, 20}},
                           {"下旬", {21, kMonthEnd}},
                           {"初", {1, 1}},
                           {"底", {kMonthEnd, kMonthEnd}},
                           {"末", {kMonthEnd, kMonthEnd}}};
  const auto* row = words::take(cursor, kRows);
  if (row != nullptr) written.days = row->days;
  return row != nullptr;
}

/// 月底 of no told month is this month's; not 江月初照.
bool take_edge_of_month(Cursor& cursor, Written& written) {
  constexpr std::u32string_view kBefore = U"的于在到至从自";
  const Attempt attempt{cursor};
  const char32_t before = cursor.before();
  if (text::is_han(before) && kBefore.find(before) == std::u32string_view::npos) return false;
  if (!cursor.take("月") || !cursor.sees_any({"初", "底", "末"})) return attempt.fail();
  written.month_origin = Origin::report;
  return take_part_of_month(cursor, written) || attempt.fail();
}

/// 大年初一 and 大年三十 are the first and the last day of the traditional year.
bool take_new_year(Cursor& cursor, Written& written) {
  const Attempt attempt{cursor};
  if (!cursor.take("大年")) return false;
  const bool eve = cursor.take("三十");
  if (!eve && !take_lunar_day(cursor, written)) return attempt.fail();
  const int month = eve ? 12 : 1;
  written.lunar = true;
  written.month_origin = Origin::told;
  written.months = {month, month};
  if (eve) written.days = {30, 30};
  return true;
}

/// 号 alone numbers houses and papers too (解放路12号, 12号楼): it is a day where a range or the words around
/// it leave nothing else.
bool is_day_by_number(const Cursor& cursor, char32_t before, bool range) {
  constexpr std::u32string_view kBefore = U"的于在到至从是";
  constexpr std::u32string_view kAfter = U"上下晚早凌中之前后举召到至";
  const char32_t next = cursor.peek();
  Cursor ahead = cursor;
  if (take_weekday(ahead) == 0 && text::is_han(next) && kAfter.find(next) == std::u32string_view::npos)
    return false;
  if (range) return true;
  if (text::is_han(before)) return kBefore.find(before) != std::u32string_view::npos;
  return before == 0 || before == U'，' || before == U'。' || before == U'；' || before == U'：' ||
         before == U'\n';
}

/// 30日 alone: 三日 and 7日内 are lengths of time.
bool take_day_without_month(Cursor& cursor, Written& written) {
  const Attempt attempt{cursor};
  const auto first = take_day_number(cursor);
  if (!first || first->value == 0) return attempt.fail();
  const char32_t before = text::code_point_before(cursor.text, attempt.begin()).value;
  int last = first->value;
  if (!cursor.sees("日") && take_joiner(cursor)) {
    const auto number = take_day_number(cursor);
    if (!number) return attempt.fail();
    last = number->value;
  }
  constexpr int kTen = 10;
  const bool by_number = cursor.take("号");
  if (!by_number && !first->arabic && first->value <= kTen) return attempt.fail();
  if (by_number && !is_day_by_number(cursor, before, last != first->value)) return attempt.fail();
  if ((!by_number && !cursor.take("日")) || cursor.sees_one_of(U"内均常元用产报志程夜游间历"))
    return attempt.fail();
  if (cursor.sees_any({"以内", "之内", "以上", "培训", "左右"})) return attempt.fail();
  written.days = {first->value, last};
  return true;
}

void take_weekday_beside(Cursor& cursor, Written& written) {
  const Attempt attempt{cursor};
  cursor.skip_spaces();
  const bool bracket = cursor.take_any({"（", "("});
  if (!bracket) cursor.take_any({"，", ","});
  const int weekday = take_weekday(cursor);
  if (weekday == 0 || (bracket && !cursor.take_any({"）", ")"}))) {
    attempt.fail();
    return;
  }
  written.weekday = weekday;
}

/// What the hours of a half of the day are counted from.
std::optional<int> take_part_of_day(Cursor& cursor) {
  constexpr words::Offset kParts[] = {{"上午", 0}, {"下午", 12}, {"晚上", 12}, {"傍晚", 12},
                                      {"中午", 0}, {"凌晨", 0},  {"早上", 0},  {"早晨", 0},
                                      {"清晨", 0}, {"夜间", 12}, {"当晚", 12}, {"晚", 12}};
  const auto* row = words::take(cursor, kParts);
  if (row == nullptr) return {};
  return row->value;
}

std::optional<TimeOfDay> take_clock(Cursor& cursor, bool announced) {
  const Attempt attempt{cursor};
  TimeOfDay time;
  const auto hour = take_day_number(cursor);
  if (!hour) return {};
  time.hour = static_cast<std::int8_t>(hour->value);
  const bool colon = announced && hour->arabic && cursor.take_any({":", "："});
  const bool named = !colon && (cursor.take("时") || cursor.take("点"));
  if (!colon && !named) {
    attempt.fail();
    return {};
  }
  const Attempt minutes{cursor};
  const auto minute = take_day_number(cursor);
  if (minute && (colon || cursor.take("分"))) {
    time.minute = static_cast<std::int8_t>(minute->value);
    return time;
  }
  minutes.fail();
  constexpr int kHalf = 30;
  if (named && cursor.take("半")) {
    time.minute = kHalf;
    return time;
  }
  if (announced && named) {
    cursor.take_any({"整", "钟"});
    return time;
  }
  // Alone, only 25时 and 16时 are hours: 3点 may be three points, 一时 is a while.
  const bool plain = named && hour->arabic && cursor.text.compare(cursor.at - 3, 3, "时") == 0;
  if (plain && !text::is_digit(cursor.peek()) && !cursor.sees_one_of(U"期候段间代常有隔辰刻区速效"))
    return time;
  attempt.fail();
  return {};
}

bool take_time(Cursor& cursor, Written& written, bool after_day) {
  const Attempt attempt{cursor};
  const auto part = take_part_of_day(cursor);
  auto time = take_clock(cursor, after_day || part);
  if (!time) return attempt.fail();
  constexpr int kNoon = 12;
  if (part && time->hour < kNoon) time->hour = static_cast<std::int8_t>(time->hour + *part);
  written.time = time;
  return true;
}

}  // namespace

bool take_numeric_date(Cursor& cursor, Written& written) {
  const Attempt attempt{cursor};
  const auto year = take_calendar_number(cursor);
  if (!year || !year->arabic || !year->is_full_year()) return attempt.fail();
  for (const std::string_view mark : {"-", "/", ".", " "}) {
    Cursor ahead = cursor;
    if (!ahead.take(mark)) continue;
    const auto month = take_day_number(ahead);
    if (!month || !ahead.take(mark)) continue;
    const auto day = take_day_number(ahead);
    // 2026 06 30 with all its zeros; other numbers in a row are a table's.
    if (!day || (mark == " " && (month->digits != 2 || day->digits != 2))) continue;
    if ((ahead.sees(mark) && text::is_digit(text::code_point_at(ahead.text, ahead.at + 1).value))) {
      continue;
    }
    written.year_origin = written.month_origin = Origin::told;
    written.years = {year->value, year->value};
    written.months = {month->value, month->value};
    written.days = {day->value, day->value};
    cursor = ahead;
    return true;
  }
  return attempt.fail();
}

bool take_day_of_month(Cursor& cursor, Written& written) {
  return take_lunar_day(cursor, written) || take_part_of_month(cursor, written) ||
         take_day_numbers(cursor, written);
}

bool take_lone_day(Cursor& cursor, Written& written) {
  if (const auto* row = words::take(cursor, words::kDays)) {
    written.day_offset = row->value;
    return true;
  }
  return take_edge_of_month(cursor, written) || take_new_year(cursor, written) ||
         take_week(cursor, written) || take_day_without_month(cursor, written);
}

void take_beside_day(Cursor& cursor, Written& written) {
  if (written.weekday == 0) take_weekday_beside(cursor, written);
  const Attempt attempt{cursor};
  cursor.skip_spaces();
  if (!take_time(cursor, written, true)) attempt.fail();
}

bool take_lone_time(Cursor& cursor, Written& written) {
  return take_time(cursor, written, false);
}

}  // namespace tallybook::figures

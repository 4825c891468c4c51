#include "figures/moment_lengths.hpp"

#include <algorithm>

#include "figures/moment_numbers.hpp"
#include "text/calendar.hpp"

namespace tallybook::figures {
namespace {

struct Unit {
  std::string_view text;
  Decimal TimeLength::*part;
  std::u32string_view not_before;  ///< with these behind it, it is another word: 三年级, 5天津
  std::int64_t count = 1;
};
/// Largest first: a length names its units in this order.
constexpr Unit kUnits[] = {
    {"个世纪", &TimeLength::years, U"", 100},
    {"年", &TimeLength::years, U"级代画货夜会度底初末龄生猪均"},
    {"个季度", &TimeLength::months, U"", 3},
    {"个月", &TimeLength::months, U""},
    {"个星期", &TimeLength::weeks, U"一二三四五六日天"},
    {"星期", &TimeLength::weeks, U"一二三四五六日天"},
    {"个礼拜", &TimeLength::weeks, U"一二三四五六日天"},
    {"礼拜", &TimeLength::weeks, U"一二三四五六日天堂"},
    {"个周", &TimeLength::weeks, U"边期转长密"},
    {"周", &TimeLength::weeks, U"年岁边期转长密围到"},
    {"天", &TimeLength::days, U"然津府空地气安猫桥河池"},
    {"个小时", &TimeLength::hours, U"候"},
    {"小时", &TimeLength::hours, U"候"},
    {"个钟头", &TimeLength::hours, U""},
    {"分钟", &TimeLength::minutes, U""},
    {"刻钟", &TimeLength::minutes, U"", 15},
    {"秒钟", &TimeLength::seconds, U""},
    {"秒", &TimeLength::seconds, U""},
};

constexpr const Unit& kMonths = kUnits[3];
constexpr const Unit& kHours = kUnits[12];

const Unit* take_unit(Cursor& cursor) {
  cursor.skip_spaces();
  for (const Unit& unit : kUnits) {
    const Attempt attempt{cursor};
    if (!cursor.take(unit.text)) continue;
    if (!cursor.sees_one_of(unit.not_before)) return &unit;
    attempt.fail();
    return nullptr;
  }
  return nullptr;
}

/// 二十时 and 30分 in 8天二十时30分; alone they are an hour of the day and a score.
const Unit* take_unit_of_compound(Cursor& cursor) {
  constexpr static Unit kMinutes{"分", &TimeLength::minutes, U""};
  if (cursor.take("时")) return &kHours;
  return cursor.take(kMinutes.text) ? &kMinutes : nullptr;
}

/// 1分30秒: no score.
bool seconds_follow(Cursor cursor) {
  return cursor.take("分") && take_length_number(cursor) && cursor.take("秒");
}

Decimal scaled(const Unit& unit, Decimal number) {
  return number.times(Decimal{unit.count}).value_or(Decimal{});
}

/// 半年, 半个月.
bool take_half(Cursor& cursor, TimeLength& length) {
  const Attempt attempt{cursor};
  if (!cursor.take("半")) return false;
  const Unit* unit = take_unit(cursor);
  if (unit == nullptr || unit->part == &TimeLength::weeks) return attempt.fail();
  if (unit->part == &TimeLength::years && unit->count == 1) {
    length.months = Decimal{6};
  } else {
    length.*(unit->part) = scaled(*unit, Decimal{5, 1});
  }
  return true;
}

/// 三年半 is P3Y6M; a month and an hour have no exact half in smaller calendar units.
void add_half(TimeLength& length, const Unit& unit) {
  if (unit.part == &TimeLength::years) {
    length.months = Decimal{6};
  } else if (const auto more = (length.*(unit.part)).plus(Decimal{5, 1})) {
    length.*(unit.part) = *more;
  }
}

/// One number with its unit: 2个月, 两个半月, 三年半, 3年多.
const Unit* take_part(Cursor& cursor, TimeLength& length, bool compound) {
  const Attempt attempt{cursor};
  const auto number = take_length_number(cursor);
  if (!number) return nullptr;
  const bool inner_half = cursor.take("个半");
  const Unit* unit = nullptr;
  if (inner_half || cursor.take("个多")) {
    if (cursor.take("月")) unit = &kMonths;
    if (unit == nullptr && cursor.take_any({"小时", "钟头"})) unit = &kHours;
  } else {
    cursor.take("多");
    unit = take_unit(cursor);
    if (unit == nullptr && (compound || seconds_follow(cursor))) unit = take_unit_of_compound(cursor);
  }
  if (unit == nullptr) {
    attempt.fail();
    return nullptr;
  }
  length.*(unit->part) = scaled(*unit, *number);
  if (inner_half || (!cursor.sees_any({"半年", "半月", "半天", "半数", "半个"}) && cursor.take("半"))) {
    add_half(length, *unit);
  }
  return unit;
}

}  // namespace

std::optional<TimeLength> take_length(Cursor& cursor) {
  TimeLength length;
  if (take_half(cursor, length)) return length;
  const Unit* last = take_part(cursor, length, false);
  if (last == nullptr) return {};
  constexpr int kMostParts = 6;
  for (int parts = 1; parts < kMostParts; ++parts) {
    const Attempt attempt{cursor};
    cursor.take_any({"多", "余"});
    cursor.take_any({"零", "又", "加"});
    const Unit* next = take_part(cursor, length, true);
    if (next == nullptr) {
      attempt.fail();
      break;
    }
    last = next;
  }
  return length;
}

bool counts_days(const TimeLength& length) {
  const auto whole = [](const Decimal& value) {
    constexpr std::int64_t kMost = 20000;
    return value.scale() == 0 && value.coefficient() <= kMost;
  };
  return whole(length.years) && whole(length.months) && whole(length.weeks) && whole(length.days) &&
         length.hours.is_zero() && length.minutes.is_zero() && length.seconds.is_zero() &&
         length.years <= Decimal{1000};
}

Date advance(Date date, const TimeLength& length, int sign) {
  constexpr int kMonthsInYear = 12;
  constexpr int kDaysInWeek = 7;
  const auto whole = [](const Decimal& value) { return static_cast<int>(value.coefficient()); };
  const Date moved =
      text::plus_months(date, sign * (whole(length.years) * kMonthsInYear + whole(length.months)));
  return text::plus_days(moved, sign * (whole(length.weeks) * kDaysInWeek + whole(length.days)));
}

}  // namespace tallybook::figures

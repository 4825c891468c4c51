#include "figures/moment_parts.hpp"

#include "figures/moment_days.hpp"
#include "figures/moment_numbers.hpp"
#include "figures/moment_weeks.hpp"
#include "figures/moment_words.hpp"

namespace tallybook::figures {
namespace {

constexpr int kMonths = 12;
constexpr int kQuarters = 4;
constexpr int kMonthsPerQuarter = 3;

bool take_year_unit(Cursor& cursor) {
  const Attempt attempt{cursor};
  cursor.skip_spaces();
  if (!cursor.take("年")) return attempt.fail();
  return !cursor.sees_any({"代", "级", "制", "生人"}) || attempt.fail();
}

/// Two digits are a year only where nothing else can be meant: 08年, 10年6月, 25年底, 九八年.
bool is_short_year(Cursor cursor, const CalendarNumber& number) {
  if (number.digits != 2 || !take_year_unit(cursor)) return false;
  const bool approximate = !number.arabic && number.value % 10 == number.value / 10 + 1;
  if (number.leading_zero()) return true;
  if (!number.arabic) return !approximate;
  if (cursor.sees_any({"底", "末", "上半年", "下半年", "度"})) return true;
  return take_calendar_number(cursor) && cursor.take("月");
}

int full_year(const CalendarNumber& number) {
  constexpr int kPivot = 80;
  return number.value + (number.value < kPivot ? 2000 : 1900);
}

bool tell_years(Written& written, Stretch years) {
  written.year_origin = Origin::told;
  written.years = years;
  return true;
}

/// Three digits are a year where a month follows: 三六七年一月.
bool is_early_year(Cursor cursor, const CalendarNumber& number) {
  constexpr int kDigits = 3;
  return number.digits == kDigits && take_year_unit(cursor) && take_calendar_number(cursor) &&
         cursor.take("月");
}

/// 民国三年, 光绪元年.
bool take_reign_year(Cursor& cursor, Written& written) {
  const Attempt attempt{cursor};
  const auto* reign = words::take(cursor, words::kReigns);
  if (reign == nullptr) return false;
  const bool first = cursor.take("元");
  const auto number = first ? CalendarNumber{1} : take_calendar_number(cursor);
  constexpr int kLongest = 61;
  if (!number || number->value < 1 || number->value > kLongest || !take_year_unit(cursor))
    return attempt.fail();
  const int year = reign->value + number->value - 1;
  return tell_years(written, {year, year});
}

/// 2026年, 2004至2006年, 2021—25年.
bool take_told_year(Cursor& cursor, Written& written) {
  if (take_reign_year(cursor, written)) return true;
  const Attempt attempt{cursor};
  const auto first = take_calendar_number(cursor);
  if (!first) return false;
  const bool short_year = is_short_year(cursor, *first);
  const bool spelt = first->digits == 0 && first->value >= 1900 && first->value < 2200;  // 两千零四年
  if (!first->is_full_year() && !short_year && !spelt && !is_early_year(cursor, *first))
    return attempt.fail();
  const int year = short_year ? full_year(*first) : first->value;
  if (take_year_unit(cursor)) return tell_years(written, {year, year});
  cursor.skip_spaces();
  if (!take_joiner(cursor)) return attempt.fail();
  cursor.skip_spaces();
  const auto last = take_calendar_number(cursor);
  if (!last || !take_year_unit(cursor)) return attempt.fail();
  if (!last->is_full_year() && last->digits != 2) return attempt.fail();
  return tell_years(written, {year, last->is_full_year() ? last->value : year / 100 * 100 + last->value});
}

bool take_relative_year(Cursor& cursor, Written& written) {
  if (const auto* row = words::take(cursor, words::kYears)) {
    written.year_origin = Origin::report;
    written.years.first = row->value;
    return true;
  }
  if (const auto* row = words::take(cursor, words::kContextYears)) {
    written.year_origin = Origin::context;
    written.years.first = row->value;
    return true;
  }
  return false;
}

/// 年初 and 年底 are its first and its last day.
bool take_year_edge(Cursor& cursor, Written& written) {
  const Attempt attempt{cursor};
  const bool named = written.has_year();
  if (!cursor.take("年") && !named) return false;
  const bool begins = cursor.take("初");
  if (begins && cursor.sees_one_of(U"中高一二三级次始步审")) return attempt.fail();  // 今年初中毕业
  if (!begins && !cursor.take_any({"底", "末"})) return attempt.fail();
  const int month = begins ? 1 : kMonths;
  written.month_origin = Origin::told;
  written.months = {month, month};
  written.days = begins ? Stretch{1, 1} : Stretch{kMonthEnd, kMonthEnd};
  return true;
}

/// 前三季度, 前5个月: from the start of the year.
bool take_first_part(Cursor& cursor, Written& written) {
  const Attempt attempt{cursor};
  if (!cursor.take("前")) return false;
  const auto number = take_calendar_number(cursor);
  if (!number || number->value < 1 || number->value > kMonths) return attempt.fail();
  const bool quarters = cursor.take_any({"个季度", "季度"});
  if (!quarters && !cursor.take_any({"个月", "月"})) return attempt.fail();
  if (quarters && number->value > kQuarters) return attempt.fail();
  written.month_origin = Origin::told;
  written.months = {1, quarters ? number->value * kMonthsPerQuarter : number->value};
  return true;
}

/// 七八月 is July to August: two Chinese digits without 十.
Stretch adjacent(const CalendarNumber& number) {
  constexpr int kTen = 10;
  const bool two = !number.arabic && number.digits == 2 && number.value / kTen + 1 == number.value % kTen;
  return two ? Stretch{number.value / kTen, number.value % kTen} : Stretch{number.value, number.value};
}

/// The unit after one number, or after two with a joiner: 6月, 1—6月, 1月至6月, 一至三季度.
template <typename TakeUnit>
std::optional<Stretch> take_stretch(Cursor& cursor, TakeUnit take_unit) {
  const Attempt attempt{cursor};
  const auto first = take_calendar_number(cursor);
  if (!first) return {};
  cursor.skip_spaces();
  if (take_unit(cursor)) return adjacent(*first);
  if (take_joiner(cursor)) {
    cursor.skip_spaces();
    const auto last = take_calendar_number(cursor);
    cursor.skip_spaces();
    if (last && take_unit(cursor)) return Stretch{first->value, last->value};
  }
  attempt.fail();
  return {};
}

bool take_quarter(Cursor& cursor, Written& written) {
  const Attempt attempt{cursor};
  const bool ordinal = cursor.take("第");
  const auto quarters = take_stretch(cursor, [](Cursor& c) { return c.take("季度"); });
  if (!quarters || quarters->first < 1 || quarters->last > kQuarters) return attempt.fail();
  if (!ordinal && cursor.text.compare(cursor.at, 3, "个") == 0) return attempt.fail();
  written.month_origin = Origin::told;
  written.months = {(quarters->first - 1) * kMonthsPerQuarter + 1, quarters->last * kMonthsPerQuarter};
  return true;
}

bool take_month_unit(Cursor& cursor) {
  const Attempt attempt{cursor};
  if (cursor.take("月份")) return true;
  if (!cursor.take("月")) return false;
  constexpr std::u32string_view kCompounds = U"饼嫂薪租球亮息季供台花牙亏";
  return !cursor.sees_one_of(kCompounds) || attempt.fail();
}

bool take_named_month(Cursor& cursor, Written& written) {
  if (const auto* row = words::take(cursor, words::kMonths)) {
    written.month_origin = Origin::report;
    written.months = {row->value, 0};
    return true;
  }
  constexpr words::Offset kNames[] = {{"元月份", 1}, {"元月", 1}, {"正月", 1}, {"冬月", 11}, {"腊月", 12}};
  const auto* row = words::take(cursor, kNames);
  if (row == nullptr) return false;
  written.lunar |= !row->text.starts_with("元");
  written.month_origin = Origin::told;
  written.months = {row->value, row->value};
  return true;
}

bool take_month(Cursor& cursor, Written& written) {
  if (take_named_month(cursor, written)) return true;
  constexpr int kWrongAtMost = 99;  // 13月 is a slip and no other thing
  const Attempt attempt{cursor};
  const auto months = take_stretch(cursor, take_month_unit);
  if (!months || months->last > kWrongAtMost || months->first > kWrongAtMost) return attempt.fail();
  written.month_origin = Origin::told;
  written.months = *months;
  return true;
}

/// 今年夏季; without its year a season is any year's. 秋季学期 is a term of school.
bool take_season(Cursor& cursor, Written& written) {
  const Attempt attempt{cursor};
  const auto* row = written.has_year() ? words::take(cursor, words::kSeasons) : nullptr;
  if (row == nullptr || cursor.sees("学期")) return attempt.fail();
  written.month_origin = Origin::told;
  written.months = {row->first, row->last};
  written.into_next_year = row->last < row->first;
  return true;
}

bool take_part_of_year(Cursor& cursor, Written& written) {
  if (const auto* row = words::take(cursor, words::kYearParts)) {
    written.month_origin = Origin::told;
    written.months = {row->first, row->last};
    return true;
  }
  if (take_season(cursor, written)) return true;
  if (written.has_year() && cursor.take("同期")) {
    written.same_period = true;
    return true;
  }
  return take_year_edge(cursor, written) || take_first_part(cursor, written) || take_quarter(cursor, written);
}

/// Between the parts of one expression stand at most a space and 的: 去年的6月.
template <typename Take>
bool take_next(Cursor& cursor, Written& written, Take take) {
  const Attempt attempt{cursor};
  cursor.skip_spaces();
  cursor.take("的");
  return take(cursor, written) || attempt.fail();
}

void take_date_in_words(Cursor& cursor, Written& written) {
  if (take_told_year(cursor, written) || take_relative_year(cursor, written)) {
    cursor.take_any({"度", "全年"});
  }
  if (!written.has_year() && cursor.take("全年")) {
    written.year_origin = Origin::report;
    written.years.first = 0;
    return;
  }
  if (take_next(cursor, written, take_part_of_year)) return;
  if (take_next(cursor, written, take_month)) {
    if (!take_next(cursor, written, take_day_of_month)) take_next(cursor, written, take_counted_week);
    return;
  }
  if (take_next(cursor, written, take_counted_week) || written.has_year()) return;
  if (const auto* row = words::take(cursor, words::kQuarters)) {
    written.quarter_offset = row->value;
  } else {
    take_lone_day(cursor, written);
  }
}

}  // namespace

bool take_joiner(Cursor& cursor) {
  return cursor.take_any({"——", "—", "－", "-", "–", "―", "至", "到", "～", "~", "一直到"});
}

std::optional<Written> take_written(Cursor& cursor) {
  const Attempt attempt{cursor};
  Written written;
  written.lunar = cursor.take_any({"农历", "阴历", "旧历"});
  if (!take_numeric_date(cursor, written)) take_date_in_words(cursor, written);
  if (cursor.take_any({"农历"})) {  // 2015年农历正月初一
    written.lunar = true;
    if (take_month(cursor, written)) take_day_of_month(cursor, written);
  }
  if (written.days.told() || written.day_offset || written.week_offset) take_beside_day(cursor, written);
  if (written.empty()) take_lone_time(cursor, written);
  if (!written.empty()) return written;
  attempt.fail();
  return {};
}

}  // namespace tallybook::figures

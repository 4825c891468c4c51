#include <array>
#include <chrono>

#include <tallybook/moment.hpp>

namespace tallybook {
namespace {

constexpr Date kUntold{};
constexpr int kDecember = 12;

void append_padded(std::string& text, int value, std::size_t width) {
  const std::string digits = std::to_string(value);
  if (digits.size() < width) text.append(width - digits.size(), '0');
  text += digits;
}

void append_year(std::string& text, int year) {
  if (year == 0) {
    text += "XXXX";
  } else {
    append_padded(text, year, 4);
  }
}

void append_month(std::string& text, int month) {
  text += '-';
  if (month == 0) {
    text += "XX";
  } else {
    append_padded(text, month, 2);
  }
}

void append_date(std::string& text, Date date) {
  append_year(text, date.year);
  if (date.month == 0 && date.day == 0) return;
  append_month(text, date.month);
  if (date.day == 0) return;
  text += '-';
  append_padded(text, date.day, 2);
}

void append_time(std::string& text, TimeOfDay time) {
  text += 'T';
  append_padded(text, time.hour, 2);
  text += ':';
  append_padded(text, time.minute, 2);
}

bool is_last_day(Date date) {
  const std::chrono::month_day_last end{std::chrono::month{static_cast<unsigned>(date.month)}};
  const std::chrono::year_month_day_last last{std::chrono::year{date.year}, end};
  return std::chrono::day{static_cast<unsigned>(date.day)} == last.day();
}

/// A whole month and a whole year have a form of their own.
void append_period(std::string& text, const Moment& moment) {
  const Date from = moment.from;
  const Date to = moment.to;
  if (to == kUntold) {
    append_date(text, from);
    text += from == kUntold ? "" : "/..";
    return;
  }
  const bool month_like = from.month >= 1 && to.month >= 1 && to.month <= kDecember;
  if (month_like && from.year == to.year && from.day == 1 && is_last_day(to)) {
    if (from.month == 1 && to.month == kDecember) return append_year(text, from.year);
    if (from.month == to.month) {
      append_year(text, from.year);
      return append_month(text, from.month);
    }
  }
  append_date(text, from);
  if (to == from) return;
  text += '/';
  append_date(text, to);
}

void append_length(std::string& text, const TimeLength& length) {
  const auto part = [&](const Decimal& value, char unit) {
    if (value.is_zero()) return false;
    text += value.to_string();
    text += unit;
    return true;
  };
  text += 'P';
  part(length.years, 'Y');
  part(length.months, 'M');
  part(length.weeks, 'W');
  part(length.days, 'D');
  if (length.hours.is_zero() && length.minutes.is_zero() && length.seconds.is_zero()) return;
  text += 'T';
  part(length.hours, 'H');
  part(length.minutes, 'M');
  part(length.seconds, 'S');
}

bool has_length(const TimeLength& length) {
  for (const Decimal& part : {length.years, length.months, length.weeks, length.days, length.hours,
                              length.minutes, length.seconds}) {
    if (!part.is_zero()) return true;
  }
  return false;
}

void append_calendar(std::string& text, const Moment& moment) {
  if (moment.kind == MomentKind::date) {
    append_date(text, moment.from);
  } else if (!moment.resolved && moment.from == kUntold && has_length(moment.length)) {
    append_length(text, moment.length);
    text += "/..";
  } else {
    append_period(text, moment);
  }
  if (moment.time) append_time(text, *moment.time);
  if (moment.lunar) text += "[u-ca=chinese]";
}

}  // namespace

std::string iso_text(const Moment& moment) {
  std::string text;
  switch (moment.kind) {
    case MomentKind::date:
    case MomentKind::period:
      append_calendar(text, moment);
      break;
    case MomentKind::time:
      append_time(text, moment.time.value_or(TimeOfDay{}));
      break;
    case MomentKind::recurring:
      text += "R/";
      append_length(text, moment.length);
      break;
    case MomentKind::duration:
      append_length(text, moment.length);
      break;
  }
  return text;
}

std::string_view name_of(MomentKind value) {
  static constexpr std::array<std::string_view, 5> kNames = {"date", "period", "duration", "time",
                                                             "recurring"};
  return kNames[static_cast<std::size_t>(value)];
}

}  // namespace tallybook

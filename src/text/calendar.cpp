#include "text/calendar.hpp"

#include <chrono>

namespace tallybook::text {
namespace {

std::chrono::year_month_day to_chrono(Date date) {
  return {std::chrono::year{date.year}, std::chrono::month{static_cast<unsigned>(date.month)},
          std::chrono::day{static_cast<unsigned>(date.day)}};
}

Date from_chrono(std::chrono::year_month_day date) {
  return make_date(static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
                   static_cast<int>(static_cast<unsigned>(date.day())));
}

}  // namespace

bool exists(Date date) {
  return date.month > 0 && date.day > 0 && to_chrono(date).ok();
}

Date last_day(int year, int month) {
  const std::chrono::month_day_last end{std::chrono::month{static_cast<unsigned>(month)}};
  return from_chrono(std::chrono::year_month_day_last{std::chrono::year{year}, end});
}

Period whole_months(int year, int first, int last) {
  return {make_date(year, first, 1), last_day(year, last)};
}

Date plus_days(Date date, int days) {
  return from_chrono(std::chrono::sys_days{to_chrono(date)} + std::chrono::days{days});
}

Date plus_months(Date date, int months) {
  const auto moved = to_chrono(date) + std::chrono::months{months};
  return from_chrono(moved.ok() ? moved : moved.year() / moved.month() / std::chrono::last);
}

int weekday_of(Date date) {
  return static_cast<int>(std::chrono::weekday{std::chrono::sys_days{to_chrono(date)}}.iso_encoding());
}

}  // namespace tallybook::text

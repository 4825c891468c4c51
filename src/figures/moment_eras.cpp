#include "figures/moment_eras.hpp"

#include "figures/moment_numbers.hpp"

namespace tallybook::figures {
namespace {

constexpr int kCentury = 100;
constexpr int kDecade = 10;

/// 一五 1953, 二五 1958, then after three years of adjustment every five years from 1966.
int first_year_of_plan(int number) {
  constexpr int kYears = 5;
  constexpr int kThird = 3;
  constexpr int kFirstYear = 1953;
  constexpr int kThirdYear = 1966;
  return number < kThird ? kFirstYear + (number - 1) * kYears : kThirdYear + (number - kThird) * kYears;
}

/// 一 … 九 before 五, 十 … 十九 before 五: the plan's number; 0 for none.
int take_plan_number(Cursor& cursor) {
  constexpr std::u32string_view kDigits = U"一二三四五六七八九";
  constexpr int kTen = 10;
  const auto digit = [&] {
    const std::size_t at = kDigits.find(cursor.peek());
    return at == std::u32string_view::npos ? 0 : static_cast<int>(at) + 1;
  };
  const Attempt attempt{cursor};
  int number = cursor.take("十") ? kTen : 0;
  constexpr std::uint32_t kHanSize = 3;
  const bool ten_alone = number == kTen && cursor.sees("五") &&
                         text::code_point_at(cursor.text, cursor.at + kHanSize).value != U'五';
  if (!ten_alone && digit() != 0) {
    number += digit();
    cursor.at += kHanSize;
  }
  if (number != 0 && cursor.take("五")) return number;
  attempt.fail();
  return 0;
}

/// 1980 and 1989 for 80 within the century that begins in 1900.
Stretch decade(int century_start, int first) {
  return {century_start + first, century_start + first + kDecade - 1};
}

std::optional<int> take_decade(Cursor& cursor) {
  const Attempt attempt{cursor};
  const auto number = take_calendar_number(cursor);
  const bool tens = number && number->value % kDecade == 0 && number->value < kCentury;
  if (tens && cursor.take("年代")) return number->value;
  attempt.fail();
  return {};
}

/// 本世纪 and 21世纪: the year it starts from, 2000; −1 for none.
int take_century_start(Cursor& cursor, int report_year) {
  const Attempt attempt{cursor};
  const int own = report_year == 0 ? 0 : report_year / kCentury * kCentury;
  if (cursor.take_any({"本世纪", "新世纪"})) return own;
  if (cursor.take("上世纪") || cursor.take("上个世纪")) return own == 0 ? 0 : own - kCentury;
  const auto number = take_calendar_number(cursor);
  constexpr int kMost = 30;
  const bool plausible = number && number->value >= 1 && number->value < kMost;
  if (plausible && cursor.take("世纪")) return (number->value - 1) * kCentury;
  attempt.fail();
  return -1;
}

/// 1980年代 tells its century; 80年代 is the last one before the report.
std::optional<Stretch> take_lone_decade(Cursor& cursor, int report_year) {
  const Attempt attempt{cursor};
  const auto number = take_calendar_number(cursor);
  if (number && number->value % kDecade == 0 && cursor.take("年代")) {
    if (number->value < kCentury) {
      constexpr int kLastCentury = 1900;
      const int own = report_year == 0 ? kLastCentury : report_year / kCentury * kCentury;
      const bool passed = report_year != 0 && own + number->value <= report_year;
      return decade(passed || report_year == 0 ? own : own - kCentury, number->value);
    }
    if (number->is_full_year()) return decade(0, number->value);
  }
  attempt.fail();
  return {};
}

}  // namespace

std::optional<Stretch> take_plan(Cursor& cursor) {
  const Attempt attempt{cursor};
  const bool quoted = cursor.take_any({"“", "\"", "「", "＂"});
  const std::uint32_t begin = cursor.at;
  const int number = take_plan_number(cursor);
  if (number == 0) {
    attempt.fail();
    return {};
  }
  constexpr std::uint32_t kThreeHan = 9;
  const bool long_name = cursor.at - begin == kThreeHan;
  const bool closed = quoted && cursor.take_any({"”", "\"", "」", "＂"});
  const bool named = cursor.take_any({"期间", "时期"}) || cursor.sees_any({"规划", "计划", "末", "以来"});
  if ((quoted && !closed) || (!closed && !named && !long_name)) {
    attempt.fail();
    return {};
  }
  const int first = first_year_of_plan(number);
  constexpr int kSpan = 4;
  return Stretch{first, first + kSpan};
}

std::optional<Stretch> take_century(Cursor& cursor, int report_year) {
  const Attempt attempt{cursor};
  const int start = take_century_start(cursor, report_year);
  if (start < 0) return take_lone_decade(cursor, report_year);
  const auto first = take_decade(cursor);
  if (start == 0) return Stretch{0, 0};
  if (first) return decade(start, *first);
  return Stretch{start + 1, start + kCentury};
}

}  // namespace tallybook::figures

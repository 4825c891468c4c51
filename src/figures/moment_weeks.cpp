#include "figures/moment_weeks.hpp"

#include "figures/moment_numbers.hpp"
#include "figures/moment_words.hpp"

namespace tallybook::figures {
namespace {

/// 第三, 最后一, 首: how many weeks are counted to it; kLastOfAll for the last. 0 where none stands.
int take_ordinal(Cursor& cursor) {
  if (cursor.take("最后一")) return kLastOfAll;
  if (cursor.take_any({"首", "头一"})) return 1;
  const Attempt attempt{cursor};
  constexpr int kMostWeeks = 53;
  if (cursor.take("第")) {
    const auto number = take_calendar_number(cursor);
    if (number && number->value >= 1 && number->value <= kMostWeeks) return number->value;
  }
  attempt.fail();
  return 0;
}

bool is_alone(const Cursor& cursor, std::uint32_t begin) {
  const bool short_name = cursor.text.compare(begin, 3, "周") == 0;
  const bool ends = cursor.at == cursor.text.size() || !text::is_han(cursor.peek()) ||
                    cursor.sees_one_of(words::kAfterWeekday);
  return short_name && !ends;
}

}  // namespace

int take_weekday(Cursor& cursor) {
  const Attempt attempt{cursor};
  if (!cursor.take_any({"星期", "礼拜", "周"})) return 0;
  constexpr std::u32string_view kNames = U"一二三四五六日";
  constexpr int kSunday = 7;
  if (cursor.take("天")) return kSunday;
  const std::size_t at = kNames.find(cursor.peek());
  if (at == std::u32string_view::npos) {
    attempt.fail();
    return 0;
  }
  cursor.at += text::code_point_at(cursor.text, cursor.at).size;
  return static_cast<int>(at) + 1;
}

bool take_week(Cursor& cursor, Written& written) {
  const Attempt attempt{cursor};
  const auto* row = words::take(cursor, words::kWeeks);
  if (const int weekday = take_weekday(cursor); weekday != 0) {
    if (row == nullptr && is_alone(cursor, attempt.begin())) return attempt.fail();
    written.weekday = weekday;
    written.week_offset = row == nullptr ? 0 : row->value;
    written.week_told = row != nullptr;
    return true;
  }
  if (row == nullptr || !cursor.take_any({"周", "星期", "礼拜"})) return attempt.fail();
  written.weekend = cursor.take("末");
  if (!written.weekend && cursor.sees_one_of(U"年岁边期转密刊")) return attempt.fail();
  written.week_offset = row->value;
  written.week_told = true;
  return true;
}

bool take_counted_week(Cursor& cursor, Written& written) {
  const Attempt attempt{cursor};
  const int number = take_ordinal(cursor);
  if (number == 0) return false;
  const bool classifier = cursor.take("个");
  cursor.take("的");
  written.weekday = classifier ? take_weekday(cursor) : 0;
  const bool week = written.weekday != 0 || cursor.take_any({"周", "星期", "礼拜"});
  const bool told = written.has_year() || written.has_month();
  // 最后一个周三 alone is the month's; 第一周 alone is anything's.
  const bool alone = number == kLastOfAll && written.weekday != 0;
  if (!week || (!told && !alone) || cursor.sees_one_of(U"年岁边期转密刊")) {
    written.weekday = 0;
    return attempt.fail();
  }
  written.counted_week = number;
  return true;
}

}  // namespace tallybook::figures

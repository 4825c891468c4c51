// The closed classes of words with which Chinese names time. They are grammar, like its digits: no
// domain adds to them.
#pragma once

#include <cstdint>
#include <string_view>

#include "figures/moment_cursor.hpp"

namespace tallybook::figures::words {

struct Offset {
  std::string_view text;
  int value = 0;
};

/// A part of the year, in months.
struct Months {
  std::string_view text;
  int first = 0;
  int last = 0;
};

/// The row with the longest word that stands at the cursor, which moves behind it; null for none. Rows
/// with a common beginning stand longest first.
template <typename Row, std::size_t N>
const Row* take(Cursor& cursor, const Row (&rows)[N]) {
  for (const Row& row : rows) {
    if (cursor.take(row.text)) return &row;
  }
  return nullptr;
}

/// Years counted from the report's own.
constexpr Offset kYears[] = {{"今年", 0},   {"本年", 0},    {"去年", -1}, {"上一年", -1},
                             {"上年", -1},  {"大前年", -3}, {"前年", -2}, {"明年", 1},
                             {"下一年", 1}, {"下年", 1},    {"来年", 1},  {"后年", 2}};
/// Years counted from the one that the text speaks of.
constexpr Offset kContextYears[] = {{"当年", 0}, {"同年", 0}, {"次年", 1}, {"翌年", 1}};

constexpr Months kYearParts[] = {{"上半年", 1, 6}, {"下半年", 7, 12}, {"首季度", 1, 3}, {"首季", 1, 3}};

/// As meteorology counts them; winter ends with the second month of the year after.
constexpr Months kSeasons[] = {{"春季", 3, 5},  {"春天", 3, 5},  {"夏季", 6, 8},  {"夏天", 6, 8},
                               {"秋季", 9, 11}, {"秋天", 9, 11}, {"冬季", 12, 2}, {"冬天", 12, 2}};

constexpr Offset kQuarters[] = {{"本季度", 0},  {"这个季度", 0}, {"上个季度", -1},
                                {"上季度", -1}, {"下个季度", 1}, {"下季度", 1}};

constexpr Offset kMonths[] = {{"本月", 0},     {"这个月", 0},  {"上上个月", -2}, {"上一个月", -1},
                              {"下一个月", 1}, {"上个月", -1}, {"上月", -1},     {"下下个月", 2},
                              {"下个月", 1},   {"下月", 1}};

/// The first years of the reigns of which a county's archive may hold papers, and of the Republic.
constexpr Offset kReigns[] = {{"民国", 1912}, {"洪武", 1368}, {"永乐", 1403}, {"宣德", 1426}, {"正统", 1436},
                              {"成化", 1465}, {"弘治", 1488}, {"正德", 1506}, {"嘉靖", 1522}, {"隆庆", 1567},
                              {"万历", 1573}, {"天启", 1621}, {"崇祯", 1628}, {"顺治", 1644}, {"康熙", 1662},
                              {"雍正", 1723}, {"乾隆", 1736}, {"嘉庆", 1796}, {"道光", 1821}, {"咸丰", 1851},
                              {"同治", 1862}, {"光绪", 1875}, {"宣统", 1909}};

constexpr Offset kDays[] = {{"大前天", -3}, {"前天", -2}, {"前日", -2}, {"昨天", -1},
                            {"昨日", -1},   {"今天", 0},  {"今日", 0},  {"明天", 1},
                            {"明日", 1},    {"后天", 2},  {"大后天", 3}};

constexpr Offset kWeeks[] = {{"上上个", -2}, {"上一个", -1}, {"上一", -1}, {"下一个", 1}, {"下一", 1},
                             {"上上", -2},   {"下下个", 2},  {"下下", 2},  {"上个", -1},  {"上", -1},
                             {"下个", 1},    {"下", 1},      {"本", 0},    {"这个", 0},   {"这", 0}};

/// Characters behind which a word that begins so names no time: 文明年度, 60岁以上年龄, 以后年度,
/// 青少年初中.
struct Mask {
  char32_t first;
  std::u32string_view not_after;
};
constexpr Mask kMasks[] = {{U'明', U"文证说声表查阐"},
                           {U'上', U"以马晚早之赶路等待走花"},
                           {U'前', U"以之目提当此空面"},
                           {U'后', U"以之然最此今落"},
                           {U'下', U"以之当乡地名"},
                           {U'今', U"如现当古"},
                           {U'来', U"以由从"},
                           {U'本', U"基成资版根"},
                           {U'去', U"过失"},
                           {U'同', U"共相不"},
                           {U'近', U"附最将历达用时了期"},
                           {U'周', U"一二三四五六七八九十每两圆"},
                           {U'年', U"青少成中老童幼壮周历万学往百千常近多几"},
                           {U'月', U"每个逐按跨隔半〇零一二三四五六七八九十0123456789"}};

/// What may not stand behind a weekday that stands alone: 周一 is no name, 周三 no 三 of something.
constexpr std::u32string_view kAfterWeekday = U"上下晚早凌中至到和或及前后的举召开在起为、，。；：）)（( ";

}  // namespace tallybook::figures::words

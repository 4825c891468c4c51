#include "output/labels.hpp"

#include <fmt/format.h>
#include <array>

#include "output/display.hpp"

namespace tallybook::output {
namespace {

struct Words {
  std::string_view zh;
  std::string_view en;
};

template <std::size_t N, typename Enum>
std::string_view pick(const std::array<Words, N>& words, Enum value, Language language) {
  const Words& row = words[static_cast<std::size_t>(value)];
  return language == Language::zh ? row.zh : row.en;
}

/// A title that fills the line would push the place out of sight.
constexpr int kNameColumns = 48;

}  // namespace

std::string_view label(Severity value, Language language) {
  static constexpr std::array<Words, 3> kWords = {{{"提示", "note"}, {"警告", "warning"}, {"错误", "error"}}};
  return pick(kWords, value, language);
}

std::string_view label(FigureKind value, Language language) {
  static constexpr std::array<Words, 18> kWords = {{{"数量", "count"},
                                                    {"金额", "money"},
                                                    {"百分比", "percent"},
                                                    {"百分点", "points"},
                                                    {"千分比", "permille"},
                                                    {"每十万", "per 100,000"},
                                                    {"倍数", "multiple"},
                                                    {"分数", "fraction"},
                                                    {"面积", "area"},
                                                    {"长度", "length"},
                                                    {"质量", "mass"},
                                                    {"体积", "volume"},
                                                    {"能量", "energy"},
                                                    {"时长", "duration"},
                                                    {"年龄", "age"},
                                                    {"分值", "score"},
                                                    {"名次", "rank"},
                                                    {"其他", "other"}}};
  return pick(kWords, value, language);
}

std::string_view label(Bound value, Language language) {
  static constexpr std::array<Words, 6> kWords = {{{"", ""},
                                                   {"约", "about"},
                                                   {"超", "over"},
                                                   {"不足", "under"},
                                                   {"至少", "at least"},
                                                   {"至多", "at most"}}};
  return pick(kWords, value, language);
}

std::string_view label(Role value, Language language) {
  static constexpr std::array<Words, 5> kWords = {
      {{"水平", "level"}, {"变动", "change"}, {"占比", "share"}, {"比率", "rate"}, {"平均", "each"}}};
  return pick(kWords, value, language);
}

std::string_view label(Direction value, Language language) {
  static constexpr std::array<Words, 4> kWords = {{{"", ""}, {"增", "up"}, {"减", "down"}, {"平", "flat"}}};
  return pick(kWords, value, language);
}

std::string_view label(Basis value, Language language) {
  static constexpr std::array<Words, 4> kWords = {
      {{"", ""}, {"同比", "year on year"}, {"环比", "on last period"}, {"定基", "on the base"}}};
  return pick(kWords, value, language);
}

std::string_view label(Status value, Language language) {
  static constexpr std::array<Words, 3> kWords = {{{"", ""}, {"计划", "planned"}, {"要求", "required"}}};
  return pick(kWords, value, language);
}

std::string_view label(Reason value, Language language) {
  static constexpr std::array<Words, 8> kWords = {{{"原因不明", "no reason given"},
                                                   {"列举不完全", "open list"},
                                                   {"含约数", "approximate figure"},
                                                   {"单位不同", "different units"},
                                                   {"缺上期数", "last period's figure missing"},
                                                   {"口径不同", "different bases"},
                                                   {"未必同指一事", "not surely the same thing"},
                                                   {"数值过大", "numbers too large"}}};
  return pick(kWords, value, language);
}

int severity_columns(Language language) {
  return language == Language::zh ? 4 : 7;
}

std::string ordinal_of(const Report& report, Language language) {
  return language == Language::zh ? fmt::format("第{}篇", report.index + 1)
                                  : fmt::format("report {}", report.index + 1);
}

std::string report_name(const Analysis& analysis, const Report& report, Language language) {
  const std::optional<Span> name = report.title ? report.title : report.organisation;
  std::string words;
  if (name) words = cut_to(on_one_line(slice(analysis.document.text, *name)), kNameColumns);
  if (analysis.reports.size() < 2) return words;
  const std::string ordinal = ordinal_of(report, language);
  return words.empty() ? ordinal : ordinal + ' ' + words;
}

}  // namespace tallybook::output

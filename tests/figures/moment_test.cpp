#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "figures/moment.hpp"
#include "text/calendar.hpp"
#include "text/characters.hpp"

namespace tallybook::figures {
namespace {

std::vector<Moment> read(const std::string& text, const MomentReference& reference) {
  return read_moments(text, {0, static_cast<std::uint32_t>(text.size())}, reference);
}

std::string describe(const std::string& text, const Moment& moment) {
  std::string line = std::string(slice(text, moment.span)) + " = " + iso_text(moment);
  if (moment.weekday != 0) line += " (" + std::to_string(moment.weekday) + ")";
  if (!moment.valid) line += " !";
  const bool calendar = moment.kind == MomentKind::date || moment.kind == MomentKind::period;
  if (calendar && !moment.resolved) line += " ?";
  if (moment.comparison) line += " <";
  return line;
}

std::string describe_all(const std::string& text, const MomentReference& reference) {
  std::string all;
  for (const Moment& moment : read(text, reference)) all += " | " + describe(text, moment);
  return text + all;
}

Date parse_date(const std::string& iso) {
  return text::make_date(std::stoi(iso.substr(0, 4)), std::stoi(iso.substr(5, 2)),
                         std::stoi(iso.substr(8, 2)));
}

/// `@ period FROM TO date DATE` or `@ none`.
MomentReference parse_reference(const std::string& line) {
  std::istringstream words(line.substr(1));
  MomentReference reference;
  for (std::string word; words >> word;) {
    std::string first;
    std::string second;
    if (word == "period" && words >> first >> second)
      reference.period = {parse_date(first), parse_date(second)};
    if (word == "date" && words >> first) reference.date = parse_date(first);
  }
  return reference;
}

/// `WORDS = ISO` alone is short for `WORDS | WORDS = ISO`.
std::string expand(const std::string& line) {
  const std::size_t equals = line.find(" = ");
  const bool brief = equals != std::string::npos && line.find(" | ") == std::string::npos;
  return brief ? line.substr(0, equals) + " | " + line : line;
}

TEST(Moments, ReadAsTheCorpusSays) {
  std::ifstream file(TALLYBOOK_SOURCE_DIR "/tests/figures/moments.txt");
  ASSERT_TRUE(file);
  MomentReference reference;
  int cases = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    if (line.front() == '@') {
      reference = parse_reference(line);
      continue;
    }
    const std::string expected = expand(line);
    const std::string text = expected.substr(0, expected.find(" | "));
    EXPECT_EQ(describe_all(text, reference), expected);
    ++cases;
  }
  EXPECT_GE(cases, 200);
}

TEST(Moments, LieInTheTextInOrder) {
  // Every string of three pieces: no reading may overlap another or leave the text.
  const std::vector<std::string> pieces = {"3",    "20", "2026", "二〇",     "十",   "年",   "月",
                                           "日",   "至", "-",    "上",       "半年", "去年", "以来",
                                           "季度", "个", "世纪", "“十四五”", "时"};
  const MomentReference reference{std::nullopt, text::make_date(2026, 7, 3)};
  for (const auto& a : pieces) {
    for (const auto& b : pieces) {
      for (const auto& c : pieces) {
        for (const auto& d : pieces) {
          std::string text = a;
          text.append(b).append(c).append(d);
          std::uint32_t end = 0;
          for (const Moment& moment : read(text, reference)) {
            ASSERT_LE(end, moment.span.begin) << text;
            ASSERT_LT(moment.span.begin, moment.span.end) << text;
            end = moment.span.end;
            ASSERT_LE(end, text.size()) << text;
            ASSERT_TRUE(end == text.size() || text::is_code_point_start(text[end])) << text;
            ASSERT_FALSE(iso_text(moment).empty()) << text;
          }
        }
      }
    }
  }
}

TEST(Moments, CostNoMoreThanTheTextIsLong) {
  for (const std::string_view piece :
       {"一", "1", "十", "1月", "2026", "至", "1至", " ", "3 ", "上", "一零", "“十"}) {
    std::string text;
    while (text.size() < 2'000'000) text += piece;
    EXPECT_LE(read(text, {}).size(), text.size()) << piece;
  }
}

TEST(Calendar, CountsByTheRealCalendar) {
  EXPECT_TRUE(text::exists({2024, 2, 29}));
  EXPECT_FALSE(text::exists({2026, 2, 29}));
  EXPECT_FALSE(text::exists({2026, 6, 31}));
  EXPECT_FALSE(text::exists({2026, 0, 1}));
  EXPECT_EQ(text::plus_months({2026, 1, 31}, 1), (Date{2026, 2, 28}));
  EXPECT_EQ(text::plus_days({2026, 2, 28}, 1), (Date{2026, 3, 1}));
  EXPECT_EQ(text::weekday_of({2026, 6, 30}), 2);
}

class Periods : public testing::Test {
 protected:
  /// The period of the one figure at the end of `text`, two sentences of one block where it holds 。.
  std::optional<Period> period_of(const std::string& text, Status status = Status::actual) {
    Outline outline;
    const auto size = static_cast<std::uint32_t>(text.size());
    const std::size_t stop = text.find("。");
    const auto first_end = stop == std::string::npos ? size : static_cast<std::uint32_t>(stop + 3);
    outline.sentences.push_back({{0, first_end}, 0, 0, 0, 0});
    outline.sentences.push_back({{first_end, size}, 0, 0, 0, 0});
    Figure figure;
    figure.span = {size, size};
    figure.sentence = first_end == size ? 0 : 1;
    figure.status = status;
    Report report;
    report.period = Period{{2026, 1, 1}, {2026, 6, 30}};
    const auto moments = read(text, {report.period, std::nullopt});
    set_periods({&figure, 1}, moments, {}, outline, report);
    return figure.period;
  }
  static constexpr Period kReport{{2026, 1, 1}, {2026, 6, 30}};
};

TEST_F(Periods, ComeFromTheNearestMomentBefore) {
  EXPECT_EQ(period_of("一季度新建"), (Period{{2026, 1, 1}, {2026, 3, 31}}));
  EXPECT_EQ(period_of("一季度新建3所，4月新建"), (Period{{2026, 4, 1}, {2026, 4, 30}}));
  EXPECT_EQ(period_of("截至6月30日共有"), (Period{{2026, 6, 30}, {2026, 6, 30}}));
}

TEST_F(Periods, AreTheReportsOwnWhereNothingElseIsNamed) {
  EXPECT_EQ(period_of("全县新建"), kReport);
  EXPECT_EQ(period_of("力争新建", Status::planned), std::nullopt);
  EXPECT_EQ(period_of("下半年计划新建", Status::planned), (Period{{2026, 7, 1}, {2026, 12, 31}}));
}

TEST_F(Periods, AreNotTheBaseOfAComparison) {
  EXPECT_EQ(period_of("比去年同期增加"), kReport);
  EXPECT_EQ(period_of("一季度新建，比上年增加"), (Period{{2026, 1, 1}, {2026, 3, 31}}));
}

TEST_F(Periods, EndWithTheReportForWhatIsDone) {
  EXPECT_EQ(period_of("今年已建成"), kReport);
  EXPECT_EQ(period_of("今年计划建成", Status::planned), (Period{{2026, 1, 1}, {2026, 12, 31}}));
}

TEST_F(Periods, ReachOverTheParagraphButADateDoesNot) {
  EXPECT_EQ(period_of("一季度开局良好。新建"), (Period{{2026, 1, 1}, {2026, 3, 31}}));
  EXPECT_EQ(period_of("3月5日召开会议。新建"), kReport);
}

}  // namespace
}  // namespace tallybook::figures

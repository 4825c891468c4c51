// Texts that repeat what the grammars look around for. Whatever they look for must lie in reach: eight
// times the text takes about eight times as long, where looking to the end of it each time would take
// sixty-four times as long.
#include <gtest/gtest.h>

#include <algorithm>
#include <ctime>
#include <string>
#include <string_view>

#include <tallybook/engine.hpp>

namespace tallybook {
namespace {

constexpr std::string_view kPieces[] = {
    // numerals
    "一",
    "万",
    "〇",
    "半",
    "几",
    "百分之",
    "三分之",
    "1",
    "1,",
    "1.2.3.",
    "1:",
    "1/",
    "1×",
    "万亿",
    "1万1",
    "-1",
    "负",
    // quantities and what touches them
    "1个、",
    "50%、",
    "1%的",
    "占1%、",
    "近1个",
    "1多",
    "￥1",
    "1元/",
    "1—",
    "1个至",
    "从1%到",
    "四项、",
    "四项…",
    "为1个",
    "比上年多1个的",
    "增长1个和",
    "同比1%的",
    "增长",
    "同比",
    "目标1%的",
    "新增1个计划",
    "每个一批",
    "每1人，",
    "县一级",
    "“一",
    "“1个”",
    "《1个》",
    "不超过1个",
    "，，，，，，，，1个",
    // lists, totals and parts
    "共5个：1个、",
    "1个：2个",
    "共1个，",
    "合计1人，",
    "其中1人，",
    "其中：1个、",
    "包括1人，包括2人，",
    "其中（1人，",
    "（1个",
    "A、B分别为1个、2个，",
    "上年结转1件，新收1件，办结1件，",
    "1人；",
    "1人。",
    // times
    "2020年",
    "1月至",
    "3日、",
    "周一",
    "每周",
    "截至",
    "近三年",
    "康熙元年",
    "“十二五”",
    "去年",
    // marks
    "“",
    "《",
    "（",
    "，",
    "、",
    "；",
    "：",
    "…",
    "？",
    "*",
    "某",
    "○",
    "  ",
    "　",
    "\t",
    "|1",
    "①",
    "——",
    // marks of sections and lines
    "一是",
    "第一，",
    "（一）工作。\n",
    "一、1个。\n",
    "1．",
    "关于1个的报告\n",
    "1个\n",
    "指标\t1\n",
    "1\t2\t3\n",
    "单位：万元\n1\t2\n",
    // what is no prose
    "的",
    "和",
    "工",
    "a",
    "a@",
    "www.",
    "http://",
    "11010119900101",
    "億萬",
};

const Engine& engine() {
  static const Engine instance = Engine::create().value();
  return instance;
}

std::string repeated(std::string_view piece, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += piece;
  return text;
}

/// Processor seconds; another program on the machine does not count.
double seconds_for(const std::string& text) {
  const std::clock_t begin = std::clock();
  const auto analysis = engine().analyse(text, "hostile.txt");
  EXPECT_TRUE(analysis.has_value());
  return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

constexpr std::size_t kShort = 8'000;
constexpr std::size_t kTimes = 8;
constexpr double kMost = 3 * kTimes;

/// How many times as long a text takes that is `kTimes` as long. A slow turn says little, a fast one that it
/// can be done.
double growth_of(std::string_view piece) {
  constexpr double kLeast = 0.002;  // what is shorter is not measured well
  const std::string short_text = repeated(piece, kShort);
  const std::string long_text = repeated(piece, kTimes * kShort);
  double growth = 0;
  for (int turn = 0; turn < 4; ++turn) {
    const double once = std::max(seconds_for(short_text), kLeast);
    const double many = seconds_for(long_text);
    growth = turn == 0 ? many / once : std::min(growth, many / once);
    if (growth <= kMost) break;
  }
  return growth;
}

TEST(Hostile, TakesTimeInProportion) {
  for (const std::string_view piece : kPieces) EXPECT_LE(growth_of(piece), kMost) << "repeated: " << piece;
}

}  // namespace
}  // namespace tallybook

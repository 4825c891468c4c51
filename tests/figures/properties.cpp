// What holds for every number and every text.
#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>
#include <vector>

#include "document/read.hpp"
#include "figures/numeral.hpp"
#include "figures/tables.hpp"
#include "invariants.hpp"
#include "support.hpp"

namespace tallybook {
namespace {

using figures_tests::broken_invariant;
using figures_tests::lexicon;

constexpr std::array<std::string_view, 10> kDigits = {"零", "一", "二", "三", "四",
                                                      "五", "六", "七", "八", "九"};

/// 1–9999, without a leading 零.
std::string below_ten_thousand(std::int64_t number) {
  static constexpr std::array<std::string_view, 4> kScales = {"千", "百", "十", ""};
  std::string words;
  bool gap = false;
  std::int64_t place = 1000;
  for (const std::string_view scale : kScales) {
    const std::int64_t digit = number / place % 10;
    if (digit == 0) {
      gap = !words.empty();
    } else {
      if (gap) words += kDigits[0];
      gap = false;
      words.append(kDigits[static_cast<std::size_t>(digit)]).append(scale);
    }
    place /= 10;
  }
  return words;
}

/// The reading of GB/T 15835: 10000200 is 一千万零二百.
std::string in_chinese(std::int64_t number) {
  if (number == 0) return std::string(kDigits[0]);
  static constexpr std::array<std::string_view, 4> kSections = {"万亿", "亿", "万", ""};
  std::string words;
  std::int64_t place = 1'000'000'000'000;
  bool gap = false;
  for (const std::string_view scale : kSections) {
    const std::int64_t section = number / place % 10000;
    if (section == 0) {
      gap = !words.empty();
    } else {
      if (!words.empty() && (gap || section < 1000)) words += kDigits[0];
      gap = false;
      words += below_ten_thousand(section);
      // 三万二千亿: the two sections share their 亿.
      const bool shares = scale == "万亿" && number / 100'000'000 % 10000 != 0;
      words += shares ? "万" : scale;
    }
    place /= 10000;
  }
  return words;
}

void expect_same_number(std::int64_t number) {
  const std::string words = in_chinese(number);
  const auto numeral = figures::read_numeral(words, 0, static_cast<std::uint32_t>(words.size()),
                                             lexicon().tables().unit_words);
  ASSERT_TRUE(numeral) << words;
  ASSERT_EQ(numeral->value, Decimal{number}) << words;
  ASSERT_EQ(numeral->span.end, words.size()) << words;
  ASSERT_FALSE(numeral->high) << words;
}

TEST(NumeralProperties, ChineseNumeralsGiveTheirNumberBack) {
  for (std::int64_t number = 0; number < 20'000; ++number) expect_same_number(number);
  for (std::int64_t number = 20'000; number <= 1'000'000; number += 97) expect_same_number(number);
}

TEST(NumeralProperties, LargeChineseNumeralsGiveTheirNumberBack) {
  std::mt19937_64 random(20260703);
  for (int i = 0; i < 50'000; ++i) {
    std::uniform_int_distribution<std::int64_t> within(0, i % 2 == 0 ? 10'000'000'000'000 : 1'000'000'000);
    expect_same_number(within(random));
  }
  for (std::int64_t number = 10; number <= 10'000'000'000'000; number *= 10) {
    expect_same_number(number);
    expect_same_number(number + 1);
    expect_same_number(number - 1);
  }
}

TEST(NumeralProperties, DigitsWithAScaleWordGiveTheSameAsWithout) {
  for (std::int64_t number = 1; number < 3000; ++number) {
    const std::string plain = std::to_string(number) + "0000";
    const std::string scaled = std::to_string(number) + "万";
    const auto read = [](const std::string& text) {
      return figures::read_numeral(text, 0, static_cast<std::uint32_t>(text.size()),
                                   lexicon().tables().unit_words);
    };
    ASSERT_EQ(read(plain)->value, read(scaled)->value) << scaled;
  }
}

/// Every string of up to five of these, as one text in which they are set apart.
TEST(FigureProperties, HoldForEveryShortStringOfNumeralCharacters) {
  constexpr std::array<std::string_view, 9> kAlphabet = {"〇", "一", "二", "十", "百", "万", "亿", "点", "%"};
  constexpr std::size_t kLongest = 5;
  std::vector<std::string> strings = {""};
  std::string text;
  for (std::size_t i = 0; i < strings.size(); ++i) {
    if (strings[i].size() / 3 >= kLongest) break;
    for (const std::string_view piece : kAlphabet) {
      strings.push_back(strings[i] + std::string(piece));
      const std::string& last = strings.back();
      const auto end = static_cast<std::uint32_t>(last.size());
      for (std::uint32_t at = 0; at < end; at += last[at] == '%' ? 1 : 3) {
        const auto numeral = figures::read_numeral(last, at, end, lexicon().tables().unit_words);
        ASSERT_TRUE(!numeral || (numeral->span.begin == at && numeral->span.end <= end)) << last;
      }
      text += "有" + last + "个。\n";
    }
    if (text.size() < 100'000) continue;
    ASSERT_EQ(broken_invariant(document::read(text, "short.txt").value(), lexicon()), "");
    text.clear();
  }
  EXPECT_EQ(broken_invariant(document::read(text, "short.txt").value(), lexicon()), "");
}

constexpr std::string_view kFragments[] = {
    "3",    "0.5",  "１２", "1,200", "万",   "亿",   "千", "百分之", "分之", "一",   "二",   "十",   "半",
    "多",   "余",   "近",   "约",    "以上", "左右", "%",  "‰",      "元",   "人次", "个",   "/",    "平方米",
    "同比", "增长", "减少", "其中",  "共",   "：",   "，", "。",     "、",   "（",   "）",   "“",    "”",
    "至",   "—",    "-",    "每",    "占",   "率",   "比", "原有",   "现有", "新增", "四项", "一是", "二是",
    "工作", " ",    "\n",   "年",    "月",   "日",   "第", "学校",   "2026", "由",   "到",   "分别", "倍",
};

TEST(FigureProperties, HoldForLongRandomStringsOfFragments) {
  std::mt19937 random(20260704);
  for (int round = 0; round < 1500; ++round) {
    std::string text;
    const auto length = random() % 300;
    for (std::uint32_t i = 0; i < length; ++i) text += kFragments[random() % std::size(kFragments)];
    const auto document = document::read(text, "random.txt");
    ASSERT_TRUE(document) << text;
    ASSERT_EQ(broken_invariant(*document, lexicon()), "") << text;
  }
}

TEST(FigureProperties, ATextReadTwiceGivesTheSame) {
  std::string text = "全县投入243万元，新建学校3所，培训教师1200人次，合格率达95%以上。\n";
  text += text;
  const figures_tests::ReadText once(text);
  const figures_tests::ReadText again(text);
  ASSERT_EQ(once.figures().size(), again.figures().size());
  for (std::size_t i = 0; i < once.figures().size(); ++i) {
    EXPECT_EQ(figures_tests::full_summary(once.figures()[i]),
              figures_tests::full_summary(again.figures()[i]));
  }
}

}  // namespace
}  // namespace tallybook

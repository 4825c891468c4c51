#include <gtest/gtest.h>
#include <tallybook/acceptance.hpp>

namespace tallybook {
namespace {

BaselineEntry entry(std::string file, std::string rule, std::uint64_t key, std::uint32_t count,
                    std::string text = "") {
  return {
      .file = std::move(file), .rule = std::move(rule), .key = key, .count = count, .text = std::move(text)};
}

std::string mistake_in(std::string_view toml) {
  const auto baseline = parse_baseline(toml, "基线.toml");
  if (baseline) return "";
  return baseline.error().file + ":" + std::to_string(baseline.error().line) + ": " +
         baseline.error().message.en;
}

TEST(Baseline, IsOneLineAnEntryInAFixedOrder) {
  const std::string text =
      baseline_toml({entry("b.txt", "PUN004", 2, 1, "二"), entry("a.txt", "PUN004", 3, 1, "三"),
                     entry("a.txt", "FIG001", 255, 1, "一\"\\\t"), entry("a.txt", "PUN004", 1, 1, "四"),
                     entry("b.txt", "PUN004", 2, 2, "二")});
  EXPECT_EQ(text.substr(text.find('\n') + 1),
            "tallybook_baseline = 1\n"
            "\n"
            "[\"a.txt\"]\n"
            "FIG001 = [\n"
            "  {key = \"00000000000000ff\", count = 1, text = \"一\\\"\\\\\\u0009\"},\n"
            "]\n"
            "PUN004 = [\n"
            "  {key = \"0000000000000001\", count = 1, text = \"四\"},\n"
            "  {key = \"0000000000000003\", count = 1, text = \"三\"},\n"
            "]\n"
            "\n"
            "[\"b.txt\"]\n"
            "PUN004 = [\n"
            "  {key = \"0000000000000002\", count = 3, text = \"二\"},\n"
            "]\n");
}

TEST(Baseline, ReadsWhatItWrote) {
  const std::string name = "总结/[a].\"txt\\\n";
  const auto baseline =
      parse_baseline(baseline_toml({entry(name, "FIG001", ~std::uint64_t{0}, 7, "原有\"86名")}), "b");
  ASSERT_TRUE(baseline) << baseline.error().message.en;
  ASSERT_EQ(baseline->of(name).size(), 1U);
  const BaselineEntry& read = baseline->of(name).front();
  EXPECT_EQ(read.rule, "FIG001");
  EXPECT_EQ(read.key, ~std::uint64_t{0});
  EXPECT_EQ(read.count, 7U);
  EXPECT_EQ(read.text, "原有\"86名");
  EXPECT_EQ(read.line, 6U);
  EXPECT_TRUE(baseline->of("别的.txt").empty());
}

TEST(Baseline, OfNothingIsNoMistake) {
  const auto baseline = parse_baseline(baseline_toml({}), "b");
  ASSERT_TRUE(baseline);
  EXPECT_TRUE(baseline->entries.empty());
}

TEST(Baseline, CountsOnceWithoutACount) {
  const auto baseline =
      parse_baseline("tallybook_baseline = 1\n['a']\nFIG001 = [{key = '00000000000000ff'}]", "b");
  ASSERT_TRUE(baseline);
  EXPECT_EQ(baseline->entries.front().count, 1U);
}

TEST(Baseline, NamesFileAndLineOfWhatIsBroken) {
  EXPECT_EQ(mistake_in(""),
            "基线.toml:0: this is no baseline that can be read: it needs tallybook_baseline = 1");
  EXPECT_EQ(mistake_in("\ntallybook_baseline = 2"),
            "基线.toml:2: this is no baseline that can be read: it needs tallybook_baseline = 1");
  const std::string head = "tallybook_baseline = 1\n";
  EXPECT_TRUE(mistake_in(head + "['a.txt'\n").starts_with("基线.toml:2: this is no valid TOML: "));
  EXPECT_EQ(mistake_in(head + "a = 3"), "基线.toml:2: 'a' must be the table of a file");
  EXPECT_EQ(mistake_in(head + "['a']\nFIG001 = 3"), "基线.toml:3: 'FIG001' must be an array");
  const std::string no_key = ": this needs key = \"…\", 16 hexadecimal digits";
  EXPECT_EQ(mistake_in(head + "['a']\nFIG001 = [\n  {key = 'ff'},\n]"), "基线.toml:4" + no_key);
  EXPECT_EQ(mistake_in(head + "['a']\nFIG001 = ['ff']"), "基线.toml:3" + no_key);
  EXPECT_EQ(mistake_in(head + "['a']\nFIG001 = [{key = '00000000000000ff', count = 0}]"),
            "基线.toml:3: count must be a positive integer");
}

}  // namespace
}  // namespace tallybook

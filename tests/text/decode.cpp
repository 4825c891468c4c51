#include "text/decode.hpp"

#include <gtest/gtest.h>
#include <unicode/ucnv.h>

#include <string>
#include <string_view>
#include <vector>

#include "text/characters.hpp"

namespace tallybook::text {
namespace {

using namespace std::string_literals;

constexpr std::string_view kProse =
    "青澜县卫生局2026年上半年工作总结\n一、主要工作\n（一）全县共有村卫生室152所，比去年同期增加8所，覆盖率达"
    "93.6%。\n"
    "（二）门诊诊疗82.4万人（次），“两癌”筛查10.21/10万。\n";

std::string encode(std::string_view text, const char* encoding) {
  UErrorCode status = U_ZERO_ERROR;
  std::string bytes(text.size() * 4 + 16, '\0');
  const auto size = ucnv_convert(encoding, "UTF-8", bytes.data(), static_cast<std::int32_t>(bytes.size()),
                                 text.data(), static_cast<std::int32_t>(text.size()), &status);
  EXPECT_TRUE(U_SUCCESS(status));
  bytes.resize(static_cast<std::size_t>(size));
  return bytes;
}

DecodedText decoded(std::string_view bytes) {
  Result<DecodedText> result = decode(bytes, "总结.txt");
  EXPECT_TRUE(result.has_value()) << (result ? "" : result.error().detail);
  return result.value_or(DecodedText{});
}

Error error_of(std::string_view bytes) {
  const Result<DecodedText> result = decode(bytes, "总结.txt");
  EXPECT_FALSE(result.has_value());
  return result ? Error{} : result.error();
}

/// Every character's source offset is the length of the encoded text before it.
void expect_exact_map(const DecodedText& text, const char* encoding, std::size_t mark) {
  for (std::size_t at = 0; at < text.text.size(); at += code_point_at(text.text, at).size) {
    const std::size_t expected = mark + encode(std::string_view(text.text).substr(0, at), encoding).size();
    ASSERT_EQ(text.map.source_offset(static_cast<std::uint32_t>(at)), expected) << "at " << at;
  }
}

struct Case {
  const char* encoding;
  std::string mark;
  std::string name;
};

class DecodeRoundTrip : public testing::TestWithParam<Case> {};

TEST_P(DecodeRoundTrip, GivesTheTextAndTheWayBack) {
  const std::string bytes = GetParam().mark + encode(kProse, GetParam().encoding);
  const DecodedText text = decoded(bytes);
  EXPECT_EQ(text.text, kProse);
  EXPECT_EQ(text.encoding, GetParam().name);
  expect_exact_map(text, GetParam().encoding, GetParam().mark.size());
}

INSTANTIATE_TEST_SUITE_P(Encodings, DecodeRoundTrip,
                         testing::Values(Case{"UTF-8", "", "UTF-8"}, Case{"UTF-8", "\xEF\xBB\xBF", "UTF-8"},
                                         Case{"UTF-16LE", "\xFF\xFE", "UTF-16LE"},
                                         Case{"UTF-16BE", "\xFE\xFF", "UTF-16BE"},
                                         Case{"UTF-16LE", "", "UTF-16LE"}, Case{"UTF-16BE", "", "UTF-16BE"},
                                         Case{"GB18030", "", "GB18030"}, Case{"GBK", "", "GB18030"}));

TEST(Decode, ReadsBig5WhereTheDetectorIsSure) {
  constexpr std::string_view kTraditional =
      "上半年工作總結：全縣共有衛生室一百五十二所，較去年同期增加八所，覆蓋率達百分之九十三。"
      "各單位加強領導，落實責任，認真開展宣傳教育活動，取得了較好的成績。";
  const std::string bytes = encode(kTraditional, "Big5");
  const DecodedText text = decoded(bytes);
  EXPECT_EQ(text.encoding, "Big5");
  EXPECT_EQ(text.text, kTraditional);
}

TEST(Decode, MapsGb18030OfOneTwoAndFourBytes) {
  // 㐀 and 𠀀 take four bytes in GB18030; é takes two, as in UTF-8.
  constexpr std::string_view kMixed = "共5所学校，㐀㐁村𠀀𠀁é队2支，全县工作正常";
  const std::string bytes = encode(kMixed, "GB18030");
  const DecodedText text = decoded(bytes);
  EXPECT_EQ(text.text, kMixed);
  expect_exact_map(text, "GB18030", 0);
}

TEST(Decode, MapsSurrogatePairs) {
  const std::string mark = "\xFF\xFE";
  const DecodedText text = decoded(mark + encode("村𠀀𠀁a村", "UTF-16LE"));
  EXPECT_EQ(text.text, "村𠀀𠀁a村");
  expect_exact_map(text, "UTF-16LE", 2);
}

TEST(Decode, MapsLongTextsAcrossTheConvertersBuffers) {
  std::string prose;
  while (prose.size() < 60'000) prose += "全县𠀀共a";
  const std::string bytes = encode(prose, "GB18030");
  const DecodedText text = decoded(bytes);
  ASSERT_EQ(text.text, prose);
  const std::string unit = encode("全县𠀀共a", "GB18030");
  for (std::size_t i = 0; i * 14 < prose.size(); ++i) {
    ASSERT_EQ(text.map.source_offset(static_cast<std::uint32_t>(i * 14 + 10)), i * unit.size() + 8);
  }
}

TEST(Decode, TakesEmptyInputAndALoneMark) {
  EXPECT_EQ(decoded("").text, "");
  EXPECT_EQ(decoded("\xEF\xBB\xBF").text, "");
  EXPECT_EQ(decoded("\xFF\xFE").text, "");
}

TEST(Decode, PointsAtTheFirstInvalidByte) {
  struct Invalid {
    std::string bytes;
    std::uint64_t offset;
  };
  const std::string gb = encode(kProse, "GB18030");
  const std::vector<Invalid> cases = {
      {std::string(kProse) + "\xE5\x8E", kProse.size()},                    // cut inside a character
      {std::string(kProse) + "\xFF" + std::string(kProse), kProse.size()},  // a stray byte
      {"\xEF\xBB\xBF全\xC0\xAF", 6},                                        // overlong
      {"\xEF\xBB\xBF全\xED\xA0\x80", 6},                                    // a surrogate
      {gb + "\xC8", gb.size()},                                             // cut inside a pair
      {gb + "\xC8\x20" + gb, gb.size()},                                    // no second byte
      {"\xFF\xFE"s + encode("全县", "UTF-16LE") + "\x01", 6},               // half a unit
      {"\xFF\xFE"s + encode("全县", "UTF-16LE") + "\x00\xD8"s, 6},          // half a pair
  };
  for (const Invalid& invalid : cases) {
    const Error error = error_of(invalid.bytes);
    EXPECT_EQ(error.code, ErrorCode::undecodable_text) << error.detail;
    EXPECT_EQ(error.offset, invalid.offset);
    EXPECT_EQ(error.file, "总结.txt");
  }
}

TEST(Decode, RefusesBinaryContent) {
  struct Binary {
    std::string bytes;
    std::uint64_t offset;
  };
  const std::vector<Binary> cases = {
      {"%PDF-1.7\n", 0},
      {"\x89PNG\r\n\x1A\n", 0},
      {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 0},
      {"全县共\0二十所"s, 9},
      {"abc\0def"s, 3},
      {"ab\x01\x02\x03\x04", 2},
      {"\xFF\xFE"s + encode("全", "UTF-16LE") + "\0\0"s, 4},
      {"\xFF\xFE\0\0\x2F\x66\0\0"s, 2},  // UTF-32
  };
  for (const Binary& binary : cases) {
    const Error error = error_of(binary.bytes);
    EXPECT_EQ(error.code, ErrorCode::binary_content) << binary.bytes;
    EXPECT_EQ(error.offset, binary.offset) << binary.bytes;
  }
}

TEST(Decode, ToleratesAFewControlBytes) {
  EXPECT_EQ(decoded("全县共有学校二十所\x07，教师三百名\x1A").text, "全县共有学校二十所\x07，教师三百名\x1A");
}

TEST(DecodeAs, TrustsTheFilesOwnLabelButNotAgainstAMark) {
  const std::string gb = encode("全县", "GBK");
  const auto labelled = decode_as(gb, "a.html", "gb2312");
  ASSERT_TRUE(labelled);
  EXPECT_EQ(labelled->text, "全县");
  EXPECT_EQ(labelled->encoding, "GB18030");
  const auto marked = decode_as("\xEF\xBB\xBF全县", "a.html", "gb2312");
  ASSERT_TRUE(marked);
  EXPECT_EQ(marked->text, "全县");
}

TEST(DecodeAs, NamesAnUnknownLabel) {
  const auto result = decode_as("abc", "a.html", "no-such-charset");
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ErrorCode::invalid_argument);
}

TEST(FindInvalidUtf8, AgreesWithTheDefinition) {
  EXPECT_EQ(find_invalid_utf8("全县a\x7F\xF4\x8F\xBF\xBF"), std::string_view::npos);
  EXPECT_EQ(find_invalid_utf8("12345678\x80"), 8u);
  EXPECT_EQ(find_invalid_utf8("\xF4\x90\x80\x80"), 0u);
  EXPECT_EQ(find_invalid_utf8("a\xE5\x85"), 1u);
}

}  // namespace
}  // namespace tallybook::text
